import { Correlator, referencesOf, type Found, type GroupedInput, type Met } from './correlator'
import { EventView, Fields, isAbout, type EventPlace, type LogSource, type RuleEvent } from './event'
import { fold } from './folding'
import { compileDetection, type Matcher } from './matcher'
import type { Rule } from './ruleFile'
import { Waiting } from './waiting'
import type { Episode, EventReference } from './windows'

/** A finding: what a rule says about certain events, no more. */
export interface RuleHit {
  /** Place of the rule in the list that was compiled. */
  readonly rule: number
  /** Of the first and the last event, milliseconds. */
  readonly from: number
  readonly to: number
  /** What the events have in common, in the order of the rule's `group-by`. */
  readonly group: readonly string[]
  /** The most that was counted in one window. */
  readonly value: number
  readonly events: readonly { readonly at: number; readonly place: EventPlace }[]
  /** Events that belong to it beyond those named. */
  readonly more: number
}

/** What a run could not take into account. With anything but zeros, correlations may have missed something. */
export interface RunAccount {
  /** Events that came after later ones by more than the bound. */
  readonly late: number
  /** Events of a correlation without one of the fields it groups by or looks at. */
  readonly withoutField: number
  /** Events for which there was no room. */
  readonly withoutRoom: number
}

export interface RunOptions {
  /** How much earlier than the newest an event may be and still be put in its place, milliseconds. */
  readonly lateness: number
  /** How many events all windows hold together. */
  readonly mostHeld: number
}

interface CompiledDetection {
  readonly rule: number
  readonly logSource: LogSource
  readonly matches: Matcher
  readonly isReported: boolean
  readonly isCorrelated: boolean
}

/** An event that some correlation waits for. */
interface Candidate {
  readonly at: number
  readonly order: number
  readonly rules: readonly number[]
  readonly captured: Captured
  readonly reference: EventReference
}

type Captured = ReadonlyMap<string, readonly string[]>

/** Rules compiled once, to be run over any number of streams of events. */
export class RuleSet {
  private readonly fields = new Fields()
  private readonly detections: readonly CompiledDetection[]
  /** By log source, as text. */
  private readonly routes = new Map<string, readonly CompiledDetection[]>()
  /** Fields that correlations look at, with their numbers. */
  private readonly captures: readonly (readonly [string, number])[]
  /** Correlations by place, each behind those that it refers to. */
  private readonly correlations: readonly number[]

  /** @param reportsAll also what only other rules refer to, to be looked at one by one */
  constructor(
    readonly rules: readonly Rule[],
    reportsAll = false
  ) {
    const correlated = new Set<number>()
    const quiet = new Set<number>()
    const captured = new Set<string>()
    for (const rule of rules) {
      if (rule.kind !== 'correlation') continue
      for (const place of rule.correlation.rules) {
        correlated.add(place)
        if (!rule.generate && !reportsAll) quiet.add(place)
      }
      for (const field of [...rule.correlation.groupFields.flat(), ...rule.correlation.valueFields]) {
        if (field !== null) captured.add(field)
      }
    }
    this.quiet = quiet
    this.captures = [...captured].map((name) => [name, this.fields.numberOf(name)])
    this.detections = rules.flatMap((rule, place) =>
      rule.kind !== 'detection'
        ? []
        : [
            {
              rule: place,
              logSource: rule.logSource,
              matches: compileDetection(rule.detection, this.fields),
              isReported: !quiet.has(place),
              isCorrelated: correlated.has(place)
            }
          ]
    )
    this.correlations = innerFirst(rules)
  }

  private readonly quiet: ReadonlySet<number>

  /** Places of the rules that an event meets by itself, correlations aside. */
  matching(event: RuleEvent, view: EventView = this.view()): readonly number[] {
    view.show(event)
    return this.routeOf(event.logSource)
      .filter(({ matches }) => matches(view))
      .map(({ rule }) => rule)
  }

