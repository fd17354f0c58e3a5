import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Handlers } from '../../../src-main/contract/handlers'
import type { SanctionCase } from '../../../src-main/contract/sanctions'
import { StoreFailure } from '../../../src-main/world/store/port'
import { codeOf, until, valueOf } from '../directory/suiteTools'
import type { TestDatabase } from '../servers/postgres'
import { ldapWhoAmI } from '../servers/slapd'
import { foundSchool, own, passphrases, placeOfThisFile, startComputer, type Computer } from './sharedSchool'

const place = placeOfThisFile()
let database: TestDatabase
let office: Computer
let staffRoom: Computer

beforeAll(async () => {
  database = await place.postgres.makeDatabase()
  office = await startComputer(place.school)
  await foundSchool(office, place.school)
})

afterAll(async () => {
  await office.close()
  await staffRoom.close()
})

async function signIn(computer: Computer, login: string): Promise<Handlers> {
  const { handlers } = computer.services
  valueOf(await handlers['session.signIn']({ login, password: own }))
  return handlers
}

async function openCase(handlers: Handlers, days: number | null): Promise<SanctionCase> {
  const day = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  return valueOf(
    await handlers['sanctions.open']({
      account: place.school.ids.pupil,
      rule: 'P18',
      happenedOn: new Date().toISOString().slice(0, 10),
      facts: 'Der Jugendschutzfilter wurde umgangen.',
      evidence: [{ reference: 'Notiz Aufsicht' }],
      measures: [{ kind: 'suspension', until: day }],
      reasons: 'Wiederholt',
      passphrase: passphrases.administrator
    })
  )
}

async function approve(handlers: Handlers, one: SanctionCase, passphrase: string) {
  const { measures } = one
  const preview = valueOf(await handlers['sanctions.preview']({ case: one.id, measures }))
  return handlers['sanctions.decide']({
    case: one.id,
    version: one.version,
    outcome: 'approved',
    measures,
    plan: preview.plan,
    reasons: 'Wie vorgeschlagen',
    passphrase
  })
}

describe('a case file that several PCs share', () => {
  it('moves from this PC to the server without loss, and the chain goes on', async () => {
    const { handlers, caseFile } = office.services
    await signIn(office, 'netz')
    const before = caseFile()?.ledger.items.map(({ hash }) => hash) ?? []
    const { location, password, owner } = database
    // The app's role is made by the owner.
    expect(codeOf(await handlers['caseFile.check']({ location, password }))).toBe('store.wrongCredentials')
    expect(valueOf(await handlers['caseFile.prepare']({ location, password, owner })).schema).toBe('ready')
    const state = valueOf(await handlers['caseFile.move']({ location, password, keepPassword: false }))
    expect(state.caseFile).toMatchObject({ kind: 'postgres', state: 'ready' })
    const after = caseFile()?.ledger.items.map(({ hash }) => hash) ?? []
    expect(after.slice(0, before.length)).toEqual(before)
    expect(caseFile()?.ledger.items.at(-1)?.statement?.kind).toBe('store.moved')
    expect(valueOf(await handlers['ledger.verify'](undefined)).problems).toEqual([])
  })

  it('is joined by a second PC, which signs nothing until it is admitted', async () => {
    staffRoom = await startComputer(place.school)
    const { handlers } = staffRoom.services
    const { location, password } = database
    const joined = valueOf(await handlers['caseFile.join']({ location, password, keepPassword: false }))
    expect(joined.session).toMatchObject({ founded: true, deviceAdmitted: false })
    await signIn(staffRoom, 'netz')
    const admitted = valueOf(await handlers['people.admitDevice']({ passphrase: passphrases.administrator }))
    expect(admitted.session.deviceAdmitted).toBe(true)
    await until(async () => office.services.caseFile()?.ledger.authority.devices.size === 2)
  })

  it('P21: the second, stale decision is refused and says what the other did; screens hear of it', async () => {
    await signIn(office, 'netz')
    await openCase(office.services.handlers, 5)
    const leadership = await signIn(staffRoom, 'leitung')
    const listed = valueOf(
      await leadership['sanctions.query']({ text: '', states: [], account: null, offset: 0, limit: 10 })
    )
    const id = listed.rows[0]?.id ?? ''
    const seen = valueOf(await leadership['sanctions.case']({ case: id }))
    const deputy = await signIn(office, 'vertretung')
    office.told.length = 0
    staffRoom.told.length = 0
    valueOf(await approve(deputy, seen, passphrases.deputy))
    expect(await ldapWhoAmI(place.school.server, 'm.muster', own)).toBe('refused')
    const stale = await leadership['sanctions.decide']({
      case: id,
      version: seen.version,
      outcome: 'refused',
      measures: [],
      plan: null,
      reasons: 'Nicht nachgewiesen',
      passphrase: passphrases.leadership
    })
    expect(stale).toMatchObject({
      failure: { code: 'ledger.changedSince', parameters: { by: 'Änne Vertgens' } }
    })
    await until(async () => staffRoom.told.some(({ name }) => name === 'ledger.changed'))
    const now = valueOf(await leadership['sanctions.case']({ case: id }))
    expect(now.state).toBe('inForce')
  })

  it('says that the server is gone, loses nothing, and goes on when it is back', async () => {
    const leadership = await signIn(staffRoom, 'leitung')
    const before = staffRoom.services.caseFile()?.ledger.items.length ?? 0
    await place.postgres.kill()
    const failed = await leadership['people.revoke']({
      appointment: valueOf(await leadership['people.appointments'](undefined)).appointments[0]?.id ?? '',
      reason: 'Zum Ende des Halbjahrs',
      passphrase: passphrases.leadership
    }).catch((error: unknown) => {
      if (error instanceof StoreFailure) return { ok: false as const, failure: error.failure }
      throw error
    })
    expect(codeOf(failed)).toBe('store.unreachable')
    await place.postgres.restart()
    const verified = valueOf(await leadership['ledger.verify'](undefined))
    expect(verified).toMatchObject({ statements: before, problems: [] })
  })

  it('shows a direct write into the database in red on the start page', async () => {
    const leadership = await signIn(staffRoom, 'leitung')
    const name = database.location.database
    await place.postgres.ask(name, 'ALTER TABLE netzwart.statements DISABLE TRIGGER ALL')
    await place.postgres.ask(
      name,
      `UPDATE netzwart.statements SET text = replace(text, '"deputy":true', '"deputy":false')`
    )
    const { problems } = valueOf(await leadership['ledger.verify'](undefined))
    expect(problems.map(({ code }) => code)).toContain('wrongHash')
    const state = valueOf(await leadership['application.state'](undefined))
    expect(state.ledger?.problems).toBeGreaterThan(0)
    const inbox = valueOf(await leadership['inbox.list'](undefined))
    expect(inbox[0]).toMatchObject({ kind: 'ledgerProblem', to: '/journal' })
  })
})
