import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { PlanSummary } from '../../src-main/contract/plan'
import { succeed, type Failure } from '../../src-main/contract/result'
import type { PendingSlip } from '../../src-main/contract/slips'
import { call, on } from './api'
import { planLook } from './looks'
import { useSession } from './session'

/** What waits at this PC: open plans and slips that are not printed yet. Only what the person may see is asked for. */
export const useWaiting = defineStore('waiting', () => {
  const session = useSession()
  const plans = ref<readonly PlanSummary[]>([])
  const slips = ref<readonly PendingSlip[]>([])
  const failure = ref<Failure | null>(null)
  /** It has been read; until then nobody can say that nothing waits. */
  const loaded = ref(false)

  async function load(): Promise<void> {
    const asked = session.person?.person
    const [planAnswer, slipAnswer] = await Promise.all([
      session.mayAsk('plans.list') ? call('plans.list') : succeed([]),
      session.mayAsk('slips.pending') ? call('slips.pending') : succeed([])
    ])
    if (asked !== session.person?.person) return
    // What is decided elsewhere (P26) waits on the screens of its job.
    if (planAnswer.ok) plans.value = planAnswer.value.filter(({ job }) => planLook(job)?.startedHere === true)
    if (slipAnswer.ok) slips.value = slipAnswer.value
    failure.value = planAnswer.ok ? (slipAnswer.ok ? null : slipAnswer.failure) : planAnswer.failure
    if (failure.value === null) loaded.value = true
  }

  // Slips and plans name people: the next person starts with what they may see themselves.
  watch(
    () => session.person?.person,
    () => {
      plans.value = []
      slips.value = []
      failure.value = null
      loaded.value = false
    }
  )

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
