import type { Gap } from '../../../contract/evidence'
import type { FoundMatter } from '../../../contract/foundMatter'
import type { LogFiles } from '../../../world/logs/port'
import { ConcernFilter } from '../evidence/concern'
import type { EvidenceEvent } from '../evidence/event'
import { readFile } from '../evidence/fileReading'
import { TimeWindow } from '../evidence/window'
import { instantOf } from '../evaluation/workspace/instants'
import { Joins, type Knowledge } from '../evaluation/workspace/joins'
import { ruleEventOf } from '../evaluation/workspace/ruleEvents'
import type { LogEvent } from '../logs/events'
import type { LogFormat } from '../logs/formats/format'
import type { LogReading } from '../logs/reading'
import { logOf, type LogPart } from '../logs/rotation'
import { fold } from '../rules/folding'
import type { RuleHit, RuleRun } from '../rules/run'
import { EventOrder, settleTime } from './events'
import type { KeyedPseudonyms } from './pseudonyms'
import { matterKey, subjectsOf, type StandingRules } from './rules'
import type { LogStand } from './stand'

/** What a run finds of one matter in one log. */
export interface LogMatter extends Pick<FoundMatter, 'rule' | 'count' | 'pseudonyms'> {
  /** Of the first and of the last event, milliseconds. */
  readonly from: number
  readonly until: number
}

export interface LogRunOptions {
  readonly logs: LogFiles
  readonly rules: StandingRules
  readonly pseudonyms: KeyedPseudonyms
  readonly knowledge: Knowledge
  /** Format of the source; null: found by content. */
  readonly format: LogFormat | null
  /** Since when the standing order is in force, milliseconds: nothing before it is considered (P19). */
  readonly since: number
  readonly now: number
  /** Called with each piece; throws to break off. */
  readonly onPiece: () => void
}

export interface LogRunResult {
  readonly stand: LogStand
  readonly matters: readonly LogMatter[]
  readonly notices: readonly Pick<Gap, 'code' | 'count'>[]
  readonly missed: number
}

/** Parts with these are read once more the next time, before anything behind them counts. */
const passing: readonly Gap['code'][] = ['notReadable', 'unreadable', 'shrunk']
/** What lies in the nature of a log that is being written is told to nobody. */
const ordinary: readonly Gap['code'][] = ['lastLineOpen', 'joinedFrom', 'outOfOrder']
/** A part that cannot be read is waited for so long; then the log goes on without it. */
const longestHold = 24 * 3_600_000
/** Nothing that is read ends a reading: what claims to be later is left for later. */
const farAway = '9999-12-31T00:00:00.000Z'

/** Thrown where a file is to be read again from its beginning: what has been passed on of it would come twice. */
class Again extends Error {}

/**
 * Reads what has come into one log since the last time, and a little before for the windows of correlations, and lets the rules run.
 * Memory does not grow with the log.
 *
 * @param parts of one log, oldest first
 * @param before how far it was read; null: not at all
 */
export async function runLog(
  parts: readonly LogPart[],
  before: LogStand | null,
  options: LogRunOptions
): Promise<LogRunResult> {
  const begun: LogStand = before ?? { until: options.since, tail: null, counted: {}, heldSince: null }
  try {
    return await new LogRun(parts, begun, options, false).run()
  } catch (error) {
    if (!(error instanceof Again)) throw error
    return new LogRun(parts, begun, options, true).run()
  }
}

/** Where a log lies, whatever its parts are called by now. */
export function pathOf(parts: readonly LogPart[]): string {
  return logOf(parts[0]?.file ?? '')
}

class LogRun {
  private readonly from: number
  private readonly order: EventOrder
  private readonly runs: readonly RuleRun[]
  private readonly joins: Joins
  /** Events of which the service's realm is the school's. */
  private readonly realm = new WeakSet<object>()
  private readonly matters = new Map<string, LogMatter>()
  private readonly counted: Map<string, number>
  /** Events by the minute in which they lie. */
  private readonly minutes = new Map<number, number>()
  private readonly notices = new Map<Gap['code'], number>()
  private place = 0

  constructor(
    private readonly parts: readonly LogPart[],
    private readonly begun: LogStand,
    private readonly options: LogRunOptions,
    private readonly isWhole: boolean
  ) {
    const { since, now, rules, knowledge } = options
    this.from = Math.max(since, begun.until - rules.reach)
    this.counted = new Map(Object.entries(begun.counted))
    this.order = new EventOrder(begun.until, now, (event, at, namesRealm) =>
      this.consider(event, at, namesRealm)
    )
    this.runs = rules.sets.map((set) => set.start({ lateness: settleTime, mostHeld: 400_000 }))
    this.joins = new Joins(knowledge, (event) => this.realm.has(event))
  }

