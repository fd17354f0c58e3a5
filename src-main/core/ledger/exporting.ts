import type { LedgerExport, Statement } from '../../contract/ledger'
import type { LedgerShelf, StatementRow } from '../../world/store/port'
import type { KnownLedger } from './known'
import { lowestNumber, rowsAbove } from './rows'

/** For whom a ledger is exported. */
export interface ExportFor {
  /** ISO, UTC. */
  readonly now: string
  /** What the person is called. */
  readonly reader: string
  /** Whether that person may read a statement's payload; what they may not is left out, and counted. */
  readonly reads: (statement: Statement) => boolean
}

/** Rows read at once. */
const readAtOnce = 1_000

/** The whole ledger, to be verified elsewhere: its rows as they lie in the store. */
export async function exportOf(
  known: KnownLedger,
  shelf: Pick<LedgerShelf, 'readPayloads' | 'readStatements'>,
  { now, reader, reads }: ExportFor
): Promise<LedgerExport> {
  const all = [...known.items, ...known.strays]
  const said = all.flatMap(({ statement }) => statement ?? [])
  const open = said.filter(reads).flatMap(({ payload }) => payload ?? [])
  const payloads = await shelf.readPayloads(open)
  const withheld = said.filter((statement) => statement.payload !== null).length - open.length
  const counted: StatementRow[] = []
  const strays: StatementRow[] = []
  for await (const rows of rowsAbove(lowestNumber, shelf, readAtOnce)) {
    for (const row of rows) {
      // What another PC has said meanwhile is not known here, and would look as if its details were erased.
      if (known.numbered(row.sequence) !== undefined) counted.push(row)
      else if (known.strays.some((stray) => stray.sequence === row.sequence)) strays.push(row)
    }
  }
  return {
    format: 'netzwart-ledger-1',
    exportedAt: now,
    ...(withheld === 0 ? {} : { withheld: { payloads: withheld, reader } }),
    statements: [...counted, ...strays].map(({ text, signature, hash }) => ({ text, signature, hash })),
    payloads: payloads.map(({ hash, salt, text }) => ({ hash, salt, text }))
  }
}
