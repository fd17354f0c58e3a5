import { describe, expect, it } from 'vitest'
import type { ApplicationState } from '../../../../src-main/contract/application'
import { fail, succeed } from '../../../../src-main/contract/result'
import { defaultSettings } from '../../../../src-main/contract/settings'
import { createSetupJob, type SetupJob } from '../../../../src-main/jobs/setup'
import type { OpenDirectory } from '../../../../src-main/world/directory/port'
import { localFiles } from '../../../../src-main/world/files/local'
import { MemoryDirectory, memoryConnection } from '../../support/memoryDirectory'
import { MemoryKeychain } from '../../support/memoryKeychain'
import { valueOf } from '../../support/accountsJob'
import { closedState } from '../../support/applicationState'
import { MemoryShelf } from '../../support/memoryShelf'

const right = 'Dienst!Konto'

async function setUp(
  keychain = new MemoryKeychain(),
  store = new MemoryShelf(),
  bindPassword: string | null = null
) {
  const opened: MemoryDirectory[] = []
  const told: ApplicationState[] = []
  let reachable = true
  let changes = 0
  let busy = false
  const openDirectory: OpenDirectory = async (_, password) => {
    if (!reachable) return fail('directory.unreachable', { host: 'server' })
    if (password !== right) return fail('directory.wrongCredentials', {})
    const directory = new MemoryDirectory()
    opened.push(directory)
    return succeed(directory)
  }
  const applicationState = (): ApplicationState => ({ ...closedState, directory: job.state() })
  const job: SetupJob = await createSetupJob({
    store,
    keychain,
    files: localFiles,
    openDirectory,
    bindPassword,
    applicationState,
    settings: async () => succeed(defaultSettings),
    askRadius: async () => fail('radius.noAnswer', { host: '', port: 0 }),
    onChange: () => told.push(applicationState()),
    onDemoStarted: async () => succeed(),
    fetchCertificates: async () => succeed([]),
    readCertificate: () => fail('directory.certificateUnreadable'),
    isBusy: () => busy,
    needsDirectory: () => false,
    onDirectoryChanged: () => (changes += 1),
    demo: {
      start: async () => succeed({ connection: { ...memoryConnection, profile: 'demo' }, password: right }),
      roster: async () => fail('accounts.demoOnly'),
      stop: async () => undefined
    },
    desktop: {
      chooseFiles: async () => null,
      chooseFolder: async () => null,
      chooseSaveTarget: async () => null,
      openDocument: async () => succeed(),
      notify: () => undefined
    }
  })
  return {
    job,
    store,
    keychain,
    opened,
    told,
    changes: () => changes,
    setBusy: (value: boolean) => (busy = value),
    setReachable: (value: boolean) => (reachable = value),
    state: () => job.state()?.state ?? null
  }
}

const connect = { connection: memoryConnection, password: right, keepPassword: true }

