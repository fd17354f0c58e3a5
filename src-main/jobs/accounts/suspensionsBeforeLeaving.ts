import { suspensionSchema, type Account, type Suspension } from '../../contract/accounts'
import type { PlanJournal } from '../../world/store/port'

/**
 * The suspension of who comes back, given the one that was in force before they left: what the leadership has decided
 * meanwhile, or no longer asks for, is known elsewhere.
 */
export type SuspensionAtReturn = (account: Account, before: Suspension) => Promise<Suspension>

/**
 * Suspensions that were in force when a person was marked as having left, by account id. The directory itself
 * shows only that the account is suspended; the journal knows from which step. Who comes back gets the earlier
 * suspension back and not an open account: a roster never lifts what follows a violation (P9). A suspension
 * whose end has passed by `now` (ISO, UTC) counts no more. A step whose answer was lost may be the one that marked the
 * person, so it counts unless it was taken back. What was decided while the person was away counts as if it
 * had been there before.
 */
export async function suspensionsBeforeLeaving(
  journal: Pick<PlanJournal, 'historyOf'>,
  accounts: readonly Account[],
  now: string,
  atReturn: SuspensionAtReturn
): Promise<ReadonlyMap<string, Suspension>> {
  const found = new Map<string, Suspension>()
  for (const account of accounts) {
    if (account.leaverSince === null) continue
    const history = await journal.historyOf(account.id)
    const leave = history.find(
      ({ step, record }) =>
        record.outcome !== 'open' &&
        record.outcome !== 'undone' &&
        typeof step.after?.['leaverSince'] === 'string'
    )
    const told = suspensionSchema.safeParse(leave?.step.before?.['suspension'])
    const before: Suspension = told.success ? told.data : { kind: 'none' }
    const isOver = before.kind === 'until' && before.until <= now
    const suspension = await atReturn(account, isOver ? { kind: 'none' } : before)
    if (suspension.kind !== 'none') found.set(account.id, suspension)
  }
  return found
}
