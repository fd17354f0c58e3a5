import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../src-main/contract/directory'
import { connectionTo } from '../directory/openldapServer'
import { codeOf, until, valueOf } from '../directory/suiteTools'
import type { TestDatabase } from '../servers/postgres'
import { ldapWhoAmI } from '../servers/slapd'
import { startRoguePlace, type RoguePlace } from './roguePlace'
import { foundSchool, own, passphrases, placeOfThisFile, startComputer, type Computer } from './sharedSchool'

const place = placeOfThisFile()
let database: TestDatabase
let rogue: RoguePlace
let folder: string
const computers = new Set<Computer>()

async function start(options: Parameters<typeof startComputer>[1] = {}): Promise<Computer> {
  const computer = await startComputer(place.school, { databasePassword: database.password, ...options })
  computers.add(computer)
  return computer
}

async function stop(computer: Computer): Promise<void> {
  computers.delete(computer)
  await computer.close()
}

beforeAll(async () => {
  database = await place.postgres.makeDatabase()
  rogue = await startRoguePlace()
  folder = await mkdtemp(join(tmpdir(), 'netzwart-trust-'))
  const office = await start({ folder })
  await foundSchool(office, place.school)
  const { location, password, owner } = database
  const { handlers } = office.services
  valueOf(await handlers['caseFile.prepare']({ location, password, owner }))
  valueOf(await handlers['caseFile.move']({ location, password, keepPassword: false }))
  await stop(office)
})

afterEach(async () => {
  for (const computer of computers) await stop(computer)
})

afterAll(async () => {
  await rogue.stop()
  await rm(folder, { recursive: true, force: true })
})

/** What everybody can do who has the password that lies on every PC: with the app's own role, past the app. */
async function asRole(statement: string, values: readonly string[] = []): Promise<{ body: string }[]> {
  const { host, port, database: name, role, caCertificate } = database.location
  const client = new Client({
    host,
    port,
    database: name,
    user: role,
    password: database.password,
    ssl: { ca: caCertificate }
  })
  await client.connect()
  try {
    return (await client.query<{ body: string }>(statement, [...values])).rows
  } finally {
    await client.end()
  }
}

async function redirect(): Promise<void> {
  const [row] = await asRole(`SELECT body FROM netzwart.documents WHERE name = 'connection'`)
  const connection = JSON.parse(row?.body ?? '{}') as Connection
  const { url, caCertificate } = rogue
  await asRole(`UPDATE netzwart.documents SET body = $1 WHERE name = 'connection'`, [
    JSON.stringify({ ...connection, url, caCertificate })
  ])
}

describe('somebody with the app’s role at the database', () => {
  it('points the connection elsewhere: the bind password reaches nobody, and the start page is red', async () => {
    await redirect()
    const office = await start({ folder })
    const { handlers } = office.services
    valueOf(await handlers['session.signIn']({ login: 'netz', password: own }))
    const state = valueOf(await handlers['application.state'](undefined))
    expect(state.directory).toMatchObject({ url: place.school.server.url, state: 'ready' })
    expect(state.ledger?.problems).toBe(1)
    const { problems } = valueOf(await handlers['ledger.state'](undefined))
    expect(problems.map(({ code }) => code)).toEqual(['documentChanged'])
    expect(valueOf(await handlers['inbox.list'](undefined))[0]).toMatchObject({ kind: 'ledgerProblem' })
    // A PC that has never sent the password anywhere believes the signature, too.
    const staffRoom = await start()
    const { location, password } = database
    valueOf(await staffRoom.services.handlers['caseFile.join']({ location, password, keepPassword: false }))
    valueOf(await staffRoom.services.handlers['session.signIn']({ login: 'netz', password: own }))
    expect(rogue.received()).toBe('')
    // Looked through and saved anew.
    valueOf(await handlers['settings.write'](valueOf(await handlers['settings.read'](undefined))))
    expect(valueOf(await handlers['ledger.verify'](undefined)).problems).toEqual([])
  })

  it('maps a module to another group: nothing that depends on it is carried out, until it is saved anew', async () => {
    const office = await start({ folder })
    const { handlers } = office.services
    valueOf(await handlers['session.signIn']({ login: 'netz', password: own }))
    const right = valueOf(await handlers['settings.read'](undefined))
    await asRole(
      `UPDATE netzwart.documents SET body = replace(body, 'modul-wlan', 'andere-gruppe') WHERE name LIKE 'settings%'`
    )
    const measures = [{ kind: 'moduleRefusal' as const, module: 'wlan' as const, until: null }]
    const account = place.school.ids.pupil
    expect(codeOf(await handlers['sanctions.previewNew']({ account, measures }))).toBe(
      'ledger.documentChanged'
    )
    const reason = 'Auffällige Anmeldungen'
    expect(codeOf(await handlers['accounts.suspend']({ account, until: null, reason }))).toBe(
      'ledger.documentChanged'
    )
    expect(await ldapWhoAmI(place.school.server, 'm.muster', own)).toBe('accepted')
    await until(async () => valueOf(await handlers['application.state'](undefined)).ledger?.problems === 1)
    // The administrator sees what was put there.
    const shown = valueOf(await handlers['settings.read'](undefined))
    expect(shown.modules).toEqual({ wlan: 'andere-gruppe' })
    valueOf(await handlers['settings.write'](right))
    expect(valueOf(await handlers['ledger.verify'](undefined)).problems).toEqual([])
    expect((await handlers['sanctions.previewNew']({ account, measures })).ok).toBe(true)
  })
})

describe('an administrator who changes the connection', () => {
  it('signs that; another PC asks, shows what has changed, and sends nothing before', async () => {
    const { location, password } = database
    const office = await start({ folder })
    const staffRoom = await start()
    const there = staffRoom.services.handlers
    valueOf(await there['caseFile.join']({ location, password, keepPassword: false }))
    valueOf(await there['session.signIn']({ login: 'netz', password: own }))
    valueOf(await there['session.signOut'](undefined))
    const { handlers } = office.services
    valueOf(await handlers['session.signIn']({ login: 'netz', password: own }))
    const url = place.school.server.url.replace('localhost', '127.0.0.1')
    const change = {
      connection: connectionTo(place.school.server, { url }),
      password: place.school.server.bindPassword,
      keepPassword: false
    }
    expect(codeOf(await handlers['setup.connect']({ ...change, passphrase: null }))).toBe(
      'people.passphraseNeeded'
    )
    valueOf(await handlers['setup.connect']({ ...change, passphrase: passphrases.administrator }))
    const [said] = office.services.caseFile()?.ledger.about('connection').slice(-1) ?? []
    expect(said?.signedBy).toMatchObject({ kind: 'person', role: 'administrator' })
    await until(
      async () => valueOf(await there['application.state'](undefined)).directory?.state === 'passwordNeeded'
    )
    const { directory, ledger } = valueOf(await there['application.state'](undefined))
    expect(ledger?.problems).toBe(0)
    expect(directory?.change).toMatchObject({
      by: 'Änne Netzer',
      fields: [{ name: 'url', before: place.school.server.url, after: url }]
    })
    expect(codeOf(await there['session.signIn']({ login: 'netz', password: own }))).toBe(
      'directory.connectionChanged'
    )
    valueOf(
      await there['setup.enterPassword']({ password: place.school.server.bindPassword, keepPassword: false })
    )
    valueOf(await there['session.signIn']({ login: 'netz', password: own }))
  })
})