describe('connecting', () => {
  it('keeps connection and password, and connects by itself the next time', async () => {
    const first = await setUp()
    expect(first.state()).toBeNull()
    expect(valueOf(await first.job.handlers['setup.connect'](connect)).directory?.state).toBe('ready')
    expect(first.changes()).toBe(1)
    const second = await setUp(first.keychain, first.store)
    expect(valueOf(await second.job.directory.open())).toBe(second.opened[0])
    expect(valueOf(await second.job.directory.open())).toBe(second.opened[0])
    expect(second.opened).toHaveLength(1)
  })

  it('never writes the password to a document, and keeps it nowhere where the keychain keeps nothing', async () => {
    const first = await setUp(new MemoryKeychain(false))
    valueOf(await first.job.handlers['setup.connect'](connect))
    expect(JSON.stringify([...first.store.documents])).not.toContain(right)
    const second = await setUp(first.keychain, first.store)
    expect(second.state()).toBe('passwordNeeded')
    expect(await second.job.directory.open()).toMatchObject({ failure: { code: 'directory.passwordNeeded' } })
    const wrong = await second.job.handlers['setup.enterPassword']({ password: 'x', keepPassword: true })
    expect(wrong).toMatchObject({ failure: { code: 'directory.wrongCredentials' } })
    const entered = await second.job.handlers['setup.enterPassword']({ password: right, keepPassword: true })
    expect(valueOf(entered).directory?.state).toBe('ready')
    expect(first.keychain.kept.size).toBe(0)
  })

  it('takes the password of the environment for this run only', async () => {
    const first = await setUp()
    valueOf(await first.job.handlers['setup.connect']({ ...connect, keepPassword: false }))
    const second = await setUp(first.keychain, first.store, right)
    expect((await second.job.directory.open()).ok).toBe(true)
    expect(first.keychain.kept.size).toBe(0)
  })

  it('keeps nothing of a connection that does not work', async () => {
    const { job, store, state } = await setUp()
    const refused = await job.handlers['setup.connect']({ ...connect, password: 'wrong' })
    expect(refused).toMatchObject({ failure: { code: 'directory.wrongCredentials' } })
    expect(store.documents.has('connection')).toBe(false)
    expect(state()).toBeNull()
  })

  it('changes no directory while a plan is being carried out', async () => {
    const { job, setBusy, state, changes } = await setUp()
    valueOf(await job.handlers['setup.connect'](connect))
    setBusy(true)
    for (const asked of [
      job.handlers['setup.connect'](connect),
      job.handlers['setup.startDemo'](undefined),
      job.handlers['setup.disconnect'](undefined)
    ]) {
      expect(await asked).toMatchObject({ failure: { code: 'directory.planRunning' } })
    }
    expect(state()).toBe('ready')
    expect(changes()).toBe(1)
    setBusy(false)
    valueOf(await job.handlers['setup.disconnect'](undefined))
    expect(state()).toBeNull()
  })

  it('connects anew after the connection was lost, and says meanwhile that it is', async () => {
    const { job, opened, setReachable, state, told } = await setUp()
    valueOf(await job.handlers['setup.connect'](connect))
    setReachable(false)
    job.directory.lost(opened[0]!, { code: 'directory.connectionLost', parameters: {} })
    expect(opened[0]!.closed).toBe(true)
    expect(state()).toBe('unreachable')
    expect(told.at(-1)?.directory?.state).toBe('unreachable')
    expect(await job.directory.open()).toMatchObject({ failure: { code: 'directory.unreachable' } })
    setReachable(true)
    expect(valueOf(await job.directory.open())).toBe(opened[1])
    expect(state()).toBe('ready')
  })

  it('shares one attempt between all who ask at once', async () => {
    const first = await setUp()
    valueOf(await first.job.handlers['setup.connect'](connect))
    const second = await setUp(first.keychain, first.store)
    await Promise.all([second.job.directory.open(), second.job.directory.open()])
    expect(second.opened).toHaveLength(1)
  })

  it('forgets connection and password when told to', async () => {
    const { job, store, keychain, opened } = await setUp()
    valueOf(await job.handlers['setup.connect'](connect))
    expect(valueOf(await job.handlers['setup.disconnect'](undefined)).directory).toBeNull()
    expect([store.documents.size, keychain.kept.size, opened[0]!.closed]).toEqual([0, 0, true])
    expect(await job.directory.open()).toMatchObject({ failure: { code: 'directory.notConnected' } })
  })

  it('leaves a kept connection that it cannot read, and lets the person connect anew', async () => {
    const store = new MemoryShelf()
    store.documents.set('connection', { profile: 'of another version' })
    const { job } = await setUp(new MemoryKeychain(), store)
    expect(await job.directory.open()).toMatchObject({ failure: { code: 'store.documentDamaged' } })
    expect(store.documents.get('connection')).toEqual({ profile: 'of another version' })
    expect(valueOf(await job.handlers['setup.connect'](connect)).directory?.state).toBe('ready')
  })

  it('goes into the demo school without any password to keep', async () => {
    const first = await setUp()
    valueOf(await first.job.handlers['setup.startDemo'](undefined))
    expect(first.keychain.kept.size).toBe(0)
    const second = await setUp(first.keychain, first.store)
    expect((await second.job.directory.open()).ok).toBe(true)
  })
})
