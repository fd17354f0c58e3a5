import {
  AndFilter,
  EqualityFilter,
  GreaterThanEqualsFilter,
  NotFilter,
  OrFilter,
  PresenceFilter,
  type Filter
} from 'ldapts'

export type { Filter } from 'ldapts'

/**
 * Filters are objects from the rule to the wire: values travel length-prefixed in BER, so that no
 * character of a value can change the filter. There is no text form to escape.
 */
export function equals(attribute: string, value: string | Buffer): Filter {
  return new EqualityFilter({ attribute, value })
}

export function present(attribute: string): Filter {
  return new PresenceFilter({ attribute })
}

export function atLeast(attribute: string, value: string): Filter {
  return new GreaterThanEqualsFilter({ attribute, value })
}

export function all(...filters: readonly Filter[]): Filter {
  return new AndFilter({ filters: [...filters] })
}

export function any(...filters: readonly Filter[]): Filter {
  return new OrFilter({ filters: [...filters] })
}

export function not(filter: Filter): Filter {
  return new NotFilter({ filter })
}
