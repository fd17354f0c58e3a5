import type { PlanProgress } from '../../contract/plan'
import { succeed, type Result } from '../../contract/result'
import type { Store } from '../../world/store/port'
import { actionPlan, suspend, type ActionStep } from './actions'
import { dayOf, type Clock } from './calendar'
import type { DirectoryCache } from './directoryCache'
import type { PlanRunner } from './planRunner'

/**
 * Lifts every suspension whose end has come, where the directory does not do so itself (see [Note: suspensions
 * that end]). null: nothing was due. To be called when the app opens, now and then while it is open, and by the
 * scheduled `netzwart due`.
 */
export async function liftDue(parts: {
  readonly store: Store
  readonly cache: DirectoryCache
  readonly runner: PlanRunner
  readonly clock: Clock
}): Promise<Result<PlanProgress | null>> {
  const { store, cache, runner, clock } = parts
  const now = clock.now()
  const steps: ActionStep[] = []
  for (const [id, until] of await store.dueSuspensions()) {
    if (Date.parse(until) > now.getTime()) continue
    const account = await cache.ask((directory) => directory.readAccount(id))
    if (!account.ok) return account
    if (account.value?.suspension.kind !== 'until') {
      // Removed, lifted, or suspended for good by someone else: there is nothing left to end.
      await store.forgetSuspension(id)
      continue
    }
    steps.push(suspend(account.value, { kind: 'none' }, { code: 'suspensionEnded', parameters: { until } }))
  }
  if (steps.length === 0) return succeed(null)
  const directory = await cache.open()
  if (!directory.ok) return directory
  const hash = await runner.keep(actionPlan(steps, dayOf(now), now.toISOString()), directory.value, null)
  return runner.apply(hash, { kind: 'due' })
}
