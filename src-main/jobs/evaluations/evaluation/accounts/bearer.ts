import { succeed, type Result } from '../../../../contract/result'
import type { House } from '../../../../desks/job'
import { AccountHistory } from './history'

/**
 * Id of the account that has this login and had it already then; null: nobody's, or somebody else may have had it. A login that is
 * given away anew must not accuse whoever has it today of what was done under it before.
 *
 * @param since milliseconds
 */
export async function bearerOf(
  { directory, store, plans }: Pick<House, 'directory' | 'store' | 'plans'>,
  login: string,
  since: number
): Promise<Result<string | null>> {
  const found = await directory.ask((open) => open.findAccount(login))
  if (!found.ok) return found
  const account = found.value
  if (account === null) return succeed(null)
  const { id, createdAt } = account
  if (createdAt !== null && Date.parse(createdAt) > since) return succeed(null)
  const { namedSince } = await new AccountHistory({ journal: store, witness: plans.witness }).of(id)
  return succeed(namedSince !== null && namedSince > since ? null : id)
}
