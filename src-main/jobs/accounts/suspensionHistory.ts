import { suspensionSchema, type Account, type Suspension } from '../../contract/accounts'
import { reachOf, strongest } from '../../core/suspensions'
import type { JournalEntry, PlanJournal, StepPlace } from '../../world/store/port'
import type { AccountDecisions } from '../../desks/job'
import { keptPlan, type RunWitness } from '../../desks/plans'

export interface SuspensionHistoryParts {
  readonly journal: Pick<PlanJournal, 'historyOf' | 'findPlan'>
  readonly witness: Pick<RunWitness, 'vouchesFor' | 'vouchesForUndo'>
  readonly now: () => Date
}

/**
 * What the journal knows about suspensions. Whoever can write to the store can write a history there, so a plan counts
 * only as the ledger says that it was begun.
 */
export class SuspensionHistory {
  constructor(private readonly parts: SuspensionHistoryParts) {}

  /**
   * Suspensions that were in force when a person was marked as having left, by account id. The directory itself
   * shows only that the account is suspended; the journal knows from which step. Who comes back gets the earlier
   * suspension back and not an open account: a roster never lifts what follows a violation (P9). A suspension
   * whose end has passed counts no more. A step whose answer was lost may be the one that marked the person, so it counts
   * unless it was taken back. What was decided while the person was away counts as if it had been there before.
   */
  async beforeLeaving(
    accounts: readonly Account[],
    atReturn: AccountDecisions['suspensionAtReturn']
  ): Promise<ReadonlyMap<string, Suspension>> {
    const found = new Map<string, Suspension>()
    const known = new Map<string, Promise<boolean>>()
    for (const account of accounts) {
      if (account.leaverSince === null) continue
      const suspension = await atReturn(account, await this.beforeLeavingOf(account, known))
      if (suspension.kind !== 'none') found.set(account.id, suspension)
    }
    return found
  }

  /**
   * The suspension that an account is to have whose new password was interrupted, where the server has lifted the one
   * that the step has found: the same, unless something else was done about it since.
   */
  async afterInterruptedReset(account: string, reset: StepPlace, found: Suspension): Promise<Suspension> {
    const known = new Map<string, Promise<boolean>>()
    for (const entry of await this.parts.journal.historyOf(account, reset)) {
      const { step, record } = entry
      const since = suspensionSchema.safeParse(step.after?.['suspension'])
      if (!since.success || record.outcome !== 'done' || step.target.id !== account) continue
      if (await this.isVouchedFor(entry, known)) return this.unlessOver(since.data)
    }
    return this.unlessOver(found)
  }

  private async beforeLeavingOf(account: Account, known: Map<string, Promise<boolean>>): Promise<Suspension> {
    const history = await this.parts.journal.historyOf(account.id)
    const others: Suspension[] = []
    for (const entry of history) {
      if (!this.mayHaveMarked(entry, account)) continue
      const told = suspensionSchema.safeParse(entry.step.before?.['suspension'])
      const before: Suspension = told.success ? told.data : { kind: 'none' }
      if (await this.isVouchedFor(entry, known)) return this.unlessOver(before)
      others.push(before)
    }
    // What versions without a ledger have done has no witness: nobody comes back freer by it than anything there says.
    return strongest(others, this.parts.now())
  }

  private mayHaveMarked({ plan, step, record }: JournalEntry, account: Account): boolean {
    const day = step.after?.['leaverSince']
    if (typeof day !== 'string' || step.target.id !== account.id) return false
    if (record.outcome !== 'open' && record.outcome !== 'undone') return true
    // That it never happened, or was taken back, is only a word in the store; the directory shows the day.
    return day === account.leaverSince && !this.parts.witness.vouchesForUndo(plan)
  }

  private isVouchedFor({ plan }: JournalEntry, known: Map<string, Promise<boolean>>): Promise<boolean> {
    const answer = known.get(plan) ?? this.vouchFor(plan)
    known.set(plan, answer)
    return answer
  }

  private async vouchFor(hash: string): Promise<boolean> {
    const { journal, witness } = this.parts
    return witness.vouchesFor(hash) && (await keptPlan(hash, journal)) !== null
  }

  private unlessOver(suspension: Suspension): Suspension {
    return reachOf(suspension, this.parts.now()) === 0 ? { kind: 'none' } : suspension
  }
}
