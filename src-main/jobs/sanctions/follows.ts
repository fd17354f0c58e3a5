import { moduleIds, type ModuleGroups } from '../../contract/modules'
import { planSchema, type Plan, type Step } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import type { Measure } from '../../contract/sanctions'
import { canonicalJson } from '../../core/canonicalJson'
import type { CaseRecord } from './cases'
import type { EnforcedCase } from './casePlans'
import {
  decidedReason,
  jobName,
  keyOf,
  labelOf,
  sameMeasures,
  type AccountSnapshot,
  type PlanBasis
} from './measures'
import { groupsGivenBack, suspensionsAfter } from './release'
import { basisOf, sanctionPlan, stepOf, suspensionOf, type Change } from './sanctionPlan'

/** What the statements of a case say, from which its plan has to follow. */
export interface ToldCase {
  readonly record: Pick<CaseRecord, 'id' | 'account' | 'names' | 'schoolClass'>
  /** Those that were proposed or decided. */
  readonly measures: readonly Measure[]
  /** Which proposal of the case, from 1. */
  readonly proposal: number
}

/**
 * [Note: a plan follows from its case]
 *
 * Whoever may propose and can write to the store can keep any plan there and sign its hash. So a hash that fits is not
 * enough: a plan counts only where it is the one that the case's own words lead to. Its person, its measures and its
 * number are taken from the statements, its groups from the settings, and the steps are computed anew from these; of
 * the plan itself only what the directory showed at the proposal is believed: memberships and the suspension before.
 *
 * @param groups the groups of the modules at the proposal; null: that is not known any more
 *
 * `sanctions.planNotOfCase`: it is about somebody or something else. `sanctions.groupsDiffer`: it is about groups that
 * the settings do not name.
 */
export function followsFromCase(
  plan: Plan,
  { record, measures, proposal }: ToldCase,
  groups: ModuleGroups | null
): Result<PlanBasis> {
  // Whoever wrote it into the store need not have written a plan.
  const basis = planSchema.safeParse(plan).success ? basisOf(plan) : null
  const notOfCase = fail('sanctions.planNotOfCase')
  if (basis?.proposal !== proposal || !sameMeasures(basis.measures, measures)) return notOfCase
  const { snapshot, planning } = basis
  if (record.account === '' || snapshot.id !== record.account) return notOfCase
  // The first version named a person who was proposed anew as the directory named them by then.
  if ((proposal === 1 || planning > 1) && !isNamedLike(snapshot, record)) return notOfCase
  const wanted = sanctionPlan({ ...basis, case: record.id, day: plan.day, measures }, basis.starts)
  if (canonicalJson(wanted) !== canonicalJson(plan)) return notOfCase
  if (groups !== null && !areMapped(basis, groups)) return fail('sanctions.groupsDiffer')
  return succeed(basis)
}

function isNamedLike(
  { login, label, schoolClass }: AccountSnapshot,
  { names, schoolClass: toldClass }: ToldCase['record']
): boolean {
  return login === names.login && label === labelOf(names) && schoolClass === toldClass
}

/** A suspension takes all modules, so all of them must be there; of the first version just those that were named. */
function areMapped({ snapshot, planning }: PlanBasis, groups: ModuleGroups): boolean {
  return moduleIds.every((module) => {
    const known = snapshot.modules[module]?.group
    const mapped = groups[module] ?? ''
    return known === undefined ? planning === 1 || mapped === '' : known === mapped
  })
}

/**
 * Whether a plan gives back what the case has taken from its person, and nothing else. A lifting was computed from what
 * was in force at that moment, which cannot be told anew later; so what it may do is bounded instead.
 */
export function givesBack(plan: Plan, one: EnforcedCase, all: readonly EnforcedCase[]): boolean {
  const { record, snapshot } = one
  const isOfCase =
    planSchema.safeParse(plan).success &&
    plan.job === jobName &&
    plan.undoes === null &&
    plan.basis['case'] === record.id &&
    plan.basis['directory'] === snapshot.directory
  return isOfCase && plan.steps.every((step, index) => isGivingBack(step, String(index + 1), one, all))
}

function isGivingBack(step: Step, place: string, one: EnforcedCase, all: readonly EnforcedCase[]): boolean {
  const { code, parameters } = step.reason
  const measure = one.measures.find((known) => keyOf(known) === parameters['measure'])
  if (measure === undefined || code !== decidedReason) return false
  const changes: Change[] = groupsGivenBack(measure, one, all).map((group) => ({
    kind: 'allowModule',
    measure,
    before: { membership: { group, member: false } },
    after: { membership: { group, member: true } }
  }))
  if (measure.kind === 'suspension') {
    const before = step.before ?? {}
    for (const suspension of suspensionsAfter(one, all)) {
      changes.push({ kind: 'liftSuspension', measure, before, after: { suspension } })
    }
    const isOfMeasure =
      canonicalJson(before) === canonicalJson({ suspension: suspensionOf(measure, one.starts) })
    if (step.kind === 'liftSuspension' && !isOfMeasure) return false
  }
  return changes.some((change) => {
    const wanted = { ...stepOf(one.snapshot, place, change), reason: step.reason }
    return canonicalJson(wanted) === canonicalJson(step)
  })
}
