import type { Failure } from '../../../src-main/contract/result'

/** Failures after which the page shows something that is no longer so. */
const staleCodes: readonly Failure['code'][] = [
  'ledger.changedSince',
  'sanctions.notPossibleNow',
  'sanctions.caseNotFound',
  'sanctions.ownProposal',
  'sanctions.ownMatter'
]

/** Whether the case has to be read again before anybody can try once more. */
export function isStale({ code }: Failure): boolean {
  return staleCodes.includes(code)
}
