import type { Condition } from '../rules/detection'
import type { Rule } from '../rules/ruleFile'
import { RuleSet, type RuleHit } from '../rules/run'
import { mostPseudonyms } from '../../../contract/foundMatter'
import type { KeyedPseudonyms } from './pseudonyms'

/** A rule that a standing order has switched on. */
export interface StandingRule {
  readonly id: string
  readonly rule: Rule
}

/** A finding names so many of whom its events are about, where the rule does not say whom it is about. */
const mostNamed = 10
const hour = 3_600_000
const minute = 60_000
/** Fields that take what has become of an account. */
const stateFields = ['account-state', 'suspended-minutes']

/** The rules of a standing order, compiled once for all logs. */
export class StandingRules {
  readonly sets: readonly RuleSet[]
  /** How far back (milliseconds, whole minutes) events are read for windows that end later; at least an hour, in which late ones are noticed. */
  readonly reach: number
  /** Whether any of them asks what has become of an account. */
  readonly asksForStates: boolean

  /**
   * @param files the files of the pack in which they stand, each whole
   * @param signed ids and SHA-256 as they were signed: of another text nothing runs
   */
  constructor(
    files: readonly (readonly Rule[])[],
    private readonly signed: readonly { readonly id: string; readonly sha256: string }[]
  ) {
    const running = files.filter((rules) => rules.some((rule) => this.isSigned(rule)))
    this.sets = running.map((rules) => new RuleSet(rules))
    const reaches = running.flatMap((rules) => rules.map((rule) => reachOf(rules, rule)))
    this.reach = Math.ceil(Math.max(hour, ...reaches) / minute) * minute
    this.asksForStates = running.flat().some((rule) => rule.kind === 'detection' && asksForState(rule))
  }

  /** The rule that a hit in a set is reported for; null: it is part of another one, or not switched on. */
  reported(set: number, place: number): StandingRule | null {
    const rule = this.sets[set]?.rules[place]
    return rule?.id == null || !this.isSigned(rule) ? null : { id: rule.id, rule }
  }

  private isSigned({ id, own, sha256 }: Rule): boolean {
    return own !== null && this.signed.some((one) => one.id === id && one.sha256 === sha256)
  }
}

/** How long before an event others count for a rule. */
function reachOf(rules: readonly Rule[], rule: Rule): number {
  if (rule.kind === 'detection') return 0
  const inner = rule.correlation.rules.flatMap((place) => rules[place] ?? [])
  return rule.correlation.span + Math.max(0, ...inner.map((one) => reachOf(rules, one)))
}

function asksForState({ detection }: Extract<Rule, { readonly kind: 'detection' }>): boolean {
  const named = new Set(namesIn(detection.condition))
  return detection.selections
    .filter(({ name }) => named.has(name))
    .some(({ groups }) => groups.flat().some(({ field }) => stateFields.includes(field)))
}

function namesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'selection':
      return [condition.name]
    case 'not':
      return namesIn(condition.part)
    case 'and':
    case 'or':
      return condition.parts.flatMap(namesIn)
  }
}

/** Whom a finding is about: by what its rule groups by, or where that is nobody, by its events. In one order for the same. */
export function subjectsOf(
  { rule }: StandingRule,
  { group, events }: RuleHit,
  pseudonyms: KeyedPseudonyms
): string[] {
  const fields = rule.kind === 'correlation' ? (rule.correlation.groupFields[0] ?? []) : []
  const grouped = fields.flatMap((field, place) => pseudonyms.ofField(field, group[place] ?? '') ?? [])
  const subjects =
    grouped.length > 0 ? grouped : events.map(({ place }) => place.source).filter((source) => source !== '')
  return [...new Set(subjects)].sort().slice(0, grouped.length > 0 ? mostPseudonyms : mostNamed)
}

/** The same matter is one flag: what a rule has found of the same. */
export function matterKey(rule: string, pseudonyms: readonly string[]): string {
  return [rule, ...pseudonyms].join(' ')
}
