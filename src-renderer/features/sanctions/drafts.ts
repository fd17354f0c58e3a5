import { defineStore } from 'pinia'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Measure } from '../../../src-main/contract/sanctions'
import type { OperationInput } from '../../../src-main/contract/operations'
import { whenAnotherSignsIn } from '../../shared/owner'

export type Outcome = OperationInput<'sanctions.decide'>['outcome']

/** What a draft is for. */
export type DraftPurpose = 'decision' | 'lift' | 'proposal'

/** What somebody has typed and not signed yet. */
export interface CaseDraft {
  /** null: nothing chosen yet. */
  readonly outcome: Ref<Outcome | null>
  /** null: as proposed. Shallow, since it is sent to main. */
  readonly measures: ShallowRef<readonly Measure[] | null>
  readonly reasons: Ref<string>
}

/**
 * Unsigned words by case. They outlive their screen and every failure, and go when they were signed or when their
 * writer leaves.
 */
export const useCaseDrafts = defineStore('caseDrafts', () => {
  const drafts = new Map<string, CaseDraft>()

  function of(caseId: string, purpose: DraftPurpose): CaseDraft {
    const key = `${purpose}:${caseId}`
    const known = drafts.get(key)
    if (known !== undefined) return known
    const draft: CaseDraft = { outcome: ref(null), measures: shallowRef(null), reasons: ref('') }
    drafts.set(key, draft)
    return draft
  }

  function empty(draft: CaseDraft): void {
    draft.outcome.value = null
    draft.measures.value = null
    draft.reasons.value = ''
  }

  whenAnotherSignsIn(() => {
    for (const draft of drafts.values()) empty(draft)
    drafts.clear()
  })

  return { of, empty }
})
