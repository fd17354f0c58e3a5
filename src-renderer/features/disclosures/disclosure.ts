import { computed, reactive, ref, watch } from 'vue'
import type { DisclosureDraft } from '../../../src-main/contract/disclosures'
import { call } from '../../shared/api'
import { useCurrent } from '../../shared/current'
import { blackeningsOf, coveredWords, factKey } from './blackening'

/** What is held on a person, with what whoever looks it through has chosen; both stay when something is added meanwhile. */
export function useDisclosure(person: () => string) {
  const { current, failure, load } = useCurrent<DisclosureDraft>(
    person,
    (id) => call('disclosures.gather', { person: id }),
    'disclosures.personUnknown'
  )
  const omitted = reactive(new Set<string>())
  const black = reactive(new Map<string, ReadonlySet<number>>())
  const reason = ref('')
  const seen = new Set<string>()

  watch(person, () => {
    omitted.clear()
    black.clear()
    seen.clear()
    reason.value = ''
  })
  watch(current, (draft) => {
    if (draft === null) return
    for (const { id, facts, underWay } of draft.holdings) {
      if (seen.has(id)) continue
      seen.add(id)
      if (underWay) omitted.add(id)
      for (const [place, fact] of facts.entries()) {
        if (fact.kind !== 'written') continue
        const found = draft.suggested.filter((one) => one.holding === id && one.fact === place)
        black.set(factKey(id, place), coveredWords(fact.value, found))
      }
    }
  })

  /** What is left out of what there is. */
  const leftOut = computed(() => (current.value?.holdings ?? []).filter(({ id }) => omitted.has(id)))
  const blackened = computed(() =>
    current.value === null ? [] : blackeningsOf(current.value, omitted, black)
  )

  function tell(holding: string, told: boolean): void {
    if (told) omitted.delete(holding)
    else omitted.add(holding)
  }

  function toggleWord(holding: string, fact: number, word: number): void {
    const key = factKey(holding, fact)
    const words = new Set(black.get(key))
    if (!words.delete(word)) words.add(word)
    black.set(key, words)
  }

  return {
    ...{ current, failure, load, reason, leftOut, blackened, tell, toggleWord },
    isTold: (holding: string): boolean => !omitted.has(holding),
    blackWords: (holding: string, fact: number): ReadonlySet<number> =>
      black.get(factKey(holding, fact)) ?? new Set()
  }
}
