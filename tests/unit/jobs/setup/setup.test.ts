import { describe, expect, it } from 'vitest'
import type { ApplicationState } from '../../../../src-main/contract/application'
import type { Connection } from '../../../../src-main/contract/directory'
import { fail, succeed } from '../../../../src-main/contract/result'
import { Ledger } from '../../../../src-main/core/ledger'
import { unfoundedActor, type Actor } from '../../../../src-main/core/people/actor'
import { deviceSigner, fingerprintOf } from '../../../../src-main/core/people/keys'
import { Throttle } from '../../../../src-main/core/people/throttle'
import { defaultSettings } from '../../../../src-main/contract/settings'
import {
  createSetupJob,
  type Confirmation,
  type ConfirmationMemory,
  type SetupJob
} from '../../../../src-main/jobs/setup'
import type { OpenDirectory } from '../../../../src-main/world/directory/port'
import { localFiles } from '../../../../src-main/world/files/local'
import { MemoryDirectory, memoryConnection } from '../../support/memoryDirectory'
import { asked } from '../../support/asked'
import { MemoryKeychain } from '../../support/memoryKeychain'
import { valueOf } from '../../support/accountsJob'
import { closedState } from '../../support/applicationState'
import { LedgerBuilder } from '../../support/ledgerBuilder'
import { MemoryHead, MemoryLedgerShelf } from '../../support/memoryLedger'
import { MemoryShelf } from '../../support/memoryShelf'

const right = 'Dienst!Konto'
const words = 'Kabel Regen Fenster Apfel'
const elsewhere: Connection = { ...memoryConnection, url: 'ldaps://anderswo.example' }

function administratorOf({ administrator }: LedgerBuilder): Actor {
  const names = { login: 'netz', givenName: 'Änne', familyName: 'Netzer' }
  const { id: person, keys } = administrator
  return {
    person,
    names,
    roles: ['administrator'],
    deputy: false,
    classes: [],
    fingerprint: fingerprintOf(keys)
  }
}

/** What this PC remembers beside the store. */
class MemoryConfirmation implements ConfirmationMemory {
  constructor(public confirmed: Confirmation = { kind: 'never' }) {}
  async read() {
    return this.confirmed
  }
  async write(connection: Connection) {
    this.confirmed = { kind: 'given', connection }
  }
}

interface Place {
  readonly keychain?: MemoryKeychain
  readonly store?: MemoryShelf
  readonly bindPassword?: string | null
  readonly confirmation?: MemoryConfirmation
  readonly school?: LedgerBuilder | null
  readonly isDemo?: boolean
  readonly isDemoPerson?: (id: string) => boolean
}

