import {
  accountSortKeys,
  accountStates,
  personKinds,
  type AccountQuery,
  type AccountState,
  type PersonKind
} from '../../../src-main/contract/accounts'

type SortKey = (typeof accountSortKeys)[number]

/** What the list shows: the words searched for, the filters and the order. Lives in the address of the screen. */
export interface AccountFilters {
  readonly text: string
  readonly schoolClass: string | null
  readonly group: string | null
  readonly state: AccountState | null
  readonly kind: PersonKind | null
  readonly sort: SortKey
  readonly descending: boolean
}

export const noFilters: AccountFilters = {
  text: '',
  schoolClass: null,
  group: null,
  state: null,
  kind: null,
  sort: 'familyName',
  descending: false
}

/** A value of the address's query as vue-router gives it. */
type QueryValue = string | null | undefined | readonly (string | null)[]

function single(value: QueryValue): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function oneOf<Value extends string>(value: QueryValue, allowed: readonly Value[]): Value | null {
  return allowed.find((candidate) => candidate === value) ?? null
}

/** Reads the filters from the address; what is no filter is left out. */
export function filtersFrom(query: Readonly<Record<string, QueryValue>>): AccountFilters {
  return {
    text: single(query['text']) ?? '',
    schoolClass: single(query['class']),
    group: single(query['group']),
    state: oneOf(query['state'], accountStates),
    kind: oneOf(query['kind'], personKinds),
    sort: oneOf(query['sort'], accountSortKeys) ?? noFilters.sort,
    descending: query['order'] === 'descending'
  }
}

/** Writes the filters into the address, so that going back shows the same list. */
export function addressOf(filters: AccountFilters): Record<string, string> {
  const entries: readonly (readonly [string, string | null])[] = [
    ['text', filters.text === '' ? null : filters.text],
    ['class', filters.schoolClass],
    ['group', filters.group],
    ['state', filters.state],
    ['kind', filters.kind],
    ['sort', filters.sort === noFilters.sort ? null : filters.sort],
    ['order', filters.descending ? 'descending' : null]
  ]
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== null))
}

/** What main is asked for. */
export function queryOf(filters: AccountFilters, offset: number, limit: number): AccountQuery {
  return { ...filters, text: filters.text.slice(0, 200), offset, limit }
}

/** Whether anything is filtered away. */
export function isFiltered(filters: AccountFilters): boolean {
  return (
    filters.text.trim() !== '' ||
    [filters.schoolClass, filters.group, filters.state, filters.kind].some((filter) => filter !== null)
  )
}

/** A click on a column's header: sorts by it, or turns the order round. */
export function sortedBy(filters: AccountFilters, sort: SortKey): AccountFilters {
  return { ...filters, sort, descending: filters.sort === sort && !filters.descending }
}
