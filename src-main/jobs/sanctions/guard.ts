import type { Account, Suspension } from '../../contract/accounts'
import { isSameGroup } from '../../contract/modules'
import { fail, succeed, type Result } from '../../contract/result'
import type { LedgerClock } from '../../core/ledger'
import type { GuardedChange } from '../../desks/job'
import type { CasePlans } from './casePlans'
import { demandedBy } from './demands'
import { isMember } from './measures'
import { reachOf } from '../../core/suspensions'

/**
 * Keeps everyday actions from taking back what the leadership has decided (P26): `sanctions.liftIsDecision` where a case
 * in force asks for a suspension that would become shorter, or for being out of a group that would be joined.
 */
export async function guardOf(
  parts: { readonly plans: CasePlans; readonly clock: LedgerClock },
  account: Account,
  { suspension, groups }: GuardedChange
): Promise<Result<undefined>> {
  const cases = await parts.plans.standingOf(account.id)
  if (cases.length === 0) return succeed()
  await parts.clock.follow()
  const now = parts.clock.now()
  for (const one of cases) {
    const demanded = demandedBy([one], null, now)
    const isShorter =
      suspension !== undefined &&
      isLess(suspension, account.suspension, now) &&
      reachOf(suspension, now) < reachOf(demanded.suspension, now)
    const joinsAgain =
      groups !== undefined &&
      demanded.groups.some(
        (group) => groups.some((name) => isSameGroup(name, group)) && !isMember(account, group)
      )
    if (isShorter || joinsAgain) return fail('sanctions.liftIsDecision', { number: one.record.number })
  }
  return succeed()
}

/**
 * A day that has come is no end yet: where the directory ends no suspension by itself, the account is shut out until
 * somebody lifts it, and the day stands in a register that everybody with the app's role at the database can write.
 */
function isLess(wanted: Suspension, current: Suspension, now: Date): boolean {
  const reach = reachOf(wanted, now)
  return reach < reachOf(current, now) || (reach === 0 && current.kind !== 'none')
}
