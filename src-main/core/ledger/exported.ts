import {
  ledgerExportSchema,
  type LedgerExport,
  type LedgerVerification,
  type PrintedLedger
} from '../../contract/ledger'
import { fail, succeed, type Result } from '../../contract/result'
import type { StatementRow } from '../../world/store/port'
import { KnownLedger, type LedgerView } from './known'
import { isSound, isStray, type LedgerItem, type LedgerRule } from './replay'
import { readNewerStatement, readStatement } from './statement'

/** What plans that went along in an export are compared with their cases by. */
export type CheckPlans = (
  ledger: LedgerView,
  exported: Pick<LedgerExport, 'plans' | 'settings'>
) => Pick<LedgerVerification, 'problems' | 'uncheckedPlans' | 'uncheckedGroups'>

const nothingPrinted: PrintedLedger = { head: null, root: null }

/**
 * Checks an exported ledger by the same rules as the one in the store. Payloads that are not in it were erased.
 *
 * @param file what the document is called, for the sentence of `ledger.fileUnreadable`
 * @param rules the jobs' rules about the order of their statements
 * @param checkPlans looks whether plans of cases follow from them
 */
export function verifyExport(
  document: Uint8Array,
  file: string,
  rules: readonly (() => LedgerRule)[],
  checkPlans: CheckPlans,
  printed: PrintedLedger = nothingPrinted
): Result<LedgerVerification> {
  const parsed = ledgerExportSchema.safeParse(parseJson(document))
  if (!parsed.success) return fail('ledger.fileUnreadable', { file })
  const known = new KnownLedger(rules)
  for (const row of rowsOf(parsed.data)) known.take(row)
  known.takePayloads(parsed.data.payloads)
  const { verification } = known
  const { problems, ...unchecked } = checkPlans(known, parsed.data)
  const all = { ...verification, ...unchecked, problems: [...verification.problems, ...problems] }
  return succeed(compareWithPrint(all, known.items, printed))
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
    const there = items.find(({ sequence }) => sequence === head.sequence)
    if (there === undefined) problems.push({ sequence: head.sequence, code: 'truncated' })
    else if (!there.hash.startsWith(head.hash)) {
      problems.push({ sequence: head.sequence, code: 'chainBroken' })
    }
  }
  if (root !== null && verification.root !== root) {
    // The founding that counts; of a ledger that has none, the first statement.
    const founding = items.find((item) => item.statement?.kind === 'founding' && isSound(item))
    problems.push({ sequence: founding?.sequence ?? 1, code: 'unknownKey' })
  }
  return { ...verification, problems: problems.sort((left, right) => left.sequence - right.sequence) }
}

/** The export has no numbers beside the texts: a statement says its own; what cannot be read takes the next one. */
function rowsOf({ statements }: LedgerExport): StatementRow[] {
  let highest = 0
  return statements.map((statement) => {
    const row = { ...statement, sequence: 0 }
    const sequence = (readStatement(row) ?? readNewerStatement(row))?.sequence ?? highest + 1
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
