import { z } from 'zod'
import { suspensionSchema, type Account, type Suspension } from '../../contract/accounts'
import { moduleIds, moduleIdSchema, type ModuleGroups, type ModuleId } from '../../contract/modules'
import type { Plan, Step } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import { measureSchema, type CasePreview, type Measure } from '../../contract/sanctions'
import { startOf } from '../../core/calendar'
import { canonicalJson } from '../../core/canonicalJson'
import type { Directory } from '../../world/directory/port'
import { reachOf } from './suspensions'

/** The name of this job in its plans. */
export const jobName = 'sanctions'

export type StepKind = 'suspend' | 'refuseModule' | 'liftSuspension' | 'allowModule'

/** Whether somebody is in a group: the image of a step about one module, which no change of another group touches. */
export const membershipSchema = z.object({ group: z.string(), member: z.boolean() })

/**
 * What a plan is computed from: as much of the account and its directory as measures are about, at the time of the
 * proposal. It stands in the plan itself, so that the leadership can decide, also differently, while the directory
 * cannot be reached, and so that the signed hash vouches for it.
 */
const snapshotSchema = z.object({
  id: z.string(),
  login: z.string(),
  label: z.string(),
  schoolClass: z.string(),
  suspension: suspensionSchema,
  /** Modules that the school maps to a group. */
  modules: z.partialRecord(moduleIdSchema, membershipSchema),
  /** Base of the directory. */
  directory: z.string(),
  /** The directory ends a suspension by itself. */
  selfEnding: z.boolean()
})
export type AccountSnapshot = z.infer<typeof snapshotSchema>

/** What a plan of this job says about itself beside its steps. */
export interface PlanBasis {
  readonly snapshot: AccountSnapshot
  readonly measures: readonly Measure[]
  /** Which proposal of the case, from 1. */
  readonly proposal: number
}

export function snapshotOf(
  account: Account,
  groups: ModuleGroups,
  directory: Pick<Directory, 'connection' | 'capabilities'>
): AccountSnapshot {
  const modules: Partial<Record<ModuleId, z.infer<typeof membershipSchema>>> = {}
  for (const module of moduleIds) {
    const group = groups[module] ?? ''
    if (group !== '') modules[module] = { group, member: isMember(account, group) }
  }
  return {
    id: account.id,
    login: account.login,
    label: `${account.givenName} ${account.familyName}`.trim(),
    schoolClass: account.classes[0] ?? '',
    suspension: account.suspension,
    modules,
    directory: directory.connection.baseDn,
    selfEnding: directory.capabilities.selfEndingSuspension
  }
}

/** Servers take names of groups without regard to case. */
export function isMember(account: Pick<Account, 'groups'>, group: string): boolean {
  return account.groups.some((name) => isSameGroup(name, group))
}

