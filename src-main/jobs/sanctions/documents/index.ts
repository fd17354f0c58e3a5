import type { CaseDocument, SanctionCase } from '../../../contract/sanctions'
import { fail, succeed, type Result } from '../../../contract/result'
import { hearingForm } from './hearing'
import type { CaseDocumentInput } from './input'
import { liftingNotice } from './lifting'
import { takesAway } from './measures'
import { formalNotice, notice } from './notice'

export type { CaseDocumentInput } from './input'

/**
 * A document of a case as a German HTML page for the `Printer` port. Notices are marked as drafts for legal review.
 * `sanctions.notPossibleNow`: it does not fit where the case stands; a notice goes out only about what the leadership has
 * decided (P26) and what has not expired, a lifting notice only when something that was in force is over.
 */
export function caseDocument(document: CaseDocument, input: CaseDocumentInput): Result<string> {
  const { case: concerned } = input
  switch (document) {
    case 'notice':
    case 'formalNotice': {
      const decision = decisionOf(concerned)
      if (decision === null) return fail('sanctions.notPossibleNow')
      return succeed(document === 'notice' ? notice(input, decision) : formalNotice(input, decision))
    }
    case 'hearing':
      return succeed(hearingForm(input))
    case 'lifting':
      return isOver(concerned) ? succeed(liftingNotice(input)) : fail('sanctions.notPossibleNow')
  }
}

/** The decision that counts; null: none, refused, or an approval that has expired. */
function decisionOf({ decision, state }: SanctionCase): SanctionCase['decision'] {
  return decision?.outcome === 'refused' || state === 'expired' ? null : decision
}

function isOver({ decision, state }: SanctionCase): boolean {
  return ['lifting', 'lifted', 'ended'].includes(state) && decision?.measures.some(takesAway) === true
}
