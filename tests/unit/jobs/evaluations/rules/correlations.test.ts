import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RuleSet, type RuleHit } from '../../../../../src-main/jobs/evaluations/rules/run'
import { readRuleFile, type Rule } from '../../../../../src-main/jobs/evaluations/rules/ruleFile'

/** One made-up event: which rules find it, of which group, when (seconds), with which value. */
interface Made {
  readonly at: number
  readonly group: string | null
  readonly kinds: readonly string[]
  readonly value: string | null
}

const span = 5
const kinds = ['a', 'b', 'c']

function rulesOf(correlation: string, used: readonly string[]): readonly Rule[] {
  const simple = kinds.map(
    (kind) =>
      `title: ${kind}\nname: ${kind}\nlogsource: { category: made }\ndetection:\n    s: { kinds: ${kind} }\n    condition: s\n---\n`
  )
  const text = `${simple.join('')}title: together\ncorrelation:\n    rules: [${used.join(', ')}]\n    group-by: [group]\n    timespan: ${span}s\n${correlation}`
  const { rules, problems } = readRuleFile(new TextEncoder().encode(text))
  expect(problems).toEqual([])
  return rules
}

/** Runs all events, in the order given. */
function run(rules: readonly Rule[], events: readonly Made[], lateness = 0): readonly RuleHit[] {
  const run = new RuleSet(rules).start({ lateness: lateness * 1000, mostHeld: 10_000 })
  const hits = events.flatMap(({ at, group, kinds: found, value }, offset) =>
    run.push({
      at: at * 1000,
      place: { source: 'made', offset },
      logSource: { category: 'made' },
      read: (field) => ({ kinds: found, group, value })[field]
    })
  )
  const all = [...hits, ...run.finish()].filter(({ rule }) => rules[rule]?.kind === 'correlation')
  expect(run.account.late + run.account.withoutRoom).toBe(0)
  return all
}

interface Expected {
  readonly group: string
  readonly from: number
  readonly to: number
  readonly value: number
  readonly events: readonly number[]
}

type Placed = Made & { readonly group: string; readonly offset: number }

/** Everything of a correlation in its right order, by group. */
function placed(
  events: readonly Made[],
  used: readonly string[],
  needsValue: boolean
): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  const sorted = events
    .map((event, offset) => ({ ...event, offset }))
    .toSorted((left, right) => left.at - right.at || left.offset - right.offset)
  for (const event of sorted) {
    const { group } = event
    if (group === null || (needsValue && event.value === null)) continue
    if (!event.kinds.some((kind) => used.includes(kind))) continue
    groups.set(group, [...(groups.get(group) ?? []), { ...event, group }])
  }
  return groups
}

/** Windows that share time are one finding. */
function united(windows: readonly Expected[]): Expected[] {
  const result: Expected[] = []
  for (const window of windows) {
    const last = result.at(-1)
    if (last === undefined || last.group !== window.group || window.from > last.to) result.push(window)
    else {
      const events = [...new Set([...last.events, ...window.events])]
      result[result.length - 1] = {
        ...last,
        to: window.to,
        value: Math.max(last.value, window.value),
        events
      }
    }
  }
  return result
}

/** What must be found, by looking at each window of each instant anew. */
function bruteForce(
  events: readonly Made[],
  used: readonly string[],
  count: (window: readonly Placed[]) => number,
  isMet: (value: number) => boolean,
  needsValue = false
): Expected[] {
  return [...placed(events, used, needsValue)].flatMap(([group, all]) =>
    united(
      [...new Set(all.map(({ at }) => at))].flatMap((to) => {
        const window = all.filter(({ at }) => at <= to && at >= to - span)
        const value = count(window)
        const from = window[0]?.at ?? to
        return isMet(value) ? [{ group, from, to, value, events: window.map(({ offset }) => offset) }] : []
      })
    )
  )
}

function comparable(hits: readonly RuleHit[]): Expected[] {
  return hits.map(({ from, to, value, group, events }) => ({
    group: group[0] ?? '',
    from: from / 1000,
    to: to / 1000,
    value,
    events: events.map(({ place }) => place.offset)
  }))
}

function sorted(found: readonly Expected[]): Expected[] {
  return found
    .map((one) => ({ ...one, events: one.events.toSorted((left, right) => left - right) }))
    .toSorted((left, right) => left.group.localeCompare(right.group) || left.from - right.from)
}

const made = fc.record<Made>({
  at: fc.integer({ min: 0, max: 40 }),
  group: fc.constantFrom('one', 'two', null),
  kinds: fc.subarray(kinds, { minLength: 1 }),
  value: fc.constantFrom('1', '2', '3', '50', null)
})
const inOrder = fc
  .array(made, { maxLength: 40 })
  .map((events) => events.toSorted((left, right) => left.at - right.at))