export function isSameGroup(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

/** Which measure of a person it is: there is one of each. */
export function keyOf(measure: Measure): string {
  return measure.kind === 'moduleRefusal' ? measure.module : measure.kind
}

/** In one order, so that equal measures give an equal plan. */
export function ordered(measures: readonly Measure[]): Measure[] {
  const order: readonly string[] = ['warning', 'suspension', ...moduleIds]
  return measures.toSorted((left, right) => order.indexOf(keyOf(left)) - order.indexOf(keyOf(right)))
}

export function sameMeasures(left: readonly Measure[], right: readonly Measure[]): boolean {
  return canonicalJson(ordered(left)) === canonicalJson(ordered(right))
}

/** The day on which the measure ends has come. A warning has nothing that ends. */
export function isOver(measure: Measure, now: Date): boolean {
  return (
    measure.kind !== 'warning' &&
    measure.until !== null &&
    Date.parse(startOf(measure.until)) <= now.getTime()
  )
}

/** Everything that has an effect in the directory is over. A case of nothing but a warning stays as it is. */
export function areOver(measures: readonly Measure[], now: Date): boolean {
  const effective = measures.filter(({ kind }) => kind !== 'warning')
  return effective.length > 0 && effective.every((measure) => isOver(measure, now))
}

/**
 * Whether measures can be proposed and approved: `sanctions.measureTwice`, `sanctions.dayInPast`,
 * `sanctions.moduleNotMapped`.
 */
export function checkMeasures(
  measures: readonly Measure[],
  snapshot: Pick<AccountSnapshot, 'modules'>,
  now: Date
): Result<undefined> {
  if (new Set(measures.map(keyOf)).size < measures.length) return fail('sanctions.measureTwice')
  for (const measure of measures) {
    if (measure.kind === 'warning') continue
    if (isOver(measure, now)) return fail('sanctions.dayInPast', { day: measure.until ?? '' })
    if (measure.kind === 'moduleRefusal' && snapshot.modules[measure.module] === undefined) {
      return fail('sanctions.moduleNotMapped', { module: measure.module })
    }
  }
  return succeed()
}

export interface PlannedMeasures extends PlanBasis {
  readonly case: string
  /** Day of the proposal. */
  readonly day: string
}

/**
 * The plan that carries measures out (P9, P10). A warning has no step. Neither has what is like this already; a
 * suspension that reaches further is never shortened. Equal input gives an equal plan.
 */
export function sanctionPlan(planned: PlannedMeasures): Plan {
  const { snapshot, proposal, day } = planned
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
      measures: canonicalJson(measures)
    },
    undoes: null,
    steps: measures
      .flatMap((measure) => changeOf(measure, snapshot) ?? [])
      .map((change, index) => stepOf(snapshot, String(index + 1), change))
  }
}

/** What a plan was computed from; null: it is no plan of measures. */
export function basisOf(plan: Plan): PlanBasis | null {
  const { account, measures, proposal } = plan.basis
  if (plan.job !== jobName || typeof account !== 'string' || typeof measures !== 'string') return null
  return {
    snapshot: snapshotSchema.parse(JSON.parse(account)),
    measures: z.array(measureSchema).parse(JSON.parse(measures)),
    proposal: Number(proposal)
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
    reason: { code: 'decidedMeasure', parameters: { measure: keyOf(measure), until: until ?? '' } },
    needs: []
  }
}

/** The suspension that a measure asks for: until the beginning of its day, or for good. */
export function suspensionOf({ until }: { readonly until: string | null }): Suspension {
  return until === null ? { kind: 'forever' } : { kind: 'until', until: startOf(until) }
}

function changeOf(measure: Measure, snapshot: AccountSnapshot): Change | null {
  switch (measure.kind) {
    case 'warning':
      return null
    case 'suspension': {
      const after = suspensionOf(measure)
      const before = snapshot.suspension
      // An end that has come by now is compared as it was planned.
      const always = new Date(0)
      if (reachOf(before, always) >= reachOf(after, always)) return null
      return { kind: 'suspend', measure, before: { suspension: before }, after: { suspension: after } }
    }
    case 'moduleRefusal': {
      const membership = snapshot.modules[measure.module]
      if (membership?.member !== true) return null
      return {
        kind: 'refuseModule',
        measure,
        before: { membership },
        after: { membership: { ...membership, member: false } }
      }
    }
  }
}

/** What measures would do to the account, in plain data. */
export function effectsOf(measures: readonly Measure[], snapshot: AccountSnapshot): CasePreview['effects'] {
  return ordered(measures).map((measure) => ({
    measure,
    group: measure.kind === 'moduleRefusal' ? (snapshot.modules[measure.module]?.group ?? '') : '',
    idle: changeOf(measure, snapshot) === null,
    endsBy: endOf(measure, snapshot)
  }))
}

function endOf(measure: Measure, { selfEnding }: AccountSnapshot): 'directory' | 'app' | 'nobody' {
  if (measure.kind === 'warning' || measure.until === null) return 'nobody'
  return measure.kind === 'suspension' && selfEnding ? 'directory' : 'app'
}
