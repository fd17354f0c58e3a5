import { computed, onScopeDispose, ref, shallowRef, watch, type ShallowRef } from 'vue'
import type { Failure, Result } from '../../src-main/contract/result'
import { on } from './api'

/**
 * One thing as main keeps it, read again whenever the ledger changes, here or at another PC. An answer that comes after a newer
 * question, or after what an own action has brought, counts no more.
 *
 * @param id of what is shown; another one is read anew
 * @param gone the failure by which main says that it is not, or no more, for whoever looks: nothing of it stays on the screen
 */
export function useCurrent<Value>(
  id: () => string,
  ask: (id: string) => Promise<Result<Value>>,
  gone: Failure['code']
) {
  const current: ShallowRef<Value | null> = shallowRef(null)
  const failure = ref<Failure | null>(null)
  let generation = 0

  async function load(): Promise<void> {
    generation += 1
    const startedIn = generation
    const answer = await ask(id())
    if (startedIn !== generation) return
    failure.value = answer.ok ? null : answer.failure
    if (answer.ok) current.value = answer.value
    else if (answer.failure.code === gone) current.value = null
  }

  /** What an own action has answered. */
  function take(next: Value): void {
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
