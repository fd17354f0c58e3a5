import { z } from 'zod'
import type { Suspension } from '../../contract/accounts'
import { holdsGroup, isSameGroup, moduleIds, type MappedModule, type ModuleId } from '../../contract/modules'
import type { Plan, Step } from '../../contract/plan'
import { measureSchema, type CasePreview, type Measure } from '../../contract/sanctions'
import { startOf } from '../../core/calendar'
import { canonicalJson } from '../../core/canonicalJson'
import {
  decidedReason,
  jobName,
  keyOf,
  membershipSchema,
  ordered,
  planningVersions,
  snapshotSchema,
  type AccountSnapshot,
  type PlanBasis,
  type StartOfDay,
  type StepKind
} from './measures'
import { reachOf } from '../../core/suspensions'

export interface PlannedMeasures extends PlanBasis {
  readonly case: string
  /** Day of the proposal. */
  readonly day: string
}

/**
 * The plan that carries measures out (P9, P10). A warning has no step. Neither has what is like this already; a
 * suspension that reaches further is never shortened. Equal input gives an equal plan.
 *
 * @param starts when days begin: on this PC's calendar, or on that of the PC that has computed a plan before
 */
export function sanctionPlan(planned: PlannedMeasures, starts: StartOfDay = startOf): Plan {
  const { snapshot, proposal, planning, day } = planned
  const measures = ordered(planned.measures)
  return {
    format: 1,
    job: jobName,
    day,
    basis: {
      case: planned.case,
      proposal,
      directory: snapshot.directory,
      account: canonicalJson(snapshot),
      measures: canonicalJson(measures),
      // Plans of the first version do not name it.
      ...(planning === 1 ? {} : { planning })
    },
    undoes: null,
    steps: measures
      .flatMap((measure) => changesOf(measure, planned, starts))
      .map((change, index) => stepOf(snapshot, String(index + 1), change))
  }
}

/** What a plan was computed from; null: it is no plan of measures. */
export function basisOf(plan: Plan): PlanBasis | null {
  const { account, measures, proposal, planning = 1 } = plan.basis
  if (plan.job !== jobName || typeof account !== 'string' || typeof measures !== 'string') return null
  const version = planningVersions.find((known) => known === planning)
  const snapshot = snapshotSchema.safeParse(parsed(account))
  const list = z.array(measureSchema).safeParse(parsed(measures))
  if (version === undefined || !snapshot.success || !list.success) return null
  return {
    ...{ snapshot: snapshot.data, measures: list.data, proposal: Number(proposal), planning: version },
    starts: startsOf(plan)
  }
}

/** Days begin in all time zones at most so long before or after they do in UTC. */
const widestZone = 14 * 3_600_000

/** When days begin on the PC that has computed a plan: another time zone is no other measure. */
function startsOf(plan: Plan): StartOfDay {
  const told = plan.steps.find(({ kind }) => kind === 'suspend')?.after?.['suspension']
  const until = typeof told === 'object' && told !== null && 'until' in told ? told['until'] : null
  return (day) => {
    const isNear =
      typeof until === 'string' && Math.abs(Date.parse(until) - Date.parse(`${day}T00:00:00Z`)) <= widestZone
    return isNear ? until : startOf(day)
  }
}

/** What is no JSON is nothing that a plan was computed from. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** A step without its place and target. */
export interface Change extends Pick<Step, 'before' | 'after'> {
  readonly kind: StepKind
  readonly measure: Measure
}

export function stepOf(
  { id, login, label, schoolClass }: AccountSnapshot,
  place: string,
  { kind, measure, before, after }: Change
): Step {
  const until = measure.kind === 'warning' ? null : measure.until
  return {
    id: place,
    kind,
    target: { type: 'account', id, name: login, label, schoolClass },
    before,
    after,
    reason: { code: decidedReason, parameters: { measure: keyOf(measure), until: until ?? '' } },
    needs: []
  }
}

/** The suspension that a measure asks for: until the beginning of its day, or for good. */
export function suspensionOf(
  { until }: { readonly until: string | null },
  starts: StartOfDay = startOf
): Suspension {
  return until === null ? { kind: 'forever' } : { kind: 'until', until: starts(until) }
}

/** The modules that a measure keeps the person out of, in the order of their list. */
export function modulesOf(measure: Measure, { snapshot, planning }: PlanBasis): ModuleId[] {
  const mapped = moduleIds.filter((module) => snapshot.modules[module] !== undefined)
  switch (measure.kind) {
    case 'warning':
      return []
    case 'suspension':
      return planning === 1 ? [] : mapped
    case 'moduleRefusal':
      return mapped.filter((module) => module === measure.module)
  }
}

/** The groups of these modules, each once. */
export function groupsOf(measure: Measure, basis: PlanBasis): string[] {
  const groups = modulesOf(measure, basis).flatMap((module) => basis.snapshot.modules[module]?.group ?? [])
  return groups.filter((group, index) => groups.findIndex((one) => isSameGroup(one, group)) === index)
}

