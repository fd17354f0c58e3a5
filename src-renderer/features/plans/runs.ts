import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PlanProgress } from '../../../src-main/contract/plan'
import type { Failure, Result } from '../../../src-main/contract/result'
import { call, on } from '../../shared/api'

/** What the window asked of a plan and main has not answered yet. */
export type RunAsk = 'apply' | 'undo' | 'discard'

/**
 * The runs of plans as main tells about them. They go on while other screens are shown, so what is known about
 * them lives here and not in the screen.
 */
export const usePlanRuns = defineStore('planRuns', () => {
  const running = ref<Readonly<Record<string, PlanProgress>>>({})
  const asked = ref<Readonly<Record<string, RunAsk>>>({})
  const failures = ref<Readonly<Record<string, Failure>>>({})
  /** Grows whenever a run has ended: screens read their plan anew. */
  const ended = ref(0)

  function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
    return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
  }

  function settle(plan: string): void {
    running.value = without(running.value, plan)
    asked.value = without(asked.value, plan)
    ended.value += 1
  }

  on('plan.progress', (progress) => {
    if (progress.state === 'running') {
      running.value = { ...running.value, [progress.plan]: progress }
    } else {
      running.value = without(running.value, progress.plan)
      ended.value += 1
    }
  })

  /** Asks once, however often the button is pressed. Answers whether it was done. */
  async function once(plan: string, what: RunAsk, ask: () => Promise<Result<unknown>>): Promise<boolean> {
    if (asked.value[plan] !== undefined) return false
    asked.value = { ...asked.value, [plan]: what }
    failures.value = without(failures.value, plan)
    const answer = await ask()
    if (!answer.ok) failures.value = { ...failures.value, [plan]: answer.failure }
    settle(plan)
    return answer.ok
  }

  return {
    running: computed(() => running.value),
    asked: computed(() => asked.value),
    failures: computed(() => failures.value),
    ended: computed(() => ended.value),
    /** Main has said that the plan does not run. Of an undo, only the end of the undo itself is announced. */
    forget(plan: string): void {
      if (running.value[plan] !== undefined) running.value = without(running.value, plan)
    },
    /** `leavers`, `renames`: what the person typed in for the accident guard. `passphrase`: null where nobody signs. */
    apply: (plan: string, leavers: number | null, passphrase: string | null, renames: number | null = null) =>
      once(plan, 'apply', () =>
        call('plans.apply', { plan, leavers, passphrase, ...(renames === null ? {} : { renames }) })
      ),
    undo: (plan: string, passphrase: string | null) =>
      once(plan, 'undo', () => call('plans.undo', { plan, passphrase })),
    discard: (plan: string) => once(plan, 'discard', () => call('plans.discard', { plan })),
    /** Runs beside the run that it stops. */
    async cancel(plan: string): Promise<void> {
      const answer = await call('plans.cancel', { plan })
      if (!answer.ok) failures.value = { ...failures.value, [plan]: answer.failure }
    }
  }
})
