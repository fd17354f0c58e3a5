import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { SelfTest } from '../../src-main/contract/directory'
import type { Failure } from '../../src-main/contract/result'
import { call } from './api'

/** The last self-test of this run of the app. It writes a probe entry, so it runs only when a person asks. */
export const useSelfTest = defineStore('selfTest', () => {
  const result = shallowRef<SelfTest | null>(null)
  const failure = ref<Failure | null>(null)
  const running = ref(false)

  function keep(next: SelfTest | null): void {
    result.value = next
    failure.value = null
  }

  async function run(): Promise<void> {
    if (running.value) return
    running.value = true
    const answer = await call('setup.check')
    running.value = false
    failure.value = answer.ok ? null : answer.failure
    if (answer.ok) result.value = answer.value
  }

  return {
    result: computed(() => result.value),
    failure: computed(() => failure.value),
    running: computed(() => running.value),
    problems: computed(() => result.value?.problems ?? []),
    keep,
    run
  }
})