/** Each at most three seconds before the newest that came in. */
const outOfOrder = inOrder.chain((events) =>
  fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: events.length, maxLength: events.length })
    .map((delays) =>
      events
        .map((event, index) => ({ event, arrives: event.at + (delays[index] ?? 0) }))
        .toSorted((left, right) => left.arrives - right.arrives)
        .map(({ event }) => event)
    )
)

describe('correlations find exactly what looking at every window finds (P18, P7)', () => {
  it('event_count', () => {
    const rules = rulesOf('    type: event_count\n    condition: { gte: 3 }\n', ['a', 'b'])
    fc.assert(
      fc.property(inOrder, (events) => {
        const wanted = bruteForce(
          events,
          ['a', 'b'],
          ({ length }) => length,
          (value) => value >= 3
        )
        expect(sorted(comparable(run(rules, events)))).toEqual(sorted(wanted))
      })
    )
  })

  it('event_count within a range, and of exactly a number', () => {
    const range = rulesOf('    type: event_count\n    condition: { gt: 2, lte: 4 }\n', ['a'])
    const exact = rulesOf('    type: event_count\n    condition: { eq: 2 }\n', ['a'])
    fc.assert(
      fc.property(inOrder, (events) => {
        const inRange = bruteForce(
          events,
          ['a'],
          ({ length }) => length,
          (value) => value > 2 && value <= 4
        )
        expect(sorted(comparable(run(range, events)))).toEqual(sorted(inRange))
        const exactly = bruteForce(
          events,
          ['a'],
          ({ length }) => length,
          (value) => value === 2
        )
        expect(sorted(comparable(run(exact, events)))).toEqual(sorted(exactly))
      })
    )
  })

  it('value_count', () => {
    const rules = rulesOf('    type: value_count\n    condition: { field: value, gte: 2 }\n', ['a', 'c'])
    fc.assert(
      fc.property(inOrder, (events) => {
        const distinct = (window: readonly Placed[]): number => new Set(window.map(({ value }) => value)).size
        const wanted = bruteForce(events, ['a', 'c'], distinct, (value) => value >= 2, true)
        expect(sorted(comparable(run(rules, events)))).toEqual(sorted(wanted))
      })
    )
  })

  it('value_sum', () => {
    const rules = rulesOf('    type: value_sum\n    condition: { field: value, gt: 53 }\n', ['a', 'b', 'c'])
    fc.assert(
      fc.property(inOrder, (events) => {
        const sum = (window: readonly Placed[]): number =>
          window.reduce((sofar, { value }) => sofar + Number(value), 0)
        const wanted = bruteForce(events, kinds, sum, (value) => value > 53, true)
        expect(sorted(comparable(run(rules, events)))).toEqual(sorted(wanted))
      })
    )
  })

  it('temporal', () => {
    const rules = rulesOf('    type: temporal\n', kinds)
    fc.assert(
      fc.property(inOrder, (events) => {
        const steps = (window: readonly Placed[]): number =>
          new Set(window.flatMap((event) => event.kinds)).size
        const wanted = bruteForce(events, kinds, steps, (value) => value === 3)
        expect(sorted(comparable(run(rules, events)))).toEqual(sorted(wanted))
      })
    )
  })

  it('temporal_ordered: from the latest beginning to each end, and only events that make such a sequence', () => {
    const rules = rulesOf('    type: temporal_ordered\n', kinds)
    /** The latest beginning of a sequence that ends with this event as its last step; null: there is none. */
    const begin = (all: readonly Placed[], end: number, step: number): number | null => {
      const event = all[end]
      if (event === undefined || !event.kinds.includes(kinds[step] ?? '')) return null
      if (step === 0) return event.at
      const starts = all.slice(0, end).map((_, before) => begin(all, before, step - 1))
      return starts.reduce((best, start) => (start !== null && start >= (best ?? 0) ? start : best), null)
    }
    fc.assert(
      fc.property(inOrder, (events) => {
        const wanted = [...placed(events, kinds, false)].flatMap(([group, all]) =>
          united(
            all.flatMap(({ at: to }, end) => {
              const from = begin(all, end, 2)
              return from === null || to - from > span ? [] : [{ group, from, to, value: 3, events: [] }]
            })
          )
        )
        const hits = comparable(run(rules, events))
        expect(sorted(hits.map((hit) => ({ ...hit, events: [] })))).toEqual(sorted(wanted))
        for (const { events: named, from, to, group } of hits) {
          const times = named.map((offset) => events[offset]?.at ?? -1)
          expect(Math.min(...times)).toBe(from)
          expect(Math.max(...times)).toBe(to)
          expect(named.every((offset) => events[offset]?.group === group)).toBe(true)
        }
      })
    )
  })

  it('temporal_ordered: steps exactly a timespan apart belong together, a moment more and they do not', () => {
    const rules = rulesOf('    type: temporal_ordered\n', ['a', 'b'])
    const step = (kind: string, at: number): Made => ({ at, group: 'one', kinds: [kind], value: null })
    expect(run(rules, [step('a', 0), step('b', span)])).toHaveLength(1)
    expect(run(rules, [step('a', 0), step('b', span + 0.001)])).toEqual([])
  })

  it('takes events out of order within the bound as if they had come in order', () => {
    const rules = rulesOf('    type: event_count\n    condition: { gte: 3 }\n', ['a', 'b'])
    fc.assert(
      fc.property(outOfOrder, (events) => {
        const wanted = bruteForce(
          events,
          ['a', 'b'],
          ({ length }) => length,
          (value) => value >= 3
        )
        expect(sorted(comparable(run(rules, events, 3)))).toEqual(sorted(wanted))
      })
    )
  })
})