  async run(): Promise<LogRunResult> {
    const { now } = this.options
    await this.read()
    const isHeld = passing.some((code) => this.notices.has(code))
    const { heldSince } = this.begun
    if (isHeld && (heldSince === null || now - heldSince < longestHold))
      return this.result({ ...this.begun, heldSince: heldSince ?? now }, [], 0)
    this.order.finish()
    for (const [place, run] of this.runs.entries()) for (const hit of run.finish()) this.take(place, hit)
    const { until } = this.order
    const { reach } = this.options.rules
    const tail = { from: Math.max(this.options.since, until - reach), events: 0 }
    tail.events = this.eventsBetween(tail.from, until)
    const counted = Object.fromEntries([...this.counted].filter(([, at]) => at >= tail.from))
    const { tail: former } = this.begun
    const late =
      former === null ? 0 : Math.max(0, this.eventsBetween(former.from, this.begun.until) - former.events)
    const lost = this.runs.reduce((sum, { account }) => sum + account.late + account.withoutRoom, 0)
    return this.result(
      { until, tail, counted, heldSince: isHeld ? heldSince : null },
      [...this.matters.values()],
      late + lost
    )
  }

  private async read(): Promise<void> {
    let before: LogReading | null = null
    for (const [place, part] of this.parts.entries()) {
      if (part.missing.length > 0) this.note('partMissing', part.missing.length)
      if (!part.follows) before?.forget()
      const done = await readFile(this.options.logs, part, before, {
        ...{
          window: this.window(),
          filter: new ConcernFilter({ concerned: [], addresses: [] }, (login) => login)
        },
        ...{ source: '', file: place, room: 0, format: this.options.format, isWhole: this.isWhole },
        take: (event, namesRealm) => this.push(event, namesRealm),
        onAgain: () => {
          throw new Again()
        },
        onPiece: this.options.onPiece
      })
      before = done.ok ? done.value.reading : null
      if (!done.ok)
        this.note(done.failure.code === 'logs.compressionUnknown' ? 'packedUnknown' : 'notReadable', 1)
      else for (const { code, count } of done.value.gaps) this.note(code, Math.max(1, count))
    }
  }

  private window(): TimeWindow {
    return new TimeWindow({ from: new Date(this.from).toISOString(), until: farAway })
  }

  private push(event: LogEvent, namesRealm: boolean): void {
    const at = instantOf(event.time, event.timing)
    if (at < this.from) return
    const minute = Math.floor(at / 60_000)
    this.minutes.set(minute, (this.minutes.get(minute) ?? 0) + 1)
    this.order.push(event, at, namesRealm)
  }

  /** An event in its place in time: every rule sees it. */
  private consider(event: LogEvent, at: number, namesRealm: boolean): void {
    const one: EvidenceEvent = { ...event, source: '', file: 0 }
    if (namesRealm) this.realm.add(one)
    const seen = ruleEventOf(one, at, this.place++, this.joins)
    if (seen === null) return
    // What a finding keeps of its events is whom they are about, by pseudonym.
    const source = this.options.pseudonyms.of(event, namesRealm) ?? ''
    const placed = { ...seen, place: { source, offset: seen.place.offset } }
    for (const [place, run] of this.runs.entries()) for (const hit of run.push(placed)) this.take(place, hit)
  }

  /** Counts what is new of a finding: events behind those that were counted of the same matter. */
  private take(set: number, hit: RuleHit): void {
    const { rules, pseudonyms } = this.options
    const rule = rules.reported(set, hit.rule)
    if (rule === null || hit.to < this.begun.until) return
    const subjects = subjectsOf(rule, hit, pseudonyms)
    const key = matterKey(rule.id, subjects)
    // By what it is grouped by, of which not all may be among the subjects; only its mark is kept.
    const mark = `${rule.id} ${pseudonyms.markOf(JSON.stringify(hit.group.map(fold)))}`
    const last =
      rule.rule.kind === 'detection'
        ? this.begun.until - 1
        : (this.counted.get(mark) ?? Number.NEGATIVE_INFINITY)
    const fresh = hit.events.filter(({ at }) => at > last)
    // Of those that a finding does not name nobody can say which were counted.
    const count = fresh.length + (hit.from > last ? hit.more : 0)
    if (rule.rule.kind === 'correlation') this.counted.set(mark, Math.max(last, hit.to))
    if (count === 0) return
    const known = this.matters.get(key)
    const [from, until] = [fresh[0]?.at ?? hit.from, fresh.at(-1)?.at ?? hit.to]
    this.matters.set(key, {
      ...{ rule: rule.id, pseudonyms: subjects, count: count + (known?.count ?? 0) },
      from: Math.min(from, known?.from ?? from),
      until: Math.max(until, known?.until ?? until)
    })
  }

  private eventsBetween(from: number, until: number): number {
    let sum = 0
    for (const [minute, events] of this.minutes)
      if (minute >= Math.floor(from / 60_000) && minute * 60_000 < until) sum += events
    return sum
  }

  private note(code: Gap['code'], count: number): void {
    if (!ordinary.includes(code)) this.notices.set(code, (this.notices.get(code) ?? 0) + count)
  }

  private result(stand: LogStand, matters: readonly LogMatter[], missed: number): LogRunResult {
    const notices = [...this.notices].map(([code, count]) => ({ code, count }))
    return { stand, matters, notices, missed }
  }
}
