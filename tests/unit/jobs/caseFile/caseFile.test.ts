import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, succeed, type Result } from '../../../../src-main/contract/result'
import type { LedgerHead } from '../../../../src-main/contract/ledger'
import type { Actor } from '../../../../src-main/core/people/actor'
import { Throttle } from '../../../../src-main/core/people/throttle'
import {
  createCaseFileJob,
  type CaseFileJob,
  type CaseFileServices
} from '../../../../src-main/jobs/caseFile'
import { createBackup } from '../../../../src-main/jobs/caseFile/backup'
import { localFiles } from '../../../../src-main/world/files/local'
import { StoreFailure, type OpenSharedStore, type Store } from '../../../../src-main/world/store/port'
import { openSqliteStore } from '../../../../src-main/world/store/sqlite'
import { closedState } from '../../support/applicationState'
import { MemoryKeychain } from '../../support/memoryKeychain'
import { valueOf } from '../../support/storeSamples'

vi.mock('../../../../src-main/jobs/caseFile/backup', { spy: true })

const head: LedgerHead = { sequence: 1, hash: 'a'.repeat(64) }
const passphrase = 'Ein Zug fährt über die Brücke'
const deviceKey = new Uint8Array(32).fill(7)

/** One person of a founded case file. */
function person(id: string, roles: Actor['roles']): Actor {
  const names = { login: id, givenName: 'Ada', familyName: 'Muster' }
  return { person: id, names, roles, deputy: false, classes: [], fingerprint: null }
}

let folder: string
let local: Store
let actor: Actor | null
let opened: Store | null
/** Chooses a folder or file; whoever sits there may change meanwhile. */
let choose: () => Promise<string | null>
let openOn: CaseFileServices['openOn']
let told: () => void
let throttle: Throttle
let openShared: OpenSharedStore
const recordBackup = vi.fn<CaseFileServices['recordBackup']>()

function jobOn(store: Store): CaseFileJob {
  const alone = async <Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> => work()
  return createCaseFileJob({
    local: store,
    openDemoStore: () => openSqliteStore(join(folder, 'demo')),
    keychain: new MemoryKeychain(),
    desktop: {
      chooseFiles: async () => {
        const file = await choose()
        return file === null ? null : [file]
      },
      chooseFolder: () => choose(),
      chooseSaveTarget: async () => null,
      openDocument: async () => succeed(),
      notify: () => undefined
    },
    files: localFiles,
    openShared: (place, password) => openShared(place, password),
    sharedSetup: {
      check: async () => fail('caseFile.notOpen'),
      prepare: async () => fail('caseFile.notOpen')
    },
    password: null,
    applicationState: () => closedState,
    version: 'test',
    program: { executable: process.execPath, leadingWords: [] },
    dataFolder: folder,
    desk: {
      saveFile: async () => succeed(null),
      savePdf: async () => succeed(null),
      remember: () => undefined
    },
    streams: localFiles,
    now: () => new Date('2026-11-22T23:05:30.000Z'),
    deviceKey: { read: async () => succeed(deviceKey), replace: async () => succeed() },
    throttle,
    isDemoPerson: () => false,
    onRestored: async () => undefined,
    onState: () => told(),
    services: {
      exclusively: alone,
      openOn: (place) => openOn(place),
      close: async () => undefined,
      head: () => head,
      actor: () => actor,
      recordBackup,
      verify: async () => fail('caseFile.notOpen'),
      recordMove: async () => succeed()
    }
  })
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-case-file-'))
  local = valueOf(await openSqliteStore(join(folder, 'local')))
  actor = person('guenther', ['administrator'])
  opened = null
  choose = async () => folder
  openOn = async (store) => void (opened = store)
  told = () => undefined
  throttle = new Throttle(() => 0)
  openShared = async () => fail('caseFile.notOpen')
  recordBackup.mockReset()
  recordBackup.mockResolvedValue(succeed())
})

afterEach(async () => {
  await local.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  beforeEach(() => {
    vi.mocked(createBackup).mockImplementation(async () => succeed({ file: 'backup', statements: 1, head }))
  })

  afterEach(() => {
    vi.mocked(createBackup).mockReset()
  })

  it('P22: is of whoever asked for it, also where the window locks or somebody else signs in meanwhile', async () => {
    const job = jobOn(local)
    await job.place.start()
    for (const next of [null, person('yildirim', ['leadership'])]) {
      actor = person('guenther', ['administrator'])
      choose = async () => {
        actor = next
        return folder
      }
      valueOf(await job.handlers['backup.create']({ passphrase }))
      expect(recordBackup).toHaveBeenLastCalledWith(1, head, 'guenther')
    }
  })

  it('P25: is made of no case file that was opened since, in which nobody is there', async () => {
    const job = jobOn(local)
    await job.place.start()
    openOn = async (store) => {
      opened = store
      actor = null
    }
    const entering = job.place.enterDemo()
    const asked = job.handlers['backup.create']({ passphrase })
    valueOf(await entering)
    expect(await asked).toEqual(fail('application.notAllowed'))
    expect(createBackup).not.toHaveBeenCalled()
    await job.place.close()
  })
})

