import type { OperationInput } from '../../../src-main/contract/operations'
import { kindChoiceOf, kindsOf, type KindChoice } from './areas'

/** What the journal shows. Lives in the address of the screen. */
export interface JournalFilters {
  readonly text: string
  readonly kind: KindChoice | null
  readonly person: string | null
  /** Exactly this subject, for example `case:<id>`. */
  readonly subject: string | null
  /** First and last day. */
  readonly from: string | null
  readonly until: string | null
}

export const noFilters: JournalFilters = {
  text: '',
  kind: null,
  person: null,
  subject: null,
  from: null,
  until: null
}

/** A value of the address's query as vue-router gives it. */
type QueryValue = string | null | undefined | readonly (string | null)[]

function single(value: QueryValue, longest: number): string | null {
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : null
}

/** A calendar day; anything else is none. */
function day(value: QueryValue): string | null {
  const text = single(value, 10)
  return text !== null && isDay(text) ? text : null
}

/** Whether a text is a calendar day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** Reads the filters from the address; what is no filter is left out. */
export function filtersFrom(query: Readonly<Record<string, QueryValue>>): JournalFilters {
  return {
    text: single(query['text'], 200) ?? '',
    kind: kindChoiceOf(single(query['kind'], 100)),
    person: single(query['person'], 100),
    subject: single(query['subject'], 200),
    from: day(query['from']),
    until: day(query['until'])
  }
}

/** Writes the filters into the address, so that going back shows the same list. */
export function addressOf(filters: JournalFilters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''
    )
  )
}

/** What main is asked for. Days in the wrong order find nothing, so they are turned round. */
export function queryOf(
  filters: JournalFilters,
  offset: number,
  limit: number
): OperationInput<'ledger.query'> {
  const { text, person, subject, from, until } = filters
  const turned = from !== null && until !== null && from > until
  return {
    text: text.slice(0, 200),
    kinds: [...kindsOf(filters.kind)],
    person,
    subject,
    from: turned ? until : from,
    until: turned ? from : until,
    offset,
    limit
  }
}

/** Whether anything is filtered away. */
export function isFiltered(filters: JournalFilters): boolean {
  return Object.keys(addressOf({ ...filters, text: filters.text.trim() })).length > 0
}
