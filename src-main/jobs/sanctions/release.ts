import type { Suspension } from '../../contract/accounts'
import type { Plan } from '../../contract/plan'
import type { CasePreview, Measure } from '../../contract/sanctions'
import type { EnforcedCase } from './enforcedCases'
import { isSameGroup, jobName, ordered, stepOf, suspensionOf, type Change } from './measures'
import type { Demanded } from './steps'
import { reachOf, strongest } from './suspensions'

/**
 * [Note: what a case has taken]
 *
 * Two cases of one person can overlap. Who is out of the WLAN by the first is out already when the second is
 * proposed, so the second takes nothing away; and still the person gets the WLAN back by whichever ends last. So a
 * case gives back what it has taken itself or has taken over from a case that was in force when it was proposed.
 */
function isTakenOver(earlier: EnforcedCase, later: EnforcedCase): boolean {
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

/** Whether the person would be in the module's group without this case and those that it has taken over from. */
export function hasTaken(
  one: EnforcedCase,
  measure: Measure & { kind: 'moduleRefusal' },
  all: readonly EnforcedCase[]
): boolean {
  const membership = one.snapshot.modules[measure.module]
  if (membership === undefined) return false
  if (membership.member) return true
  return all.some((earlier) => {
    if (!isTakenOver(earlier, one)) return false
    const same = earlier.measures.find(
      (other): other is typeof measure =>
        other.kind === 'moduleRefusal' && isOfGroup(other, earlier, membership.group)
    )
    return same !== undefined && hasTaken(earlier, same, all)
  })
}

function isOfGroup(measure: Measure & { kind: 'moduleRefusal' }, one: EnforcedCase, group: string): boolean {
  const own = one.snapshot.modules[measure.module]?.group
  return own !== undefined && isSameGroup(own, group)
}

/** The suspension that the account would have without this case and those that it has taken over from. */
function originalSuspension(one: EnforcedCase, all: readonly EnforcedCase[]): Suspension {
  const { suspension } = one.snapshot
  const always = new Date(0)
  const source = all.find(
    (earlier) =>
      isTakenOver(earlier, one) &&
      earlier.measures.some(
        (measure) =>
          measure.kind === 'suspension' &&
          reachOf(suspensionOf(measure), always) === reachOf(suspension, always)
      )
  )
  return source === undefined ? suspension : originalSuspension(source, all)
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
    steps: ordered(release.measures)
      .flatMap((measure) => changeOf(measure, release) ?? [])
      .map((change, index) => stepOf(one.snapshot, String(index + 1), change))
  }
}

/** What giving back would do, in plain data. */
export function releaseEffects(release: Release): CasePreview['effects'] {
  return ordered(release.measures).map((measure) => ({
    measure,
    group:
      measure.kind === 'moduleRefusal' ? (release.one.snapshot.modules[measure.module]?.group ?? '') : '',
    idle: changeOf(measure, release) === null,
    endsBy: 'nobody'
  }))
}

function changeOf(measure: Measure, { one, all, demanded, now }: Release): Change | null {
  switch (measure.kind) {
    case 'warning':
      return null
    case 'suspension': {
      const before = suspensionOf(measure)
      const after = strongest([originalSuspension(one, all), demanded.suspension], now)
      if (reachOf(after, now) >= reachOf(before, now)) return null
      return { kind: 'liftSuspension', measure, before: { suspension: before }, after: { suspension: after } }
    }
    case 'moduleRefusal': {
      const group = one.snapshot.modules[measure.module]?.group ?? ''
      if (!hasTaken(one, measure, all)) return null
      if (demanded.groups.some((name) => isSameGroup(name, group))) return null
      return {
        kind: 'allowModule',
        measure,
        before: { membership: { group, member: false } },
        after: { membership: { group, member: true } }
      }
    }
  }
}
