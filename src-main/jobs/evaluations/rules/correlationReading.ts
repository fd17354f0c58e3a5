import type { Complaints, Path } from './problems'
import type { CorrelationDocument, CorrelationType, Limits } from './shape'

/** A correlation of rules of the same file. */
export interface Correlation {
  readonly type: CorrelationType
  /** Places in the file; of `temporal_ordered`, in the order wanted. */
  readonly rules: readonly number[]
  /** For each related rule, as `rules`: the fields whose values make the group, in the order of `groupNames`. */
  readonly groupFields: readonly (readonly string[])[]
  readonly groupNames: readonly string[]
  /** For each related rule: the field that `value_count` and `value_sum` look at; null: the type looks at none. */
  readonly valueFields: readonly (string | null)[]
  /** Milliseconds. Two events exactly so far apart are within it. */
  readonly span: number
  readonly limits: Limits
}

const unit = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const mostDays = 366

/** Reads `10s`, `5m`, `1h`, `2d` as milliseconds; null: it is no timespan. */
export function readTimespan(text: string): number | null {
  const [, count, letter] = /^([1-9]\d{0,7})([smhd])$/.exec(text) ?? []
  if (count === undefined || letter === undefined) return null
  const span = Number(count) * unit[letter as keyof typeof unit]
  return span > mostDays * unit.d ? null : span
}

/**
 * Reads the `correlation` of a rule (Sigma Correlation Rules Specification 2.0.0). `value_sum` is of version 2.1; what else that
 * knows (average, percentile, conditions in words) is refused.
 *
 * @param names places of the file's rules by id and name
 */
export function readCorrelation(
  complaints: Complaints,
  document: CorrelationDocument['correlation'],
  names: ReadonlyMap<string, number>
): Correlation | null {
  const path: Path = ['correlation']
  const { type, aliases = {}, condition, 'group-by': groupNames = [] } = document
  const span = readTimespan(document.timespan)
  if (span === null) {
    complaints.refuse([...path, 'timespan'], 'rules.timespan', { value: document.timespan, most: mostDays })
  }
  const rules = document.rules.map((name, index) => {
    const place = names.get(name)
    if (place === undefined) complaints.refuse([...path, 'rules', index], 'rules.relatedUnknown', { name })
    return place ?? -1
  })
  if (new Set(rules).size !== rules.length) {
    complaints.refuse([...path, 'rules'], 'rules.valueWrong', { key: 'rules' })
  }
  /** The field that a name means in the events of one rule. */
  const resolve = (name: string, rule: string): string => {
    if (!Object.hasOwn(aliases, name)) return name
    const field = aliases[name]?.[rule]
    if (field === undefined) {
      complaints.refuse([...path, 'aliases', name], 'rules.aliasIncomplete', { alias: name, rule })
    }
    return field ?? name
  }
  for (const [alias, fields] of Object.entries(aliases)) {
    const stranger = Object.keys(fields).find((rule) => !document.rules.includes(rule))
    if (stranger !== undefined) {
      complaints.refuse([...path, 'aliases', alias], 'rules.relatedUnknown', { name: stranger })
    }
  }
  const groupFields = document.rules.map((rule) => groupNames.map((name) => resolve(name, rule)))
  const { field, ...limits } = condition ?? {}
  const valueFields = document.rules.map((rule) => (field === undefined ? null : resolve(field, rule)))
  const asked = limitsFor(type, field, limits, rules.length)
  if (asked === null) {
    const place = condition === undefined ? path : [...path, 'condition']
    return complaints.refuse(place, 'rules.correlationCondition', { type })
  }
  if (complaints.hasRefusal() || span === null) return null
  return { type, rules, groupFields, groupNames, valueFields, span, limits: asked }
}

/** What the counted value is compared with; null: it does not fit the type. */
function limitsFor(
  type: CorrelationType,
  field: string | undefined,
  limits: Limits,
  rules: number
): Limits | null {
  const count = Object.keys(limits).length
  const isTemporal = type === 'temporal' || type === 'temporal_ordered'
  const needsField = type === 'value_count' || type === 'value_sum'
  if (needsField !== (field !== undefined)) return null
  if (!isTemporal) return count === 0 || (limits.eq !== undefined && count > 1) ? null : limits
  // All of them, in the time given. In an order, one that is missing would leave the others without meaning.
  if (count === 0) return { eq: rules }
  return type === 'temporal' ? limits : null
}

/** Whether a value meets all limits. */
export function isWithin(value: number | bigint, { gt, gte, lt, lte, eq }: Limits): boolean {
  return (
    (gt === undefined || value > gt) &&
    (gte === undefined || value >= gte) &&
    (lt === undefined || value < lt) &&
    (lte === undefined || value <= lte) &&
    (eq === undefined || (value <= eq && value >= eq))
  )
}
