import type { Account } from '../../contract/accounts'
import { holdsGroup } from '../../contract/modules'
import type { Plan } from '../../contract/plan'
import { fail, succeed, type Failure, type Result } from '../../contract/result'
import { oneAfterTheOther } from '../../core/cooperation'
import { draft, type Draft, type Ledger } from '../../core/ledger'
import type { SparingDirectory } from '../../desks/directory'
import type { JobPlans, RunFor } from '../../desks/plans'
import type { Directory } from '../../world/directory/port'
import type { PlanJournal } from '../../world/store/port'
import { subjectOf } from './caseRule'
import type { CasePlans } from './casePlans'
import { readCase, type CaseRecord } from './cases'
import { missingMeasure } from './compare'
import { demandedBy } from './demands'
import { membershipSchema, type PlanBasis, type StartOfDay } from './measures'
import type { LookFirst } from './planOwner'
import type { PresentGroups } from './presentGroups'
import { basisOf } from './sanctionPlan'
import { standingAgainst } from './shutOut'
import { openChange, type Demanded } from './steps'

export interface EnforcementOptions {
  readonly ledger: Ledger
  readonly journal: PlanJournal
  readonly plans: CasePlans
  readonly runs: JobPlans<LookFirst>
  readonly directory: SparingDirectory
  readonly groups: PresentGroups
  /** By the ledger's time (see [Note: what ends by time ends by the ledger's time]). */
  readonly now: () => Date
  /** Has `now` follow the ledger anew. */
  readonly follow: () => Promise<void>
}

/** Nothing stands in the way; another run is at it. */
const passingCodes: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'application.busy',
  'plan.runningElsewhere',
  'plan.runningHere'
])

/**
 * Carries out what the leadership has decided and says so in the ledger only when the directory shows it. All that it
 * knows it takes from the ledger and the journal, so that a crash at any moment loses nothing: it is simply called again.
 */
export class Enforcement {
  /** Why a case waits, with the words for its sentence; the ledger keeps the code alone. */
  readonly obstacles = new Map<string, Failure>()
  private readonly oneAtATime = oneAfterTheOther()

  constructor(private readonly options: EnforcementOptions) {}

