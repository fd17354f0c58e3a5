import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { LedgerVerification } from '../../../src-main/contract/ledger'
import type { Failure } from '../../../src-main/contract/result'
import { call, on } from '../../shared/api'

/** Where the whole ledger stands: what the last check found, and checking it anew. */
export const useLedgerStanding = defineStore('ledgerStanding', () => {
  const verification = shallowRef<LedgerVerification | null>(null)
  const failure = ref<Failure | null>(null)
  const verifying = ref(false)
  /** When somebody had it checked in this run of the app (ISO, UTC). */
  const verifiedAt = ref<string | null>(null)

  async function ask(name: 'ledger.state' | 'ledger.verify'): Promise<boolean> {
    const answer = await call(name)
    failure.value = answer.ok ? null : answer.failure
    if (answer.ok) verification.value = answer.value
    return answer.ok
  }

  async function load(): Promise<void> {
    await ask('ledger.state')
  }

  /** Has the whole ledger read and checked anew. */
  async function verify(): Promise<void> {
    if (verifying.value) return
    verifying.value = true
    if (await ask('ledger.verify')) verifiedAt.value = new Date().toISOString()
    verifying.value = false
  }

  on('ledger.changed', () => {
    if (verification.value !== null) void load()
  })

  return {
    verification: computed(() => verification.value),
    failure: computed(() => failure.value),
    verifying: computed(() => verifying.value),
    verifiedAt: computed(() => verifiedAt.value),
    load,
    verify
  }
})