async function setUp({
  keychain = new MemoryKeychain(),
  store = new MemoryShelf(),
  bindPassword = null,
  confirmation = new MemoryConfirmation(),
  school = null,
  isDemo = false,
  isDemoPerson = () => false
}: Place = {}) {
  const ledger =
    school?.ledger ??
    (await Ledger.open({
      shelf: new MemoryLedgerShelf(),
      device: deviceSigner(new Uint8Array(32).fill(1)),
      computer: 'PC-Büro',
      rules: [],
      memory: new MemoryHead()
    }))
  /** Where a password was sent to. */
  const sentTo: string[] = []
  const opened: MemoryDirectory[] = []
  const throttle = new Throttle(() => 0)
  const told: ApplicationState[] = []
  let reachable = true
  let changes = 0
  let busy = false
  const openDirectory: OpenDirectory = async (connection, password) => {
    if (!reachable) return fail('directory.unreachable', { host: 'server' })
    sentTo.push(connection.url)
    if (password !== right) return fail('directory.wrongCredentials', {})
    const directory = Object.assign(new MemoryDirectory(), { connection })
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
    ledger,
    confirmation,
    throttle,
    isDemo,
    isDemoPerson,
    signing: {
      needsPassphrase: true,
      sign: async (_, typed, work) =>
        typed === words && school !== null
          ? work(school.administrator.signer)
          : fail('people.wrongPassphrase')
    },
    fetchCertificates: async () => succeed([]),
    readCertificate: () => fail('directory.certificateUnreadable'),
    isBusy: () => busy,
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
  const actor = () => (school === null ? unfoundedActor : administratorOf(school))
  return {
    job: { ...job, handlers: asked(job.handlers, actor) },
    store,
    keychain,
    confirmation,
    sentTo,
    opened,
    told,
    changes: () => changes,
    setBusy: (value: boolean) => (busy = value),
    setReachable: (value: boolean) => (reachable = value),
    state: () => job.state()?.state ?? null
  }
}

const connect = { connection: memoryConnection, password: right, keepPassword: true, passphrase: null }

describe('connecting', () => {
  it('keeps connection and password, and connects by itself the next time', async () => {
    const first = await setUp()
    expect(first.state()).toBeNull()
    expect(valueOf(await first.job.handlers['setup.connect'](connect)).directory?.state).toBe('ready')
    expect(first.changes()).toBe(1)
    const second = await setUp(first)
    expect(valueOf(await second.job.directory.open())).toBe(second.opened[0])
    expect(valueOf(await second.job.directory.open())).toBe(second.opened[0])
    expect(second.opened).toHaveLength(1)
  })

  it('never writes the password to a document, and keeps it nowhere where the keychain keeps nothing', async () => {
    const first = await setUp({ keychain: new MemoryKeychain(false) })
    valueOf(await first.job.handlers['setup.connect'](connect))
    expect(JSON.stringify([...first.store.documents])).not.toContain(right)
    const second = await setUp(first)
    expect(second.state()).toBe('passwordNeeded')
    expect(await second.job.directory.open()).toMatchObject({ failure: { code: 'directory.passwordNeeded' } })
    const wrong = await second.job.handlers['setup.enterPassword']({ password: 'x', keepPassword: true })
    expect(wrong).toMatchObject({ failure: { code: 'directory.wrongCredentials' } })
    const entered = await second.job.handlers['setup.enterPassword']({ password: right, keepPassword: true })
    expect(valueOf(entered).directory?.state).toBe('ready')
    expect(first.keychain.kept.size).toBe(0)
  })

  it('slows down whoever guesses the bind password, however many at once', async () => {
    const first = await setUp({ keychain: new MemoryKeychain(false) })
    valueOf(await first.job.handlers['setup.connect'](connect))
    const second = await setUp(first)
    const enter = (password: string) =>
      second.job.handlers['setup.enterPassword']({ password, keepPassword: false })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, time) => enter(`geraten ${time}`)))
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.failure.code))
    expect(codes.filter((code) => code === 'directory.wrongCredentials')).toHaveLength(5)
    expect(codes.filter((code) => code === 'people.tooManyAttempts')).toHaveLength(15)
    expect(second.sentTo).toHaveLength(5)
    expect(await enter(right)).toMatchObject({ failure: { code: 'people.tooManyAttempts' } })
  })

  it('takes the password of the environment for this run only', async () => {
    const first = await setUp()
    valueOf(await first.job.handlers['setup.connect']({ ...connect, keepPassword: false }))
    const second = await setUp({ ...first, bindPassword: right })
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
    const second = await setUp(first)
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
    const { job } = await setUp({ store })
    expect(await job.directory.open()).toMatchObject({ failure: { code: 'store.documentDamaged' } })
    expect(store.documents.get('connection')).toEqual({ profile: 'of another version' })
    expect(valueOf(await job.handlers['setup.connect'](connect)).directory?.state).toBe('ready')
  })

  it('goes into the demo school without any password to keep', async () => {
    const first = await setUp({ isDemo: true })
    valueOf(await first.job.handlers['setup.startDemo'](undefined))
    expect(first.keychain.kept.size).toBe(0)
    const second = await setUp({ ...first, isDemo: true })
    expect((await second.job.directory.open()).ok).toBe(true)
  })
})