  /** One piece of work at a time: two at once would take each other's half for a stranger's. */
  async inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.oneAtATime(async () => {
      await this.options.follow()
      this.options.directory.begin()
      this.options.groups.begin()
      return work()
    })
  }

  /**
   * Carries out an approval or a lifting; of a case in force, puts right what was given back outside the app. Fails with
   * what stands in the way, which is then written down once. `sanctions.notPossibleNow`: nothing waits.
   */
  async carryOut(id: string): Promise<Result<undefined>> {
    const record = readCase(this.options.ledger, id)
    if (record === null) return fail('sanctions.caseNotFound')
    const waiting = waitingPlan(record)
    if (waiting === null) return fail('sanctions.notPossibleNow')
    const { silence } = this.options.ledger
    if (silence !== null) return silence
    const { plan: hash, expires } = waiting
    // By the clock that the ledger is written by: it refuses what this PC takes to be in time and is not.
    if (expires !== null && (await this.options.ledger.time()) > expires) {
      return fail('sanctions.approvalExpired')
    }
    const done = await this.runSigned(record, hash)
    if (!done.ok) {
      await this.noteObstacle(record, done.failure)
      return done
    }
    this.obstacles.delete(id)
    const kind = record.state === 'lifting' ? 'case.lifted' : 'case.enforced'
    return this.record(record, draft(kind, subjectOf(id), { case: id, plan: hash }, null))
  }

  /** Keeps in mind why a case waits; in the ledger each new reason is written down once. */
  async noteObstacle(record: CaseRecord, failure: Failure): Promise<void> {
    const { id, state, obstacle } = record
    const plan = waitingPlan(record)?.plan
    if (passingCodes.has(failure.code) || plan === undefined || state === 'inForce') return
    this.obstacles.set(id, failure)
    if (obstacle === failure.code) return
    const { code } = failure
    // Where not even this can be written, the next attempt says it.
    await this.record(record, draft('case.enforcementFailed', subjectOf(id), { case: id, plan, code }, null))
  }

  /** Says something about a case as this PC, unless something newer was said about it meanwhile. */
  async record({ id, version }: CaseRecord, ...drafts: readonly Draft[]): Promise<Result<undefined>> {
    const { ledger } = this.options
    const said = await ledger.append(
      drafts.map((one) => ({ signer: ledger.device, draft: one })),
      { subject: subjectOf(id), version }
    )
    return said.ok ? succeed() : said
  }

  /** Carries out a plan of this job on its account and reads back. The plan must have been kept. */
  async run(
    record: CaseRecord,
    hash: string,
    plan: Plan,
    demanded: Demanded,
    runFor: RunFor
  ): Promise<Result<undefined>> {
    const { directory, plans, runs } = this.options
    if (plan.steps.some(({ target }) => target.id !== record.account)) return fail('sanctions.planNotOfCase')
    const seen: { standing: Demanded | null } = { standing: null }
    const ran = await runs.carryOut(hash, runFor, async (opened) => {
      const before = await opened.readAccount(record.account)
      if (!before.ok) return before
      const starts = (await plans.enforced(record))?.starts
      const against = await this.against(record, plan, before.value, demanded, starts)
      if (!against.ok) return against
      const standing = against.value
      seen.standing = standing
      await this.reopen(hash, plan, before.value, standing)
      return succeed(standing)
    })
    // Nothing was left to be done but to say so.
    const { standing } = seen
    if (ran.ok && standing === null) return succeed()
    const after = ran.ok
      ? await directory.ask((opened) => this.after(record, plan, opened, standing ?? demanded))
      : ran
    await directory.changed([record.account])
    return after.ok ? this.readBack(record, basisOf(plan), after.value) : after
  }

  /**
   * What stands against giving back, a group that is gone among it: nobody can be given back to that, and no case waits for
   * it for ever. The job of accounts owes it until it shows.
   */
  async against(
    record: CaseRecord,
    plan: Plan,
    account: Account | null,
    demanded: Demanded,
    starts?: StartOfDay
  ): Promise<Result<Demanded>> {
    const standing = standingAgainst(record, plan, account, demanded, this.options.now(), starts)
    const back = plan.steps.flatMap(
      ({ after }) => membershipSchema.safeParse(after?.['membership']).data ?? []
    )
    const owed = back.flatMap(({ group, member }) => (member ? [group] : []))
    if (owed.length === 0) return succeed(standing)
    const groups = await this.options.groups.names()
    if (!groups.ok) return groups
    const gone = owed.filter((group) => !holdsGroup(groups.value, group))
    return succeed({ ...standing, groups: [...standing.groups, ...gone] })
  }

  /** The account once all steps show in it. */
  private async after(
    record: CaseRecord,
    plan: Plan,
    directory: Directory,
    standing: Demanded
  ): Promise<Result<Account | null>> {
    const after = await directory.readAccount(record.account)
    if (!after.ok) return after
    const open = openSteps(plan, after.value, standing, this.options.now())
    return open.length === 0 ? after : fail('sanctions.notReadBack')
  }

  /**
   * A step that the journal calls done and the directory does not show was taken back outside the app: as if it had been
   * begun and nobody knew what became of it, so that the engine takes it again.
   */
  private async reopen(hash: string, plan: Plan, account: Account | null, demanded: Demanded): Promise<void> {
    const { journal, now } = this.options
    const records = await journal.readSteps(hash)
    const open = openSteps(plan, account, demanded, now()).flatMap((step) => records.get(step) ?? [])
    const reopened = open
      .filter(({ outcome }) => outcome === 'done')
      .map((step) => ({ ...step, outcome: 'started' as const, at: now().toISOString() }))
    if (reopened.length > 0) await journal.record(hash, reopened)
  }

  /** Also measures that had no step, because it was like this already, must show. */
  private readBack(record: CaseRecord, basis: PlanBasis | null, account: Account | null): Result<undefined> {
    if (basis === null) return succeed()
    if (account === null) return fail('sanctions.accountGone', { login: record.names.login })
    const missing = missingMeasure(basis, account, this.options.now())
    if (missing === null) return succeed()
    return fail('directory.changedSince', { field: missing.kind === 'suspension' ? 'suspension' : 'groups' })
  }

  /** The plan that was signed last, where it follows from the case. */
  private async signed(record: CaseRecord): Promise<Result<Plan>> {
    const { plans } = this.options
    if (isInOwnMatter(record)) return fail('sanctions.ownMatter')
    if (record.state === 'lifting') return plans.lifting(record)
    const approved = await plans.approved(record)
    return approved.ok ? succeed(approved.value.plan) : approved
  }

  private async runSigned(record: CaseRecord, hash: string): Promise<Result<undefined>> {
    const { plans, now } = this.options
    const plan = await this.signed(record)
    if (!plan.ok) return plan
    // A warning asks nothing of the directory, so it need not be there.
    const isIdle = plan.value.steps.length === 0
    if (isIdle && (basisOf(plan.value)?.measures ?? []).every(({ kind }) => kind === 'warning'))
      return succeed()
    const cases = await plans.standingOf(record.account)
    const demanded = demandedBy(cases, record.id, now())
    const ran = await this.run(record, hash, plan.value, demanded, { kind: 'decision' })
    const basis = basisOf(plan.value)
    return !ran.ok || basis === null ? ran : this.checkReach(record, basis)
  }

  /**
   * `sanctions.moduleGroupGone`: a refusal of which nothing shows but that nobody is in a group that is not there. A
   * suspension is in force by itself; that it leaves a module open is told as a difference.
   */
  private async checkReach(record: CaseRecord, basis: PlanBasis): Promise<Result<undefined>> {
    const { directory, groups, now } = this.options
    const account = await directory.ask((opened) => opened.readAccount(record.account))
    if (!account.ok) return account
    const gone = await groups.goneOf(basis, account.value ?? { groups: [] }, now())
    if (!gone.ok) return gone
    const refused = gone.value.find(({ measure }) => measure.kind === 'moduleRefusal')
    if (refused === undefined) return succeed()
    return fail('sanctions.moduleGroupGone', { module: refused.module, group: refused.group })
  }
}

/** What waits to be carried out; `expires` null: it is in force and does not expire any more. */
function waitingPlan(record: CaseRecord): { readonly plan: string; readonly expires: string | null } | null {
  const { state, decision, lift } = record
  if (state === 'lifting') return lift
  if (decision?.plan == null) return null
  if (state === 'approved') return { plan: decision.plan, expires: decision.expires }
  return state === 'inForce' ? { plan: decision.plan, expires: null } : null
}

/** Whoever signed what waits is whom it is about, which no window of ours lets through. */
function isInOwnMatter({ state, account, decision, lift }: CaseRecord): boolean {
  if (state === 'lifting') return lift?.person === account
  return state === 'approved' && decision?.person === account
}

/** Ids of the steps that the account does not show. Nothing is open on an account that is gone. */
function openSteps(plan: Plan, account: Account | null, demanded: Demanded, now: Date): string[] {
  if (account === null) return []
  return plan.steps
    .filter((step) => openChange(step, account, demanded, now).kind !== 'nothing')
    .map(({ id }) => id)
}
