import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  flagAreas,
  shortestFlag,
  type FlagArea,
  type FlagCertainty,
  type FoundPerson
} from '../../../src-main/contract/flags'
import type { OperationInput } from '../../../src-main/contract/operations'
import { dayOf } from '../../shared/i18n/format'
import { whenAnotherSignsIn } from '../../shared/owner'
import type { ViolatedRule } from '../../shared/rules'

/** What can be missing in a report. */
export type MissingPart = 'Seen' | 'Day' | 'Times' | 'Areas' | 'Rule' | 'Person' | 'Certainty'

/**
 * A flag that is being written. It outlives its screen and every failure, so that nothing is lost when somebody looks
 * something up meanwhile, and goes with its writer.
 */
export const useNewFlag = defineStore('newFlag', () => {
  const seen = ref('')
  const happenedOn = ref(dayOf(new Date()))
  const from = ref('')
  const until = ref('')
  const areas = shallowRef<readonly FlagArea[]>([])
  /** One of the rules; `own`: a rule of the school's own, in words. */
  const ruleChoice = ref<ViolatedRule | 'own' | 'unknown'>('unknown')
  const ownRule = ref('')
  /** Whether somebody is meant; null: not said yet. */
  const isKnown = ref<boolean | null>(null)
  const person = shallowRef<FoundPerson | null>(null)
  const certainty = ref<FlagCertainty | null>(null)
  const contents = ref(false)

  const areReversed = computed(() => from.value !== '' && until.value !== '' && until.value < from.value)

  const missing = computed<readonly MissingPart[]>(() => {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(happenedOn.value) && happenedOn.value <= dayOf(new Date())
    const parts: readonly (readonly [MissingPart, boolean])[] = [
      ['Seen', seen.value.trim().length < shortestFlag],
      ['Day', !isDay],
      ['Times', areReversed.value],
      ['Areas', areas.value.length === 0],
      ['Rule', ruleChoice.value === 'own' && ownRule.value.trim() === ''],
      ['Person', isKnown.value === null || (isKnown.value && person.value === null)],
      ['Certainty', certainty.value === null]
    ]
    return parts.flatMap(([part, isMissing]) => (isMissing ? [part] : []))
  })
  const started = computed(
    () => seen.value !== '' || areas.value.length > 0 || isKnown.value !== null || certainty.value !== null
  )

  function choose(area: FlagArea, chosen: boolean): void {
    areas.value = flagAreas.filter((one) => (one === area ? chosen : areas.value.includes(one)))
  }

  function clear(): void {
    seen.value = ''
    happenedOn.value = dayOf(new Date())
    from.value = ''
    until.value = ''
    areas.value = []
    ruleChoice.value = 'unknown'
    ownRule.value = ''
    isKnown.value = null
    person.value = null
    certainty.value = null
    contents.value = false
  }

  function rule(): string | null {
    if (ruleChoice.value === 'unknown') return null
    return ruleChoice.value === 'own' ? ownRule.value.trim() : ruleChoice.value
  }

  /** What main is asked for; null: something is missing. */
  function input(): OperationInput<'flags.report'> | null {
    if (missing.value.length > 0 || certainty.value === null) return null
    return {
      account: isKnown.value === true ? (person.value?.id ?? null) : null,
      seen: seen.value,
      happenedOn: happenedOn.value,
      from: from.value === '' ? null : from.value,
      until: until.value === '' ? null : until.value,
      areas: [...areas.value],
      rule: rule(),
      certainty: certainty.value,
      contents: contents.value
    }
  }

  whenAnotherSignsIn(clear)

  return {
    seen,
    happenedOn,
    from,
    until,
    areas,
    ruleChoice,
    ownRule,
    isKnown,
    person,
    certainty,
    contents,
    areReversed,
    missing,
    started,
    choose,
    clear,
    input
  }
})
