import type { Account } from '../../contract/accounts'
import type { PlanProgress } from '../../contract/plan'
import { succeed, type Failure, type Result } from '../../contract/result'
import { isUncertain } from '../../core/plan'
import type { DirectoryDesk } from '../../desks/directory'
import type { Store } from '../../world/store/port'
import { actionPlan, liftSuspension, returnModules, type ActionStep } from './actions'
import type { Clock } from '../../core/clock'
import { dayOf } from '../../core/calendar'
import type { ChangeGuard } from '../../desks/job'
import type { ModuleReturns } from './moduleReturns'
import { isShutOut } from './modules'
import type { PlanRunner } from './planRunner'
import type { ReturnableModules } from './returnableModules'

interface DueParts {
  readonly store: Store
  readonly directory: DirectoryDesk
  readonly runner: PlanRunner
  readonly clock: Clock
  readonly guard: ChangeGuard
  readonly returns: ModuleReturns
  readonly returnable: ReturnableModules
}

/** What was lifted, and what waits for an account that could not be read. */
export interface LiftedDue {
  /** null: nothing was due that could be done. */
  readonly run: PlanProgress | null
  readonly waiting: readonly WaitingAccount[]
}

export interface WaitingAccount {
  readonly account: string
  readonly failure: Failure
}

/**
 * Lifts every suspension whose end has come, where the directory does not do so itself (see [Note: suspensions
 * that end]), and gives back the modules of suspensions that are over (see [Note: a suspension takes modules]), which no
 * directory does by itself. An account that cannot be read waits and holds up no other. To be called when the app opens,
 * now and then while it is open, and by the scheduled `netzwart due`.
 */
export async function liftDue(parts: DueParts): Promise<Result<LiftedDue>> {
  const { runner, clock } = parts
  const unreadable = new Map<string, Failure>()
  const lifts = await dueLifts(parts, unreadable)
  if (!lifts.ok) return lifts
  const lifted = new Set(lifts.value.map(({ account }) => account.id))
  const returned = await dueReturns(parts, lifted, unreadable)
  if (!returned.ok) return returned
  const steps = [...lifts.value, ...returned.value]
  const waiting = [...unreadable].map(([account, failure]) => ({ account, failure }))
  if (steps.length === 0) return succeed<LiftedDue>({ run: null, waiting })
  const directory = await parts.directory.open()
  if (!directory.ok) return directory
  const now = clock.now()
  const run = await runner.due(actionPlan(steps, dayOf(now), now.toISOString()), directory.value)
  return run.ok ? succeed<LiftedDue>({ run: run.value, waiting }) : run
}

async function dueLifts(
  { store, directory, clock, guard, returnable }: DueParts,
  unreadable: Map<string, Failure>
): Promise<Result<ActionStep[]>> {
  const now = clock.now()
  const steps: ActionStep[] = []
  for (const [id, until] of await store.dueSuspensions()) {
    if (Date.parse(until) > now.getTime()) continue
    const account = await read(directory, id, unreadable)
    if (!account.ok) return account
    if (account.value === 'unreadable') continue
    if (account.value?.suspension.kind !== 'until' || account.value.leaverSince !== null) {
      // Removed, lifted, suspended for good by someone else, or gone from the school (P8): there is nothing left to end.
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
  { directory, clock, returns, returnable }: DueParts,
  lifted: ReadonlySet<string>,
  unreadable: Map<string, Failure>
): Promise<Result<ActionStep[]>> {
  const waiting = await returns.accounts()
  if (!waiting.ok) return waiting
  const steps: ActionStep[] = []
  const settled: string[] = []
  for (const id of waiting.value) {
    if (lifted.has(id)) continue
    const account = await read(directory, id, unreadable)
    if (!account.ok) return account
    if (account.value === 'unreadable') continue
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

/** Fails only where no account can be read any more; one that alone cannot be read is noted. null: it is gone. */
async function read(
  desk: DirectoryDesk,
  id: string,
  unreadable: Map<string, Failure>
): Promise<Result<Account | 'unreadable' | null>> {
  const directory = await desk.open()
  if (!directory.ok) return directory
  const account = await desk.ask((opened) => opened.readAccount(id))
  if (account.ok || isUncertain(account.failure)) return account
  unreadable.set(id, account.failure)
  return succeed('unreadable')
}