  view(): EventView {
    return new EventView(this.fields)
  }

  start(options: RunOptions): RuleRun {
    return new RuleRun(this, options)
  }

  /** The rules that are about a kind of log: everything that a rule's log source names must be so. */
  routeOf(log: LogSource): readonly CompiledDetection[] {
    const { category, product, service } = log
    const key = `${category ?? ''} ${product ?? ''} ${service ?? ''}`
    const known = this.routes.get(key)
    if (known !== undefined) return known
    const route = this.detections.filter(({ logSource }) => isAbout(logSource, log))
    this.routes.set(key, route)
    return route
  }

  capture(view: EventView): Captured {
    return new Map(
      this.captures.flatMap(([name, number]) => {
        const texts = view.texts(number)
        if (texts === undefined || texts === null || texts === '') return []
        return [[name, typeof texts === 'string' ? [texts] : texts] as const]
      })
    )
  }

  correlators(): ReadonlyMap<number, Correlator> {
    return new Map(
      this.correlations.flatMap((place) => {
        const rule = this.rules[place]
        return rule?.kind === 'correlation' ? [[place, new Correlator(rule.correlation)] as const] : []
      })
    )
  }

  isReported(place: number): boolean {
    return !this.quiet.has(place)
  }
}

function innerFirst(rules: readonly Rule[]): readonly number[] {
  const ordered = new Set<number>()
  const visit = (place: number): void => {
    const rule = rules[place]
    if (rule?.kind !== 'correlation' || ordered.has(place)) return
    for (const inner of rule.correlation.rules) visit(inner)
    ordered.add(place)
  }
  for (const place of rules.keys()) visit(place)
  return [...ordered]
}

/** One stream of events on its way through all rules. Memory is bounded by the windows and by what is said in the options. */
export class RuleRun {
  readonly account: { -readonly [Name in keyof RunAccount]: number } = {
    late: 0,
    withoutField: 0,
    withoutRoom: 0
  }
  private readonly view: EventView
  private readonly correlators: ReadonlyMap<number, Correlator>
  private readonly waiting = new Waiting<Candidate>()
  private order = 0
  private newest = Number.NEGATIVE_INFINITY
  /** Everything before has been counted. */
  private settled = Number.NEGATIVE_INFINITY

  constructor(
    private readonly set: RuleSet,
    private readonly options: RunOptions
  ) {
    this.view = set.view()
    this.correlators = set.correlators()
  }

  /** Takes the next event; answers the findings that are complete by it. */
  push(event: RuleEvent): readonly RuleHit[] {
    const { at, place, logSource } = event
    const reference = { at, place, order: this.order++ }
    const hits: RuleHit[] = []
    const rules: number[] = []
    this.view.show(event)
    for (const { rule, matches, isReported, isCorrelated } of this.set.routeOf(logSource)) {
      if (!matches(this.view)) continue
      if (isReported)
        hits.push({ rule, from: at, to: at, group: [], value: 1, events: [{ at, place }], more: 0 })
      if (isCorrelated) rules.push(rule)
    }
    if (rules.length > 0) {
      if (at < this.settled) this.account.late++
      else {
        const captured = this.set.capture(this.view)
        this.waiting.add({ at, order: reference.order, rules, captured, reference })
      }
    }
    this.newest = Math.max(this.newest, at)
    // Where too many wait, the oldest are settled early; what would have come before them is then late, and said to be so.
    while (this.waiting.size > this.options.mostHeld) this.settle((this.waiting.first?.at ?? at) + 1, hits)
    this.settle(this.newest - this.options.lateness, hits)
    return hits
  }

  /** The findings that were still going on at the end. */
  finish(): readonly RuleHit[] {
    const hits: RuleHit[] = []
    this.settle(Number.POSITIVE_INFINITY, hits)
    for (const [rule, correlator] of this.correlators) this.report(rule, correlator.finish(), hits)
    return hits
  }

