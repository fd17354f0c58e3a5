import type { Plan } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import type { Directory } from '../../world/directory/port'

/** `plan.otherDirectory`: the plan was computed for another directory than this one. */
export function checkDirectory(plan: Pick<Plan, 'basis'>, directory: Directory): Result<undefined> {
  const computedFor = plan.basis['directory']
  if (computedFor === directory.connection.baseDn) return succeed()
  return fail('plan.otherDirectory', { directory: computedFor ?? '' })
}
