import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { FoundPerson } from '../../../../src-main/contract/flags'
import type { OperationInput } from '../../../../src-main/contract/operations'
import {
  fewestEvaluators,
  shortestReason,
  shortestSuspicion,
  usualOrderDays,
  type OrderPreparation
} from '../../../../src-main/contract/orders'
import { dayOf } from '../../../shared/i18n/format'
import { whenAnotherSignsIn } from '../../../shared/owner'
import { isViolatedRule, type ViolatedRule } from '../../../shared/rules'

export const orderSteps = ['reason', 'scope', 'people', 'sign'] as const
export type OrderStep = (typeof orderSteps)[number]

/** How whom it concerns is known; `flag`: by the pseudonyms of the flag that it begins from. */
export type Whom = 'flag' | 'persons' | 'addresses' | 'unknown'

/** A person whom it concerns, as whoever orders has chosen them. */
export interface ChosenPerson {
  readonly id: string
  readonly name: string
  readonly schoolClass: string
}

function dayIn(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return dayOf(day)
}

/** Lines that say something. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** An order that is being written. It outlives its screen and every failure, and goes with its writer. */
export const useNewOrder = defineStore('newOrder', () => {
  const step = ref<OrderStep>('reason')
  /** The flag that it begins from, with its number; null: none. */
  const flag = shallowRef<{ readonly id: string; readonly number: string } | null>(null)
  const occasion = ref('')
  const suspicion = ref('')
  const ruleChoice = ref<ViolatedRule | 'own'>('P18')
  const ownRule = ref('')
  const whom = ref<Whom | null>(null)
  /** Whom a flag of a standing order is about; none: it begins from no such flag. */
  const pseudonyms = shallowRef<readonly string[]>([])
  const persons = shallowRef<readonly ChosenPerson[]>([])
  const addresses = ref('')
  const fromDay = ref(dayIn(0))
  const fromTime = ref('08:00')
  const untilDay = ref(dayIn(0))
  const untilTime = ref('13:00')
  const sources = shallowRef<readonly string[]>([])
  const rules = shallowRef<readonly string[]>([])
  const contents = ref(false)
  const contentsReason = ref('')
  const evaluators = shallowRef<readonly string[]>([])
  const expires = ref(dayIn(usualOrderDays))

  const rule = computed(() => (ruleChoice.value === 'own' ? ownRule.value.trim() : ruleChoice.value))
  const concerned = computed(() => (whom.value === 'persons' ? persons.value.map(({ id }) => id) : []))
  const namedAddresses = computed(() => (whom.value === 'addresses' ? linesOf(addresses.value) : []))
  const isReversed = computed(
    () => `${untilDay.value} ${untilTime.value}` < `${fromDay.value} ${fromTime.value}`
  )
  /** Who evaluates, without those whom it concerns by now. */
  const able = computed(() => evaluators.value.filter((person) => !concerned.value.includes(person)))

  const complete = computed<Readonly<Record<OrderStep, boolean>>>(() => {
    const reason =
      occasion.value.trim().length >= shortestReason &&
      suspicion.value.trim().length >= shortestSuspicion &&
      rule.value !== ''
    const isKnown =
      whom.value === 'unknown' ||
      (whom.value === 'flag' && pseudonyms.value.length > 0) ||
      concerned.value.length > 0 ||
      namedAddresses.value.length > 0
    const isWindow =
      [fromDay, untilDay].every(({ value }) => /^\d{4}-\d\d-\d\d$/.test(value)) &&
      [fromTime, untilTime].every(({ value }) => /^\d\d:\d\d$/.test(value)) &&
      !isReversed.value
    const isReasoned = !contents.value || contentsReason.value.trim().length >= shortestReason
    const scope = isKnown && isWindow && isReasoned && sources.value.length > 0
    const people = able.value.length >= fewestEvaluators && /^\d{4}-\d\d-\d\d$/.test(expires.value)
    return { reason, scope, people, sign: reason && scope && people }
  })
  const started = computed(
    () => occasion.value !== '' || suspicion.value !== '' || whom.value !== null || flag.value !== null
  )

  function clear(): void {
    step.value = 'reason'
    flag.value = null
    occasion.value = ''
    suspicion.value = ''
    ruleChoice.value = 'P18'
    ownRule.value = ''
    whom.value = null
    pseudonyms.value = []
    persons.value = []
    addresses.value = ''
    fromDay.value = dayIn(0)
    fromTime.value = '08:00'
    untilDay.value = dayIn(0)
    untilTime.value = '13:00'
    sources.value = []
    rules.value = []
    contents.value = false
    contentsReason.value = ''
    evaluators.value = []
    expires.value = dayIn(usualOrderDays)
  }

  /** Starts over with what a flag says. */
  function beginFrom(id: string, beginning: NonNullable<OrderPreparation['beginning']>): void {
    clear()
    flag.value = { id, number: beginning.number }
    occasion.value = beginning.occasion
    suspicion.value = beginning.suspicion
    const told = beginning.rule
    if (told !== null && isViolatedRule(told)) ruleChoice.value = told
    else if (told !== null) {
      ruleChoice.value = 'own'
      ownRule.value = told
    }
    if (beginning.person !== null) {
      const { person, names, schoolClass } = beginning.person
      whom.value = 'persons'
      persons.value = [{ id: person, name: `${names.givenName} ${names.familyName}`, schoolClass }]
    }
    if (beginning.pseudonyms.length > 0) {
      whom.value = 'flag'
      pseudonyms.value = beginning.pseudonyms
    }
    sources.value = beginning.sources
    rules.value = beginning.rules
    fromDay.value = beginning.from.day
    fromTime.value = beginning.from.time
    untilDay.value = beginning.until.day
    untilTime.value = beginning.until.time
  }

  function addPerson({ id, givenName, familyName, classes }: FoundPerson): void {
    if (persons.value.some((one) => one.id === id)) return
    const name = `${givenName} ${familyName}`
    persons.value = [...persons.value, { id, name, schoolClass: classes.join(', ') }]
  }

  function removePerson(id: string): void {
    persons.value = persons.value.filter((one) => one.id !== id)
  }

  /** What main is asked for; null: something is missing. */
  function input(passphrase: string): OperationInput<'orders.give'> | null {
    if (!complete.value.sign) return null
    return {
      flag: flag.value?.id ?? null,
      occasion: occasion.value,
      suspicion: suspicion.value,
      rule: rule.value,
      concerned: [...concerned.value],
      ...(whom.value === 'flag' ? { asFlag: true } : {}),
      addresses: [...namedAddresses.value],
      sources: [...sources.value],
      from: { day: fromDay.value, time: fromTime.value },
      until: { day: untilDay.value, time: untilTime.value },
      rules: [...rules.value],
      contents: contents.value ? contentsReason.value : null,
      evaluators: [...able.value],
      expires: expires.value,
      passphrase
    }
  }

  whenAnotherSignsIn(clear)

  return {
    ...{ step, flag, occasion, suspicion, ruleChoice, ownRule, whom, pseudonyms, persons, addresses },
    ...{ fromDay, fromTime, untilDay, untilTime, sources, rules, contents, contentsReason },
    ...{ evaluators, expires, rule, concerned, namedAddresses, isReversed, able, complete, started },
    ...{ clear, beginFrom, addPerson, removePerson, input }
  }
})

/** The chosen ones with one more, or without it, in the order of what there is. */
export function withChoice(
  all: readonly { readonly id: string }[],
  chosen: readonly string[],
  id: string,
  isChosen: boolean
): readonly string[] {
  return all.map((one) => one.id).filter((one) => (one === id ? isChosen : chosen.includes(one)))
}
