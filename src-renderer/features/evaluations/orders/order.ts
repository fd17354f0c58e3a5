import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Order } from '../../../../src-main/contract/orders'
import type { Failure } from '../../../../src-main/contract/result'
import { call, on } from '../../../shared/api'

/** An order as main keeps it, read again whenever the ledger changes, here or at another PC. */
export function useOrder(id: () => string) {
  const current = shallowRef<Order | null>(null)
  const failure = ref<Failure | null>(null)
  let generation = 0

  async function load(): Promise<void> {
    generation += 1
    const startedIn = generation
    const answer = await call('orders.order', { order: id() })
    if (startedIn !== generation) return
    failure.value = answer.ok ? null : answer.failure
    // Whom it is not meant for any more keeps nothing of it on the screen.
    if (answer.ok) current.value = answer.value
    else if (answer.failure.code === 'orders.notFound') current.value = null
  }

  function take(next: Order): void {
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
  watch(id, () => {
    current.value = null
    failure.value = null
    void load()
  })

  return { current: computed(() => current.value), failure: computed(() => failure.value), load, take }
}
