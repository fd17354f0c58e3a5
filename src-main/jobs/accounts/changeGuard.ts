import type { Account, Suspension } from '../../contract/accounts'
import type { Settings } from '../../contract/settings'
import { fail, succeed, type Result } from '../../contract/result'
import { reachOf } from '../../core/suspensions'
import type { AccountDecisions, ChangeGuard } from '../../desks/job'
import { isShutOut, joinedModuleGroup } from './modules'

/**
 * Nobody comes back with a suspension that the leadership has lifted since the step was planned:
 * `accounts.suspensionLiftedSince` (P26).
 *
 * Nobody who is suspended or has left gets a module (P8, P9), whichever way the plan came about:
 * `accounts.shutOutGetsNoModule`. What decisions of the leadership ask for is the other guard's.
 */
export function moduleGuard(parts: {
  readonly settings: () => Promise<Result<Settings>>
  readonly now: () => Date
  /** The suspension that a leaver would come back with now. */
  readonly atReturn: (leaver: Account) => Promise<Suspension>
  readonly decisions: Pick<AccountDecisions, 'guard'>
}): ChangeGuard {
  return async (account, change) => {
    if (change.groups !== undefined) {
      const settings = await parts.settings()
      if (!settings.ok) return settings
      const { suspension = account.suspension, leaverSince = account.leaverSince } = change
      const joined = joinedModuleGroup(account, change.groups, settings.value.modules)
      if (joined !== null && isShutOut({ suspension, leaverSince }, parts.now())) {
        return fail('accounts.shutOutGetsNoModule', { login: account.login, group: joined })
      }
    }
    if (account.leaverSince !== null && change.leaverSince === null) {
      const planned = change.suspension ?? account.suspension
      const due = await parts.atReturn(account)
      const now = parts.now()
      if (reachOf(due, now) < reachOf(planned, now)) {
        return fail('accounts.suspensionLiftedSince', { login: account.login })
      }
    }
    const decided = await parts.decisions.guard(account, change)
    return decided.ok ? succeed() : decided
  }
}
