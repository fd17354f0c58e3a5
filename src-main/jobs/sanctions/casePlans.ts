import type { LedgerProblem } from '../../contract/ledger'
import { moduleIds, type ModuleGroups } from '../../contract/modules'
import type { Plan } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import type { Measure } from '../../contract/sanctions'
import { createBreath } from '../../core/cooperation'
import type { LedgerView } from '../../core/ledger'
import { hashPlan } from '../../core/plan'
import type { SettingsDesk } from '../../desks/settings'
import type { PlanJournal } from '../../world/store/port'
import { casesOf, isInForce, measuresOf, readCases, type CaseRecord } from './cases'
import { followsFromCase, givesBack } from './follows'
import { labelOf, newestPlanning, type AccountSnapshot, type PlanBasis } from './measures'
import { PlanCheck } from './planCheck'

/** Longest stretch of checking without a pause (milliseconds). */
const longestStretch = 20

export type MappedModules = SettingsDesk['mappedModules']

export interface CasePlansOptions {
  readonly ledger: LedgerView
  readonly journal: Pick<PlanJournal, 'findPlan'>
  readonly mappedModules: MappedModules
}

/** A plan of measures with what it was computed from. */
export interface PlanOfCase extends PlanBasis {
  readonly plan: Plan
}

/** A case whose measures are or were in force, with the plan that was approved. */
export interface EnforcedCase extends PlanOfCase {
  readonly record: CaseRecord
}

/** What such a case asks for, also where its plan is not there any more. */
export type StandingCase = Omit<EnforcedCase, 'plan'>

/**
 * The one door to plans of cases: whatever comes out has the hash that was signed and follows from its case. It is asked
 * where a plan is shown, signed, carried out, given back and verified.
 */
export class CasePlans {
  constructor(private readonly options: CasePlansOptions) {}

  /** What can be decided on. `sanctions.planDiffers`, `sanctions.planNotOfCase`, `sanctions.groupsDiffer`. */
  async proposed(record: CaseRecord): Promise<Result<PlanOfCase>> {
    const { proposal } = record
    if (proposal === null) return fail('sanctions.notPossibleNow')
    const kept = await this.kept(proposal.plan)
    if (!kept.ok) return fail('sanctions.planDiffers')
    // Who decides does so on the groups of today.
    return this.ofCase(kept.value, record, proposal.measures, null)
  }

  /** What was approved. `sanctions.planChangedAfterApproval`, `sanctions.planNotOfCase`, `sanctions.groupsDiffer`. */
  async approved(record: CaseRecord): Promise<Result<PlanOfCase>> {
    const { decision, proposal } = record
    if (decision?.plan == null || proposal === null) return fail('sanctions.planChangedAfterApproval')
    const kept = await this.kept(decision.plan)
    // Its groups are those of the proposal: settings that were changed since strand nothing that is in force.
    return kept.ok ? this.ofCase(kept.value, record, decision.measures, proposal.sequence) : kept
  }

  /** What was decided to be given back. The same failures. */
  async lifting(record: CaseRecord): Promise<Result<Plan>> {
    const { lift } = record
    if (lift === null) return fail('sanctions.planChangedAfterApproval')
    const kept = await this.kept(lift.plan)
    if (!kept.ok) return kept
    const all = await this.enforcedOf(record.account)
    const one = all.find((other) => other.record.id === record.id)
    if (one === undefined) return fail('sanctions.planChangedAfterApproval')
    return givesBack(kept.value, one, all) ? kept : fail('sanctions.planNotOfCase')
  }

  /** The case with its approved plan; null: it was never in force, or its plan is not what was approved. */
  async enforced(record: CaseRecord): Promise<EnforcedCase | null> {
    if (record.enforcedAt === null) return null
    const approved = await this.approved(record)
    return approved.ok ? { record, ...approved.value } : null
  }

