/** Which plans are listed; without words, either those that matter or, with `all`, every one. Lives in the address. */
export interface PlanFilters {
  readonly text: string
  readonly all: boolean
}

export const noFilters: PlanFilters = { text: '', all: false }

type QueryValue = string | null | undefined | readonly (string | null)[]

export function filtersFrom(query: Readonly<Record<string, QueryValue>>): PlanFilters {
  const text = query['text']
  return { text: typeof text === 'string' ? text : '', all: query['all'] === 'yes' }
}

export function addressOf({ text, all }: PlanFilters): Record<string, string> {
  return { ...(text === '' ? {} : { text }), ...(all ? { all: 'yes' } : {}) }
}

/** A list of found plans stands in place of those that matter. */
export function isFiltered({ text, all }: PlanFilters): boolean {
  return text.trim() !== '' || all
}
