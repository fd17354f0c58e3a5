import type { Comparison, FieldTest } from './detection'
import { encodings, windashVariants, type Encoding } from './encodings'
import { expandLists, type Lists } from './lists'
import { readNetwork } from './networks'
import { joined, many, plainText, readPattern, type Pattern } from './patterns'
import type { Complaints, Path } from './problems'
import { regexRefusal } from './regex'

/** A value as YAML gives it. */
export type RuleValue = string | number | boolean | null

/** More values than any list of a school has; a rule that grows beyond is a mistake. */
const mostValues = 20_000

const comparisons: readonly string[] = ['gt', 'gte', 'lt', 'lte'] satisfies Comparison[]
const placements = ['contains', 'startswith', 'endswith']
const encoders: readonly string[] = Object.keys(encodings)
const known = new Set([
  ...['all', 'cased', 'cidr', 'exists', 'expand', 'fieldref', 'i', 'm', 're', 's', 'windash'],
  ...[...comparisons, ...placements, ...encoders]
])

/**
 * What each kind of comparison goes together with. Kinds and meaning: Sigma Modifiers Appendix 2.1.0. What it allows and this
 * table does not is refused, so that nothing is applied in half.
 */
const allowed: readonly { readonly kind: string; readonly with: readonly string[] }[] = [
  { kind: 're', with: ['i', 'm', 's', 'all'] },
  { kind: 'cidr', with: ['expand'] },
  { kind: 'exists', with: [] },
  { kind: 'fieldref', with: ['startswith', 'endswith', 'cased', 'all'] },
  ...comparisons.map((kind) => ({ kind, with: [] })),
  { kind: '', with: [...placements, ...encoders, 'windash', 'expand', 'all', 'cased'] }
]

/** What is known while the lines of one selection are read. */
export interface Reading {
  readonly complaints: Complaints
  readonly lists: Lists
}

/** The comparison of a line `field|modifier|...: values`; null: it was refused. */
export function readTest(
  { complaints, lists }: Reading,
  path: Path,
  modifiers: readonly string[],
  values: readonly RuleValue[]
): FieldTest | null {
  const unknown = modifiers.find((modifier) => !known.has(modifier))
  if (unknown !== undefined) return complaints.refuse(path, 'rules.modifierUnknown', { modifier: unknown })
  if (!fitTogether(modifiers)) {
    return complaints.refuse(path, 'rules.modifierCombination', { modifiers: modifiers.join('|') })
  }
  const has = (modifier: string): boolean => modifiers.includes(modifier)
  const wrong = (value: RuleValue, modifier: string): null =>
    complaints.refuse(path, 'rules.valueForModifier', { value: String(value), modifier })
  const every = has('all')
  if (every && values.length === 1) complaints.warn(path, 'rules.allOfOne', { key: String(path.at(-1)) })

  if (has('exists')) {
    const [wanted] = values
    return values.length === 1 && typeof wanted === 'boolean'
      ? { kind: 'exists', wanted }
      : wrong(values.join(', '), 'exists')
  }
  const comparison = modifiers.find((modifier): modifier is Comparison => comparisons.includes(modifier))
  if (comparison !== undefined) {
    const other = values.find((value) => typeof value !== 'number')
    if (other !== undefined) return wrong(other, comparison)
    return { kind: 'compare', by: comparison, numbers: values.filter((value) => typeof value === 'number') }
  }
  if (has('re')) {
    const sources = []
    for (const value of values) {
      if (typeof value !== 'string' || value === '') return wrong(value, 're')
      const source = { pattern: value, insensitive: has('i'), multiline: has('m'), dotAll: has('s') }
      const reason = regexRefusal(source)
      if (reason !== null) return complaints.refuse(path, 'rules.regexRefused', { reason })
      sources.push(source)
    }
    return { kind: 'regex', sources, every }
  }
  if (has('fieldref')) {
    const other = values.find((value) => typeof value !== 'string' || value === '')
    if (other !== undefined) return wrong(other, 'fieldref')
    const placement = has('startswith') ? 'startswith' : has('endswith') ? 'endswith' : 'equal'
    return { kind: 'otherField', fields: values.map(String), placement, cased: has('cased'), every }
  }
  if (has('cidr')) {
    const networks = []
    for (const value of values) {
      if (typeof value !== 'string') return wrong(value, 'cidr')
      const texts = has('expand') ? expandLists([[value]], lists, mostValues) : [[value]]
      if ('unknown' in texts) return complaints.refuse(path, 'rules.listUnknown', { list: texts.unknown })
      for (const text of texts) {
        const network = readNetwork(plainText(text) ?? '')
        if (network === null) return wrong(value, 'cidr')
        networks.push(network)
      }
    }
    return { kind: 'networks', networks }
  }
  return readTexts({ complaints, lists }, path, modifiers, values)
}

