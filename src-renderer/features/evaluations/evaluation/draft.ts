import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Judgment } from '../../../../src-main/contract/evaluations'
import { whenAnotherSignsIn } from '../../../shared/owner'

/** What the two write as their conclusion stays while they look something up again; nobody else ever sees it. */
export const useConclusionDraft = defineStore('conclusionDraft', () => {
  const judgment = ref<Judgment | null>(null)
  const findings = ref('')
  const notFound = ref('')
  const summary = ref('')

  function clear(): void {
    judgment.value = null
    findings.value = ''
    notFound.value = ''
    summary.value = ''
  }

  whenAnotherSignsIn(clear)

  return { judgment, findings, notFound, summary, clear }
})
