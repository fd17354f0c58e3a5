import { randomUUID } from 'node:crypto'
import type { Account } from '../../contract/accounts'
import type { ModuleId } from '../../contract/modules'
import type { ParsedInput } from '../../contract/operations'
import type { Plan } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import { approvalDays, type CaseBeginning, type Measure } from '../../contract/sanctions'
import type { Settings } from '../../contract/settings'
import { dayOf } from '../../core/calendar'
import { draft, type Draft, type Expectation, type Ledger } from '../../core/ledger'
import type { Actor } from '../../core/people/actor'
import type { Signing } from '../../core/people/signing'
import { hashPlan } from '../../core/plan'
import type { DirectoryDesk } from '../../desks/directory'
import type { CaseOrigin, CaseOrigins } from '../../desks/job'
import type { JobPlans } from '../../desks/plans'
import { subjectOf } from './caseRule'
import { isEnd, readCase, type CaseRecord } from './cases'
import type { CasePlans, PlanOfCase } from './casePlans'
import { demandedBy } from './demands'
import {
  checkMeasures,
  isOver,
  labelOf,
  newestPlanning,
  sameMeasures,
  snapshotOf,
  type AccountSnapshot
} from './measures'
import { checkRefusals, goneFor, presentGroups } from './presentGroups'
import type { Release } from './release'
import { releasePlan } from './release'
import { sanctionPlan } from './sanctionPlan'
import { isAuthor, isConcerned, maySee } from './views'

export interface DecisionOptions {
  readonly ledger: Ledger
  readonly plans: CasePlans
  readonly runs: Pick<JobPlans, 'keep'>
  readonly directory: DirectoryDesk
  readonly settings: () => Promise<Result<Settings>>
  readonly signing: Signing
  readonly origins: () => CaseOrigins
  readonly now: () => Date
}

/** An account at a look at the directory. */
interface Seen {
  readonly account: Account
  readonly snapshot: AccountSnapshot
  /** Names of the groups that the directory has. */
  readonly groups: readonly string[]
}

/** What people say about cases, each signed by them with their passphrase. Answers the id of the case. */
export class Decisions {
  constructor(private readonly options: DecisionOptions) {}

  /** `sanctions.caseNotFound`, also for whom the case is not meant. */
  find(actor: Actor, id: string): Result<CaseRecord> {
    const record = readCase(this.options.ledger, id)
    return record === null || !maySee(actor, record) ? fail('sanctions.caseNotFound') : succeed(record)
  }

  /** The account as it is now, as far as measures are about it, and the groups that the directory has. */
  async lookAt(account: string): Promise<Result<Seen>> {
    const settings = await this.options.settings()
    if (!settings.ok) return settings
    return this.options.directory.ask(async (directory) => {
      const read = await directory.readAccount(account)
      if (!read.ok) return read
      if (read.value === null) return fail('sanctions.accountGone')
      const groups = await directory.groupNames()
      if (!groups.ok) return groups
      return succeed({
        account: read.value,
        snapshot: snapshotOf(read.value, settings.value.modules, directory),
        groups: groups.value
      })
    })
  }

  /** The groups that the directory has now; null: it cannot be asked. */
  async groups(): Promise<readonly string[] | null> {
    return presentGroups(this.options.directory)
  }

  async open(actor: Actor, input: ParsedInput<'sanctions.open'>): Promise<Result<string>> {
    const { measures, reasons, rule, happenedOn, facts, evidence, passphrase } = input
    const seen = await this.lookAt(input.account)
    if (!seen.ok) return seen
    const id = randomUUID()
    const planned = await this.keepProposal(id, 1, measures, seen.value)
    if (!planned.ok) return planned
    const { login, givenName, familyName, classes } = seen.value.account
    const opened = draft(
      'case.opened',
      subjectOf(id),
      { case: id, rule },
      {
        person: input.account,
        names: { login, givenName, familyName },
        schoolClass: classes[0] ?? '',
        happenedOn,
        facts,
        evidence
      }
    )
    const proposed = draft(
      'case.proposed',
      subjectOf(id),
      { case: id, plan: planned.value },
      { measures, reasons }
    )
    if (input.origin === undefined) return this.signed(actor, passphrase, id, null, opened, proposed)
    const word = await this.originOf(input.origin, (origin, place) =>
      origin.whenOpened(place, { case: id, asker: actor })
    )
    if (!word.ok) return word
    const { seen: expected, draft: said } = word.value
    return this.signed(actor, passphrase, id, expected, opened, proposed, said)
  }

  /** What is known of what a case is to begin from: `sanctions.originNotFound`, failures of the job that it belongs to. */
  beginning(actor: Actor, origin: string): Promise<Result<CaseBeginning>> {
    return this.originOf(origin, (known, id) => known.beginning(id, actor))
  }

