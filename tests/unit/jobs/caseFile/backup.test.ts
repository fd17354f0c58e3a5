import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, succeed, type Result } from '../../../../src-main/contract/result'
import {
  createBackup,
  restoreBackup,
  type BackupOptions,
  type RestoreOptions
} from '../../../../src-main/jobs/caseFile/backup'
import { localFiles } from '../../../../src-main/world/files/local'
import { StoreFailure, type CopiedRow } from '../../../../src-main/world/store/port'
import { asStream, passphrase, sampleMeta, sampleRows } from '../../core/backup/samples'
import { valueOf } from '../../support/storeSamples'

vi.mock('../../../../src-main/core/people/passphrase', () => ({
  usualCost: { operations: 1, memory: 8192 },
  deriveKey: async (words: string, salt: Uint8Array) =>
    createHash('sha256').update(words.normalize('NFC')).update(salt).digest()
}))

const full = { code: 'store.unreachable', parameters: { server: 'fallakte', reason: 'ECONNRESET' } } as const
const deviceKey = new Uint8Array(32).fill(7)
/** What this PC knows itself, whatever a backup says. */
const own = new Map<string, unknown>()
const { head } = sampleMeta(100)
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-backup-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

function storeOf(rows: AsyncIterable<CopiedRow> = asStream(sampleRows(100, 2_000))): BackupOptions['store'] {
  return { kind: 'sqlite', copyOut: () => rows }
}

async function backUp(options: Partial<BackupOptions> = {}): ReturnType<typeof createBackup> {
  return createBackup({
    store: storeOf(),
    deviceKey,
    ledgerHead: head,
    folder,
    passphrase,
    version: '0.1.0',
    files: localFiles,
    now: () => new Date('2026-11-22T23:05:30.000Z'),
    ...options
  })
}

