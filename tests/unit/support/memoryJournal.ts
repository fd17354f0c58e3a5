import type { Plan, RunState } from '../../../src-main/contract/plan'
import type { Failure } from '../../../src-main/contract/result'
import { overviewOf } from '../../../src-main/desks/plans/view'
import type {
  JournalEntry,
  PlanJournal,
  PlanQuery,
  PlanRecord,
  SealedSecret,
  StepPlace,
  StepRecord
} from '../../../src-main/world/store/port'

/** A journal in memory that can lose power: `fail` throws before a write, as a killed process would. */
export class MemoryJournal implements PlanJournal {
  readonly plans = new Map<string, PlanRecord>()
  readonly records: { plan: string; record: StepRecord }[] = []
  readonly secrets = new Map<string, SealedSecret>()
  transactions = 0
  /** Called before each write of records. */
  beforeWrite: () => void = () => undefined

  async addPlan(plan: Plan, hash: string, confirmation: PlanRecord['confirmation'], createdAt: string) {
    if (this.plans.has(hash)) return false
    this.plans.set(hash, { hash, plan, createdAt, state: 'planned', stoppedBy: null, confirmation })
    return true
  }
  async findPlan(hash: string) {
    return this.plans.get(hash) ?? null
  }
  async findHashes(prefix: string) {
    return [...this.plans.keys()].filter((hash) => hash.startsWith(prefix))
  }
  async findUndo(hash: string) {
    return [...this.plans.values()].find((record) => record.plan.undoes === hash)?.hash ?? null
  }
  async listPlans({ jobs, offset, limit }: PlanQuery) {
    const own = [...this.plans.values()].filter(({ plan }) => jobs.includes(plan.job)).reverse()
    const page = own.slice(offset, offset + limit)
    const plans = await Promise.all(page.map(async (one) => overviewOf(one, await this.readSteps(one.hash))))
    return { total: own.length, plans }
  }
  async setPlanState(hash: string, state: RunState, stoppedBy: Failure | null) {
    const record = this.plans.get(hash)
    if (record !== undefined) this.plans.set(hash, { ...record, state, stoppedBy })
  }
  async readSteps(hash: string) {
    const own = this.records.filter(({ plan }) => plan === hash)
    return new Map(own.map(({ record }) => [record.step, record]))
  }
  async record(hash: string, records: readonly StepRecord[], secrets: readonly SealedSecret[] = []) {
    this.beforeWrite()
    this.transactions += 1
    for (const record of records) {
      this.records.push({ plan: hash, record })
      if (['open', 'failed', 'undone'].includes(record.outcome)) this.secrets.delete(`${hash} ${record.step}`)
    }
    for (const secret of secrets) this.secrets.set(`${secret.plan} ${secret.step}`, secret)
  }
  async historyOf(targetId: string, since?: StepPlace) {
    const begun = this.records.findIndex(
      ({ plan, record }) => plan === since?.plan && record.step === since.step
    )
    const touched: JournalEntry[] = []
    for (const { hash, plan } of this.plans.values()) {
      for (const [id, record] of await this.readSteps(hash)) {
        const step = plan.steps.find((candidate) => candidate.id === id)
        const isItself = hash === since?.plan && id === since.step
        const isLater = this.records.findIndex((one) => one.record === record) > begun
        if (step !== undefined && record.targetId === targetId && isLater && !isItself)
          touched.push({ plan: hash, step, record })
      }
    }
    return touched.sort((left, right) => right.record.at.localeCompare(left.record.at))
  }
}