  async propose(actor: Actor, input: ParsedInput<'sanctions.propose'>): Promise<Result<string>> {
    const { measures, reasons, passphrase } = input
    const found = await this.upToDate(actor, input)
    if (!found.ok) return found
    const { id, state, account, names, schoolClass, proposals, version } = found.value
    if (state !== 'open' && state !== 'proposed') return fail('sanctions.notPossibleNow')
    const seen = await this.lookAt(account)
    if (!seen.ok) return seen
    // Whoever is renamed meanwhile stays, in the papers of the case, who they were at its opening.
    const snapshot = { ...seen.value.snapshot, login: names.login, label: labelOf(names), schoolClass }
    const planned = await this.keepProposal(id, proposals + 1, measures, { ...seen.value, snapshot })
    if (!planned.ok) return planned
    const said = draft(
      'case.proposed',
      subjectOf(id),
      { case: id, plan: planned.value },
      { measures, reasons }
    )
    return this.signed(actor, passphrase, id, { subject: subjectOf(id), version }, said)
  }

  async recordHearing(actor: Actor, input: ParsedInput<'sanctions.recordHearing'>): Promise<Result<string>> {
    const { party, event, on, note, passphrase } = input
    const found = await this.upToDate(actor, input)
    if (!found.ok) return found
    const { id, state, version } = found.value
    if (isEnd(state)) return fail('sanctions.notPossibleNow')
    const said = draft('case.hearing', subjectOf(id), { case: id, party, event, on }, { note })
    return this.signed(actor, passphrase, id, { subject: subjectOf(id), version }, said)
  }

  async withdraw(actor: Actor, input: ParsedInput<'sanctions.withdraw'>): Promise<Result<string>> {
    const { reason, passphrase } = input
    const found = await this.upToDate(actor, input)
    if (!found.ok) return found
    const { id, state, version } = found.value
    if (state !== 'open' && state !== 'proposed') return fail('sanctions.notPossibleNow')
    const said = draft('case.withdrawn', subjectOf(id), { case: id }, { reason })
    return this.signed(actor, passphrase, id, { subject: subjectOf(id), version }, said)
  }

  /** P26: the leadership approves, changes or refuses. Carrying out is another matter. */
  async decide(actor: Actor, input: ParsedInput<'sanctions.decide'>): Promise<Result<string>> {
    const { outcome, reasons, passphrase } = input
    const found = await this.decidable(actor, input)
    if (!found.ok) return found
    const record = found.value
    const { id, proposal, version } = record
    if (record.state !== 'proposed' || proposal === null) return fail('sanctions.notPossibleNow')
    const refusal = { measures: [] as Measure[], plan: null, expires: null }
    const approved = outcome === 'refused' ? succeed(refusal) : await this.approval(record, input)
    if (!approved.ok) return approved
    const { measures, plan, expires } = approved.value
    const said = draft(
      'case.decided',
      subjectOf(id),
      { case: id, proposal: proposal.sequence, outcome, plan, expires },
      { measures, reasons }
    )
    return this.signed(actor, passphrase, id, { subject: subjectOf(id), version }, said)
  }

  /** Ending measures before their day, by decision. */
  async decideLift(actor: Actor, input: ParsedInput<'sanctions.decideLift'>): Promise<Result<string>> {
    const { reasons, passphrase, plan } = input
    const found = await this.decidable(actor, input)
    if (!found.ok) return found
    const { id, state, version } = found.value
    if (state !== 'inForce') return fail('sanctions.notPossibleNow')
    const release = await this.release(found.value)
    if (!release.ok) return release
    const lifting = releasePlan(release.value)
    if (hashPlan(lifting) !== plan) return fail('sanctions.planDiffers')
    await this.options.runs.keep(lifting)
    const said = draft(
      'case.liftDecided',
      subjectOf(id),
      { case: id, plan, expires: await this.expiry() },
      { reasons }
    )
    return this.signed(actor, passphrase, id, { subject: subjectOf(id), version }, said)
  }

  /** What lifting a case now would give back. */
  async release(record: CaseRecord): Promise<Result<Release>> {
    const { plans, now } = this.options
    const approved = await plans.approved(record)
    if (!approved.ok) return approved
    const one = { record, ...approved.value }
    const all = await plans.enforcedOf(record.account)
    return succeed({
      one,
      all,
      cause: 'lifts',
      measures: one.measures.filter((measure) => !isOver(measure, now())),
      day: dayOf(now()),
      demanded: demandedBy(await plans.standingOf(record.account), record.id, now()),
      now: now()
    })
  }

  /** What can be decided on, as it was proposed. */
  async proposed(record: CaseRecord): Promise<Result<PlanOfCase>> {
    return this.options.plans.proposed(record)
  }

