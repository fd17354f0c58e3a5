import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../../src-main/contract/people'
import { succeed } from '../../../src-main/contract/result'
import type { Services } from '../../../src-main/services'
import { openHeadless } from '../support/headless'
import type { Desktop } from '../../../src-main/world/desktop/port'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { connectionTo } from '../directory/openldapServer'
import { codeOf, valueOf } from '../directory/suiteTools'
import { foundSchool, own, startSchool, type School } from './sharedSchool'

let school: School
let folder: string
let services: Services

/** A PC with a window that chooses this folder or file. */
function desktopThatChooses(chosen: { path: string | null }): Desktop {
  return {
    chooseFiles: async () => (chosen.path === null ? null : [chosen.path]),
    chooseFolder: async () => chosen.path,
    chooseSaveTarget: async () => null,
    openDocument: async () => succeed(),
    notify: () => undefined
  }
}

const chosen: { path: string | null } = { path: null }

async function open(dataFolder = folder): Promise<Services> {
  services = valueOf(await openHeadless(dataFolder, { desktop: desktopThatChooses(chosen) }))
  return services
}

async function reopen(dataFolder = folder): Promise<Services> {
  await services.close()
  return open(dataFolder)
}

async function signInAs(role: Role): Promise<void> {
  const { handlers } = services
  const { session } = valueOf(await handlers['application.state'](undefined))
  const card = session.demoPeople.find((person) => person.role === role)
  valueOf(await handlers['session.signIn']({ login: card?.login ?? '', password: card?.password ?? '' }))
}

async function directoryNow() {
  return valueOf(await services.handlers['application.state'](undefined)).directory
}

beforeAll(async () => {
  school = await startSchool()
})

afterAll(async () => {
  await school.stop()
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-apart-'))
  chosen.path = null
  await open()
})

afterEach(async () => {
  await services.close()
  await rm(folder, { recursive: true, force: true })
})

const connection = () => ({
  connection: connectionTo(school.server),
  password: school.server.bindPassword,
  keepPassword: false,
  passphrase: null
})

describe('the demo school', () => {
  it('is entered again by who clicks so while it is still being left', async () => {
    valueOf(await services.handlers['setup.startDemo'](undefined))
    await signInAs('administrator')
    const leaving = services.handlers['setup.disconnect'](undefined)
    // The window goes to its first page as soon as there is no directory any more.
    while ((await directoryNow()) !== null) await new Promise((done) => setImmediate(done))
    const entering = services.handlers['setup.startDemo'](undefined)
    valueOf(await leaving)
    valueOf(await entering)
    expect(await directoryNow()).toMatchObject({ profile: 'demo', state: 'ready' })
    expect(services.caseFile()?.ledger.isFounded).toBe(true)
    await signInAs('administrator')
  })

  it('lets in who finds it as it was left and signs in while it is still being opened', async () => {
    valueOf(await services.handlers['setup.startDemo'](undefined))
    await signInAs('administrator')
    valueOf(await services.handlers['setup.disconnect'](undefined))
    const entering = services.handlers['setup.startDemo'](undefined)
    // The window asks for the sign-in as soon as there is a directory.
    while ((await directoryNow()) === null) await new Promise((done) => setImmediate(done))
    await signInAs('administrator')
    valueOf(await entering)
    expect(services.caseFile()?.actor()?.roles).toContain('administrator')
  })

  it('is left before a real directory is connected: its case file and its people stay behind', async () => {
    valueOf(await services.handlers['setup.startDemo'](undefined))
    await signInAs('administrator')
    const demoLedger = services.caseFile()?.ledger.head
    // One that does not answer changes nothing.
    const wrong = await services.handlers['setup.connect']({ ...connection(), password: 'falsch' })
    expect(codeOf(wrong)).toBe('directory.wrongCredentials')
    expect(await directoryNow()).toMatchObject({ profile: 'demo' })
    const state = valueOf(await services.handlers['setup.connect'](connection()))
    expect(state.directory).toMatchObject({ profile: 'openldap', state: 'ready' })
    expect(state.session).toMatchObject({ founded: false, person: null, demoPeople: [] })
    expect(services.caseFile()?.ledger.isFounded).toBe(false)
    await foundSchool({ services, folder, told: [], close: async () => undefined }, school)
    await reopen()
    const { handlers } = services
    valueOf(
      await handlers['setup.enterPassword']({ password: school.server.bindPassword, keepPassword: false })
    )
    valueOf(await handlers['session.signIn']({ login: 'leitung', password: own }))
    expect(codeOf(await handlers['setup.startDemo'](undefined))).toBe('caseFile.ownCaseFile')
    expect(await directoryNow()).toMatchObject({ profile: 'openldap', state: 'ready' })
    expect(demoLedger).not.toBeNull()
  })

  it('comes back as it was after the program was killed at any moment of entering or leaving', async () => {
    await services.close()
    // Killed when nothing but the note that one is in the demo school was written.
    const local = valueOf(await openSqliteStore(folder))
    await local.writeDocument('demo-school', true)
    await local.close()
    await open()
    expect(await directoryNow()).toMatchObject({ profile: 'demo' })
    await signInAs('administrator')
    // Killed after its connection was forgotten, before it was left; and: an earlier version had connected a real one.
    for (const document of [undefined, { ...connectionTo(school.server), embedded: false }]) {
      await services.close()
      const demo = valueOf(await openSqliteStore(join(folder, 'demo', 'case-file')))
      if (document === undefined) await demo.deleteDocument('connection')
      else await demo.writeDocument('connection', document)
      await demo.close()
      await open()
      expect(await directoryNow()).toMatchObject({ profile: 'demo' })
      await signInAs('administrator')
    }
    valueOf(await services.handlers['setup.disconnect'](undefined))
    expect(await directoryNow()).toBeNull()
    expect(services.caseFile()?.ledger.isFounded).toBe(false)
  })

  it('leaves the connection of the real school alone, which is there again afterwards', async () => {
    valueOf(await services.handlers['setup.connect'](connection()))
    valueOf(await services.handlers['setup.startDemo'](undefined))
    expect(await directoryNow()).toMatchObject({ profile: 'demo' })
    await signInAs('administrator')
    valueOf(await services.handlers['setup.disconnect'](undefined))
    expect(await directoryNow()).toMatchObject({ profile: 'openldap', url: school.server.url })
  })

  it('does not come into a real case file by a backup', async () => {
    valueOf(await services.handlers['setup.startDemo'](undefined))
    await signInAs('administrator')
    chosen.path = await mkdtemp(join(tmpdir(), 'netzwart-apart-backup-'))
    const passphrase = 'Ein Zug fährt über die Brücke'
    valueOf(await services.handlers['backup.create']({ passphrase }))
    const [file = ''] = await readdir(chosen.path)
    const backups = chosen.path
    chosen.path = join(backups, file)
    expect(codeOf(await services.handlers['backup.restore']({ passphrase }))).toBe('caseFile.demo')
    valueOf(await services.handlers['setup.disconnect'](undefined))
    expect(codeOf(await services.handlers['backup.restore']({ passphrase }))).toBe('backup.demo')
    expect(services.caseFile()?.ledger.isFounded).toBe(false)
    await rm(backups, { recursive: true, force: true })
  })
})
