import type { Account } from '../../contract/accounts'
import type { PlanProgress } from '../../contract/plan'
import { succeed, type Result } from '../../contract/result'
import type { Store } from '../../world/store/port'
import { actionPlan, liftSuspension, returnModules, type ActionStep } from './actions'
import { dayOf, type Clock } from './calendar'
import type { ChangeGuard } from './changeGuard'
import type { DirectoryCache } from './directoryCache'
import type { ModuleReturns } from './moduleReturns'
import { isShutOut } from './modules'
import type { PlanRunner } from './planRunner'
import type { ReturnableModules } from './returnableModules'

interface DueParts {
  readonly store: Store
  readonly cache: DirectoryCache
  readonly runner: PlanRunner
  readonly clock: Clock
  readonly guard: ChangeGuard
  readonly returns: ModuleReturns
  readonly returnable: ReturnableModules
}

/**
 * Lifts every suspension whose end has come, where the directory does not do so itself (see [Note: suspensions
 * that end]), and gives back the modules of suspensions that are over (see [Note: a suspension takes modules]), which no
 * directory does by itself. null: nothing was due. To be called when the app opens, now and then while it is open, and by
 * the scheduled `netzwart due`.
 */
export async function liftDue(parts: DueParts): Promise<Result<PlanProgress | null>> {
  const { cache, runner, clock } = parts
  const lifts = await dueLifts(parts)
  if (!lifts.ok) return lifts
  const returned = await dueReturns(parts, new Set(lifts.value.map(({ account }) => account.id)))
  if (!returned.ok) return returned
  const steps = [...lifts.value, ...returned.value]
  if (steps.length === 0) return succeed(null)
  const directory = await cache.open()
  if (!directory.ok) return directory
  const now = clock.now()
  const hash = await runner.keep(actionPlan(steps, dayOf(now), now.toISOString()), directory.value, null)
  return runner.apply(hash, { kind: 'due' })
}

async function dueLifts({ store, cache, clock, guard, returnable }: DueParts): Promise<Result<ActionStep[]>> {
  const now = clock.now()
  const steps: ActionStep[] = []
  for (const [id, until] of await store.dueSuspensions()) {
    if (Date.parse(until) > now.getTime()) continue
    const account = await read(cache, id)
    if (!account.ok) return account
    if (account.value?.suspension.kind !== 'until') {
      // Removed, lifted, or suspended for good by someone else: there is nothing left to end.
      await store.forgetSuspension(id)
      continue
    }
    // What a decision still asks for is not over, whatever day stands there; the case shows the difference.
    if (!(await guard(account.value, { suspension: { kind: 'none' } })).ok) continue
    const groups = await returnable.of(account.value)
    if (!groups.ok) return groups
    steps.push(
      liftSuspension(account.value, groups.value, { code: 'suspensionEnded', parameters: { until } })
    )
  }
  return succeed(steps)
}

/** Accounts that are suspended no more and have modules to come back. `lifted`: these get theirs with the lift. */
async function dueReturns(
  { cache, clock, returns, returnable }: DueParts,
  lifted: ReadonlySet<string>
): Promise<Result<ActionStep[]>> {
  const waiting = await returns.accounts()
  if (!waiting.ok) return waiting
  const steps: ActionStep[] = []
  const settled: string[] = []
  for (const id of waiting.value) {
    if (lifted.has(id)) continue
    const account = await read(cache, id)
    if (!account.ok) return account
    // While somebody is shut out, the end of a case can still come to be owed.
    if (account.value !== null && isShutOut(account.value, clock.now())) continue
    const taken: Result<readonly string[]> =
      account.value === null ? succeed([]) : await returnable.taken(account.value)
    if (!taken.ok) return taken
    if (account.value === null || taken.value.length === 0) {
      settled.push(id)
      continue
    }
    const groups = await returnable.of(account.value)
    if (!groups.ok) return groups
    // What a case in force withholds waits until that has ended, too.
    if (groups.value.length === 0) continue
    steps.push(returnModules(account.value, groups.value, { code: 'suspensionOver', parameters: {} }))
  }
  const dropped = await returns.drop(settled)
  return dropped.ok ? succeed(steps) : dropped
}

function read(cache: DirectoryCache, id: string): Promise<Result<Account | null>> {
  return cache.ask((directory) => directory.readAccount(id))
}