  /** The plan that carries out measures as proposed, or others on the account as it was at the proposal. */
  planFor(proposed: PlanOfCase, { id }: CaseRecord, measures: readonly Measure[]): Plan {
    const { plan, snapshot, proposal, planning } = proposed
    if (sameMeasures(measures, proposed.measures)) return plan
    return sanctionPlan({ case: id, day: plan.day, proposal, planning, snapshot, measures })
  }

  /** When an approval of this moment expires (ISO, UTC), by the clock that the ledger is written by. */
  async expiry(): Promise<string> {
    const time = await this.options.ledger.time()
    return new Date(Date.parse(time) + approvalDays * 86_400_000).toISOString()
  }

  private async approval(
    record: CaseRecord,
    { outcome, measures, plan, gone }: ParsedInput<'sanctions.decide'>
  ): Promise<Result<{ measures: Measure[]; plan: string; expires: string }>> {
    const proposed = await this.proposed(record)
    if (!proposed.ok) return proposed
    if (measures.length === 0) return fail('sanctions.planDiffers')
    const checked = checkMeasures(measures, proposed.value.snapshot, this.options.now())
    if (!checked.ok) return checked
    const isSame = sameMeasures(measures, proposed.value.measures)
    const wanted = this.planFor(proposed.value, record, measures)
    if (isSame !== (outcome === 'approved') || hashPlan(wanted) !== plan) return fail('sanctions.planDiffers')
    const reached = await this.checkReach(measures, proposed.value, gone ?? [])
    if (!reached.ok) return reached
    if (outcome === 'changed') await this.options.runs.keep(wanted)
    return succeed({ measures, plan, expires: await this.expiry() })
  }

  /**
   * What is signed was seen: a suspension that leaves a module open without the page having said so is none
   * (`sanctions.planDiffers`), and no module is refused whose group is gone (`sanctions.moduleGroupGone`). A directory that
   * is away says nothing; then carrying out finds it.
   */
  private async checkReach(
    measures: readonly Measure[],
    proposed: PlanOfCase,
    shown: readonly ModuleId[]
  ): Promise<Result<undefined>> {
    const groups = await this.groups()
    if (groups === null) return succeed()
    const refusable = checkRefusals(measures, proposed, groups)
    if (!refusable.ok) return refusable
    const gone = measures.flatMap((measure) => goneFor(measure, proposed, groups))
    return gone.every(({ module }) => shown.includes(module)) ? succeed() : fail('sanctions.planDiffers')
  }

  private async keepProposal(
    id: string,
    proposal: number,
    measures: readonly Measure[],
    { snapshot, groups }: Seen
  ): Promise<Result<string>> {
    const now = this.options.now()
    const checked = checkMeasures(measures, snapshot, now)
    if (!checked.ok) return checked
    const planned = { case: id, proposal, planning: newestPlanning, measures, snapshot }
    const refusable = checkRefusals(measures, planned, groups)
    if (!refusable.ok) return refusable
    const plan = sanctionPlan({ ...planned, day: dayOf(now) })
    return succeed(await this.options.runs.keep(plan))
  }

  /**
   * The case as the actor has seen it, with what other PCs have said: `ledger.changedSince`. `sanctions.ownMatter`: it is
   * about the actor (P21, P26).
   */
  private async upToDate(
    actor: Actor,
    { case: id, version }: { readonly case: string; readonly version: number }
  ): Promise<Result<CaseRecord>> {
    const { ledger } = this.options
    await ledger.refresh()
    const found = this.find(actor, id)
    if (!found.ok) return found
    if (isConcerned(actor, found.value)) return fail('sanctions.ownMatter')
    return ledger.newerThan({ subject: subjectOf(id), version }) ?? found
  }

  /** P21: refused before any passphrase is asked for. */
  private async decidable(
    actor: Actor,
    reference: { readonly case: string; readonly version: number }
  ): Promise<Result<CaseRecord>> {
    const found = this.find(actor, reference.case)
    if (found.ok && isAuthor(actor, found.value)) return fail('sanctions.ownProposal')
    return this.upToDate(actor, reference)
  }

  private async originOf<Value>(
    subject: string,
    ask: (origin: CaseOrigin, id: string) => Promise<Result<Value>>
  ): Promise<Result<Value>> {
    const [, type = '', id = ''] = /^([a-zA-Z]+):(.+)$/s.exec(subject) ?? []
    const origins = this.options.origins()
    const origin = Object.hasOwn(origins, type) ? origins[type] : undefined
    return origin === undefined ? fail('sanctions.originNotFound') : ask(origin, id)
  }

  private async signed(
    actor: Actor,
    passphrase: string,
    id: string,
    seen: Expectation | null,
    ...drafts: readonly Draft[]
  ): Promise<Result<string>> {
    const { ledger, signing } = this.options
    return signing.sign(actor, passphrase, async (signer) => {
      const said = await ledger.append(
        drafts.map((one) => ({ signer, draft: one })),
        seen
      )
      return said.ok ? succeed(id) : said
    })
  }
}
