import { useToast } from '@nuxt/ui/composables'
import type { PlanProgress } from '../../src-main/contract/plan'
import type { Failure } from '../../src-main/contract/result'
import { call } from './api'
import { failureText } from './failure'
import { textsOf } from './i18n/i18n'
import { commonMessages } from './i18n/messages'

const t = textsOf(commonMessages)

/** Why an applied plan did not do everything: what stopped it, or why its first failed step failed. */
export async function failureOfRun(progress: PlanProgress): Promise<Failure | null> {
  if (progress.stoppedBy !== null) return progress.stoppedBy
  if (progress.failed === 0) return null
  const answer = await call('plans.steps', { plan: progress.plan, outcome: 'failed', limit: 1 })
  return answer.ok ? (answer.value.rows[0]?.failure ?? null) : answer.failure
}

/** Tells what was done, with a button that takes it back. */
export function useUndo() {
  const toast = useToast()

  /** Takes a plan back and says whether that worked. */
  async function undo(plan: string): Promise<boolean> {
    const answer = await call('plans.undo', { plan })
    const failure = answer.ok ? await failureOfRun(answer.value) : answer.failure
    if (failure === null) {
      toast.add({ title: t('undone'), icon: 'i-lucide-undo-2', color: 'success' })
      return true
    }
    toast.add({
      title: t('undoFailed'),
      description: failureText(failure),
      icon: 'i-lucide-circle-alert',
      color: 'error',
      duration: 15_000
    })
    return false
  }

  /** `onUndone` is called after the plan was taken back, for screens that show what it changed. */
  function announce(title: string, plan: string, onUndone?: () => void): void {
    const shown = toast.add({
      title,
      icon: 'i-lucide-check',
      color: 'success',
      duration: 12_000,
      actions: [
        {
          label: t('undo'),
          icon: 'i-lucide-undo-2',
          color: 'neutral',
          variant: 'outline',
          onClick: () => {
            toast.remove(shown.id)
            void undo(plan).then((worked) => {
              if (worked) onUndone?.()
            })
          }
        }
      ]
    })
  }

  return { announce, undo }
}
