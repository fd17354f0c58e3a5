import type { PlanSummary } from '../../../src-main/contract/plan'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { listMessages } from './messages/list'
import { isEveryday, natureOf, reviewOf, undoneSteps } from './planNature'
import { stepHeading } from '../../shared/stepKinds'

const t = textsOf(listMessages)

/** One word for how a plan stands, for people; finer than the state of its run. */
export type PlanStanding = PlanSummary['progress']['state'] | 'finishedWithFailures' | 'partlyUndone'

export function standingOf({ progress }: Pick<PlanSummary, 'progress'>): PlanStanding {
  if (progress.state !== 'finished') return progress.state
  if (undoneSteps(progress) > 0) return 'partlyUndone'
  return progress.failed > 0 ? 'finishedWithFailures' : 'finished'
}

export const standingLooks = {
  planned: { color: 'primary', icon: 'i-lucide-clipboard-list' },
  running: { color: 'primary', icon: 'i-lucide-loader' },
  interrupted: { color: 'warning', icon: 'i-lucide-circle-pause' },
  finished: { color: 'success', icon: 'i-lucide-circle-check' },
  finishedWithFailures: { color: 'warning', icon: 'i-lucide-triangle-alert' },
  undone: { color: 'neutral', icon: 'i-lucide-undo-2' },
  partlyUndone: { color: 'warning', icon: 'i-lucide-undo-2' },
  discarded: { color: 'neutral', icon: 'i-lucide-trash-2' }
} as const satisfies Record<PlanStanding, { color: string; icon: string }>

export function standingText(standing: PlanStanding): string {
  return t(`state.${standing}`)
}

function ownTitle(plan: PlanSummary): string {
  const review = reviewOf(plan)
  if (review !== null) return review.title
  const { job, kinds, subject } = plan
  const [first] = kinds
  const heading = first === undefined ? t('nature.unknown') : stepHeading(job, first.kind)
  return subject === null ? heading : t('titleOf', { heading, subject })
}

/** What a plan is, in a few words. `original`: what an undo takes back, where it is known. */
export function planTitle(plan: PlanSummary, original: PlanSummary | undefined): string {
  if (natureOf(plan) !== 'undo') return ownTitle(plan)
  if (original === undefined && isEveryday(plan)) return stepHeading(plan.job, 'undo')
  return t('nature.undo', { title: ownTitle(original ?? plan) })
}

/** When a plan was computed, from how much, and how much there is to do. */
export function planFacts(plan: PlanSummary): string {
  const review = plan.undoes === null ? reviewOf(plan) : null
  return [
    formats.instant(plan.createdAt),
    ...(review?.facts ?? []),
    t('steps', { count: plan.progress.steps })
  ].join(' · ')
}

/** What is worth a second look: failures and what is still open. */
export function planCares({ progress }: Pick<PlanSummary, 'progress'>): string {
  const interrupted = progress.state === 'interrupted' || progress.state === 'running'
  return [
    ...(progress.failed > 0 ? [t('failed', { count: progress.failed })] : []),
    ...(interrupted && progress.remaining > 0 ? [t('remaining', { count: progress.remaining })] : [])
  ].join(' · ')
}
