import type { FieldValue, RuleEvent } from './event'
import { readTimespan } from './correlationReading'
import type { Rule } from './ruleFile'
import { RuleSet } from './run'
import type { RuleTest, RuleTestEvent } from './shape'

/** How one test of a rule came out. */
export interface TrialOutcome {
  readonly name: RuleTest['name']
  readonly expected: RuleTest['expect']
  /** Findings of the rule. */
  readonly hits: number
  readonly passed: boolean
}

/** A test's events are few, and stand in their file in the order of time or near it. */
const trialOptions = { lateness: 24 * 3_600_000, mostHeld: 200_000 }

/**
 * Runs the tests that stand with the rules, each on events of its own: made-up ones, never a log (P19).
 *
 * @returns for each rule, in the order given
 */
export function tryRules(rules: readonly Rule[]): readonly (readonly TrialOutcome[])[] {
  const set = new RuleSet(rules, true)
  return rules.map((rule, place) => (rule.own?.tests ?? []).map((test) => tryOne(set, place, test)))
}

/** Events of a test that is to find nothing, for whoever wants to see that no other rule finds anything in them either. */
export function eventsOf(rule: Rule, test: RuleTest): readonly RuleEvent[] {
  return test.events.flatMap((event, index) => expand(event, index, rule))
}

function tryOne(set: RuleSet, place: number, test: RuleTest): TrialOutcome {
  const rule = set.rules[place]
  const events = rule === undefined ? [] : eventsOf(rule, test)
  const run = set.start(trialOptions)
  const found = [...events.flatMap((event) => run.push(event)), ...run.finish()]
  const hits = found.filter((hit) => hit.rule === place).length
  const { late, withoutField, withoutRoom } = run.account
  const isComplete = late + withoutRoom + (test.expect === 'quiet' ? 0 : withoutField) === 0
  const passed = isComplete && hits > 0 === (test.expect === 'hit')
  return { name: test.name, expected: test.expect, hits, passed }
}

function expand(event: RuleTestEvent, index: number, rule: Rule): readonly RuleEvent[] {
  const { times = 1, every = '1s', fields } = event
  const category = event.category ?? (rule.kind === 'detection' ? rule.logSource.category : undefined)
  const { product, service } = rule.kind === 'detection' ? rule.logSource : {}
  const distance = readTimespan(every) ?? 0
  return Array.from({ length: times }, (_, copy) => {
    const values = new Map(
      Object.entries(fields).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((one) => numbered(one, copy + 1)) : numbered(value, copy + 1)
      ])
    )
    return {
      at: Date.parse(event.at) + copy * distance,
      place: { source: `event ${index + 1}`, offset: copy },
      logSource: { category, product, service },
      read: (name) => (name === '' ? [...values.values()].flat() : values.get(name))
    }
  })
}

function numbered(value: FieldValue, number: number): FieldValue {
  return typeof value === 'string' ? value.replaceAll('{n}', String(number)) : value
}
