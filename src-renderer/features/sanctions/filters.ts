import { caseStates, type CaseState } from '../../../src-main/contract/sanctions'
import type { OperationInput } from '../../../src-main/contract/operations'

/** What the list of cases shows. Lives in the address of the screen. */
export interface CaseFilters {
  readonly text: string
  readonly state: CaseState | null
}

export const noFilters: CaseFilters = { text: '', state: null }

/** A value of the address's query as vue-router gives it. */
type QueryValue = string | null | undefined | readonly (string | null)[]

/** Reads the filters from the address; what is no filter is left out. */
export function filtersFrom(query: Readonly<Record<string, QueryValue>>): CaseFilters {
  const text = query['text']
  return {
    text: typeof text === 'string' ? text : '',
    state: caseStates.find((state) => state === query['state']) ?? null
  }
}

/** Writes the filters into the address, so that going back shows the same list. */
export function addressOf({ text, state }: CaseFilters): Record<string, string> {
  return { ...(text === '' ? {} : { text }), ...(state === null ? {} : { state }) }
}

/** What main is asked for. */
export function queryOf(
  { text, state }: CaseFilters,
  offset: number,
  limit: number
): OperationInput<'sanctions.query'> {
  return { text: text.slice(0, 200), states: state === null ? [] : [state], offset, limit }
}

export function isFiltered({ text, state }: CaseFilters): boolean {
  return text.trim() !== '' || state !== null
}
