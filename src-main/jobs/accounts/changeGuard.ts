import type { Account, Suspension } from '../../contract/accounts'
import type { Result } from '../../contract/result'

/**
 * What a decision of the leadership keeps an account plan from doing, everyday actions and undoing included; succeeds
 * where nothing stands in the way.
 */
export type ChangeGuard = (
  account: Account,
  change: { readonly suspension?: Suspension; readonly groups?: readonly string[] }
) => Promise<Result<undefined>>
