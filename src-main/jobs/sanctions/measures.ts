import { z } from 'zod'
import { suspensionSchema, type Account } from '../../contract/accounts'
import {
  holdsGroup,
  moduleIds,
  moduleIdSchema,
  type ModuleGroups,
  type ModuleId
} from '../../contract/modules'
import type { PersonNames } from '../../contract/people'
import { fail, succeed, type Result } from '../../contract/result'
import type { Measure } from '../../contract/sanctions'
import { startOf } from '../../core/calendar'
import { canonicalJson } from '../../core/canonicalJson'
import type { Directory } from '../../world/directory/port'

/** The name of this job in its plans. */
export const jobName = 'sanctions'

/** Reason of each step that does what was decided. */
export const decidedReason = 'decidedMeasure'

export type StepKind = 'suspend' | 'refuseModule' | 'liftSuspension' | 'allowModule'

/** Whether somebody is in a group: the image of a step about one module, which no change of another group touches. */
export const membershipSchema = z.object({ group: z.string(), member: z.boolean() })

/**
 * What a plan is computed from: as much of the account and its directory as measures are about, at the time of the
 * proposal. It stands in the plan itself, so that the leadership can decide, also differently, while the directory
 * cannot be reached, and so that the signed hash vouches for it.
 */
export const snapshotSchema = z.object({
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

/**
 * [Note: versions of planning]
 *
 * A plan that was signed must be computable anew as long as its case is told, so it names by which version it was
 * computed. 1, which plans do not name: a suspension is the directory's suspension alone. 2: it also takes the modules
 * (P9), since a service that reads the password itself does not notice the directory's suspension.
 */
export const planningVersions = [1, 2] as const
export type PlanningVersion = (typeof planningVersions)[number]
export const newestPlanning: PlanningVersion = 2

/** The instant at which a day begins (ISO, UTC). */
export type StartOfDay = (day: string) => string

/** What a plan of this job says about itself beside its steps. */
export interface PlanBasis {
  readonly snapshot: AccountSnapshot
  readonly measures: readonly Measure[]
  /** Which proposal of the case, from 1. */
  readonly proposal: number
  readonly planning: PlanningVersion
  /** When days begin on the PC that has computed the plan; absent: on this one. */
  readonly starts?: StartOfDay
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
    label: labelOf(account),
    schoolClass: account.classes[0] ?? '',
    // That of leaving goes when the person comes back (P8); it is no part of what a case finds and leaves behind.
    suspension: account.leaverSince === null ? account.suspension : { kind: 'none' },
    modules,
    directory: directory.connection.baseDn,
    selfEnding: directory.capabilities.selfEndingSuspension
  }
}

/** What a person is called in plans. */
export function labelOf({ givenName, familyName }: Omit<PersonNames, 'login'>): string {
  return `${givenName} ${familyName}`.trim()
}

export function isMember(account: Pick<Account, 'groups'>, group: string): boolean {
  return holdsGroup(account.groups, group)
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
