import type { Plan, PlanProgress } from '../../contract/plan'
import { succeed, type Result } from '../../contract/result'
import type { Measure } from '../../contract/sanctions'
import { draft, type Draft } from '../../core/ledger'
import { fullName } from '../../core/people/actor'
import { subjectOf } from './caseRule'
import { readCases, type CaseRecord } from './cases'
import { isStillTaken } from './compare'
import type { Enforcement, EnforcementOptions } from './enforcement'
import { demandedBy, enforcedCase, enforcedCasesOf, signedPlan, type EnforcedCase } from './enforcedCases'
import { SanctionExecutor } from './executor'
import { areOver, isOver } from './measures'
import { releasePlan } from './release'
import { nothingDemanded } from './steps'

type Refusal = Measure & { kind: 'moduleRefusal' }

/** What the passing of time does to cases: gives back what is over, ends what is over altogether, lets approvals expire. */
export class Endings {
  constructor(
    private readonly options: EnforcementOptions,
    private readonly enforcement: Enforcement
  ) {}

  /**
   * Gives modules back whose day has come, each once: what somebody takes away afterwards is no business of the case. A
   * suspension is ended by the directory, or by the job of accounts where the directory does not.
   */
  async giveBack(record: CaseRecord): Promise<Result<undefined>> {
    const { engine, ledger, journal, now } = this.options
    const one = await enforcedCase(journal, record)
    if (one === null) return succeed()
    const all = await enforcedCasesOf(journal, readCases(ledger), record.account)
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
      if (await this.isDone(hash, plan.steps.length)) continue
      const begun = await ledger.record(begunDraft(hash, plan, record))
      if (!begun.ok) return begun
      const ran = await this.enforcement.run(record, hash, plan, demandedBy(all, record.id, now()))
      if (!ran.ok) return ran
      const progress = await engine.progress(hash)
      const ended = progress.ok ? await ledger.record(endedDraft(progress.value)) : progress
      if (!ended.ok) return ended
    }
    return succeed()
  }

  /** Says that a case has ended once all of it is over and the directory shows it. True: it was said. */
  async endOver(record: CaseRecord): Promise<Result<boolean>> {
    const { ledger, journal, directory, now } = this.options
    const one = await enforcedCase(journal, record)
    if (one === null || !areOver(one.measures, now())) return succeed(false)
    const all = await enforcedCasesOf(journal, readCases(ledger), record.account)
    const account = await directory.ask((opened) => opened.readAccount(record.account))
    if (!account.ok) return account
    const { value } = account
    const suspensions = one.measures.filter(({ kind }) => kind === 'suspension')
    if (value !== null && suspensions.some((measure) => isStillTaken(measure, one, value, all, now()))) {
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
    const { ledger, journal, engine, directory, now } = this.options
    const hash = record.decision?.plan ?? null
    if (hash === null) return succeed()
    const outcomes = [...(await journal.readSteps(hash)).values()].map(({ outcome }) => outcome)
    if (!outcomes.some((outcome) => outcome === 'done' || outcome === 'started')) return succeed()
    // A plan that is not what was signed is never carried out, so there is nothing of it to take back.
    if (!(await signedPlan(journal, hash)).ok) return succeed()
    const cases = await enforcedCasesOf(journal, readCases(ledger), record.account)
    const demanded = demandedBy(cases, record.id, now())
    const undone = await directory.ask(async (opened) => {
      const progress = await engine.undo(hash, new SanctionExecutor({ directory: opened, now, demanded }))
      if (!progress.ok) return progress
      const { stoppedBy } = progress.value
      return stoppedBy === null ? progress : { ok: false as const, failure: stoppedBy }
    })
    await directory.changed([record.account])
    if (!undone.ok) return undone
    const undo = await signedPlan(journal, undone.value.plan)
    if (!undo.ok) return undo
    const said = await ledger.record(
      begunDraft(undone.value.plan, undo.value, record),
      endedDraft(undone.value)
    )
    return said.ok ? succeed() : said
  }

  private async isDone(hash: string, steps: number): Promise<boolean> {
    const records = [...(await this.options.journal.readSteps(hash)).values()]
    return records.filter(({ outcome }) => outcome === 'done').length === steps
  }
}

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

function overByDay({ measures }: EnforcedCase, now: Date): Map<string, Refusal[]> {
  const days = new Map<string, Refusal[]>()
  for (const measure of measures) {
    if (measure.kind !== 'moduleRefusal' || measure.until === null || !isOver(measure, now)) continue
    days.set(measure.until, [...(days.get(measure.until) ?? []), measure])
  }
  return days
}
