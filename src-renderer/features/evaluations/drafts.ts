import { defineStore } from 'pinia'
import { ref, type Ref } from 'vue'
import type { FlagOutcome } from '../../../src-main/contract/flags'
import { whenAnotherSignsIn } from '../../shared/owner'

/** What somebody has typed about a flag and not signed yet. */
export interface AnswerDraft {
  /** null: nothing chosen yet. */
  readonly choice: Ref<FlagOutcome | 'asked' | null>
  readonly reason: Ref<string>
  readonly message: Ref<string>
  readonly question: Ref<string>
  readonly reply: Ref<string>
}

/** Unsigned words by flag. They outlive their screen and every failure, and go when they were said or when their writer leaves. */
export const useAnswerDrafts = defineStore('flagAnswers', () => {
  const drafts = new Map<string, AnswerDraft>()

  function of(flag: string): AnswerDraft {
    const known = drafts.get(flag)
    if (known !== undefined) return known
    const draft: AnswerDraft = {
      choice: ref(null),
      reason: ref(''),
      message: ref(''),
      question: ref(''),
      reply: ref('')
    }
    drafts.set(flag, draft)
    return draft
  }

  function empty({ choice, ...words }: AnswerDraft): void {
    choice.value = null
    for (const text of Object.values(words)) text.value = ''
  }

  whenAnotherSignsIn(() => {
    for (const draft of drafts.values()) empty(draft)
    drafts.clear()
  })

  return { of, empty }
})
