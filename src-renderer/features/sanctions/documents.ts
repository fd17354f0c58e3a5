import { caseDocuments, type CaseDocument, type SanctionCase } from '../../../src-main/contract/sanctions'

/**
 * The letters that fit where a case stands: a notice only about what was approved and has not expired, one of the
 * lifting only when something that was taken away comes back.
 */
export function documentsOf({ state, decision }: Pick<SanctionCase, 'state' | 'decision'>): CaseDocument[] {
  const approved = decision !== null && decision.outcome !== 'refused'
  const over = state === 'lifting' || state === 'lifted' || state === 'ended'
  const possible: Readonly<Record<CaseDocument, boolean>> = {
    hearing: true,
    notice: approved && state !== 'expired',
    formalNotice: approved && state !== 'expired',
    lifting: approved && over && decision.measures.some(({ kind }) => kind !== 'warning')
  }
  return caseDocuments.filter((document) => possible[document])
}