/** At most one kind of comparison, only modifiers that go with it, none twice, and encodings in an order that means something. */
function fitTogether(modifiers: readonly string[]): boolean {
  if (new Set(modifiers).size !== modifiers.length) return false
  const kinds = allowed.filter(({ kind }) => modifiers.includes(kind))
  const kind = kinds[0] ?? allowed.at(-1)
  if (kinds.length > 1 || kind === undefined) return false
  const others = modifiers.filter((modifier) => modifier !== kind.kind)
  if (others.some((modifier) => !kind.with.includes(modifier))) return false
  // The letters of a regular expression stand behind it.
  if (kind.kind === 're' && others.some((letter) => modifiers.indexOf(letter) < modifiers.indexOf('re'))) {
    return false
  }
  if (others.filter((modifier) => placements.includes(modifier)).length > 1) return false
  return encodingsInOrder(others)
}

/** [windash, expand] then at most one width, then at most one base64, then the placement: what is encoded is not changed again. */
function encodingsInOrder(modifiers: readonly string[]): boolean {
  const stage = (modifier: string): number | null =>
    modifier === 'windash' || modifier === 'expand'
      ? 0
      : modifier.startsWith('base64')
        ? 2
        : encoders.includes(modifier)
          ? 1
          : placements.includes(modifier)
            ? 3
            : null
  const used = encoders.filter((encoder) => modifiers.includes(encoder))
  if (used.length === 0) return true
  const stages = modifiers.map(stage).filter((one) => one !== null)
  const isSorted = stages.every((one, index) => index === 0 || (stages[index - 1] ?? 0) <= one)
  const count = (wanted: number): number => stages.filter((one) => one === wanted).length
  return isSorted && count(1) <= 1 && count(2) === 1
}

function readTexts(
  { complaints, lists }: Reading,
  path: Path,
  modifiers: readonly string[],
  values: readonly RuleValue[]
): FieldTest | null {
  const every = modifiers.includes('all')
  const placement = placements.find((one) => modifiers.includes(one)) ?? null
  const orAbsent = values.includes(null)
  if (orAbsent && (every || modifiers.length > 0)) {
    return complaints.refuse(path, 'rules.valueForModifier', { value: 'null', modifier: modifiers.join('|') })
  }
  // With an empty text, a placement would be met by everything.
  if (placement !== null && values.includes('')) {
    return complaints.refuse(path, 'rules.valueForModifier', { value: "''", modifier: placement })
  }
  const patterns: Pattern[] = []
  for (const value of values) {
    if (value === null) continue
    // With placeholders the percent sign can be escaped as well; that is read where they are.
    let variants: readonly Pattern[] = [
      typeof value !== 'string'
        ? [String(value)]
        : modifiers.includes('expand')
          ? [value]
          : readPattern(value)
    ]
    for (const modifier of modifiers) {
      if (modifier === 'expand') {
        const expanded = expandLists(variants, lists, mostValues)
        if ('unknown' in expanded) {
          return complaints.refuse(path, 'rules.listUnknown', { list: expanded.unknown })
        }
        variants = expanded
      } else if (modifier === 'windash') {
        variants = variants.flatMap((variant) => windashVariants(variant, mostValues))
      }
      if (variants.length > mostValues) {
        return complaints.refuse(path, 'rules.tooManyValues', { most: mostValues })
      }
    }
    const used = modifiers.filter((modifier): modifier is Encoding => encoders.includes(modifier))
    if (used.length > 0) {
      const encoded = variants.map((variant) => encode(variant, used))
      if (encoded.includes(null)) {
        return complaints.refuse(path, 'rules.valueForModifier', {
          value: String(value),
          modifier: used.join('|')
        })
      }
      variants = encoded.flatMap((texts) => texts ?? []).map((text) => [text])
    }
    patterns.push(...variants.map((variant) => placed(variant, placement)))
  }
  if (patterns.length > mostValues) {
    return complaints.refuse(path, 'rules.tooManyValues', { most: mostValues })
  }
  return { kind: 'texts', patterns, cased: modifiers.includes('cased'), every, orAbsent }
}

/** All spellings of an encoded text; null: it has wildcards, or nothing certain is left of it. */
function encode(pattern: Pattern, used: readonly Encoding[]): readonly string[] | null {
  const text = plainText(pattern)
  if (text === null || text === '') return null
  const bytes = used.reduce<Uint8Array>(
    (sofar, encoder) => encodings[encoder].bytes?.(text) ?? sofar,
    Buffer.from(text)
  )
  const texts = used.flatMap((encoder) => encodings[encoder].texts?.(bytes) ?? [])
  return texts.includes('') ? null : texts
}

function placed(pattern: Pattern, placement: string | null): Pattern {
  if (placement === 'contains') return joined([many, ...pattern, many])
  if (placement === 'startswith') return joined([...pattern, many])
  if (placement === 'endswith') return joined([many, ...pattern])
  return pattern
}
