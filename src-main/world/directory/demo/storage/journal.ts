import { createHash } from 'node:crypto'
import { copyFile, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tree, TreeRecord } from '../tree/tree'

/*
 * The folder holds a snapshot (all entries at one moment) and the journal of everything after it. Both are
 * lines: a checksum, a space, a JSON document. A snapshot names its generation and the journal that follows it
 * has the same number, so that a crash between the two steps of a compaction changes nothing.
 */

const snapshotFile = 'entries.snapshot'
const compactAfterBytes = 32 * 1024 * 1024

function journalFile(generation: number): string {
  return `changes-${generation}.journal`
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function toLine(value: unknown): string {
  const text = JSON.stringify(value)
  return `${checksum(text)} ${text}\n`
}

interface Lines {
  readonly values: unknown[]
  /** Bytes up to which everything is whole. */
  readonly wholeBytes: number
  readonly damaged: boolean
}

function readLines(bytes: Buffer): Lines {
  const values: unknown[] = []
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start)
    if (end < 0) return { values, wholeBytes: start, damaged: true }
    const line = bytes.toString('utf8', start, end)
    const text = line.slice(17)
    if (line.slice(0, 16) !== checksum(text)) return { values, wholeBytes: start, damaged: true }
    values.push(JSON.parse(text))
    start = end + 1
  }
  return { values, wholeBytes: start, damaged: false }
}

async function readOrEmpty(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; there a rename is durable with the file's own sync.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

export interface OpenedJournal {
  readonly journal: Journal
  /** Nothing was there: the folder is new. */
  readonly empty: boolean
  /** Bytes at the end of the journal that were cut off by a crash and left out. */
  readonly lostBytes: number
}

/** Keeps the tree in a folder. A resolved `append` is on the disk, also after a power cut. */
export class Journal {
  private pending: string[] = []
  private flushing: Promise<void> | null = null
  private written = 0
  private broken: Error | null = null

  private constructor(
    private readonly folder: string,
    private readonly tree: Tree,
    private generation: number,
    private handle: FileHandle
  ) {}

  /**
   * Reads what is there into the (empty) tree and opens the journal for writing.
   *
   * @throws Error when the snapshot is damaged or the folder cannot be used
   */
  static async open(folder: string, tree: Tree): Promise<OpenedJournal> {
    const snapshot = readLines(await readOrEmpty(join(folder, snapshotFile)))
    const header = snapshot.values[0] as { generation: number; entries: number } | undefined
    if (snapshot.damaged || (header && header.entries !== snapshot.values.length - 1)) {
      throw new Error('the snapshot of the demo directory is damaged')
    }
    for (const record of snapshot.values.slice(1)) tree.apply(record as TreeRecord)
    const generation = header?.generation ?? 0
    const file = join(folder, journalFile(generation))
    const bytes = await readOrEmpty(file)
    const lines = readLines(bytes)
    for (const record of lines.values) tree.apply(record as TreeRecord)
    if (lines.damaged) await copyFile(file, `${file}.damaged`)
    const handle = await open(file, 'a', 0o600)
    if (lines.damaged) await handle.truncate(lines.wholeBytes)
    const journal = new Journal(folder, tree, generation, handle)
    journal.written = lines.wholeBytes
    await journal.removeOldJournals()
    return {
      journal,
      empty: header === undefined && lines.values.length === 0,
      lostBytes: bytes.length - lines.wholeBytes
    }
  }

  /** Writes of one moment share one sync: this is what makes a thousand changes fast. */
  append(records: readonly TreeRecord[]): Promise<void> {
    if (this.broken) return Promise.reject(this.broken)
    for (const record of records) this.pending.push(toLine(record))
    return this.flush()
  }

  private async flush(): Promise<void> {
    // What is being written now may have left without our lines; then the next round takes them.
    if (this.flushing) await this.flushing
    if (this.broken) throw this.broken
    if (this.pending.length === 0) return this.flushing ?? undefined
    this.flushing ??= this.writePending().finally(() => {
      this.flushing = null
    })
    await this.flushing
  }

  private async writePending(): Promise<void> {
    // One turn of the event loop: requests that came in the same packet join this sync.
    await new Promise((resolve) => setImmediate(resolve))
    const text = this.pending.join('')
    this.pending = []
    try {
      await this.handle.appendFile(text)
      await this.handle.datasync()
      this.written += Buffer.byteLength(text)
      if (this.written > compactAfterBytes) await this.compact()
    } catch (error) {
      this.broken = error instanceof Error ? error : new Error(String(error))
      throw this.broken
    }
  }

  /** Writes a new snapshot and begins a new journal. Changes made meanwhile go into the new journal. */
  async compact(): Promise<void> {
    const next = this.generation + 1
    const records = [...this.tree.entries()].map((entry): TreeRecord => {
      return { kind: 'put', id: entry.id, name: entry.name.text, attributes: entry.toAttributes() }
    })
    const text = [{ generation: next, entries: records.length }, ...records].map(toLine).join('')
    const temporary = join(this.folder, `${snapshotFile}.new`)
    const file = await open(temporary, 'w', 0o600)
    await file.writeFile(text)
    await file.sync()
    await file.close()
    const handle = await open(join(this.folder, journalFile(next)), 'w', 0o600)
    await handle.sync()
    await rename(temporary, join(this.folder, snapshotFile))
    await syncFolder(this.folder)
    const former = this.handle
    this.handle = handle
    this.generation = next
    this.written = 0
    await former.close()
    await this.removeOldJournals()
  }

  private async removeOldJournals(): Promise<void> {
    const current = journalFile(this.generation)
    for (const name of await readdir(this.folder)) {
      if (name.endsWith('.journal') && name !== current) await rm(join(this.folder, name), { force: true })
    }
  }

  async close(): Promise<void> {
    await this.flush().catch(() => undefined)
    if (!this.broken && this.written > 0) await this.compact()
    await this.handle.close()
  }
}