describe('restoring a backup', () => {
  it('neither forgets what this PC has begun to move nor takes a move of another PC for its own', async () => {
    const other = valueOf(await openSqliteStore(join(folder, 'other')))
    await other.writeDocument('case-file-move', 'another one’s')
    await local.writeDocument('case-file-move', 'own')
    const made = await createBackup({
      store: other,
      deviceKey,
      ledgerHead: null,
      folder,
      passphrase,
      version: 'test',
      files: localFiles,
      now: () => new Date('2026-11-22T23:05:30.000Z'),
      cost: { operations: 1, memory: 8_192 }
    })
    await other.close()
    choose = async () => valueOf(made).file
    await jobOn(local).handlers['backup.restore']({ passphrase })
    expect(opened).toBe(local)
    expect(await local.readDocument('case-file-move')).toEqual(succeed('own'))
  })

  it('is refused where the demo school was entered while the file was chosen', async () => {
    const job = jobOn(local)
    await job.place.start()
    choose = async () => {
      valueOf(await job.place.enterDemo())
      return join(folder, 'any.netzwart-backup')
    }
    expect(await job.handlers['backup.restore']({ passphrase })).toEqual(fail('caseFile.demo'))
    expect(opened).not.toBe(local)
    await job.place.close()
  })
})

describe('the demo school', () => {
  it('is not entered where the disk does not take it: this PC’s own case file stays open, also after a new start', async () => {
    const job = jobOn(local)
    await job.place.start()
    openOn = async (store) => {
      if (store !== local) throw new StoreFailure({ code: 'store.full', parameters: { place: folder } })
      opened = store
    }
    opened = null
    expect(await job.place.enterDemo()).toEqual(fail('store.full', { place: folder }))
    expect(job.place.isInDemo).toBe(false)
    expect(opened).toBe(local)
    const anew = jobOn(local)
    await anew.place.start()
    expect(anew.place.isInDemo).toBe(false)
    // The demo's store was given back: with more space it is entered.
    openOn = async (store) => void (opened = store)
    valueOf(await anew.place.enterDemo())
    expect(anew.place.isInDemo).toBe(true)
    await anew.place.close()
    expect(await readdir(folder)).toContain('demo')
  })

  it('is not left where this PC’s own case file cannot be opened: one stays there, also after a new start', async () => {
    const job = jobOn(local)
    await job.place.start()
    valueOf(await job.place.enterDemo())
    const demo = opened
    const failure = { code: 'store.full', parameters: { place: folder } } as const
    openOn = async (store) => {
      opened = null
      if (store === local) throw new StoreFailure(failure)
      opened = store
    }
    expect(await job.place.leaveDemo()).toEqual({ ok: false, failure })
    expect([job.place.isInDemo, opened, job.place.state.state]).toEqual([true, demo, 'ready'])
    await job.place.close()
    openOn = async (store) => void (opened = store)
    const anew = jobOn(local)
    await anew.place.start()
    expect(anew.place.isInDemo).toBe(true)
    valueOf(await anew.place.leaveDemo())
    expect([anew.place.isInDemo, opened]).toEqual([false, local])
    await anew.place.close()
  })

  it('that cannot be opened again either is told, and opens with the next try', async () => {
    const job = jobOn(local)
    await job.place.start()
    valueOf(await job.place.enterDemo())
    const demo = opened
    const failure = { code: 'store.full', parameters: { place: folder } } as const
    openOn = async () => {
      throw new StoreFailure(failure)
    }
    const states: string[] = []
    told = () => void states.push(job.place.state.state)
    expect(await job.place.leaveDemo()).toEqual({ ok: false, failure })
    expect(job.place.state).toEqual({ kind: 'sqlite', place: '', state: 'unreachable', failure })
    expect(states.at(-1)).toBe('unreachable')
    opened = null
    openOn = async (store) => void (opened = store)
    valueOf(await job.handlers['caseFile.retry']({ password: null, keepPassword: false }))
    expect([opened, job.place.isInDemo, job.place.state.state]).toEqual([demo, true, 'ready'])
    await job.place.close()
  })
})

describe('the password of the database', () => {
  const location = { host: 'db.schule', port: 5432, database: 'netzwart', role: 'app', caCertificate: '' }

  it('slows down whoever guesses it, by whichever way, and nobody whom the server is not reached for', async () => {
    await local.writeDocument('case-file', { location })
    openShared = async () => fail('store.unreachable', { reason: 'weg' })
    const job = jobOn(local)
    await job.place.start()
    const retry = async (password: string) => {
      const answer = await job.handlers['caseFile.retry']({ password, keepPassword: false })
      return answer.ok ? 'open' : answer.failure.code
    }
    for (let time = 0; time < 8; time += 1) expect(await retry('richtig')).toBe('store.unreachable')
    openShared = async (_, password) =>
      password === 'richtig' ? fail('store.unreachable', { reason: 'weg' }) : fail('store.wrongCredentials')
    const tried = vi.fn(openShared)
    openShared = tried
    for (let time = 0; time < 5; time += 1) expect(await retry('geraten')).toBe('store.wrongCredentials')
    expect(await retry('geraten')).toBe('people.tooManyAttempts')
    expect(tried).toHaveBeenCalledTimes(5)
    // The same server, as somebody would join it.
    await local.deleteDocument('case-file')
    const other = jobOn(local)
    await other.place.start()
    const wanted = { location: { ...location, host: 'DB.schule' }, password: 'geraten', keepPassword: false }
    expect(await other.handlers['caseFile.join'](wanted)).toMatchObject({
      failure: { code: 'people.tooManyAttempts' }
    })
    expect(tried).toHaveBeenCalledTimes(5)
  })
})