describe('a kept secret goes only where it was entered for', () => {
  it('is not sent where somebody who can write to the store says, neither from the keychain nor from the environment', async () => {
    const first = await setUp()
    valueOf(await first.job.handlers['setup.connect'](connect))
    first.store.documents.set('connection', elsewhere)
    for (const bindPassword of [null, right]) {
      const second = await setUp({ ...first, bindPassword })
      expect(await second.job.directory.open()).toMatchObject({
        failure: { code: 'directory.connectionChanged' }
      })
      expect(second.sentTo).toEqual([])
      expect(second.job.state()).toMatchObject({
        state: 'passwordNeeded',
        change: { fields: [{ name: 'url', before: memoryConnection.url, after: elsewhere.url }] }
      })
    }
  })

  it.each(['url', 'caCertificate', 'bindDn', 'baseDn', 'profile', 'layout'] as const)(
    'is asked for again when %s alone is another',
    async (field) => {
      const first = await setUp()
      valueOf(await first.job.handlers['setup.connect'](connect))
      const other = {
        url: 'ldaps://anderswo.example',
        caCertificate: 'another',
        bindDn: 'cn=other',
        baseDn: 'dc=other',
        profile: 'active-directory',
        layout: { ...memoryConnection.layout, classGroupPrefix: 'other-' }
      }[field]
      first.store.documents.set('connection', { ...memoryConnection, [field]: other })
      const second = await setUp({ ...first, bindPassword: right })
      expect((await second.job.directory.open()).ok).toBe(false)
      expect(second.sentTo).toEqual([])
    }
  )

  it('goes there after a person has compared and entered it, and then stays there', async () => {
    const first = await setUp()
    valueOf(await first.job.handlers['setup.connect'](connect))
    first.store.documents.set('connection', elsewhere)
    const second = await setUp(first)
    const entered = await second.job.handlers['setup.enterPassword']({ password: right, keepPassword: true })
    expect(valueOf(entered).directory).toMatchObject({ state: 'ready', change: null })
    const third = await setUp(first)
    expect((await third.job.directory.open()).ok).toBe(true)
    expect(third.sentTo).toEqual([elsewhere.url])
  })

  it('of the environment is not sent where nobody has confirmed anything, or after a backup was restored', async () => {
    const first = await setUp()
    valueOf(await first.job.handlers['setup.connect'](connect))
    const { store } = first
    for (const confirmed of [{ kind: 'never' }, { kind: 'asked' }] as const) {
      const second = await setUp({
        store,
        bindPassword: right,
        confirmation: new MemoryConfirmation(confirmed)
      })
      expect(await second.job.directory.open()).toMatchObject({
        failure: { code: 'directory.connectionNotConfirmed', parameters: { url: memoryConnection.url } }
      })
      expect(second.sentTo).toEqual([])
    }
  })

  it('of the environment is sent to what an administrator has signed, where nobody has confirmed anything yet', async () => {
    const school = await LedgerBuilder.found()
    const first = await setUp({ school })
    valueOf(await first.job.handlers['setup.connect']({ ...connect, passphrase: words }))
    const { store } = first
    const joined = await setUp({ store, school, bindPassword: right })
    expect((await joined.job.directory.open()).ok).toBe(true)
    expect(joined.confirmation.confirmed).toEqual({ kind: 'given', connection: memoryConnection })
    const restored = new MemoryConfirmation({ kind: 'asked' })
    const asked = await setUp({ store, school, bindPassword: right, confirmation: restored })
    expect((await asked.job.directory.open()).ok).toBe(false)
    expect(asked.sentTo).toEqual([])
  })
})

