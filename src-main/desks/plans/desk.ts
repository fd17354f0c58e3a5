import type { Announce } from '../../contract/handlers'
import { fail, succeed, type Result } from '../../contract/result'
import { PlanEngine } from '../../core/plan'
import type { PlanJournal, SharedWork } from '../../world/store/port'
import { planHandlers, type PlanHandlers } from './handlers'
import { JobPlans } from './jobPlans'
import type { PlanOwner } from './owner'
import type { RunWitness } from './witness'

export interface PlanDeskOptions {
  readonly store: PlanJournal & Pick<SharedWork, 'lock'>
  readonly witness: RunWitness
  readonly announce: Announce
  readonly now: () => Date
}

/**
 * Where all plans are kept, carried out, taken back and told. A job brings what it alone knows of its plans
 * (`PlanOwner`); there is one engine, and while plans of one job are carried out, those of another wait or are refused
 * (`plan.runningHere`), since both may be about the same account.
 */
export class PlanDesk {
  readonly handlers: PlanHandlers
  private readonly engine: PlanEngine
  private readonly offered = new Map<string, JobPlans>()

  constructor(private readonly options: PlanDeskOptions) {
    const { store, announce, now } = options
    this.engine = new PlanEngine({
      journal: store,
      lock: (name, waitMilliseconds) => store.lock(name, waitMilliseconds),
      now: () => now().toISOString(),
      onProgress: (progress, plan) => {
        // How a decision is carried out shows its case.
        if (!this.offered.has(plan.job)) return
        announce('plan.progress', progress)
        // Who looks at the original sees its undo move, too.
        if (plan.undoes !== null && progress.state === 'running') {
          announce('plan.progress', { ...progress, plan: plan.undoes })
        }
      }
    })
    this.handlers = planHandlers(store, this.engine, this.offered)
  }

  /** A job's plans that the job alone lists, carries out and takes back (P26). */
  own<Context>(owner: PlanOwner<Context>): JobPlans<Context> {
    return new JobPlans({ ...this.options, journal: this.options.store, engine: this.engine }, owner)
  }

  /** A job's plans that `plans.*` list, carry out and take back, too: they need nothing that only the job knows. */
  offer(owner: PlanOwner): JobPlans {
    const plans = this.own(owner)
    this.offered.set(owner.job, plans)
    return plans
  }

  /**
   * The plan whose hash begins so, at least four digits, as one types it at the command line. `plan.notFound`,
   * `plan.ambiguous`.
   */
  async findHash(prefix: string): Promise<Result<string>> {
    const hashes = await this.options.store.findHashes(prefix.toLowerCase())
    const [hash] = hashes
    if (hash === undefined) return fail('plan.notFound', { plan: prefix })
    return hashes.length > 1 ? fail('plan.ambiguous', { plan: prefix }) : succeed(hash)
  }

  /** What the ledger says of plans. */
  get witness(): Pick<RunWitness, 'vouchesFor' | 'vouchesForUndo' | 'runs'> {
    return this.options.witness
  }

  /** Whether a plan is being carried out or taken back. */
  get isBusy(): boolean {
    return this.engine.isBusy
  }

  /** Asks all runs to stop and waits: what is under way ends, the rest can be resumed. */
  stop(): Promise<void> {
    return this.engine.stop()
  }
}
