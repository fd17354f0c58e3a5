import { computed, ref } from 'vue'
import type { Failure, Result } from '../../src-main/contract/result'

/**
 * One signature at a time: a second click does nothing while the first is under way, and the passphrase is forgotten
 * the moment it was handed over, whatever comes of it.
 */
export function useSigning() {
  const passphrase = ref('')
  const busy = ref(false)
  const failure = ref<Failure | null>(null)

  /** What was signed; null: it failed (`failure` says why), nothing was typed, or one is under way. */
  async function sign<Value>(
    ask: (passphrase: string) => Promise<Result<Value>>
  ): Promise<{ readonly value: Value } | null> {
    if (busy.value || passphrase.value === '') return null
    const typed = passphrase.value
    passphrase.value = ''
    failure.value = null
    busy.value = true
    const answer = await ask(typed)
    busy.value = false
    if (answer.ok) return { value: answer.value }
    failure.value = answer.failure
    return null
  }

  function reset(): void {
    passphrase.value = ''
    failure.value = null
  }

  return { passphrase, busy: computed(() => busy.value), failure: computed(() => failure.value), sign, reset }
}
