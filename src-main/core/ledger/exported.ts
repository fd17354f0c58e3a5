import {
  ledgerExportSchema,
  type LedgerExport,
  type LedgerProblem,
  type LedgerVerification,
  type PrintedLedger
} from '../../contract/ledger'
import { fail, succeed, type Result } from '../../contract/result'
import type { StatementRow } from '../../world/store/port'
import { Payloads } from './payloads'
import { isSound, isStray, Replay, type LedgerItem, type LedgerRule } from './replay'
import { readStatement } from './statement'

const nothingPrinted: PrintedLedger = { head: null, root: null }

/**
 * Checks an exported ledger by the same rules as the one in the store. Payloads that are not in it were erased.
 *
 * @param file what the document is called, for the sentence of `ledger.fileUnreadable`
 * @param rules the jobs' rules about the order of their statements
 */
export function verifyExport(
  document: Uint8Array,
  file: string,
  rules: readonly (() => LedgerRule)[],
  printed: PrintedLedger = nothingPrinted
): Result<LedgerVerification> {
  const parsed = ledgerExportSchema.safeParse(parseJson(document))
  if (!parsed.success) return fail('ledger.fileUnreadable', { file })
  const replay = new Replay(rules)
  for (const row of rowsOf(parsed.data)) replay.take(replay.judge(row))
  const payloads = new Payloads()
  const { all } = replay
  payloads.take(all, parsed.data.payloads)
  const changed = all.filter((item) => payloads.isChanged(item))
  const clock = all.filter(({ statement }) => statement?.kind === 'clock.wentBack')
  const problems: LedgerProblem[] = [
    ...replay.problems,
    ...changed.map(({ row }) => ({ sequence: row.sequence, code: 'payloadChanged' as const }))
  ]
  const verification: LedgerVerification = {
    statements: all.length,
    head: replay.head,
    root: replay.authority.founding?.root ?? null,
    problems,
    clockNotices: clock.map(({ row }) => row.sequence)
  }
  return succeed(compareWithPrint(verification, replay.items, printed))
}

/**
 * Compares a verified ledger with what stands on paper: `truncated` where it ends before the printed head,
 * `chainBroken` where another statement stands in its place, `unknownKey` where another leadership has founded it.
 */
export function compareWithPrint(
  verification: LedgerVerification,
  items: readonly LedgerItem[],
  { head, root }: PrintedLedger
): LedgerVerification {
  const problems = [...verification.problems]
  if (head !== null) {
    const there = items.find(({ row }) => row.sequence === head.sequence)
    if (there === undefined) problems.push({ sequence: head.sequence, code: 'truncated' })
    else if (!there.row.hash.startsWith(head.hash)) {
      problems.push({ sequence: head.sequence, code: 'chainBroken' })
    }
  }
  if (root !== null && verification.root !== root) {
    // The founding that counts; of a ledger that has none, the first statement.
    const founding = items.find((item) => item.statement?.kind === 'founding' && isSound(item))
    problems.push({ sequence: founding?.row.sequence ?? 1, code: 'unknownKey' })
  }
  return { ...verification, problems: problems.sort((left, right) => left.sequence - right.sequence) }
}

/** The export has no numbers beside the texts: a statement says its own; what cannot be read takes the next one. */
function rowsOf({ statements }: LedgerExport): StatementRow[] {
  let highest = 0
  return statements.map((statement) => {
    const read = readStatement({ ...statement, sequence: 0 })
    const sequence = read?.sequence ?? highest + 1
    if (!isStray(sequence, highest)) highest = Math.max(highest, sequence)
    return { sequence, ...statement }
  })
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
