import type { Network } from './networks'
import type { Pattern } from './patterns'
import type { RegexSource } from './regex'

/** What a field's values are compared with. `every`: each of the rule's values must be met (`|all`), not just any. */
export type FieldTest =
  | {
      readonly kind: 'texts'
      readonly patterns: readonly Pattern[]
      readonly cased: boolean
      readonly every: boolean
      /** `null` among the values: the field may also be absent or hold nothing. */
      readonly orAbsent: boolean
    }
  | { readonly kind: 'regex'; readonly sources: readonly RegexSource[]; readonly every: boolean }
  | { readonly kind: 'networks'; readonly networks: readonly Network[] }
  | { readonly kind: 'compare'; readonly by: Comparison; readonly numbers: readonly number[] }
  | { readonly kind: 'exists'; readonly wanted: boolean }
  | {
      readonly kind: 'otherField'
      readonly fields: readonly string[]
      readonly placement: 'equal' | 'startswith' | 'endswith'
      readonly cased: boolean
      readonly every: boolean
    }

export type Comparison = 'gt' | 'gte' | 'lt' | 'lte'

/** One line of a selection. The empty field name: a keyword, looked for in the whole entry. */
export interface FieldItem {
  readonly field: string
  readonly test: FieldTest
}

/** A selection: any of its groups, of which every item must be met. */
export interface Selection {
  readonly name: string
  readonly groups: readonly (readonly FieldItem[])[]
}

/** A condition, its selections by name. */
export type Condition =
  | { readonly kind: 'selection'; readonly name: string }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }

export interface Detection {
  readonly selections: readonly Selection[]
  readonly condition: Condition
}
