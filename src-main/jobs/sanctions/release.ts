import type { Suspension } from '../../contract/accounts'
import { holdsGroup, isSameGroup } from '../../contract/modules'
import type { Plan } from '../../contract/plan'
import type { CasePreview, Measure } from '../../contract/sanctions'
import type { EnforcedCase, StandingCase } from './casePlans'
import { jobName, keyOf, membershipSchema, ordered } from './measures'
import { groupsOf, lastsBeyond, modulesOf, stepOf, suspensionOf, type Change } from './sanctionPlan'
import type { Demanded } from './steps'
import { reachOf, strongest } from '../../core/suspensions'

/**
 * [Note: what a case has taken]
 *
 * Two cases of one person can overlap. Who is out of the WLAN by the first is out already when the second is
 * proposed, so the second takes nothing away; and still the person gets the WLAN back by whichever ends last. So a
 * case gives back what it has taken itself or has taken over from a case that was in force when it was proposed.
 */
function isTakenOver(earlier: StandingCase, later: StandingCase): boolean {
  const proposed = later.record.proposal?.at ?? ''
  const { id, account, enforcedAt, overAt } = earlier.record
  return (
    id !== later.record.id &&
    account === later.record.account &&
    enforcedAt !== null &&
    enforcedAt <= proposed &&
    (overAt === null || overAt >= proposed)
  )
}

/** Each case is asked once, also where two were in force at one instant. */
function without<Case>(one: Case, all: readonly Case[]): Case[] {
  return all.filter((other) => other !== one)
}

/** Whether the person would be in a group without this case and those that it has taken over from. */
export function hasTaken(one: EnforcedCase, group: string, all: readonly EnforcedCase[]): boolean {
  const membership = Object.values(one.snapshot.modules).find((known) => isSameGroup(known.group, group))
  if (membership === undefined) return false
  if (membership.member) return true
  return all.some(
    (earlier) =>
      isTakenOver(earlier, one) &&
      earlier.measures.some((measure) =>
        groupsOf(measure, earlier).some((taken) => isSameGroup(taken, group))
      ) &&
      hasTaken(earlier, group, without(one, all))
  )
}

/** The groups that the person gets back for a measure, as far as nothing else asks for being out of them. */
export function groupsGivenBack(measure: Measure, one: EnforcedCase, all: readonly EnforcedCase[]): string[] {
  return groupsOf(measure, one).filter((group) => hasTaken(one, group, all))
}

/** What lifting the suspension of a case can leave: nothing, what was there before, or what another case asks for. */
export function suspensionsAfter(one: EnforcedCase, all: readonly EnforcedCase[]): Suspension[] {
  const asked = all.flatMap(({ measures, starts }) =>
    measures.flatMap((measure) => (measure.kind === 'suspension' ? [suspensionOf(measure, starts)] : []))
  )
  return [{ kind: 'none' }, originalSuspension(one, all), ...asked]
}

/** The suspension that the account would have without this case and those that it has taken over from. */
export function originalSuspension(one: StandingCase, all: readonly StandingCase[]): Suspension {
  const { suspension } = one.snapshot
  const always = new Date(0)
  const source = all.find(
    (earlier) =>
      isTakenOver(earlier, one) &&
      earlier.measures.some(
        (measure) =>
          measure.kind === 'suspension' &&
          reachOf(suspensionOf(measure, earlier.starts), always) === reachOf(suspension, always)
      )
  )
  return source === undefined ? suspension : originalSuspension(source, without(one, all))
}

export interface Release {
  readonly one: EnforcedCase
  /** Measures that are given back. */
  readonly measures: readonly Measure[]
  /** `lifts`: by decision. `ends`: their day has come. */
  readonly cause: 'lifts' | 'ends'
  readonly day: string
  /** All cases of the account that are or were in force. */
  readonly all: readonly EnforcedCase[]
  /** What other cases in force ask of the account. */
  readonly demanded: Demanded
  readonly now: Date
}

/** The plan that gives back what measures have taken, and no more. It needs no look at the directory. */
export function releasePlan(release: Release): Plan {
  const { one, cause, day } = release
  const changes = ordered(release.measures).flatMap((measure) => changesOf(measure, release))
  return {
    format: 1,
    job: jobName,
    day,
    basis: {
      case: one.record.id,
      directory: one.snapshot.directory,
      [cause]: one.record.decision?.plan ?? ''
    },
    undoes: null,
    steps: changes.map((change, index) => stepOf(one.snapshot, String(index + 1), change))
  }
}

/**
 * What giving back would do, in plain data.
 *
 * @param groups those that the directory has; null: nobody could ask it
 */
export function releaseEffects(release: Release, groups: readonly string[] | null): CasePreview['effects'] {
  const { one } = release
  const measures = ordered(release.measures)
  const changes = measures.flatMap((measure) => changesOf(measure, release))
  const back = changes.flatMap(({ after }) => membershipSchema.safeParse(after?.['membership']).data ?? [])
  return measures.map((measure) => {
    const owed = modulesOf(measure, one).flatMap((module) => {
      const name = one.snapshot.modules[module]?.group ?? ''
      return back.some(({ group }) => isSameGroup(group, name)) ? [{ module, group: name }] : []
    })
    const gone = owed.filter(({ group }) => groups !== null && !holdsGroup(groups, group))
    const modules = owed.flatMap((one) => (gone.includes(one) ? [] : [one.module]))
    const isLifted = changes.some((change) => change.kind === 'liftSuspension' && change.measure === measure)
    return {
      measure,
      group: measure.kind === 'moduleRefusal' ? (one.snapshot.modules[measure.module]?.group ?? '') : '',
      modules: measure.kind === 'suspension' ? modules : [],
      gone,
      idle: owed.length === 0 && !isLifted,
      endsBy: 'nobody'
    }
  })
}

function changesOf(measure: Measure, release: Release): Change[] {
  const { one, all, demanded } = release
  const held = [...demanded.groups, ...heldByItself(measure, release)]
  const modules = groupsGivenBack(measure, one, all)
    .filter((group) => !held.some((name) => isSameGroup(name, group)))
    .map((group): Change => ({
      kind: 'allowModule',
      measure,
      before: { membership: { group, member: false } },
      after: { membership: { group, member: true } }
    }))
  const lifted = measure.kind === 'suspension' ? lifting(measure, release) : null
  return lifted === null ? modules : [lifted, ...modules]
}

/** By decision alone: a suspension whose day has come is ended by the directory, or by the job of accounts. */
function lifting(measure: Measure & { kind: 'suspension' }, release: Release): Change | null {
  const { one, all, demanded, cause, now } = release
  if (cause === 'ends') return null
  const before = suspensionOf(measure, one.starts)
  const after = strongest([originalSuspension(one, all), demanded.suspension], now)
  if (reachOf(after, now) >= reachOf(before, now)) return null
  return { kind: 'liftSuspension', measure, before: { suspension: before }, after: { suspension: after } }
}

/**
 * Groups that the case itself gives back by another measure: one that still lasts when this one ends, or, where both
 * are given back at once, the one that comes first.
 */
function heldByItself(measure: Measure, { one, measures, cause, day }: Release): string[] {
  if (one.planning === 1) return []
  const released = ordered(measures)
  const before = released.slice(0, released.indexOf(measure))
  const lasting =
    cause === 'ends'
      ? one.measures.filter((other) => !isReleased(other, released) && lastsBeyond(other, day))
      : []
  return [...before, ...lasting].flatMap((other) => groupsOf(other, one))
}

function isReleased(measure: Measure, released: readonly Measure[]): boolean {
  return released.some((other) => keyOf(other) === keyOf(measure))
}
