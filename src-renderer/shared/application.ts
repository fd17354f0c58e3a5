import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ApplicationState } from '../../src-main/contract/application'
import type { Failure, Result } from '../../src-main/contract/result'
import type { Preferences } from '../../src-main/contract/settings'
import { call, on } from './api'
import { setLanguage } from './i18n/i18n'

/** Mirrors what main knows about itself: version, preferences, the connected directory. */
export const useApplication = defineStore('application', () => {
  const state = ref<ApplicationState | null>(null)
  const failure = ref<Failure | null>(null)

  function take(next: ApplicationState): void {
    state.value = next
    setLanguage(next.preferences.language)
  }

  async function load(): Promise<void> {
    const answer = await call('application.state')
    if (answer.ok) {
      failure.value = null
      take(answer.value)
    } else {
      failure.value = answer.failure
    }
  }

  /** Keeps what a setup operation answered, so that the screen does not wait for the event. */
  function adopt(answer: Result<ApplicationState>): Failure | null {
    if (!answer.ok) return answer.failure
    take(answer.value)
    return null
  }

  async function setPreferences(preferences: Preferences): Promise<Failure | null> {
    if (state.value !== null) take({ ...state.value, preferences })
    const answer = await call('application.setPreferences', preferences)
    return answer.ok ? null : answer.failure
  }

  on('application.state', take)

  return {
    state: computed(() => state.value),
    failure: computed(() => failure.value),
    directory: computed(() => state.value?.directory ?? null),
    capabilities: computed(() => state.value?.directory?.capabilities ?? null),
    isDemo: computed(() => state.value?.directory?.profile === 'demo'),
    preferences: computed<Preferences>(() => state.value?.preferences ?? { language: 'de', theme: 'system' }),
    load,
    adopt,
    setPreferences
  }
})
