import type { PlanSummary } from '../../../src-main/contract/plan'
import { defineMessages } from '../../shared/i18n/define'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import type { StartItem } from '../../shared/looks'
import { useSession } from '../../shared/session'
import { useWaiting } from '../../shared/waiting'

const messages = defineMessages('planWaits', {
  planInterrupted: { de: 'Ein Lauf wurde unterbrochen', en: 'A run was interrupted' },
  planInterruptedText: {
    de: '{remaining} von {steps} Schritten stehen noch aus. Sie können ihn fortsetzen.',
    en: '{remaining} of {steps} steps remain. You can resume it.'
  },
  planRunning: { de: 'Ein Lauf ist im Gange', en: 'A run is under way' },
  planRunningText: {
    de: '{done} von {steps} Schritten sind erledigt.',
    en: '{done} of {steps} steps are done.'
  },
  planPlanned: { de: 'Eine Vorschau wartet auf Ihre Prüfung', en: 'A preview waits for your review' },
  planPlannedText: {
    de: '{count} Schritt, berechnet am {day}. | {count} Schritte, berechnet am {day}.',
    en: '{count} step, computed on {day}. | {count} steps, computed on {day}.'
  },
  lookAtPlan: { de: 'Ansehen', en: 'Look at it' },
  resumePlan: { de: 'Fortsetzen', en: 'Resume' }
})
const t = textsOf(messages)

/** A plan that was computed, runs or was interrupted. */
export function itemOfPlan({ hash, progress, createdAt }: PlanSummary): StartItem {
  const common = {
    id: `plan:${hash}`,
    icon: 'i-lucide-clipboard-list',
    tone: 'primary',
    about: '',
    to: `/plans/${hash}`,
    since: createdAt,
    deadline: null
  } as const
  switch (progress.state) {
    case 'interrupted':
      return {
        ...common,
        tone: 'warning',
        title: t('planInterrupted'),
        text: t('planInterruptedText', progress),
        action: t('resumePlan')
      }
    case 'running':
      return {
        ...common,
        title: t('planRunning'),
        text: t('planRunningText', progress),
        action: t('lookAtPlan')
      }
    case 'planned':
    case 'finished':
    case 'undone':
    case 'discarded':
      return {
        ...common,
        title: t('planPlanned'),
        text: t('planPlannedText', { count: progress.steps, day: formats.instant(createdAt) }),
        action: t('lookAtPlan')
      }
  }
}

/** Plans that wait on the start page. */
export function waits(): readonly StartItem[] {
  return useSession().is('administrator') ? useWaiting().openPlans.map(itemOfPlan) : []
}
