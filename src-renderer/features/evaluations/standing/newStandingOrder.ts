import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { OperationInput } from '../../../../src-main/contract/operations'
import { shortestReason } from '../../../../src-main/contract/orders'
import {
  longestFlagDays,
  usualFlagDays,
  usualStandingDays
} from '../../../../src-main/contract/standingOrders'
import { dayOf } from '../../../shared/i18n/format'
import { whenAnotherSignsIn } from '../../../shared/owner'

function dayIn(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return dayOf(day)
}

/** A standing order that is being written. It outlives its screen and every failure, and goes with its writer. */
export const useNewStandingOrder = defineStore('newStandingOrder', () => {
  const rules = shallowRef<readonly string[]>([])
  const sources = shallowRef<readonly string[]>([])
  const reason = ref('')
  const until = ref(dayIn(usualStandingDays))
  const flagDays = ref(String(usualFlagDays))
  const periodsReason = ref('')

  const days = computed(() => {
    const number = Number(flagDays.value)
    return Number.isInteger(number) && number >= 1 && number <= longestFlagDays ? number : null
  })
  const complete = computed(() => ({
    rules: rules.value.length > 0,
    sources: sources.value.length > 0,
    reason: reason.value.trim().length >= shortestReason,
    periods:
      days.value !== null &&
      /^\d{4}-\d\d-\d\d$/.test(until.value) &&
      periodsReason.value.trim().length >= shortestReason
  }))

  function clear(): void {
    rules.value = []
    sources.value = []
    reason.value = ''
    until.value = dayIn(usualStandingDays)
    flagDays.value = String(usualFlagDays)
    periodsReason.value = ''
  }

  /** What main is asked for; null: something is missing. */
  function input(passphrase: string): OperationInput<'standingOrders.give'> | null {
    if (days.value === null || Object.values(complete.value).includes(false)) return null
    return {
      rules: [...rules.value],
      sources: [...sources.value],
      reason: reason.value,
      until: until.value,
      flagDays: days.value,
      periodsReason: periodsReason.value,
      passphrase
    }
  }

  whenAnotherSignsIn(clear)
  return { rules, sources, reason, until, flagDays, periodsReason, complete, clear, input }
})
