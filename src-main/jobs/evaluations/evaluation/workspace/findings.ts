import type { Breath } from '../../../../core/cooperation'
import type { EvidenceEvent } from '../../evidence/event'
import type { Rule } from '../../rules/ruleFile'
import { RuleSet, type RuleHit } from '../../rules/run'
import { categoryOf, ruleEventOf } from './ruleEvents'

/** What a rule has found in the evidence. */
export interface Finding {
  readonly rule: Rule
  readonly hit: RuleHit
  /** Places of its events in the evidence. */
  readonly events: readonly number[]
}

/** A rule without a finding, and why. */
export interface IdleRule {
  readonly rule: Rule
  readonly because: 'noLog' | 'nothingFound'
}

export interface Applied {
  readonly findings: readonly Finding[]
  readonly idle: readonly IdleRule[]
}

/** The evidence is in the order of time already, up to what is assumed about zones. */
const options = { lateness: 3_600_000, mostHeld: 400_000 }

/** Events by their places in the evidence, with their instants, in the order of time. */
export interface TimedEvents {
  readonly events: readonly EvidenceEvent[]
  readonly order: Uint32Array
  readonly instants: Float64Array
}

/** Applies the rules that an order names, those that they refer to included. */
export async function applyRules(
  files: readonly (readonly Rule[])[],
  wanted: ReadonlySet<string>,
  timed: TimedEvents,
  breath: Breath
): Promise<Applied> {
  const applied: Applied[] = []
  for (const rules of files) applied.push(await applyFile(rules, wanted, timed, breath))
  return {
    findings: applied
      .flatMap(({ findings }) => findings)
      .toSorted((left, right) => left.hit.from - right.hit.from),
    idle: applied.flatMap(({ idle }) => idle)
  }
}

async function applyFile(
  rules: readonly Rule[],
  wanted: ReadonlySet<string>,
  { events, order, instants }: TimedEvents,
  breath: Breath
): Promise<Applied> {
  const set = new RuleSet(rules)
  const run = set.start(options)
  const hits: RuleHit[] = []
  for (const [place, event] of order.entries()) {
    const one = events[event]
    const seen = one === undefined ? null : ruleEventOf(one, instants[place] ?? 0, event)
    if (seen !== null) hits.push(...run.push(seen))
    await breath()
  }
  hits.push(...run.finish())
  const findings = hits.flatMap((hit): Finding[] => {
    const rule = rules[hit.rule]
    if (rule === undefined || !isReported(rule, wanted)) return []
    return [{ rule, hit, events: [...new Set(hit.events.map(({ place }) => place.offset))] }]
  })
  const categories = new Set(events.flatMap((event) => categoryOf(event) ?? []))
  const found = new Set(findings.map(({ rule }) => rule))
  const idle = rules
    .filter((rule) => isReported(rule, wanted) && !found.has(rule))
    .map((rule): IdleRule => {
      const hasLog = categoriesOf(rules, rule).some((category) => categories.has(category))
      return { rule, because: hasLog ? 'nothingFound' : 'noLog' }
    })
  return { findings, idle }
}

/** What has no words of its own is part of another rule. */
function isReported({ id, own }: Rule, wanted: ReadonlySet<string>): boolean {
  return own !== null && id !== null && wanted.has(id)
}

/** The kinds of logs that a rule, or those it counts, are about. */
function categoriesOf(rules: readonly Rule[], rule: Rule): readonly string[] {
  if (rule.kind === 'detection') return rule.logSource.category === undefined ? [] : [rule.logSource.category]
  return rule.correlation.rules.flatMap((place) => {
    const inner = rules[place]
    return inner === undefined ? [] : categoriesOf(rules, inner)
  })
}
