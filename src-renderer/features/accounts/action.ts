import { computed, ref } from 'vue'
import type { Applied } from '../../../src-main/contract/operations'
import type { Failure, Result } from '../../../src-main/contract/result'
import { failureOfRun } from '../../shared/applied'

/** One everyday action of a dialog: it cannot be started twice, and says why it failed. */
export function useAction() {
  const busy = ref(false)
  const failure = ref<Failure | null>(null)

  /** The hash of the applied plan; null: it failed, `failure` says why, or one is already running. */
  async function run(action: () => Promise<Result<Applied>>): Promise<string | null> {
    if (busy.value) return null
    busy.value = true
    failure.value = null
    const answer = await action()
    failure.value = answer.ok ? await failureOfRun(answer.value.progress) : answer.failure
    busy.value = false
    return answer.ok && failure.value === null ? answer.value.plan : null
  }

  return { busy: computed(() => busy.value), failure, run }
}
