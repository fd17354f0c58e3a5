import { join } from 'node:path'
import { z } from 'zod'
import type { LedgerHead } from '../../contract/ledger'
import { fail, succeed, type Result } from '../../contract/result'
import { readBackup, Tally, writeBackup, type BackupMeta } from '../../core/backup'
import type { PassphraseCost } from '../../core/people/passphrase'
import type { FileAccess, FileStreams } from '../../world/files/port'
import { StoreFailure, type CopiedRow, type Store } from '../../world/store/port'

export interface BackupOptions {
  readonly store: Pick<Store, 'kind' | 'copyOut'>
  /** The device key file, byte for byte: without it the password slips in the store open nowhere. */
  readonly deviceKey: Uint8Array
  /** The newest statement that this PC knows; it must be in the backup. null: the ledger is empty. */
  readonly ledgerHead: LedgerHead | null
  /** Chosen by the person. */
  readonly folder: string
  readonly passphrase: string
  /** Of Netzwart. */
  readonly version: string
  readonly files: Pick<FileAccess, 'exists'> & FileStreams
  readonly now: () => Date
  readonly cost?: PassphraseCost
}

export interface MadeBackup {
  readonly file: string
  readonly statements: number
  /** Head of the ledger as it was saved; null: the ledger was empty. */
  readonly head: LedgerHead | null
}

/**
 * Documents that are this PC's own knowledge, with what it knows (undefined: nothing): where its case file lies, how it
 * shows itself. What a backup has under these names is left out.
 */
export type OwnDocuments = ReadonlyMap<string, unknown>

export interface RestoreOptions {
  readonly store: Pick<Store, 'copyIn'>
  readonly file: string
  readonly passphrase: string
  readonly files: Pick<FileStreams, 'readStream'>
  readonly ownDocuments: OwnDocuments
  /** Whether this is the id of a person of the demo school, whose secrets everybody knows. */
  readonly isDemoPerson: (person: string) => boolean
  /**
   * Puts the device key of the backup in the place of this PC's own. Called once, when everything was read and found
   * right, before the rows count; a failure of it leaves the store empty.
   */
  readonly keepDeviceKey: (key: Uint8Array) => Promise<Result<undefined>>
}

export type RestoredBackup = Pick<BackupMeta, 'createdAt' | 'version' | 'kind'>

const minute = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})

/**
 * Writes an encrypted copy of the case file into a folder, as a new file that only this person may read. It gets its
 * name when all of it lies on the disk and was read back: as many rows of each table, the same head. Otherwise
 * nothing is left there. `application.fileNotWritable` (also: no space), `backup.notReadBack`,
 * `backup.journalChanged`, `store.*`.
 */
export async function createBackup(options: BackupOptions): Promise<Result<MadeBackup>> {
  const { store, deviceKey, ledgerHead: head, folder, passphrase, version, files, cost } = options
  const instant = options.now()
  const file = await freeName(files, folder, instant)
  const written = new Tally(head)
  const meta = { createdAt: instant.toISOString(), version, kind: store.kind, deviceKey, head }
  const inspect = async (draft: string): Promise<Result<undefined>> => {
    if (head !== null && !written.isComplete)
      return fail('backup.journalChanged', { sequence: head.sequence })
    return (await holds(draft, options, written)) ? succeed() : fail('backup.notReadBack', { folder })
  }
  const saved = await answering(() =>
    files.writeStreamPrivately(
      file,
      writeBackup(written.watch(store.copyOut()), passphrase, meta, cost),
      inspect
    )
  )
  if (!saved.ok) return saved
  return succeed({ file, statements: written.rowsOf('statements'), head: written.counted.head })
}

/**
 * Fills an empty case file from a backup, all or nothing. The open ledger and the secret box know nothing of it: they
 * are opened anew. `store.notEmpty`, `store.copyUnreadable`, `application.fileNotReadable`, `backup.*`.
 */