describe('the connection of a founded case file', () => {
  it('is changed by the administrator’s signature only, and nothing is kept without it', async () => {
    const school = await LedgerBuilder.found()
    const { job, store, opened } = await setUp({ school })
    const missing = await job.handlers['setup.connect'](connect)
    expect(missing).toMatchObject({ failure: { code: 'people.passphraseNeeded' } })
    const wrong = await job.handlers['setup.connect']({ ...connect, passphrase: 'falsch' })
    expect(wrong).toMatchObject({ failure: { code: 'people.wrongPassphrase' } })
    expect(store.documents.size).toBe(0)
    expect(opened.every(({ closed }) => closed)).toBe(true)
    valueOf(await job.handlers['setup.connect']({ ...connect, passphrase: words }))
    const said = school.ledger.items.at(-1)
    expect(said?.statement?.kind).toBe('connection.changed')
    expect(said?.signedBy).toMatchObject({ kind: 'person', role: 'administrator' })
    // The same once more says nothing new, and needs no passphrase.
    valueOf(await job.handlers['setup.connect'](connect))
    expect(school.ledger.items.at(-1)).toBe(said)
  })

  it('is told another PC with who changed it, which then asks instead of sending', async () => {
    const school = await LedgerBuilder.found()
    const office = await setUp({ school })
    valueOf(await office.job.handlers['setup.connect']({ ...connect, passphrase: words }))
    const staffRoom = await setUp({ store: office.store, school, bindPassword: right })
    valueOf(await staffRoom.job.directory.open())
    valueOf(
      await office.job.handlers['setup.connect']({ ...connect, connection: elsewhere, passphrase: words })
    )
    await staffRoom.job.review()
    expect(staffRoom.opened[0]?.closed).toBe(true)
    expect(staffRoom.job.state()).toMatchObject({
      url: elsewhere.url,
      state: 'passwordNeeded',
      change: { by: 'Märta Mustermann-administrator', fields: [{ name: 'url' }] }
    })
    expect(staffRoom.sentTo).toEqual([memoryConnection.url])
    expect(await staffRoom.job.problems()).toEqual([])
  })

  it('of another PC takes the place of the former at once: at no moment is there none', async () => {
    const school = await LedgerBuilder.found()
    const office = await setUp({ school })
    valueOf(await office.job.handlers['setup.connect']({ ...connect, passphrase: words }))
    const staffRoom = await setUp({ store: office.store, school, bindPassword: right })
    valueOf(await staffRoom.job.directory.open())
    valueOf(
      await office.job.handlers['setup.connect']({ ...connect, connection: elsewhere, passphrase: words })
    )
    const seen = new Set<string | null>()
    const reviewed = new AbortController()
    const review = staffRoom.job.review().finally(() => reviewed.abort())
    while (!reviewed.signal.aborted) {
      seen.add(staffRoom.job.state()?.url ?? null)
      // Somebody asks in the middle: never with one half of each.
      void staffRoom.job.directory.open()
      await Promise.resolve()
    }
    await review
    seen.add(staffRoom.job.state()?.url ?? null)
    expect([...seen]).toEqual([memoryConnection.url, elsewhere.url])
    expect(staffRoom.sentTo).toEqual([memoryConnection.url])
    expect(staffRoom.state()).toBe('passwordNeeded')
  })

  it('stays the signed one whatever is written into the store, and that is a problem of the ledger', async () => {
    const school = await LedgerBuilder.found()
    const first = await setUp({ school })
    valueOf(await first.job.handlers['setup.connect']({ ...connect, passphrase: words }))
    const { sequence } = school
    for (const written of [elsewhere, { profile: 'of another version' }]) {
      first.store.documents.set('connection', written)
      const second = await setUp({ ...first, school, bindPassword: right })
      expect((await second.job.directory.open()).ok).toBe(true)
      expect(second.sentTo).toEqual([memoryConnection.url])
      expect(await second.job.problems()).toEqual([{ sequence, code: 'documentChanged' }])
    }
    valueOf(await first.job.handlers['setup.connect']({ ...connect, passphrase: words }))
    expect(await first.job.problems()).toEqual([])
  })

  it('is refused where what was signed is nowhere any more', async () => {
    const school = await LedgerBuilder.found()
    const first = await setUp({ school })
    valueOf(await first.job.handlers['setup.connect']({ ...connect, passphrase: words }))
    school.shelf.payloads.clear()
    await school.ledger.verify()
    first.store.documents.set('connection', elsewhere)
    const here = await setUp({ ...first, school, bindPassword: right })
    expect((await here.job.directory.open()).ok).toBe(true)
    expect(here.sentTo).toEqual([memoryConnection.url])
    const other = await setUp({ store: first.store, school, bindPassword: right })
    expect(await other.job.directory.open()).toMatchObject({
      failure: { code: 'directory.connectionForged' }
    })
    const entered = await other.job.handlers['setup.enterPassword']({ password: right, keepPassword: true })
    expect(entered).toMatchObject({ failure: { code: 'directory.connectionForged' } })
    expect(other.sentTo).toEqual([])
  })

  it('looks right after a crash between signature and document', async () => {
    const school = await LedgerBuilder.found()
    const first = await setUp({ school })
    // An earlier version kept it without any signature.
    first.store.documents.set('connection', memoryConnection)
    const late = await setUp({ ...first, school })
    late.store.writeDocument = () => Promise.reject(new Error('killed'))
    const change = { ...connect, connection: elsewhere, passphrase: words }
    await expect(late.job.handlers['setup.connect'](change)).rejects.toThrow('killed')
    const again = await setUp({ ...first, school })
    expect(await again.job.problems()).toEqual([])
    expect(again.job.state()).toMatchObject({ url: elsewhere.url, state: 'passwordNeeded' })
  })
})

describe('the demo school’s case file', () => {
  it('never meets another directory, whatever its store says', async () => {
    const store = new MemoryShelf()
    store.documents.set('connection', { ...elsewhere, embedded: false })
    const { job, sentTo } = await setUp({ store, isDemo: true, bindPassword: right })
    expect((await job.directory.open()).ok).toBe(true)
    expect(sentTo).toEqual([memoryConnection.url])
    expect(await job.handlers['setup.connect'](connect)).toMatchObject({ failure: { code: 'caseFile.demo' } })
  })

  it('is known by who founded it, and not connected wherever it has come to lie', async () => {
    const school = await LedgerBuilder.found()
    const first = await setUp({ school })
    first.store.documents.set('connection', memoryConnection)
    const { job, sentTo } = await setUp({
      store: first.store,
      school,
      bindPassword: right,
      isDemoPerson: (id) => id === school.leadership.id
    })
    expect(await job.directory.open()).toMatchObject({ failure: { code: 'directory.demoCaseFile' } })
    expect(sentTo).toEqual([])
    const connected = await job.handlers['setup.connect']({ ...connect, passphrase: words })
    expect(connected).toMatchObject({ failure: { code: 'directory.demoCaseFile' } })
  })

  it('is the only one that is ever connected to the school in the data folder', async () => {
    const store = new MemoryShelf()
    store.documents.set('connection', { ...memoryConnection, profile: 'demo', embedded: true })
    const { job, state } = await setUp({ store })
    expect(state()).toBeNull()
    expect((await job.handlers['setup.startDemo'](undefined)).ok).toBe(false)
  })
})
