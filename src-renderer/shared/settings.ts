import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Failure } from '../../src-main/contract/result'
import type { Settings } from '../../src-main/contract/settings'
import { call } from './api'

/** The school's settings as main keeps them. */
export const useSettings = defineStore('settings', () => {
  const settings = ref<Settings | null>(null)
  const failure = ref<Failure | null>(null)

  async function load(): Promise<void> {
    const answer = await call('settings.read')
    failure.value = answer.ok ? null : answer.failure
    if (answer.ok) settings.value = answer.value
  }

  /** `before`: what the person began with; what has become another meanwhile is not written over. */
  async function save(next: Settings, before: Settings): Promise<Failure | null> {
    const answer = await call('settings.write', { ...next, before })
    if (!answer.ok) return answer.failure
    settings.value = answer.value
    return null
  }

  return {
    settings: computed(() => settings.value),
    failure: computed(() => failure.value),
    schoolName: computed(() => settings.value?.school.name ?? ''),
    load,
    save
  }
})
