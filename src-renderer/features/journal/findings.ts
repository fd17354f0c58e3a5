import type { LedgerProblem, LedgerProblemCode } from '../../../src-main/contract/ledger'
import { ledgerProblemTexts } from '../../../src-main/contract/ledgerProblems'
import { currentLanguage } from '../../shared/i18n/i18n'

/** What was found at one entry, in words; a remedy that several findings share is said once. */
export interface Finding {
  readonly sequence: number
  readonly problems: readonly { readonly name: string; readonly meaning: string }[]
  readonly remedies: readonly string[]
}

/** Codes of one entry in words, each once. */
export function inWords(codes: readonly LedgerProblemCode[]): Pick<Finding, 'problems' | 'remedies'> {
  const language = currentLanguage()
  const words = [...new Set(codes)].map((code) => ledgerProblemTexts[code])
  return {
    problems: words.map(({ name, meaning }) => ({ name: name[language], meaning: meaning[language] })),
    remedies: [...new Set(words.map(({ remedy }) => remedy[language]))]
  }
}

/** Everything that verification found, by entry, in the order of the ledger. */
export function findingsOf(problems: readonly LedgerProblem[]): readonly Finding[] {
  const codes = new Map<number, LedgerProblemCode[]>()
  for (const { sequence, code } of problems) codes.set(sequence, [...(codes.get(sequence) ?? []), code])
  return [...codes]
    .toSorted(([left], [right]) => left - right)
    .map(([sequence, found]) => ({ sequence, ...inWords(found) }))
}
