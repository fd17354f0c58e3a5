import { moduleIds } from '../../../contract/modules'
import type { Plan } from '../../../contract/plan'
import { startOf } from '../../../core/calendar'
import { fullName } from '../../../core/people/actor'
import { pupilTarget, type DemoPupil, type DemoStory } from '../../../desks/demoStory'
import { decidedReason, jobName, type AccountSnapshot } from '../measures'

/**
 * The account before anything was taken away: free, in the WLAN that cases are about, in the other modules as on the
 * first day.
 */
export function snapshotBefore({ moduleGroups, directory }: DemoStory, pupil: DemoPupil): AccountSnapshot {
  const { id, names, schoolClass } = pupil
  const modules = moduleIds.map((module) => {
    const member = module === 'wlan' || pupil.modules.includes(module)
    return [module, { group: moduleGroups[module], member }] as const
  })
  return {
    id,
    login: names.login,
    label: fullName(names),
    schoolClass,
    suspension: { kind: 'none' },
    modules: Object.fromEntries(modules),
    directory,
    selfEnding: true
  }
}

/** Gives the WLAN back before its day. */
export function liftingPlan(
  { moduleGroups, directory }: DemoStory,
  id: string,
  pupil: DemoPupil,
  day: string
): Plan {
  const membership = { group: moduleGroups.wlan, member: false }
  return {
    format: 1,
    job: jobName,
    day,
    basis: { case: id, cause: 'lifts', at: startOf(day), directory },
    undoes: null,
    steps: [
      {
        id: '1',
        kind: 'allowModule',
        target: pupilTarget(pupil),
        before: { membership },
        after: { membership: { ...membership, member: true } },
        reason: { code: decidedReason, parameters: { measure: 'wlan', until: '' } },
        needs: []
      }
    ]
  }
}
