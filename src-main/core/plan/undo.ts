import type { Plan, Step } from '../../contract/plan'
import type { StepRecord } from '../../world/store/port'
import { canonicalJson } from '../canonicalJson'

/** The kind of each step of an undo. */
export const undoKind = 'undo'

/**
 * The plan that takes another one back: its steps in reverse order with the images swapped, so that each step
 * finds the after-image and leaves the before-image. null: there is nothing to take back.
 *
 * A step that was started and has no outcome is part of it: the executor reads the world first and finds either
 * the after-image (takes it back) or the before-image (nothing to do).
 *
 * `day`: the day of the undo, `YYYY-MM-DD`. The step's id in the original stands in `reason.parameters.step`.
 */
export function invertPlan(
  plan: Plan,
  hash: string,
  records: ReadonlyMap<string, StepRecord>,
  undoable: (step: Step) => boolean,
  day: string
): Plan | null {
  const taken = plan.steps.filter((step) => {
    const outcome = records.get(step.id)?.outcome
    return (outcome === 'done' || outcome === 'started') && undoable(step)
  })
  if (taken.length === 0) return null

  const inverseIds = new Map<string, string>()
  for (const [index, step] of taken.toReversed().entries()) inverseIds.set(step.id, String(index + 1))
  // What needed a step must be gone before that step can be taken back.
  const needs = new Map<string, string[]>()
  for (const step of taken) {
    const inverseId = inverseIds.get(step.id)
    if (inverseId === undefined) continue
    for (const need of step.needs) {
      if (!inverseIds.has(need)) continue
      needs.set(need, [...(needs.get(need) ?? []), inverseId])
    }
  }

  const steps = taken.toReversed().map((step, index): Step => {
    // Only what the plan itself has made has an id that the plan does not name.
    const targetId = step.target.id ?? records.get(step.id)?.targetId ?? null
    return {
      id: String(index + 1),
      kind: undoKind,
      target: { ...step.target, id: targetId },
      before: step.after,
      after: step.before,
      reason: { code: 'undo', parameters: { step: step.id, kind: step.kind } },
      needs: needs.get(step.id) ?? []
    }
  })
  return { format: 1, job: plan.job, day, basis: plan.basis, undoes: hash, steps }
}

/**
 * Whether a plan that calls itself the undo of another is one: whoever can write to the store can keep any plan there.
 * Of the ids, those of things that the original has made are believed.
 */
export function isInverse(undo: Plan, original: Plan, hash: string): boolean {
  const records = new Map<string, StepRecord>()
  for (const { reason, target } of undo.steps) {
    const step = String(reason.parameters['step'])
    records.set(step, { step, outcome: 'done', failure: null, targetId: target.id, at: '' })
  }
  const wanted = invertPlan(original, hash, records, () => true, undo.day)
  return wanted !== null && canonicalJson(wanted) === canonicalJson(undo)
}

/** Ids of the original's steps that an undo has taken back, by the undo's own records. */
export function takenBack(undo: Plan, records: ReadonlyMap<string, StepRecord>): string[] {
  return undo.steps
    .filter((step) => records.get(step.id)?.outcome === 'done')
    .map((step) => String(step.reason.parameters['step']))
}
