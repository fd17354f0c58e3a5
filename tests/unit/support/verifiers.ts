import type { LedgerExport, LedgerProblem, PrintedLedger } from '../../../src-main/contract/ledger'
import { verifyExport } from '../../../src-main/core/ledger'
import { verifyExport as verifyAlone } from '../../../resources/verify-ledger.mjs'
import { checkPlans } from '../../../src-main/jobs'
import { ledgerRules } from './ledgerBuilder'

/** What a verifier says about an export; the same for both, or `verifyBoth` throws. */
export interface Verdict {
  readonly statements: number
  readonly head: PrintedLedger['head']
  readonly root: string | null
  /** `17 wrongSignature`, in order. */
  readonly problems: readonly string[]
  readonly clockNotices: readonly number[]
  readonly unknownKinds: readonly number[]
  readonly uncheckedPlans: readonly number[]
  readonly uncheckedGroups: readonly number[]
}

const nothingPrinted: PrintedLedger = { head: null, root: null }

/** The app's own verdict. */
export function verifyInApp(document: LedgerExport, printed: PrintedLedger = nothingPrinted): Verdict {
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  const verified = verifyExport(bytes, 'export.json', ledgerRules, checkPlans, printed)
  if (!verified.ok) throw new Error(verified.failure.code)
  return { ...verified.value, problems: wordsOf(verified.value.problems) }
}

/** The verdict of the program that stands alone. */
export function verifyStandingAlone(
  document: LedgerExport,
  printed: PrintedLedger = nothingPrinted
): Verdict {
  const verified = verifyAlone(JSON.parse(JSON.stringify(document)), printed)
  if (verified === null) throw new Error('no export')
  const { problems, erased: _erased, ...rest } = verified
  const named = problems.map(({ seq, code }) => ({ sequence: seq, code }) as LedgerProblem)
  return { ...rest, problems: wordsOf(named) }
}

function wordsOf(problems: readonly LedgerProblem[]): string[] {
  return problems
    .map(({ sequence, code }) => `${String(sequence).padStart(4)} ${code}`)
    .sort()
    .map((words) => words.trimStart())
}