describe('what a run cannot take into account is said', () => {
  const rules = rulesOf('    type: event_count\n    condition: { gte: 2 }\n', ['a'])
  const event = (at: number, group: string | null = 'one') => ({
    at: at * 1000,
    place: { source: 'made', offset: at },
    logSource: { category: 'made' },
    read: (field: string) => ({ kinds: 'a', group })[field]
  })

  it('an event that comes too late', () => {
    const started = new RuleSet(rules).start({ lateness: 1000, mostHeld: 10 })
    for (const at of [1, 10, 8, 9]) started.push(event(at))
    started.finish()
    expect(started.account).toEqual({ late: 1, withoutField: 0, withoutRoom: 0 })
  })

  it('an event without the field of the group', () => {
    const started = new RuleSet(rules).start({ lateness: 0, mostHeld: 10 })
    started.push(event(1, null))
    started.finish()
    expect(started.account).toEqual({ late: 0, withoutField: 1, withoutRoom: 0 })
  })

  it('events for which there is no room; memory stays within the bound', () => {
    const started = new RuleSet(rules).start({ lateness: 0, mostHeld: 3 })
    for (const at of [1, 2, 3, 4, 5]) started.push(event(at))
    const hits = started.finish()
    expect(started.account.withoutRoom).toBeGreaterThan(0)
    expect(hits).toHaveLength(1)
  })
})

it('a finding that goes on and on names its first events and says how many more there are', () => {
  const rules = rulesOf('    type: event_count\n    condition: { gte: 3 }\n', ['a'])
  const started = new RuleSet(rules).start({ lateness: 0, mostHeld: 20 })
  const hits = Array.from({ length: 25_000 }).flatMap((_, second) =>
    started.push({
      at: second * 1000,
      place: { source: 'made', offset: second },
      logSource: { category: 'made' },
      read: (field) => ({ kinds: 'a', group: 'one' })[field]
    })
  )
  expect(hits).toEqual([])
  const [hit] = started.finish()
  expect(hit).toMatchObject({ from: 0, to: 24_999_000, value: 6, more: 15_000 })
  expect(hit?.events).toHaveLength(10_000)
  // No more than the window and what waits was ever held.
  expect(started.account).toEqual({ late: 0, withoutField: 0, withoutRoom: 0 })
})

describe('correlations of correlations', () => {
  const text = `
title: failed
name: failed
logsource: { category: authentication }
detection:
    s: { action: failure }
    condition: s
---
title: succeeded
name: succeeded
logsource: { category: authentication }
detection:
    s: { action: success }
    condition: s
---
title: many failed
name: many
correlation:
    type: event_count
    rules: [failed]
    group-by: [user, device]
    timespan: 1m
    condition: { gte: 3 }
---
title: guessed
correlation:
    type: temporal_ordered
    rules: [many, succeeded]
    group-by: [user]
    timespan: 2m
`
  const { rules } = readRuleFile(new TextEncoder().encode(text))
  const sequence = (actions: readonly (readonly [number, string])[]) => {
    const started = new RuleSet(rules).start({ lateness: 0, mostHeld: 100 })
    const hits = actions.flatMap(([at, action], offset) =>
      started.push({
        at: at * 1000,
        place: { source: 'made', offset },
        logSource: { category: 'authentication' },
        read: (field) => ({ action, user: 'otto', device: 'pc1' })[field]
      })
    )
    return [...hits, ...started.finish()]
  }

  it('name the events of the inner one and report the outer one alone (P6, P7)', () => {
    const hits = sequence([
      [0, 'failure'],
      [10, 'failure'],
      [20, 'failure'],
      [30, 'success']
    ])
    expect(hits).toHaveLength(1)
    expect(hits[0]).toMatchObject({ rule: 3, group: ['otto'], to: 30_000 })
    expect(hits[0]?.events.map(({ place }) => place.offset)).toEqual([0, 1, 2, 3])
  })

  it('a success before the last failure of the burst is none after it', () => {
    expect(
      sequence([
        [0, 'failure'],
        [10, 'failure'],
        [20, 'success'],
        [30, 'failure']
      ])
    ).toEqual([])
  })
})
