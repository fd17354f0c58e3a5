import { suspensionSchema } from '../../../../contract/accounts'
import type { Plan, Step } from '../../../../contract/plan'
import { keptPlan, type RunWitness } from '../../../../desks/plans'
import type { JournalEntry, PlanJournal, StepRecord } from '../../../../world/store/port'
import type { ToldChange } from './stretches'

/** What was done about an account. */
export interface AccountPast {
  /** Oldest first. */
  readonly changes: readonly ToldChange[]
  /** Since when it has the login that it has, milliseconds; null: nothing says that it ever had another one. */
  readonly namedSince: number | null
}

export interface AccountHistoryParts {
  readonly journal: Pick<PlanJournal, 'historyOf' | 'findPlan'>
  readonly witness: Pick<RunWitness, 'vouchesFor' | 'vouchesForUndo' | 'runs'>
}

/**
 * Reads what plans have done to accounts. When it happened is bounded by the ledger: a run's records lie in the store, where anybody
 * who can write to it can date them. What the ledger does not vouch for makes the state unknown, never known.
 */
export class AccountHistory {
  private readonly plans = new Map<string, Promise<Plan | null>>()

  constructor(private readonly parts: AccountHistoryParts) {}

  /** @param account id */
  async of(account: string): Promise<AccountPast> {
    const entries = (await this.parts.journal.historyOf(account)).toReversed()
    const changes: ToldChange[] = []
    let namedSince: number | null = null
    for (const entry of entries) {
      const { step, record } = entry
      if (record.outcome === 'open') continue
      const told = toldIn(step)
      if (told === null && !isNaming(step)) continue
      const times = await this.timesOf(entry)
      if (isNaming(step)) namedSince = Math.max(namedSince ?? 0, times.at ?? times.from)
      if (told !== null) changes.push({ ...times, ...told })
    }
    return { changes, namedSince }
  }

  private async timesOf({ plan: hash, record }: JournalEntry): Promise<Pick<ToldChange, 'from' | 'at'>> {
    const recorded = Date.parse(record.at)
    const plan = await this.vouchedPlan(hash)
    if (plan === null) return { from: recorded, at: null }
    const runs = this.parts.witness.runs(hash, plan)
    const [begun, ended] = [runs.begun, runs.ended].map((times) => times.map((time) => Date.parse(time)))
    const from = begun?.findLast((time) => time <= recorded) ?? begun?.[0] ?? recorded
    return { from, at: certainFrom(record, from, recorded, ended ?? []) }
  }

  private vouchedPlan(hash: string): Promise<Plan | null> {
    const known = this.plans.get(hash) ?? this.vouchFor(hash)
    this.plans.set(hash, known)
    return known
  }

  private async vouchFor(hash: string): Promise<Plan | null> {
    const { journal, witness } = this.parts
    const plan = await keptPlan(hash, journal)
    if (plan === null) return null
    const { undoes } = plan
    const isVouched = undoes === null ? witness.vouchesFor(hash) : witness.vouchesForUndo(undoes)
    return isVouched ? plan : null
  }
}

/** From when on a step is certainly done; null: nobody knows. What was taken back later has lost its own time. */
function certainFrom(
  { outcome }: StepRecord,
  from: number,
  recorded: number,
  ended: readonly number[]
): number | null {
  if (outcome === 'done') return Math.max(from, recorded)
  return outcome === 'undone' ? (ended.find((time) => time >= from && time <= recorded) ?? null) : null
}

/** What a step says of the account's state; null: nothing. */
function toldIn({ after }: Step): Pick<ToldChange, 'suspension' | 'left'> | null {
  const suspension = suspensionSchema.safeParse(after?.['suspension'])
  const left = after?.['leaverSince']
  if (!suspension.success && left === undefined) return null
  return {
    ...(suspension.success ? { suspension: suspension.data } : {}),
    ...(left === undefined ? {} : { left: left !== null })
  }
}

function isNaming({ after }: Step): boolean {
  return after?.['login'] !== undefined
}