function changesOf(measure: Measure, basis: PlanBasis, starts: StartOfDay): Change[] {
  const taken = takenBy(measure, basis).map((membership): Change => ({
    kind: 'refuseModule',
    measure,
    before: { membership },
    after: { membership: { ...membership, member: false } }
  }))
  if (measure.kind !== 'suspension') return taken
  const after = suspensionOf(measure, starts)
  const before = basis.snapshot.suspension
  return isFurther(after, before)
    ? [{ kind: 'suspend', measure, before: { suspension: before }, after: { suspension: after } }, ...taken]
    : taken
}

/** An end that has come by now is compared as it was planned. */
function isFurther(one: Suspension, other: Suspension): boolean {
  const always = new Date(0)
  return reachOf(one, always) > reachOf(other, always)
}

/**
 * The memberships that a measure takes. A group that several measures of a case ask for falls to the one that lasts
 * longest, so that its step is over only when nothing asks for it any more.
 */
function takenBy(measure: Measure, basis: PlanBasis): { readonly group: string; readonly member: boolean }[] {
  const { snapshot, planning } = basis
  const memberships = groupsOf(measure, basis).flatMap(
    (group) => Object.values(snapshot.modules).find((one) => one.group === group) ?? []
  )
  return memberships.filter(
    ({ group, member }) =>
      member && (planning === 1 || keyOf(holderOf(group, basis) ?? measure) === keyOf(measure))
  )
}

/** The measure that keeps the person out of a group for longest; of equal ones the refusal of the module itself. */
function holderOf(group: string, basis: PlanBasis): Measure | null {
  const asking = ordered(basis.measures).filter((measure) =>
    groupsOf(measure, basis).some((one) => isSameGroup(one, group))
  )
  return asking.toReversed().reduce<Measure | null>((longest, measure) => {
    return longest === null || endingOf(measure) > endingOf(longest) ? measure : longest
  }, null)
}

/** Comparable as text; for good is after every day. */
function endingOf(measure: Measure): string {
  return measure.kind === 'warning' ? '' : (measure.until ?? '~')
}

/** Whether a measure lasts longer than until the beginning of a day. */
export function lastsBeyond(measure: Measure, day: string): boolean {
  return endingOf(measure) > day
}

/**
 * What measures would do to the account, in plain data.
 *
 * @param gone the modules of a measure that nobody can be kept out of: [Note: a group that is gone]
 */
export function effectsOf(
  measures: readonly Measure[],
  basis: PlanBasis,
  gone: (measure: Measure) => readonly MappedModule[]
): CasePreview['effects'] {
  return ordered(measures).map((measure) => {
    const open = gone(measure)
    const modules = modulesOf(measure, basis).filter(
      (module) => basis.snapshot.modules[module]?.member && !open.some((one) => one.module === module)
    )
    const isSuspended =
      measure.kind === 'suspension' &&
      !isFurther(suspensionOf(measure, basis.starts), basis.snapshot.suspension)
    return {
      measure,
      group: measure.kind === 'moduleRefusal' ? (basis.snapshot.modules[measure.module]?.group ?? '') : '',
      modules: measure.kind === 'suspension' ? modules : [],
      gone: [...open],
      idle: measure.kind === 'suspension' ? isSuspended && modules.length === 0 : modules.length === 0,
      endsBy: endOf(measure, basis.snapshot)
    }
  })
}

function endOf(measure: Measure, { selfEnding }: AccountSnapshot): 'directory' | 'app' | 'nobody' {
  if (measure.kind === 'warning' || measure.until === null) return 'nobody'
  return measure.kind === 'suspension' && selfEnding ? 'directory' : 'app'
}

/**
 * What the steps of a plan do, each with the account that it is about: nothing that is signed stays unseen.
 *
 * @param groups those that the directory has; null: nobody could ask it
 */
export function touchesOf(plan: Plan, groups: readonly string[] | null): CasePreview['touches'] {
  return plan.steps.map(({ id, kind, target, after }) => {
    const touch = touchKinds.get(kind)
    if (touch === undefined) throw new TypeError(`Step ${id} is about nothing that sanctions know`)
    const group = membershipSchema.safeParse(after?.['membership']).data?.group ?? ''
    return {
      kind: touch,
      login: target.name,
      name: target.label,
      schoolClass: target.schoolClass,
      group,
      gone: group !== '' && groups !== null && !holdsGroup(groups, group)
    }
  })
}

const touchKinds = new Map<string, CasePreview['touches'][number]['kind']>([
  ['suspend', 'suspend'],
  ['refuseModule', 'leaveGroup'],
  ['liftSuspension', 'free'],
  ['allowModule', 'joinGroup']
])
