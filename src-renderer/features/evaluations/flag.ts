import type { Flag } from '../../../src-main/contract/flags'
import type { Failure } from '../../../src-main/contract/result'
import { call } from '../../shared/api'
import { useCurrent } from '../../shared/current'

/** Failures after which the page shows something that is no longer so. */
const staleCodes: readonly Failure['code'][] = [
  'ledger.changedSince',
  'flags.notPossibleNow',
  'flags.notFound',
  'flags.ownReport'
]

export function isStale({ code }: Failure): boolean {
  return staleCodes.includes(code)
}

/** A flag as main keeps it. */
export function useFlag(id: () => string) {
  return useCurrent<Flag>(id, (flag) => call('flags.flag', { flag }), 'flags.notFound')
}
