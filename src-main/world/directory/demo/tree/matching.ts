import type { Entry } from './entry'
import { foldText } from './distinguishedName'
import { attributeRule, valueKey } from './schema'
import type { Filter } from '../protocol/filter'

/** Gives the values that the searcher may see; empty: as if the attribute were absent. */
export type Visible = (entry: Entry, attribute: string) => readonly string[]

function foldFor(attribute: string, value: string): string {
  return attributeRule(attribute).syntax === 'exact' ? value : foldText(value)
}

function matchesSubstrings(value: string, filter: Filter & { kind: 'substrings' }): boolean {
  const fold = (text: string): string =>
    attributeRule(filter.attribute).syntax === 'exact' ? text : text.normalize('NFKC').toLowerCase()
  const text = fold(value)
  let position = 0
  if (filter.initial !== null) {
    const initial = fold(filter.initial)
    if (!text.startsWith(initial)) return false
    position = initial.length
  }
  for (const piece of filter.any) {
    const found = text.indexOf(fold(piece), position)
    if (found < 0) return false
    position = found + fold(piece).length
  }
  if (filter.final === null) return true
  const final = fold(filter.final)
  return text.length - final.length >= position && text.endsWith(final)
}

function compareValues(attribute: string, left: string, right: string): number {
  if (attributeRule(attribute).syntax === 'integer') return Number(left) - Number(right)
  const a = foldFor(attribute, left)
  const b = foldFor(attribute, right)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether the entry matches (RFC 4511, section 4.5.1.7). Undefined parts count as not matching. */
export function matches(entry: Entry, filter: Filter, visible: Visible): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(entry, part, visible))
    case 'or':
      return filter.parts.some((part) => matches(entry, part, visible))
    case 'not':
      return filter.part.kind !== 'undefined' && !matches(entry, filter.part, visible)
    case 'present':
      return visible(entry, filter.attribute).length > 0
    case 'equal': {
      const key = valueKey(filter.attribute, filter.value)
      if (entry.hasKey(filter.attribute, key)) return visible(entry, filter.attribute).length > 0
      return (
        !entry.has(filter.attribute) &&
        visible(entry, filter.attribute).some((value) => valueKey(filter.attribute, value) === key)
      )
    }
    case 'greaterOrEqual':
      return visible(entry, filter.attribute).some(
        (value) => compareValues(filter.attribute, value, filter.value) >= 0
      )
    case 'lessOrEqual':
      return visible(entry, filter.attribute).some(
        (value) => compareValues(filter.attribute, value, filter.value) <= 0
      )
    case 'substrings':
      return visible(entry, filter.attribute).some((value) => matchesSubstrings(value, filter))
    case 'undefined':
      return false
  }
}