  /** Counts everything before an instant, one instant after the other. */
  private settle(until: number, hits: RuleHit[]): void {
    for (
      let first = this.waiting.first;
      first !== undefined && first.at < until;
      first = this.waiting.first
    ) {
      const { at } = first
      const batch: Candidate[] = []
      for (let next = this.waiting.first; next?.at === at; next = this.waiting.first) {
        batch.push(next)
        this.waiting.removeFirst()
      }
      this.count(at, batch, hits)
    }
    this.settled = Math.max(this.settled, until)
  }

  private count(at: number, batch: readonly Candidate[], hits: RuleHit[]): void {
    const met = new Map<number, readonly Met[]>()
    let room = this.options.mostHeld
    for (const correlator of this.correlators.values()) room -= correlator.heldCount
    const byOrder = new Map(batch.map((candidate) => [candidate.order, candidate]))
    for (const [place, correlator] of this.correlators) {
      this.report(place, correlator.expire(at), hits)
      const inputs = this.inputsOf(place, batch, met, byOrder, room)
      room -= inputs.length
      if (inputs.length === 0) continue
      const added = correlator.add(at, inputs)
      met.set(place, added.met)
      this.report(place, added.found, hits)
    }
  }

  /** What one correlation gets of an instant: its rules' events, and what correlations that it refers to have met. */
  private inputsOf(
    place: number,
    batch: readonly Candidate[],
    met: ReadonlyMap<number, readonly Met[]>,
    byOrder: ReadonlyMap<number, Candidate>,
    room: number
  ): readonly GroupedInput[] {
    const inputs: GroupedInput[] = []
    const rule = this.set.rules[place]
    if (rule?.kind !== 'correlation') return inputs
    const take = (step: number, candidate: Candidate, from: EventReference | Episode): void => {
      const input = makeInput(rule.correlation, step, candidate, from)
      if (input === null) this.account.withoutField++
      else if (inputs.length >= room) this.account.withoutRoom++
      else inputs.push(input)
    }
    for (const [step, related] of rule.correlation.rules.entries()) {
      for (const candidate of batch) {
        if (candidate.rules.includes(related)) take(step, candidate, candidate.reference)
      }
      for (const { last, episode } of met.get(related) ?? []) {
        const candidate = byOrder.get(last.order)
        if (candidate !== undefined) take(step, candidate, episode)
      }
    }
    // Of one event the last step first: it is never two steps of one sequence.
    return inputs.sort((left, right) => left.order - right.order || right.step - left.step)
  }

  private report(rule: number, found: readonly Found[], hits: RuleHit[]): void {
    if (!this.set.isReported(rule)) return
    for (const { episode, group } of found) {
      const { from, to, value } = episode
      const { events, more } = referencesOf(episode)
      hits.push({
        rule,
        from,
        to,
        group,
        value,
        events: events.map(({ at, place }) => ({ at, place })),
        more
      })
    }
  }
}

/** null: the event lacks a field that the correlation asks for. */
function makeInput(
  { type, groupFields, valueFields }: Extract<Rule, { kind: 'correlation' }>['correlation'],
  step: number,
  { at, order, captured }: Candidate,
  from: EventReference | Episode
): GroupedInput | null {
  const group: string[] = []
  for (const field of groupFields[step] ?? []) {
    const texts = captured.get(field)
    if (texts === undefined) return null
    // Several values are one value: the list.
    group.push(texts.join(', '))
  }
  const valueField = valueFields[step] ?? null
  const texts = valueField === null ? [] : (captured.get(valueField) ?? null)
  if (texts === null) return null
  const values = type === 'value_sum' ? texts.filter((text) => /^\d{1,18}$/.test(text)) : texts.map(fold)
  if (valueField !== null && values.length === 0) return null
  return { at, order, step, values, from, group, key: JSON.stringify(group.map(fold)) }
}
