import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { CasePreview, Measure } from '../../../src-main/contract/sanctions'
import type { Failure, Result } from '../../../src-main/contract/result'
import { on } from '../../shared/api'

/** Milliseconds of rest before a changed choice is computed. */
const restTime = 150

/**
 * What would happen, computed anew when the choice or the directory changes. The old answer stays on the screen until
 * the new one is there; `current` is false meanwhile, so that nobody signs what they have not seen.
 *
 * @param choice the measures to look at; null: there is nothing to compute yet
 */
export function usePreview<Preview extends Pick<CasePreview, 'effects'>>(
  choice: () => readonly Measure[] | null,
  ask: (measures: Measure[]) => Promise<Result<Preview>>
) {
  const preview = shallowRef<Preview | null>(null) as Ref<Preview | null>
  const failure = ref<Failure | null>(null)
  const pending = ref(false)
  let generation = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function compute(startedIn: number): Promise<void> {
    const measures = choice()
    if (measures === null) return
    const answer = await ask([...measures])
    if (startedIn !== generation) return
    pending.value = false
    failure.value = answer.ok ? null : answer.failure
    preview.value = answer.ok ? answer.value : null
  }

  function refresh(rest = 0): void {
    clearTimeout(timer)
    generation += 1
    const startedIn = generation
    if (choice() === null) {
      pending.value = false
      failure.value = null
      preview.value = null
      return
    }
    pending.value = true
    if (rest === 0) void compute(startedIn)
    else timer = setTimeout(() => void compute(startedIn), rest)
  }

  watch(
    () => JSON.stringify(choice()),
    (_now, before) => {
      refresh(before === undefined ? 0 : restTime)
    },
    { immediate: true }
  )
  const stop = on('accounts.changed', () => {
    refresh(restTime)
  })
  onScopeDispose(() => {
    generation += 1
    clearTimeout(timer)
    stop()
  })

  return {
    preview: computed(() => preview.value),
    failure: computed(() => failure.value),
    pending: computed(() => pending.value),
    current: computed(() => preview.value !== null && !pending.value),
    refresh
  }
}
