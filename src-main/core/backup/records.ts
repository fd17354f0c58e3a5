import { z } from 'zod'
import { ledgerHeadSchema, type LedgerHead } from '../../contract/ledger'
import type { CopiedRow } from '../../world/store/port'
import { damaged, readJson } from './container'
import { Tally, type Counted } from './tally'

/** What a backup is of. */
export interface BackupMeta {
  /** ISO, UTC. */
  readonly createdAt: string
  /** Version of Netzwart that made it. */
  readonly version: string
  readonly kind: 'sqlite' | 'postgres'
  /** The device key file of the PC that made it, byte for byte: it opens the password slips that are in the store. */
  readonly deviceKey: Uint8Array
  /** A statement that is among the rows: the newest that the PC knew when it began. null: the ledger was empty. */
  readonly head: LedgerHead | null
}

/** Text that is compressed at once, characters. */
const stretch = 65_536
/** Longer lines are no rows of a school. */
const longestLine = 268_435_456

const metaSchema = z.strictObject({
  createdAt: z.iso.datetime(),
  version: z.string().max(100),
  kind: z.enum(['sqlite', 'postgres']),
  deviceKey: z
    .base64()
    .max(4096)
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  head: ledgerHeadSchema.nullable()
})
const recordSchema = z.union([
  z.strictObject({
    row: z.strictObject({
      table: z.string().max(100),
      row: z.record(z.string().max(100), z.union([z.string(), z.number(), z.null()]))
    })
  }),
  z.strictObject({ meta: metaSchema }),
  z.strictObject({
    end: z.strictObject({
      rows: z.record(z.string().max(100), z.number().int()),
      head: ledgerHeadSchema.nullable()
    })
  })
])
type BackupRecord = z.output<typeof recordSchema>

/** The lines of a backup, in stretches. */
export async function* linesOf(meta: BackupMeta, rows: AsyncIterable<CopiedRow>): AsyncGenerator<string> {
  const tally = new Tally(null)
  let text = lineOf({ meta: { ...meta, deviceKey: Buffer.from(meta.deviceKey).toString('base64') } })
  for await (const row of tally.watch(rows)) {
    text += lineOf({ row })
    if (text.length >= stretch) {
      yield text
      text = ''
    }
  }
  yield text + lineOf({ end: tally.counted })
}

function lineOf(record: z.input<typeof recordSchema>): string {
  return `${JSON.stringify(record)}\n`
}

/** Reads the records of a backup in the order in which they must come. */
export class RecordReader {
  private readonly records: AsyncGenerator<BackupRecord>

  constructor(content: AsyncIterable<Uint8Array>) {
    this.records = recordsOf(content)
  }

  async meta(): Promise<BackupMeta> {
    const first = await this.records.next()
    if (first.done === true || !('meta' in first.value)) throw damaged()
    return first.value.meta
  }

  /** The rows, and then that they were all. */
  async *rows({ head }: BackupMeta): AsyncGenerator<CopiedRow> {
    const tally = new Tally(head)
    let end: Counted | null = null
    for await (const record of this.records) {
      if (end !== null) throw damaged()
      if ('row' in record) {
        tally.take(record.row)
        yield record.row
      } else if ('end' in record) {
        end = record.end
      } else {
        throw damaged()
      }
    }
    if (end === null || !tally.isComplete || !isSame(end, tally.counted)) throw damaged()
  }

  async close(): Promise<void> {
    await this.records.return(undefined)
  }
}

function isSame(left: Counted, right: Counted): boolean {
  const tables = Object.entries(left.rows)
  return (
    left.head?.sequence === right.head?.sequence &&
    left.head?.hash === right.head?.hash &&
    tables.length === Object.keys(right.rows).length &&
    tables.every(([table, count]) => right.rows[table] === count)
  )
}

async function* recordsOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<BackupRecord> {
  for await (const text of textLines(content)) {
    const record = recordSchema.safeParse(readJson(text))
    if (!record.success) throw damaged()
    yield record.data
  }
}

/** Lines of UTF-8; each must end with a line feed. */
async function* textLines(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let begun: string[] = []
  let length = 0
  for await (const bytes of content) {
    const parts = decode(decoder, bytes).split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield begun.join('') + part
      begun = []
      length = 0
    }
    begun.push(last)
    length += last.length
    if (length > longestLine) throw damaged()
  }
  if (begun.join('') !== '') throw damaged()
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true })
  } catch {
    throw damaged()
  }
}