export async function restoreBackup({
  store,
  file,
  passphrase,
  files,
  ownDocuments,
  isDemoPerson,
  keepDeviceKey
}: RestoreOptions): Promise<Result<RestoredBackup>> {
  return answering(async () => {
    const bytes = await files.readStream(file)
    if (!bytes.ok) return bytes
    const backup = await readBackup(readable(bytes.value, file), passphrase)
    if (!backup.ok) return backup
    const { meta, rows } = backup.value
    try {
      const copied = await store.copyIn(
        followedBy(rowsForHere(rows, ownDocuments, isDemoPerson), async () => {
          const kept = await keepDeviceKey(meta.deviceKey)
          if (!kept.ok) throw new StoreFailure(kept.failure)
        })
      )
      if (!copied.ok) return copied
      return succeed({ createdAt: meta.createdAt, version: meta.version, kind: meta.kind })
    } finally {
      await backup.value.close()
    }
  })
}

/** The rows of a backup as they may come into this PC's store. `backup.demo`: it is one of the demo school. */
async function* rowsForHere(
  rows: AsyncIterable<CopiedRow>,
  own: OwnDocuments,
  isDemoPerson: (person: string) => boolean
): AsyncGenerator<CopiedRow> {
  for await (const copied of rows) {
    const { table, row } = copied
    if (table === 'documents' && own.has(String(row['name']))) continue
    if (table === 'statements' && isDemoPerson(founderIn(String(row['text'])))) {
      throw new StoreFailure({ code: 'backup.demo', parameters: {} })
    }
    yield copied
  }
  for (const [name, value] of own) {
    if (value !== undefined) yield { table: 'documents', row: { name, body: JSON.stringify(value) } }
  }
}

const foundingSchema = z.object({
  kind: z.literal('founding'),
  body: z.object({ leadership: z.object({ person: z.string() }) })
})

/** Who founded the case file, where this is the text of the founding; else empty. */
function founderIn(text: string): string {
  if (!text.includes('"kind":"founding"')) return ''
  try {
    const parsed = foundingSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data.body.leadership.person : ''
  } catch {
    return ''
  }
}

/** A backup never takes the place of another one. */
async function freeName(files: Pick<FileAccess, 'exists'>, folder: string, instant: Date): Promise<string> {
  const parts = new Map(minute.formatToParts(instant).map(({ type, value }) => [type, value]))
  const day = ['year', 'month', 'day']
    .map((part) => parts.get(part as Intl.DateTimeFormatPartTypes))
    .join('-')
  const name = `Netzwart-Sicherung-${day}-${parts.get('hour') ?? ''}${parts.get('minute') ?? ''}`
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${name}${number === 1 ? '' : `-${number}`}.netzwart-backup`)
    if (!(await files.exists(file))) return file
  }
}

/** Whether the file opens and holds what was written. */
async function holds(
  file: string,
  { files, passphrase, deviceKey }: BackupOptions,
  written: Tally
): Promise<boolean> {
  const read = await answering(async () => {
    const bytes = await files.readStream(file)
    if (!bytes.ok) return bytes
    const backup = await readBackup(readable(bytes.value, file), passphrase)
    if (!backup.ok) return backup
    const { meta, rows } = backup.value
    try {
      const tally = new Tally(meta.head)
      for await (const row of rows) tally.take(row)
      return succeed({ counted: tally.counted, deviceKey: meta.deviceKey })
    } finally {
      await backup.value.close()
    }
  })
  return (
    read.ok &&
    JSON.stringify(read.value.counted) === JSON.stringify(written.counted) &&
    Buffer.from(read.value.deviceKey).equals(deviceKey)
  )
}

/** Bytes of a file whose medium may go away in the middle of it. */
async function* readable(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    throw new StoreFailure({ code: 'application.fileNotReadable', parameters: { file } }, { cause: error })
  }
}

/** All items, and then, when all were taken, something more. */
async function* followedBy<Item>(
  items: AsyncIterable<Item>,
  after: () => Promise<void>
): AsyncGenerator<Item> {
  yield* items
  await after()
}

async function answering<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreFailure) return { ok: false, failure: error.failure }
    throw error
  }
}
