import type { Comparison, Condition, Detection, FieldItem, FieldTest } from './detection'
import type { EventView, Fields } from './event'
import { fold } from './folding'
import { networkTest } from './networks'
import { mapTexts } from './patterns'
import { regexTest } from './regex'
import { anyOf, type TextTest } from './texts'

/** Whether an event is one that a rule means. */
export type Matcher = (view: EventView) => boolean

/** Compiles a rule once; the fields that it asks for get their numbers in `fields`. */
export function compileDetection({ selections, condition }: Detection, fields: Fields): Matcher {
  const matchers = new Map(
    selections.map(({ name, groups }) => [
      name,
      any(groups.map((items) => all(cheapestFirst(items).map((item) => compileItem(item, fields)))))
    ])
  )
  const compile = (part: Condition): Matcher => {
    if (part.kind === 'selection') return matchers.get(part.name) ?? never
    if (part.kind === 'not') {
      const inner = compile(part.part)
      return (view) => !inner(view)
    }
    const parts = part.parts.map(compile)
    return part.kind === 'and' ? all(parts) : any(parts)
  }
  return compile(condition)
}

const never: Matcher = () => false

function all(matchers: readonly Matcher[]): Matcher {
  const [first = never, second] = matchers
  if (matchers.length === 1) return first
  if (matchers.length === 2 && second !== undefined) return (view) => first(view) && second(view)
  return (view) => {
    for (const matcher of matchers) if (!matcher(view)) return false
    return true
  }
}

function any(matchers: readonly Matcher[]): Matcher {
  const [first = never] = matchers
  if (matchers.length === 1) return first
  return (view) => {
    for (const matcher of matchers) if (matcher(view)) return true
    return false
  }
}

/** All items of a group must be met, in whatever order: what costs least decides first. */
function cheapestFirst(items: readonly FieldItem[]): readonly FieldItem[] {
  const cost = ({ test }: FieldItem): number => {
    if (test.kind === 'regex') return 5
    if (test.kind === 'networks') return 4
    if (test.kind !== 'texts') return 1
    return test.patterns.some((pattern) => pattern.length > 1) ? 3 : 1
  }
  return items.toSorted((left, right) => cost(left) - cost(right))
}

function compileItem({ field, test }: FieldItem, fields: Fields): Matcher {
  const number = fields.numberOf(field)
  switch (test.kind) {
    case 'texts':
      return textsMatcher(number, test)
    case 'regex': {
      const tests = test.sources.map((source) => onBoth(number, regexTest(source)))
      return test.every ? all(tests) : any(tests)
    }
    case 'networks':
      return onTexts(number, networkTest(test.networks))
    case 'compare': {
      const met = comparisons[test.by]
      return onTexts(number, (text) => {
        const value = decimal(text)
        return value !== null && test.numbers.some((limit) => met(value, limit))
      })
    }
    case 'exists':
      return (view) => (view.texts(number) !== undefined) === test.wanted
    case 'otherField': {
      const others = test.fields.map((other) => otherField(number, fields.numberOf(other), test))
      return test.every ? all(others) : any(others)
    }
  }
}

const comparisons: Readonly<Record<Comparison, (value: number, limit: number) => boolean>> = {
  gt: (value, limit) => value > limit,
  gte: (value, limit) => value >= limit,
  lt: (value, limit) => value < limit,
  lte: (value, limit) => value <= limit
}

/** A number as logs write it; null: it is none, and so neither above nor below anything. */
function decimal(text: string): number | null {
  return /^[+-]?\d{1,18}(?:\.\d{1,18})?$/.test(text) ? Number(text) : null
}

function textsMatcher(field: number, test: Extract<FieldTest, { kind: 'texts' }>): Matcher {
  const patterns = test.cased ? test.patterns : test.patterns.map((pattern) => mapTexts(pattern, fold))
  const on = test.cased ? onTexts : onFolded
  if (test.every) return all(patterns.map((pattern) => on(field, anyOf([pattern]))))
  const isMet = patterns.length === 0 ? never : on(field, anyOf(patterns))
  if (!test.orAbsent) return isMet
  return (view) => {
    const texts = view.texts(field)
    return texts === undefined || texts === null || isMet(view)
  }
}

function onTexts(field: number, test: TextTest): Matcher {
  return (view) => {
    const texts = view.texts(field)
    if (texts === undefined || texts === null) return false
    return typeof texts === 'string' ? test(texts) : texts.some((text) => test(text))
  }
}

function onFolded(field: number, test: TextTest): Matcher {
  return (view) => {
    const texts = view.texts(field)
    if (texts === undefined || texts === null) return false
    const folded = view.folded(field)
    return typeof folded === 'string' ? test(folded) : folded.some((text) => test(text))
  }
}

function onBoth(field: number, test: (text: string, folded: string) => boolean): Matcher {
  return (view) => {
    const texts = view.texts(field)
    if (texts === undefined || texts === null) return false
    const folded = view.folded(field)
    if (typeof texts === 'string') return test(texts, typeof folded === 'string' ? folded : '')
    return texts.some((text, index) => test(text, folded[index] ?? ''))
  }
}

function otherField(
  field: number,
  other: number,
  { placement, cased }: Extract<FieldTest, { kind: 'otherField' }>
): Matcher {
  const listed = (view: EventView, of: number): readonly string[] => {
    const texts = view.texts(of)
    if (texts === undefined || texts === null) return []
    const compared = cased ? texts : view.folded(of)
    return typeof compared === 'string' ? [compared] : compared
  }
  const meets = (text: string, end: string): boolean =>
    placement === 'equal'
      ? text === end
      : placement === 'startswith'
        ? text.startsWith(end)
        : text.endsWith(end)
  return (view) => {
    const ends = listed(view, other)
    return listed(view, field).some((text) => ends.some((end) => meets(text, end)))
  }
}
