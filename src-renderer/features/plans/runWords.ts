import type { PlanProgress, PlanSummary } from '../../../src-main/contract/plan'
import type { Failure } from '../../../src-main/contract/result'
import { textsOf } from '../../shared/i18n/i18n'
import { reviewMessages } from './messages/review'
import { natureOf, undoneSteps } from './planNature'
import type { RunAsk } from './runs'

const t = textsOf(reviewMessages)

/** Where a plan stands, in words. */
export interface RunWords {
  readonly look: 'calm' | 'moving' | 'good' | 'warning' | 'back'
  readonly title: string
  readonly text: string
  /** Why a run was interrupted; `crash`: nobody wrote it down. */
  readonly cause: Failure | 'crash' | null
}

export function runWords(
  plan: PlanSummary,
  run: { live: PlanProgress | null; asked: RunAsk | undefined; undoPlan: PlanSummary | undefined }
): RunWords {
  const { progress } = plan
  const isUndo = natureOf(plan) === 'undo'
  if (run.live !== null || progress.state === 'running') {
    const undoing = isUndo || run.asked === 'undo'
    return {
      look: 'moving',
      title: t(undoing ? 'undoingTitle' : 'runningTitle'),
      text: t('runningText'),
      cause: null
    }
  }
  switch (progress.state) {
    case 'planned':
      return { look: 'calm', title: t('plannedTitle'), text: t('plannedText'), cause: null }
    case 'interrupted':
      return {
        look: 'warning',
        title: t('interruptedTitle'),
        text: t('interruptedText', { done: progress.done, steps: progress.steps }),
        cause: progress.stoppedBy ?? 'crash'
      }
    case 'undone':
      return {
        look: 'back',
        title: t('undoneTitle'),
        text: t('undoneText', { count: undoneSteps(progress) }),
        cause: null
      }
    case 'discarded':
      return { look: 'back', title: t('discardedTitle'), text: t('discardedText'), cause: null }
    case 'finished':
      return finishedWords(plan, isUndo, run.undoPlan)
  }
}

function finishedWords(plan: PlanSummary, isUndo: boolean, undoPlan: PlanSummary | undefined): RunWords {
  const { progress } = plan
  if (undoPlan !== undefined) {
    return {
      look: 'warning',
      title: t('partlyUndoneTitle'),
      text: t('partlyUndoneText', {
        back: undoneSteps(progress),
        kept: progress.done,
        count: undoneSteps(progress)
      }),
      cause: null
    }
  }
  if (progress.failed > 0) {
    return {
      look: 'warning',
      title: t('failuresTitle', { count: progress.failed }),
      text: t('failuresText', { done: progress.done, steps: progress.steps }),
      cause: null
    }
  }
  return {
    look: 'good',
    title: t(isUndo ? 'finishedUndoTitle' : 'finishedTitle'),
    text: t('finishedText', { count: progress.done }),
    cause: null
  }
}
