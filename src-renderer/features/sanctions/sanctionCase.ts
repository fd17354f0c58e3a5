import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { SanctionCase } from '../../../src-main/contract/sanctions'
import type { Failure } from '../../../src-main/contract/result'
import { call, on } from '../../shared/api'
import { useSession } from '../../shared/session'

export type CourseEntry = SanctionCase['course'][number]

/** What other people said about a case after the version that this window has shown. */
export function newsSince(
  course: readonly CourseEntry[],
  version: number,
  self: string | null
): CourseEntry[] {
  return course.filter(({ sequence, person }) => sequence > version && person !== null && person !== self)
}

/**
 * A case as main keeps it. It is read again whenever the ledger or the directory changes, here or at another PC, and
 * tells what others did meanwhile.
 */
export function useSanctionCase(id: () => string) {
  const session = useSession()
  const current = shallowRef<SanctionCase | null>(null)
  const failure = ref<Failure | null>(null)
  /** The version that the person has seen; what came later is news. */
  const seen = ref(0)
  let generation = 0

  async function load(): Promise<void> {
    generation += 1
    const startedIn = generation
    const answer = await call('sanctions.case', { case: id() })
    if (startedIn !== generation) return
    failure.value = answer.ok ? null : answer.failure
    if (!answer.ok) return
    if (current.value === null) seen.value = answer.value.version
    current.value = answer.value
  }

  /** What an own action answered: nothing in it is news. */
  function take(next: SanctionCase): void {
    generation += 1
    failure.value = null
    seen.value = next.version
    current.value = next
  }

  function acknowledge(): void {
    seen.value = current.value?.version ?? 0
  }

  const stop = [on('ledger.changed', () => void load()), on('accounts.changed', () => void load())]
  void load()
  onScopeDispose(() => {
    generation += 1
    for (const each of stop) each()
  })
  watch(id, () => {
    current.value = null
    failure.value = null
    void load()
  })

  return {
    current: computed(() => current.value),
    failure: computed(() => failure.value),
    news: computed(() => newsSince(current.value?.course ?? [], seen.value, session.person?.person ?? null)),
    load,
    take,
    acknowledge
  }
}
