import { suspensionSchema, type Account, type Suspension } from '../../contract/accounts'
import type { PlanJournal } from '../../world/store/port'

/**
 * Suspensions that were in force when a person was marked as having left, by account id. The directory itself
 * shows only that the account is suspended; the journal knows from which step. Who comes back gets the earlier
 * suspension back and not an open account: a roster never lifts what follows a violation (P9). A suspension
 * whose end has passed by `now` (ISO, UTC) counts no more.
 */
export async function suspensionsBeforeLeaving(
  journal: Pick<PlanJournal, 'historyOf'>,
  accounts: readonly Account[],
  now: string
): Promise<ReadonlyMap<string, Suspension>> {
  const found = new Map<string, Suspension>()
  for (const account of accounts) {
    if (account.leaverSince === null) continue
    const history = await journal.historyOf(account.id)
    const leave = history.find(
      ({ step, record }) => record.outcome === 'done' && typeof step.after?.['leaverSince'] === 'string'
    )
    const before = suspensionSchema.safeParse(leave?.step.before?.['suspension'])
    if (!before.success || before.data.kind === 'none') continue
    if (before.data.kind === 'until' && before.data.until <= now) continue
    found.set(account.id, before.data)
  }
  return found
}
