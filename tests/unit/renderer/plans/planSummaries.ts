import type { PlanSummary } from '../../../../src-main/contract/plan'

type Progress = PlanSummary['progress']

/** A plan of ten steps from a roster; `progress` and the rest as the test wants them. */
export function planSummary(
  changes: Partial<Omit<PlanSummary, 'progress'>> & { readonly progress?: Partial<Progress> } = {}
): PlanSummary {
  const hash = changes.hash ?? 'a'.repeat(64)
  const { progress, ...rest } = changes
  return {
    hash,
    job: 'accounts',
    day: '2026-11-22',
    createdAt: '2026-11-22T08:15:00.000Z',
    basis: { rosterDigest: 'd', rosterRows: 12, rejected: 2, kind: 'pupil' },
    undoes: null,
    subject: null,
    kinds: [{ kind: 'create', count: 10 }],
    classes: [{ name: '5a', kinds: { create: 10 } }],
    confirmation: null,
    ...rest,
    progress: {
      plan: hash,
      state: 'planned',
      steps: 10,
      done: 0,
      failed: 0,
      remaining: 10,
      rate: 0,
      stoppedBy: null,
      ...progress
    }
  }
}
