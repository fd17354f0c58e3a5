import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Notices } from '../../../../../src-main/contract/notices'
import type { Failure } from '../../../../../src-main/contract/result'
import { call, on } from '../../../../shared/api'

/** Who is to be notified under an order, read again whenever the ledger changes, here or at another PC. */
export function useNotices(order: () => string) {
  const current = shallowRef<Notices | null>(null)
  const failure = ref<Failure | null>(null)
  let generation = 0

  async function load(): Promise<void> {
    generation += 1
    const startedIn = generation
    const answer = await call('notices.state', { order: order() })
    if (startedIn !== generation) return
    failure.value = answer.ok ? null : answer.failure
    if (answer.ok) current.value = answer.value
    // It is about who looks at it: they hear of it by the notice.
    else if (answer.failure.code === 'orders.notFound') current.value = null
  }

  function take(next: Notices): void {
    generation += 1
    failure.value = null
    current.value = next
  }

  const stop = on('ledger.changed', () => void load())
  void load()
  onScopeDispose(() => {
    generation += 1
    stop()
  })
  watch(order, () => {
    current.value = null
    failure.value = null
    void load()
  })

  return { current: computed(() => current.value), failure: computed(() => failure.value), load, take }
}
