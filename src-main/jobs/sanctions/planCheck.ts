import type { LedgerProblemCode, LedgerVerification } from '../../contract/ledger'
import type { ModuleGroups } from '../../contract/modules'
import type { Plan } from '../../contract/plan'
import type { Measure } from '../../contract/sanctions'
import type { EnforcedCase } from './casePlans'
import type { CaseRecord } from './cases'
import { followsFromCase, givesBack } from './follows'

/** The plans and groups that cases are compared with, as far as they are there. */
export interface KeptPlans {
  /** `changed`: it is not what was signed. null: it did not come along. */
  plan(hash: string): Plan | 'changed' | null
  /** The groups of the modules in force at a statement; null: not known any more. */
  groups(sequence: number): ModuleGroups | null
}

export type PlanFindings = Pick<LedgerVerification, 'problems' | 'uncheckedPlans' | 'uncheckedGroups'>

/** Something signed that names a plan. */
interface Signed {
  readonly sequence: number
  readonly plan: string
  readonly measures: readonly Measure[]
}

/**
 * Proposals and decisions whose plan is not what was signed (`planChanged`) or does not follow from the case
 * (`planNotOfCase`), and decisions in one's own matter (`fourEyesBroken`). Of who was erased nobody can say any more whom a
 * plan was about.
 */
export class PlanCheck {
  readonly findings = {
    problems: [] as { sequence: number; code: LedgerProblemCode }[],
    uncheckedPlans: [] as number[],
    uncheckedGroups: [] as number[]
  }
  private readonly byAccount = new Map<string, CaseRecord[]>()

  constructor(
    records: readonly CaseRecord[],
    private readonly kept: KeptPlans
  ) {
    for (const record of records) {
      const known = this.byAccount.get(record.account)
      if (known === undefined) this.byAccount.set(record.account, [record])
      else known.push(record)
    }
  }

  look(record: CaseRecord): void {
    const { state, proposal, decision, lift } = record
    for (const signed of [decision, lift]) {
      // The ledger's own rule does not know whom a case is about: that is personal.
      if (signed?.person === record.account) this.note(signed.sequence, 'fourEyesBroken')
    }
    if (state === 'proposed' && proposal !== null) this.lookAt(record, proposal, proposal.sequence)
    if (decision?.plan == null || proposal === null) return
    const { plan } = decision
    // What has expired is not carried out any more, whatever became of its plan; who wrote it is still to be found out.
    if (state !== 'expired' || this.kept.plan(plan) !== 'changed') {
      this.lookAt(record, { ...decision, plan }, proposal.sequence)
    }
    if (lift !== null) this.lookAtLift(record, { ...lift, measures: decision.measures })
  }

  /** @param groupsAt the statement whose time says which groups counted */
  private lookAt(record: CaseRecord, signed: Signed, groupsAt: number): void {
    const plan = this.readable(record, signed)
    if (plan === null) return
    const groups = this.kept.groups(groupsAt)
    if (groups === null) this.findings.uncheckedGroups.push(signed.sequence)
    const told = { record, measures: signed.measures, proposal: record.proposals }
    if (!followsFromCase(plan, told, groups).ok) this.note(signed.sequence, 'planNotOfCase')
  }

  private lookAtLift(record: CaseRecord, lift: Signed): void {
    const plan = this.readable(record, lift)
    if (plan === null) return
    const enforced = (this.byAccount.get(record.account) ?? []).map((one) => this.enforced(one))
    if (enforced.includes('unknown')) {
      this.findings.uncheckedPlans.push(lift.sequence)
      return
    }
    const all = enforced.filter((one) => one !== null && one !== 'unknown')
    const one = all.find((other) => other.record.id === record.id)
    if (one === undefined) this.note(lift.sequence, 'planChanged')
    else if (!givesBack(plan, one, all)) this.note(lift.sequence, 'planNotOfCase')
  }

  /** The plan, where it can be compared; null: that was noted. */
  private readable({ account }: CaseRecord, { sequence, plan: hash, measures }: Signed): Plan | null {
    const plan = this.kept.plan(hash)
    if (plan === 'changed') {
      this.note(sequence, 'planChanged')
      return null
    }
    if (plan !== null && account !== '' && measures.length > 0) return plan
    this.findings.uncheckedPlans.push(sequence)
    return null
  }

  /** null: it was never in force, or its plan is not what was approved. `unknown`: nobody can tell. */
  private enforced(record: CaseRecord): EnforcedCase | 'unknown' | null {
    const { decision, proposal, enforcedAt } = record
    if (enforcedAt === null || decision?.plan == null || proposal === null) return null
    const plan = this.kept.plan(decision.plan)
    if (plan === null || decision.measures.length === 0) return 'unknown'
    if (plan === 'changed') return null
    const told = { record, measures: decision.measures, proposal: record.proposals }
    const follows = followsFromCase(plan, told, this.kept.groups(proposal.sequence))
    return follows.ok ? { record, plan, ...follows.value } : null
  }

  private note(sequence: number, code: LedgerProblemCode): void {
    this.findings.problems.push({ sequence, code })
  }
}