  /** Cases of an account that are or were in force. */
  async enforcedOf(account: string): Promise<EnforcedCase[]> {
    const found: EnforcedCase[] = []
    for (const record of casesOf(this.options.ledger, account)) {
      const enforced = await this.enforced(record)
      if (enforced !== null) found.push(enforced)
    }
    return found
  }

  /**
   * The same, and the cases in force whose plan somebody has damaged or taken out of the store: what they ask for stands in
   * the ledger, so nothing is opened for want of a plan. Nobody knows what they have taken, so they give nothing back.
   */
  async standingOf(account: string): Promise<StandingCase[]> {
    const standing: StandingCase[] = await this.enforcedOf(account)
    for (const record of casesOf(this.options.ledger, account)) {
      const isKnown = standing.some((one) => one.record.id === record.id)
      if (isInForce(record) && !isKnown) standing.push(await this.asTold(record))
    }
    return standing
  }

  private async asTold(record: CaseRecord): Promise<StandingCase> {
    const { account, names, schoolClass, proposal, proposals } = record
    const mapped = await this.options.mappedModules(proposal?.sequence ?? null)
    const groups = (mapped.ok ? mapped.value : null) ?? {}
    const snapshot: AccountSnapshot = {
      ...{ id: account, login: names.login, label: labelOf(names), schoolClass },
      suspension: { kind: 'none' },
      modules: {},
      directory: '',
      selfEnding: true
    }
    for (const module of moduleIds) {
      const group = groups[module] ?? ''
      if (group !== '') snapshot.modules[module] = { group, member: false }
    }
    return { record, snapshot, measures: measuresOf(record), proposal: proposals, planning: newestPlanning }
  }

  /** See `PlanCheck`; a plan that is gone counts as changed. */
  async problems(): Promise<LedgerProblem[]> {
    const records = readCases(this.options.ledger)
    const plans = new Map<string, Plan>()
    const groups = new Map<number, ModuleGroups | null>()
    const breath = createBreath(longestStretch)
    for (const { proposal, decision, lift } of records) {
      for (const hash of [proposal?.plan, decision?.plan, lift?.plan]) {
        const kept = hash == null ? null : await this.kept(hash)
        if (hash != null && kept?.ok === true) plans.set(hash, kept.value)
      }
      if (proposal !== null) groups.set(proposal.sequence, await this.groupsAt(proposal.sequence))
      await breath()
    }
    const check = new PlanCheck(records, {
      plan: (hash) => plans.get(hash) ?? 'changed',
      groups: (sequence) => groups.get(sequence) ?? null
    })
    for (const record of records) {
      check.look(record)
      await breath()
    }
    return check.findings.problems
  }

  /** What is in force stays in force while nobody can say what was mapped. */
  private async groupsAt(sequence: number): Promise<ModuleGroups | null> {
    const mapped = await this.options.mappedModules(sequence)
    return mapped.ok ? mapped.value : null
  }

  /** The kept plan of a hash. `sanctions.planChangedAfterApproval`: it is gone or is no longer what was signed. */
  private async kept(hash: string): Promise<Result<Plan>> {
    const plan = (await this.options.journal.findPlan(hash).catch(noPlan))?.plan
    return plan === undefined || hashPlan(plan) !== hash
      ? fail('sanctions.planChangedAfterApproval')
      : succeed(plan)
  }

  private async ofCase(
    plan: Plan,
    record: CaseRecord,
    measures: readonly Measure[],
    sequence: number | null
  ): Promise<Result<PlanOfCase>> {
    const mapped =
      sequence === null ? await this.options.mappedModules(null) : succeed(await this.groupsAt(sequence))
    if (!mapped.ok) return mapped
    const told = { record, measures, proposal: record.proposals }
    const follows = followsFromCase(plan, told, mapped.value)
    return follows.ok ? succeed({ plan, ...follows.value }) : follows
  }
}

/** Somebody has written into the database what is no plan at all. */
export function noPlan(error: unknown): null {
  if (error instanceof SyntaxError) return null
  throw error
}
