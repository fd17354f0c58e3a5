import type { PlanSummary } from '../../../src-main/contract/plan'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { listMessages } from './messages/list'
import { natureOf, undoneSteps } from './planNature'
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

function ownTitle({ basis, kinds, subject }: Pick<PlanSummary, 'basis' | 'kinds' | 'subject'>): string {
  if ('rosterDigest' in basis) {
    const kind = basis['kind']
    return t(`nature.roster.${kind === 'teacher' || kind === 'staff' ? kind : 'pupil'}`)
  }
  const [first] = kinds
  const heading = first === undefined ? t('nature.unknown') : stepHeading(first.kind)
  return subject === null ? heading : t('titleOf', { heading, subject })
}

/** What a plan is, in a few words. `original`: what an undo takes back, where it is known. */
export function planTitle(plan: PlanSummary, original: PlanSummary | undefined): string {
  if (natureOf(plan) !== 'undo') return ownTitle(plan)
  if (original === undefined && !('rosterDigest' in plan.basis)) return stepHeading('undo')
  return t('nature.undo', { title: ownTitle(original ?? plan) })
}

/** When a plan was computed, from how much, and how much there is to do. */
export function planFacts({ basis, undoes, progress, createdAt }: PlanSummary): string {
  const rows = basis['rosterRows']
  const rejected = basis['rejected']
  const fromRoster = undoes === null && typeof rows === 'number'
  return [
    formats.instant(createdAt),
    ...(fromRoster ? [t('rows', { count: rows })] : []),
    ...(fromRoster && typeof rejected === 'number' && rejected > 0
      ? [t('rejected', { count: rejected })]
      : []),
    t('steps', { count: progress.steps })
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
