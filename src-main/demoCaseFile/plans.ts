import { moduleIds } from '../contract/modules'
import type { Plan, Step } from '../contract/plan'
import { dayOf, startOf } from '../core/calendar'
import type { AccountSnapshot } from '../jobs/sanctions'
import { demoModuleGroups, isPupilIn } from '../world/directory/demo/seed/modules'
import type { DemoPerson } from '../world/directory/demo/seed/people'
import { baseDn, personId } from '../world/directory/demo/seed/school'

function targetOf({ login, givenName, familyName, schoolClass }: DemoPerson): Step['target'] {
  return {
    type: 'account',
    id: personId(login, 'pupils'),
    name: login,
    label: `${givenName} ${familyName}`,
    schoolClass
  }
}

/** A forgotten password was set anew (P5). */
export function resetPlan(pupil: DemoPerson, at: Date): Plan {
  return {
    format: 1,
    job: 'accounts',
    day: dayOf(at),
    basis: { at: at.toISOString(), directory: baseDn },
    undoes: null,
    steps: [
      {
        id: '1',
        kind: 'resetPassword',
        target: targetOf(pupil),
        before: { mustChangePassword: false },
        after: { mustChangePassword: true },
        reason: { code: 'requestVerified', parameters: { verification: 'knownInPerson', text: '' } },
        needs: []
      }
    ]
  }
}

/**
 * The account before anything was taken away: free, in the WLAN that cases are about, in the other modules as on the
 * first day. `place`: in the list of pupils.
 */
export function snapshotBefore(
  { login, givenName, familyName, schoolClass }: DemoPerson,
  place: number
): AccountSnapshot {
  const modules = moduleIds.map((module) => {
    const group = demoModuleGroups[module]
    return [module, { group, member: module === 'wlan' || isPupilIn(module, place) }] as const
  })
  return {
    id: personId(login, 'pupils'),
    login,
    label: `${givenName} ${familyName}`,
    schoolClass,
    suspension: { kind: 'none' },
    modules: Object.fromEntries(modules),
    directory: baseDn,
    selfEnding: true
  }
}

/** Gives the WLAN back before its day. */
export function liftingPlan(id: string, pupil: DemoPerson, day: string): Plan {
  const membership = { group: demoModuleGroups.wlan, member: false }
  return {
    format: 1,
    job: 'sanctions',
    day,
    basis: { case: id, cause: 'lifts', at: startOf(day), directory: baseDn },
    undoes: null,
    steps: [
      {
        id: '1',
        kind: 'allowModule',
        target: targetOf(pupil),
        before: { membership },
        after: { membership: { ...membership, member: true } },
        reason: { code: 'decidedMeasure', parameters: { measure: 'wlan', until: '' } },
        needs: []
      }
    ]
  }
}
