import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PlanSummary } from '../../src-main/contract/plan'
import type { Failure } from '../../src-main/contract/result'
import type { PendingSlip } from '../../src-main/contract/slips'
import { call, on } from './api'

/** What waits for the administrator: open plans and slips that are not printed yet. */
export const useWaiting = defineStore('waiting', () => {
  const plans = ref<readonly PlanSummary[]>([])
  const slips = ref<readonly PendingSlip[]>([])
  const failure = ref<Failure | null>(null)
  const loaded = ref(false)

  async function load(): Promise<void> {
    const [planAnswer, slipAnswer] = await Promise.all([call('plans.list'), call('slips.pending')])
    if (planAnswer.ok) plans.value = planAnswer.value
    if (slipAnswer.ok) slips.value = slipAnswer.value
    failure.value = planAnswer.ok ? (slipAnswer.ok ? null : slipAnswer.failure) : planAnswer.failure
    loaded.value = true
  }

  on('plan.progress', (progress) => {
    if (progress.state !== 'running') void load()
  })
  on('accounts.changed', () => void load())

  return {
    plans: computed(() => plans.value),
    slips: computed(() => slips.value),
    openPlans: computed(() =>
      plans.value.filter(({ progress }) => ['planned', 'running', 'interrupted'].includes(progress.state))
    ),
    loaded: computed(() => loaded.value),
    failure: computed(() => failure.value),
    load
  }
})
