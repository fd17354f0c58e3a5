import type { Plan, PlanProgress } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import type { Measure } from '../../contract/sanctions'
import { draft, type Draft } from '../../core/ledger'
import { fullName } from '../../core/people/actor'
import { subjectOf } from './caseRule'
import type { EnforcedCase } from './casePlans'
import type { CaseRecord } from './cases'
import { isStillSuspended } from './compare'
import { demandedBy } from './demands'
import type { Enforcement, EnforcementOptions } from './enforcement'
import { SanctionExecutor } from './executor'
import { areOver, isOver } from './measures'
import { releasePlan } from './release'
import { standingAgainst } from './shutOut'
import { nothingDemanded } from './steps'

/** What the passing of time does to cases: gives back what is over, ends what is over altogether, lets approvals expire. */
export class Endings {
  constructor(
    private readonly options: EnforcementOptions,
    private readonly enforcement: Enforcement
  ) {}

  /**
   * Gives modules back whose day has come, each once: what somebody takes away afterwards is no business of the case. A
   * suspension itself is ended by the directory, or by the job of accounts where the directory does not.
   */
  async giveBack(record: CaseRecord): Promise<Result<undefined>> {
    const { engine, plans, now } = this.options
    const one = await plans.enforced(record)
    if (one === null) return succeed()
    const all = await plans.enforcedOf(record.account)
    const standing = await plans.standingOf(record.account)
    for (const [day, measures] of overByDay(one, now())) {
      // The same whenever it is computed, so that the journal knows whether it was done.
      const plan = releasePlan({
        one,
        measures,
        cause: 'ends',
        day,
        all,
        demanded: nothingDemanded,
        now: now()
      })
      if (plan.steps.length === 0) continue
      const hash = await engine.add(plan, null)
      const given = await this.told(record, hash, plan, async () =>
        (await this.isDone(hash, plan.steps.length))
          ? succeed()
          : this.enforcement.run(record, hash, plan, demandedBy(standing, record.id, now()))
      )
      if (!given.ok) return given
    }
    return succeed()
  }

  /** Says that a case has ended once all of it is over and the directory shows it. True: it was said. */
  async endOver(record: CaseRecord): Promise<Result<boolean>> {
    const { plans, directory, now } = this.options
    const one = await plans.enforced(record)
    if (one === null || !areOver(one.measures, now())) return succeed(false)
    const all = await plans.enforcedOf(record.account)
    const account = await directory.ask((opened) => opened.readAccount(record.account))
    if (!account.ok) return account
    const { value } = account
    if (value !== null && one.measures.some((measure) => isStillSuspended(measure, one, value, all, now()))) {
      return succeed(false)
    }
    const { id } = record
    const ended = await this.enforcement.record(
      record,
      draft('case.ended', subjectOf(id), { case: id }, null)
    )
    return ended.ok ? succeed(true) : ended
  }

  /** Says that an approval or a lifting was not carried out in time. */
  async expire(record: CaseRecord): Promise<Result<undefined>> {
    const { id } = record
    this.enforcement.obstacles.delete(id)
    return this.enforcement.record(record, draft('case.expired', subjectOf(id), { case: id }, null))
  }

  /** Of an approval that has expired nothing may stay: takes back what was done before something came between. */
  async takeBackExpired(record: CaseRecord): Promise<Result<undefined>> {
    const { journal, engine, plans, directory, now } = this.options
    const hash = record.decision?.plan ?? null
    if (hash === null) return succeed()
    const outcomes = [...(await journal.readSteps(hash)).values()].map(({ outcome }) => outcome)
    const isBegun = outcomes.some((outcome) => outcome === 'done' || outcome === 'started')
    if (!isBegun && !outcomes.includes('undone')) return succeed()
    // A plan that is not what was signed, or not about this case, is never carried out: there is nothing of it.
    const approved = await plans.approved(record)
    if (!approved.ok) return succeed()
    const cases = await plans.standingOf(record.account)
    const demanded = demandedBy(cases, record.id, now())
    const undo = await engine.prepareUndo(hash, undoing)
    if (!undo.ok) return undo
    const plan = (await journal.findPlan(undo.value))?.plan
    if (plan === undefined) return fail('plan.notFound', { plan: undo.value })
    return this.told(record, undo.value, plan, async () => {
      if (!isBegun) return succeed()
      const undone = await directory.ask(async (opened) => {
        const before = await opened.readAccount(record.account)
        if (!before.ok) return before
        const standing = standingAgainst(record, plan, before.value, demanded, now())
        const executor = new SanctionExecutor({ directory: opened, now, demanded: standing })
        const progress = await engine.undo(hash, executor)
        if (!progress.ok) return progress
        const steps = [...(await journal.readSteps(undo.value)).values()]
        const failure =
          progress.value.stoppedBy ?? steps.find((step) => step.failure !== null)?.failure ?? null
        return failure === null ? progress : { ok: false as const, failure }
      })
      await directory.changed([record.account])
      return undone.ok ? succeed() : undone
    })
  }

  /**
   * Says that a plan begins, lets it be carried out, and says how it ended; whatever of it was said before an
   * interruption is not said again. What was carried out and told stays as it is.
   */
  private async told(
    record: CaseRecord,
    hash: string,
    plan: Plan,
    carryOut: () => Promise<Result<undefined>>
  ): Promise<Result<undefined>> {
    const { engine, ledger } = this.options
    const said = ledger.about(`plan:${hash}`).at(-1)?.statement.kind
    const before = await engine.progress(hash)
    if (!before.ok) return before
    const { remaining, failed } = before.value
    if (said === 'plan.ended' && remaining + failed === 0) return succeed()
    const begun = said === 'plan.begun' ? succeed() : await ledger.record(begunDraft(hash, plan, record))
    if (!begun.ok) return begun
    const done = await carryOut()
    if (!done.ok) return done
    const progress = await engine.progress(hash)
    const ended = progress.ok ? await ledger.record(endedDraft(progress.value)) : progress
    return ended.ok ? succeed() : ended
  }

  private async isDone(hash: string, steps: number): Promise<boolean> {
    const records = [...(await this.options.journal.readSteps(hash)).values()]
    return records.filter(({ outcome }) => outcome === 'done').length === steps
  }
}

/** Every step of this job can be taken back. */
const undoing = { undoable: () => true }

function begunDraft(hash: string, plan: Plan, { number, names }: CaseRecord): Draft {
  const kinds: Record<string, number> = {}
  for (const { kind } of plan.steps) kinds[kind] = (kinds[kind] ?? 0) + 1
  return draft(
    'plan.begun',
    `plan:${hash}`,
    { plan: hash, job: plan.job, steps: plan.steps.length, kinds, undoes: plan.undoes, by: null },
    { subject: fullName(names), reason: number }
  )
}

function endedDraft({ plan, state, done, failed, remaining }: PlanProgress): Draft {
  return draft('plan.ended', `plan:${plan}`, { plan, state, done, failed, remaining }, null)
}

function overByDay({ measures }: EnforcedCase, now: Date): Map<string, Measure[]> {
  const days = new Map<string, Measure[]>()
  for (const measure of measures) {
    if (measure.kind === 'warning' || measure.until === null || !isOver(measure, now)) continue
    days.set(measure.until, [...(days.get(measure.until) ?? []), measure])
  }
  return days
}
