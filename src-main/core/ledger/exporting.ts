import type { LedgerExport, Statement } from '../../contract/ledger'
import type { LedgerShelf } from '../../world/store/port'
import type { KnownLedger } from './known'

/** For whom a ledger is exported. */
export interface ExportFor {
  /** ISO, UTC. */
  readonly now: string
  /** What the person is called. */
  readonly reader: string
  /** Whether that person may read a statement's payload; what they may not is left out, and counted. */
  readonly reads: (statement: Statement) => boolean
}

/** The whole ledger, to be verified elsewhere. */
export async function exportOf(
  known: KnownLedger,
  shelf: Pick<LedgerShelf, 'readPayloads'>,
  { now, reader, reads }: ExportFor
): Promise<LedgerExport> {
  const all = [...known.items, ...known.strays]
  const said = all.flatMap(({ statement }) => statement ?? [])
  const open = said.filter(reads).flatMap(({ payload }) => payload ?? [])
  const payloads = await shelf.readPayloads(open)
  const withheld = said.filter((statement) => statement.payload !== null).length - open.length
  return {
    format: 'netzwart-ledger-1',
    exportedAt: now,
    ...(withheld === 0 ? {} : { withheld: { payloads: withheld, reader } }),
    statements: all.map(({ row: { text, signature, hash } }) => ({ text, signature, hash })),
    payloads: payloads.map(({ hash, salt, text }) => ({ hash, salt, text }))
  }
}
