import { succeed, type Result } from '../../contract/result'
import type { Measure } from '../../contract/sanctions'
import { draft } from '../../core/ledger'
import { fullName } from '../../core/people/actor'
import type { RunFor } from '../../desks/plans'
import { subjectOf } from './caseRule'
import type { EnforcedCase } from './casePlans'
import type { CaseRecord } from './cases'
import { isStillSuspended } from './compare'
import { demandedBy } from './demands'
import type { Enforcement, EnforcementOptions } from './enforcement'
import { areOver, isOver } from './measures'
import { releasePlan } from './release'
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
    const { runs, plans, now } = this.options
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
      const hash = await runs.keep(plan)
      const demanded = demandedBy(standing, record.id, now())
      const given = await this.enforcement.run(record, hash, plan, demanded, owedTo(record))
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
    const { journal, runs, plans, directory, now } = this.options
    const hash = record.decision?.plan ?? null
    if (hash === null) return succeed()
    const outcomes = [...(await journal.readSteps(hash)).values()].map(({ outcome }) => outcome)
    if (!outcomes.some((outcome) => outcome === 'done' || outcome === 'started' || outcome === 'undone'))
      return succeed()
    // A plan that is not what was signed, or not about this case, is never carried out: there is nothing of it.
    const approved = await plans.approved(record)
    if (!approved.ok) return succeed()
    const cases = await plans.standingOf(record.account)
    const demanded = demandedBy(cases, record.id, now())
    const undo = await runs.prepareUndo(hash)
    if (!undo.ok) return undo
    const seen = { isTouched: false }
    const undone = await runs.takeBack(hash, owedTo(record), async (opened) => {
      seen.isTouched = true
      const before = await opened.readAccount(record.account)
      if (!before.ok) return before
      return this.enforcement.against(record, undo.value.plan, before.value, demanded)
    })
    if (seen.isTouched) await directory.changed([record.account])
    return undone.ok ? succeed() : undone
  }
}

/** The app owes it to the end of a case, whoever sits there. */
function owedTo({ number, names }: CaseRecord): RunFor {
  return { kind: 'owed', words: { subject: fullName(names), reason: number } }
}

function overByDay({ measures }: EnforcedCase, now: Date): Map<string, Measure[]> {
  const days = new Map<string, Measure[]>()
  for (const measure of measures) {
    if (measure.kind === 'warning' || measure.until === null || !isOver(measure, now)) continue
    days.set(measure.until, [...(days.get(measure.until) ?? []), measure])
  }
  return days
}