describe('making a backup', () => {
  it('writes one file of the German time, for this person only, and says what is in it', async () => {
    const made = valueOf(await backUp())
    const name = 'Netzwart-Sicherung-2026-11-23-0005.netzwart-backup'
    expect(made).toEqual({ file: join(folder, name), statements: 100, head })
    expect(await readdir(folder)).toEqual([name])
    expect((await stat(made.file)).mode & 0o777).toBe(0o600)
  })

  it('never takes the place of another one', async () => {
    const [first, second, third] = [await backUp(), await backUp(), await backUp()]
    expect([first, second, third].map((made) => valueOf(made).file.slice(folder.length + 1))).toEqual([
      'Netzwart-Sicherung-2026-11-23-0005.netzwart-backup',
      'Netzwart-Sicherung-2026-11-23-0005-2.netzwart-backup',
      'Netzwart-Sicherung-2026-11-23-0005-3.netzwart-backup'
    ])
  })

  it('takes an empty ledger and statements that another PC has added meanwhile', async () => {
    expect(await backUp({ store: storeOf(asStream(sampleRows(0))), ledgerHead: null })).toMatchObject({
      value: { statements: 0, head: null }
    })
    expect(await backUp({ ledgerHead: sampleMeta(60).head })).toMatchObject({
      value: { statements: 100, head }
    })
  })

  it('is refused where the store lacks the newest statement that is known, or has another one', async () => {
    const lost = await backUp({ ledgerHead: sampleMeta(101).head })
    expect(lost).toEqual(fail('backup.journalChanged', { sequence: 101 }))
    const changed = await backUp({ ledgerHead: { sequence: 100, hash: '0'.repeat(64) } })
    expect(changed).toEqual(fail('backup.journalChanged', { sequence: 100 }))
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing behind when the store fails in the middle', async () => {
    async function* failing(): AsyncGenerator<CopiedRow> {
      yield* sampleRows(100, 2_000)
      await Promise.reject(new StoreFailure(full))
    }
    expect(await backUp({ store: storeOf(failing()) })).toEqual({ ok: false, failure: full })
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing behind when what was written cannot be read back as it was', async () => {
    for (const spoil of [
      (bytes: Buffer) => bytes.subarray(0, -1),
      (bytes: Buffer) => bytes.fill(0, 70_000, 70_001),
      () => Buffer.alloc(0)
    ]) {
      const files = {
        ...localFiles,
        readStream: async (file: string): Promise<Result<AsyncIterable<Uint8Array>>> =>
          succeed(asStream([spoil(await readFile(file))]))
      }
      expect(await backUp({ files })).toEqual(fail('backup.notReadBack', { folder }))
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('says that a folder cannot be written', async () => {
    const gone = join(folder, 'gone')
    const file = join(gone, 'Netzwart-Sicherung-2026-11-23-0005.netzwart-backup')
    expect(await backUp({ folder: gone })).toEqual(fail('application.fileNotWritable', { file }))
  })
})

/** What a store does with a copy: all or nothing. */
class EmptyStore {
  rows: readonly CopiedRow[] = []

  async copyIn(copied: AsyncIterable<CopiedRow>): Promise<Result<undefined>> {
    if (this.rows.length > 0) return fail('store.notEmpty')
    const rows: CopiedRow[] = []
    try {
      for await (const row of copied) rows.push(row)
    } catch (error) {
      if (error instanceof StoreFailure) return { ok: false, failure: error.failure }
      throw error
    }
    this.rows = rows
    return succeed()
  }
}

describe('restoring a backup', () => {
  const store = new EmptyStore()
  const keepDeviceKey = vi.fn<RestoreOptions['keepDeviceKey']>()
  let file = ''

  beforeEach(async () => {
    store.rows = []
    keepDeviceKey.mockReset()
    keepDeviceKey.mockResolvedValue(succeed())
    file = valueOf(await backUp()).file
  })

  async function restore(words = passphrase): ReturnType<typeof restoreBackup> {
    return restoreBackup({
      store,
      file,
      passphrase: words,
      files: localFiles,
      keepDeviceKey,
      ownDocuments: own,
      isDemoPerson: (person) => person === 'demo'
    })
  }

  it('fills the store and hands over the device key', async () => {
    const createdAt = '2026-11-22T23:05:30.000Z'
    expect(await restore()).toEqual(succeed({ createdAt, version: '0.1.0', kind: 'sqlite' }))
    expect(store.rows).toEqual(sampleRows(100, 2_000))
    expect(keepDeviceKey.mock.calls).toEqual([[deviceKey]])
  })

  it('keeps neither rows nor key where the store is not empty or anything is wrong with the file', async () => {
    store.rows = sampleRows(0)
    expect(await restore()).toEqual(fail('store.notEmpty'))
    store.rows = []
    expect(await restore('eine andere')).toEqual(fail('backup.wrongPassphrase'))
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, -1))
    expect(await restore()).toEqual(fail('backup.damaged'))
    await writeFile(file, 'Liebe Eltern')
    expect(await restore()).toEqual(fail('backup.notABackup'))
    expect(store.rows).toEqual([])
    expect(keepDeviceKey).not.toHaveBeenCalled()
  })

  it('takes nothing over where the device key cannot be kept', async () => {
    keepDeviceKey.mockResolvedValue(fail('application.fileNotWritable', { file: 'device.key' }))
    expect(await restore()).toEqual(fail('application.fileNotWritable', { file: 'device.key' }))
    expect(store.rows).toEqual([])
  })

  it('takes over no document that is this PC’s own knowledge: where its case file lies, whether it is in the demo', async () => {
    const foreign = ['case-file', 'demo-school', 'preferences'].map((name) => ({
      table: 'documents',
      row: { name, body: '"of somebody else"' }
    }))
    file = valueOf(await backUp({ store: storeOf(asStream([...foreign, ...sampleRows(100, 2_000)])) })).file
    own.set('preferences', { language: 'de' }).set('case-file', undefined).set('demo-school', undefined)
    expect((await restore()).ok).toBe(true)
    own.clear()
    expect(store.rows).toEqual([
      ...sampleRows(100, 2_000),
      { table: 'documents', row: { name: 'preferences', body: '{"language":"de"}' } }
    ])
  })

  it('takes over no case file that was founded by persons whose secrets everybody knows', async () => {
    const [document, plan, first, ...others] = sampleRows(100, 2_000)
    const text = JSON.stringify({ kind: 'founding', body: { leadership: { person: 'demo' } } })
    const founded = { ...first!, row: { ...first!.row, text } }
    file = valueOf(await backUp({ store: storeOf(asStream([document!, plan!, founded, ...others])) })).file
    expect(await restore()).toEqual(fail('backup.demo'))
    expect(store.rows).toEqual([])
    expect(keepDeviceKey).not.toHaveBeenCalled()
  })

  it('says that a file cannot be read, also where that shows only while reading', async () => {
    await rm(file)
    expect(await restore()).toMatchObject({ failure: { code: 'application.fileNotReadable' } })
    file = folder
    expect(await restore()).toMatchObject({ failure: { code: 'application.fileNotReadable' } })
  })
})
