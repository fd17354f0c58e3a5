import type { JoinedField } from '../../../../contract/evaluations'
import type { Breath } from '../../../../core/cooperation'
import type { EvidenceEvent } from '../../evidence/event'
import type { Condition } from '../../rules/detection'
import { isAbout, type LogSource } from '../../rules/event'
import type { Rule } from '../../rules/ruleFile'
import { RuleSet, type RuleHit } from '../../rules/run'
import { isJoined, type Joins } from './joins'
import { logSourceOf, ruleEventOf } from './ruleEvents'

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
  readonly because: 'noLog' | 'notJoined' | 'nothingFound'
  /** What it asks for that nobody knew of any of the events that it is about. */
  readonly missing: readonly JoinedField[]
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
  joins: Joins,
  breath: Breath
): Promise<Applied> {
  const applied: Applied[] = []
  for (const rules of files) applied.push(await applyFile(rules, wanted, timed, joins, breath))
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
  joins: Joins,
  breath: Breath
): Promise<Applied> {
  const set = new RuleSet(rules)
  const run = set.start(options)
  const hits: RuleHit[] = []
  for (const [place, event] of order.entries()) {
    const one = events[event]
    const seen = one === undefined ? null : ruleEventOf(one, instants[place] ?? 0, event, joins)
    if (seen !== null) hits.push(...run.push(seen))
    await breath()
  }
  hits.push(...run.finish())
  const findings = hits.flatMap((hit): Finding[] => {
    const rule = rules[hit.rule]
    if (rule === undefined || !isReported(rule, wanted)) return []
    return [{ rule, hit, events: [...new Set(hit.events.map(({ place }) => place.offset))] }]
  })
  const logs = new ToldLogs({ events, order, instants }, joins)
  const found = new Set(findings.map(({ rule }) => rule))
  const idle = rules
    .filter((rule) => isReported(rule, wanted) && !found.has(rule))
    .map((rule): IdleRule => {
      const asked = logs.of(logSourcesOf(rules, rule))
      if (asked.length === 0) return { rule, because: 'noLog', missing: [] }
      const missing = fieldsOf(rules, rule).filter((field) => !asked.some((log) => logs.tells(log, field)))
      return { rule, because: missing.length === 0 ? 'nothingFound' : 'notJoined', missing }
    })
  return { findings, idle }
}

/** What has no words of its own is part of another rule. */
function isReported({ id, own }: Rule, wanted: ReadonlySet<string>): boolean {
  return own !== null && id !== null && wanted.has(id)
}

/** The kinds of logs that a rule, or those it counts, are about. */
function logSourcesOf(rules: readonly Rule[], rule: Rule): readonly LogSource[] {
  if (rule.kind === 'detection') return [rule.logSource]
  return rule.correlation.rules.flatMap((place) => {
    const inner = rules[place]
    return inner === undefined ? [] : logSourcesOf(rules, inner)
  })
}

/** What a rule, or those it counts, cannot do without and no log tells; what only lets it off does not count. */
function fieldsOf(rules: readonly Rule[], rule: Rule): readonly JoinedField[] {
  if (rule.kind === 'correlation') {
    const inner = rule.correlation.rules.flatMap((place) => rules[place] ?? [])
    return [...new Set(inner.flatMap((one) => fieldsOf(rules, one)))]
  }
  const { selections, condition } = rule.detection
  const asked = new Set(selectionsMet(condition, true))
  const items = selections.filter(({ name }) => asked.has(name)).flatMap(({ groups }) => groups.flat())
  return [...new Set(items.map(({ field }) => field).filter(isJoined))]
}

/** Names of the selections that an event has to meet, or with `wanted` false must not. */
function selectionsMet(condition: Condition, wanted: boolean): readonly string[] {
  switch (condition.kind) {
    case 'selection':
      return wanted ? [condition.name] : []
    case 'not':
      return selectionsMet(condition.part, !wanted)
    case 'and':
    case 'or':
      return condition.parts.flatMap((part) => selectionsMet(part, wanted))
  }
}

interface ToldLog {
  readonly source: LogSource
  /** In the order of time. */
  readonly places: number[]
  /** Fields that were looked for, and whether any event has them. */
  readonly told: Map<JoinedField, boolean>
}

/** Which kinds of logs there are, and what is known of any event in them. */
class ToldLogs {
  private readonly logs = new Map<string, ToldLog>()

  constructor(
    private readonly timed: TimedEvents,
    private readonly joins: Joins
  ) {
    for (const [place, event] of timed.order.entries()) {
      const one = timed.events[event]
      const source = one === undefined ? null : logSourceOf(one)
      if (source === null) continue
      const key = `${source.category ?? ''} ${source.product ?? ''} ${source.service ?? ''}`
      const known = this.logs.get(key)
      if (known === undefined) this.logs.set(key, { source, places: [place], told: new Map() })
      else known.places.push(place)
    }
  }

  /** Those that any of these log sources is about. */
  of(asked: readonly LogSource[]): readonly ToldLog[] {
    return [...this.logs.values()].filter(({ source }) => asked.some((one) => isAbout(one, source)))
  }

  tells(log: ToldLog, field: JoinedField): boolean {
    const told = log.told.get(field) ?? this.look(log, field)
    log.told.set(field, told)
    return told
  }

  private look({ places }: ToldLog, field: JoinedField): boolean {
    const { events, order, instants } = this.timed
    return places.some((place) => {
      const event = order[place] ?? 0
      const one = events[event]
      return (
        one !== undefined &&
        ruleEventOf(one, instants[place] ?? 0, event, this.joins)?.read(field) !== undefined
      )
    })
  }
}
