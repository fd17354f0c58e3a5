import {
  actGroups,
  mostBuckets,
  type ActGroup,
  type EvaluationEvent,
  type EvaluationFilter,
  type EvaluationFinding,
  type EvaluationSource,
  type EvaluationStay,
  type EvaluationTimeline,
  type JoinedField,
  type MaskedText,
  type Pseudonym
} from '../../../../contract/evaluations'
import { sureties } from '../../../../contract/logEvents'
import type { OrderScope } from '../../../../contract/orders'
import type { PersonNames } from '../../../../contract/people'
import { holdsWords, searchWords } from '../../../../contract/search'
import type { Breath } from '../../../../core/cooperation'
import type { EvidenceEvent, OpenedEvidence } from '../../evidence/event'
import { namesRealm } from '../../logs'
import type { Rule } from '../../rules/ruleFile'
import { applyRules, type Applied, type Finding, type TimedEvents } from './findings'
import { Joins, type Knowledge } from './joins'
import { Masking } from './masking'
import { NameFinder, type KnownLogin } from './names'
import { addressKey, deviceKey, personKey, Pseudonyms } from './pseudonyms'
import {
  detailsOf,
  groupOf,
  keyOf,
  loginOf,
  keyPartOf,
  timeKnown,
  titleOf,
  type Columns,
  type Maskable
} from './shown'
import { recordingOf, type Recording } from './recording'
import { staysOf, type Stay } from './stays'
import { coveredBy, firstAt, timedEvents } from './timed'

export interface WorkspaceInput {
  readonly evidence: OpenedEvidence
  readonly scope: OrderScope
  /** The files of rules in which those stand that the order names. */
  readonly ruleFiles: readonly (readonly Rule[])[]
  /** Whose names are looked for in texts beside those that stand in the evidence: everybody in the directory. */
  readonly known: readonly PersonNames[]
  /** What rules may ask that no log tells. */
  readonly knowledge: Knowledge
}

interface Mark {
  readonly marked: boolean
  readonly note: string
}

interface Held extends TimedEvents, Columns, Maskable {
  readonly applied: Applied
  readonly stays: readonly Stay[]
  /** Places of findings by event. */
  readonly findingsOf: ReadonlyMap<number, readonly number[]>
  /** What words are looked for in, by place in the order of time. */
  readonly keys: readonly string[]
  /** Of each event, by place in the order of time: places in the lists of groups, of sureties, of sources. */
  readonly traits: Readonly<Record<'groups' | 'sureties' | 'sources', Uint8Array>>
}

/**
 * Opened evidence as its two evaluators look at it. Names, addresses and texts stay in here; what leaves it speaks of pseudonyms.
 * Nothing of it is ever written down.
 */
export class Workspace {
  private readonly marks = new Map<number, Mark>()
  private last: { readonly key: string; readonly found: Uint32Array } | null = null

  private constructor(
    private readonly input: WorkspaceInput,
    private held: Held | null,
    /** Events of the evidence that the order does not cover: they are never shown. */
    readonly leftOut: number
  ) {}

  /** `breath`: between events. */
  static async open(input: WorkspaceInput, breath: Breath): Promise<Workspace> {
    const { evidence, scope, known, ruleFiles } = input
    const { events } = evidence
    const covered = coveredBy(scope, events)
    const timed = timedEvents(events, covered)
    const pseudonyms = new Pseudonyms()
    const persons: (Pseudonym | null)[] = Array.from({ length: events.length }, () => null)
    const addresses = [...persons]
    const devices = [...persons]
    const logins = new Map<string, KnownLogin>()
    for (const event of timed.order) {
      const one = events[event]
      if (one === undefined) continue
      const { person, address, device } = one
      if (person !== null) {
        const key = personKey(person)
        persons[event] = pseudonyms.of('person', key, person)
        if (!logins.has(key)) logins.set(key, loginOf(person, key))
      }
      if (address !== null) addresses[event] = pseudonyms.of('address', addressKey(address), address)
      if (device !== null) devices[event] = pseudonyms.of('device', deviceKey(device), device)
      await breath()
    }
    const named = [...known, ...scope.concerned.map(({ names }) => names)]
    const finder = new NameFinder(logins.values(), named, personKey)
    const masking = new Masking(pseudonyms, finder, new Set(logins.keys()))
    const keys: string[] = []
    const half = { ...timed, persons, addresses, devices, masking, pseudonyms }
    for (const event of timed.order) {
      const one = events[event]
      keys.push(one === undefined ? '' : keyOf(half, event, one))
      await breath()
    }
    const formats = new Map(evidence.sources.map(({ id, format }) => [id, format]))
    const joins = new Joins(input.knowledge, (event) => namesRealm(formats.get(event.source) ?? null, event))
    const applied = await applyRules(ruleFiles, new Set(scope.rules), timed, joins, breath)
    const findingsOf = new Map<number, number[]>()
    for (const [place, finding] of applied.findings.entries()) {
      for (const event of finding.events) {
        const known = findingsOf.get(event)
        if (known === undefined) findingsOf.set(event, [place])
        else known.push(place)
      }
    }
    const traits = traitsOf(input, timed)
    const held = { ...half, keys, traits, applied, findingsOf, stays: staysOf(timed) }
    return new Workspace(input, held, events.length - timed.order.length)
  }

  /** Everything is forgotten; whoever asks afterwards is a fault of the program. */
  close(): void {
    this.held?.pseudonyms.forget()
    this.held = null
    this.last = null
    this.marks.clear()
  }

  private get open(): Held {
    if (this.held === null) throw new Error('The evaluation is closed')
    return this.held
  }

  get count(): number {
    return this.open.order.length
  }

  /** What the order covers, milliseconds. */
  get window(): { readonly from: number; readonly until: number } {
    const { from, until } = this.input.scope
    return { from: Date.parse(from), until: Date.parse(until) }
  }

  hasEvent(event: number): boolean {
    return this.placeOf(event) >= 0
  }

  /** File and byte of an event's line: reference to the evidence, not the evidence. */
  referenceOf(event: number): { source: string; file: number; offset: number } | null {
    const one = this.hasEvent(event) ? this.open.events[event] : undefined
    return one === undefined ? null : { source: one.source, file: one.file, offset: one.offset }
  }

  /** null: all of them. */
  sourceId(source: number | null): string | null {
    return source === null ? null : (this.input.evidence.sources[source]?.id ?? null)
  }

  mark(event: number, mark: Mark): void {
    if (mark.marked || mark.note !== '') this.marks.set(event, mark)
    else this.marks.delete(event)
    this.last = null
  }

  /** null: there is no such pseudonym. */
  identityOf(pseudonym: Pseudonym): string | null {
    return this.open.pseudonyms.identityOf(pseudonym)
  }

  page(
    filter: EvaluationFilter,
    offset: number,
    limit: number
  ): { readonly all: number; readonly total: number; readonly rows: EvaluationEvent[] } {
    const found = this.filtered(filter)
    const rows = [...found.subarray(offset, offset + limit)].flatMap((place) => this.rowAt(place) ?? [])
    return { all: this.count, total: found.length, rows }
  }

  /** Where an event stands among those that a filter leaves; -1: not among them. */
  indexOf(filter: EvaluationFilter, event: number): number {
    return this.filtered(filter).indexOf(this.placeOf(event))
  }

  timeline(filter: EvaluationFilter, from: number, until: number, buckets: number): EvaluationTimeline {
    const { order, instants, traits, findingsOf } = this.open
    const parts = Math.max(1, Math.min(mostBuckets, buckets))
    const width = Math.max(1, (until - from) / parts)
    const empty = (): number[] => Array.from({ length: parts }, () => 0)
    const columns = actGroups.map(empty)
    const found = empty()
    for (const place of this.search({ ...filter, from, until })) {
      const part = Math.min(parts - 1, Math.floor(((instants[place] ?? 0) - from) / width))
      const counted = columns[traits.groups[place] ?? 0] ?? []
      counted[part] = (counted[part] ?? 0) + 1
      if (findingsOf.size > 0 && findingsOf.has(order[place] ?? 0)) found[part] = (found[part] ?? 0) + 1
    }
    const counts = Object.fromEntries(actGroups.map((group, index) => [group, columns[index] ?? []]))
    return { from, until, width, counts: counts as Record<ActGroup, number[]>, found }
  }

  get stays(): readonly EvaluationStay[] {
    const { stays, events, persons, addresses, devices } = this.open
    return stays.map(({ begin, end, from, until }) => {
      const one = events[begin]
      return {
        ...{ from, until },
        person: persons[begin] ?? null,
        surety: one?.surety ?? 'unknown',
        address: addresses[end] ?? addresses[begin] ?? null,
        device: devices[begin] ?? null,
        source: this.sourceOf(one),
        timeKnown: one === undefined ? 'zoneAssumed' : timeKnown(one.timing)
      }
    })
  }

  get findings(): readonly EvaluationFinding[] {
    return this.open.applied.findings.map((finding) => this.findingOf(finding))
  }

  /** Rules of the order that say nothing, and why: what was not found belongs to the judgment. */
  get idleRules(): readonly {
    readonly title: { readonly de: string; readonly en: string }
    readonly because: 'noLog' | 'notJoined' | 'notKnown' | 'nothingFound'
    readonly missing: readonly JoinedField[]
  }[] {
    const { ruleFiles, scope } = this.input
    const known = new Set(ruleFiles.flat().map(({ id }) => id))
    return [
      ...this.open.applied.idle.map(({ rule, ...idle }) => ({ title: titleOf(rule), ...idle })),
      ...scope.rules
        .filter((id) => !known.has(id))
        .map((id) => ({ title: { de: id, en: id }, because: 'notKnown' as const, missing: [] }))
    ]
  }

  get sources(): readonly EvaluationSource[] {
    const { masking, order, events } = this.open
    const counts = new Map<string, number>()
    for (const event of order) {
      const source = events[event]?.source ?? ''
      counts.set(source, (counts.get(source) ?? 0) + 1)
    }
    return this.input.evidence.sources.map(({ id, name, format, files, outside, gaps }) => ({
      ...{ name: masking.mask(name), format, outside },
      events: counts.get(id) ?? 0,
      files: files.map(({ rejected, ...file }) => ({
        ...{ sha256: file.sha256, bytes: file.bytes, lines: file.lines, parsed: file.parsed },
        name: masking.mask(file.name),
        rejected: Object.values(rejected).reduce((sum, lines) => sum + lines, 0)
      })),
      gaps: gaps.map(({ code, file, names, count, time }) => ({
        ...{ code, count, time },
        file: masking.mask(file),
        names: names.map((one) => masking.mask(one))
      }))
    }))
  }

  /** What is signed with the conclusion. */
  get recording(): Recording {
    const { evidence, scope, ruleFiles } = this.input
    const { applied, events } = this.open
    const [wanted, rules] = [scope.rules, ruleFiles.flat()]
    return recordingOf(this, { applied, events, sources: evidence.sources, wanted, rules })
  }

  private findingOf({ rule, hit, events }: Finding): EvaluationFinding {
    const { own } = rule
    return {
      title: titleOf(rule),
      description: own?.description ?? titleOf(rule),
      innocent: own?.innocent ?? [],
      policy: own?.policy ?? [],
      ...{ from: hit.from, until: hit.to, value: hit.value },
      events: events.length + hit.more,
      group: hit.group.map((text) => this.maskedIdentity(text))
    }
  }

  /** What events have in common is mostly a login or an address as a whole. */
  private maskedIdentity(text: string): MaskedText {
    const { pseudonyms, masking } = this.open
    const known =
      pseudonyms.find('person', personKey(text)) ??
      pseudonyms.find('address', addressKey(text)) ??
      pseudonyms.find('device', deviceKey(text))
    return known === null ? masking.mask(text) : [known]
  }

  private rowAt(place: number): EvaluationEvent | null {
    const { order, instants, events, persons, addresses, devices, findingsOf } = this.open
    const event = order[place] ?? 0
    const one = events[event]
    if (one === undefined) return null
    const { act, surety, timing } = one
    const mark = this.marks.get(event)
    return {
      event,
      at: instants[place] ?? 0,
      timeKnown: timeKnown(timing),
      edge: timing.edge,
      ...{ act, surety, group: groupOf[act] },
      person: persons[event] ?? null,
      address: addresses[event] ?? null,
      device: devices[event] ?? null,
      details: detailsOf(this.open, one),
      source: this.sourceOf(one),
      findings: [...(findingsOf.get(event) ?? [])],
      marked: mark?.marked ?? false,
      note: mark?.note ?? ''
    }
  }

  private sourceOf(one: EvidenceEvent | undefined): number {
    return Math.max(
      0,
      this.input.evidence.sources.findIndex(({ id }) => id === one?.source)
    )
  }

  private placeOf(event: number): number {
    return this.open.order.indexOf(event)
  }

  /** Places in the order of time; the last answer is kept, since pages of one list are asked for one after the other. */
  private filtered(filter: EvaluationFilter): Uint32Array {
    const key = JSON.stringify(filter)
    if (this.last?.key === key) return this.last.found
    const found = this.search(filter)
    this.last = { key, found }
    return found
  }

  private search(filter: EvaluationFilter): Uint32Array {
    const { instants, order, keys, traits, findingsOf } = this.open
    const words = searchWords(filter.text)
    const wantedGroups = bitsOf(actGroups, filter.groups)
    const wantedSureties = bitsOf(sureties, filter.sureties)
    const { source } = filter
    const keyPart = filter.pseudonym === null ? '' : keyPartOf(filter.pseudonym)
    const first = filter.from === null ? 0 : firstAt(instants, filter.from)
    const end = filter.until === null ? order.length : firstAt(instants, filter.until)
    const found = new Uint32Array(Math.max(0, end - first))
    let count = 0
    for (let place = first; place < end; place++) {
      if (wantedGroups !== 0 && (wantedGroups & (1 << (traits.groups[place] ?? 0))) === 0) continue
      if (wantedSureties !== 0 && (wantedSureties & (1 << (traits.sureties[place] ?? 0))) === 0) continue
      if (source !== null && traits.sources[place] !== source) continue
      if (filter.onlyFound && !findingsOf.has(order[place] ?? 0)) continue
      if (filter.onlyMarked && !this.marks.has(order[place] ?? 0)) continue
      if (filter.pseudonym !== null && !this.isAbout(place, filter.pseudonym, keyPart)) continue
      if (words.length > 0 && !holdsWords(keys[place] ?? '', words)) continue
      found[count++] = place
    }
    return found.subarray(0, count)
  }

  /** Names and mail addresses stand in texts alone. */
  private isAbout(place: number, wanted: Pseudonym, keyPart: string): boolean {
    const { order, keys, events, persons, addresses, devices } = this.open
    const event = order[place] ?? 0
    const columns = [persons[event], addresses[event], devices[event]]
    if (columns.some((one) => one?.kind === wanted.kind && one.number === wanted.number)) return true
    if (wanted.kind !== 'name' && wanted.kind !== 'mail') return false
    if (keys[place]?.includes(keyPart) !== true) return false
    const one = events[event]
    if (one === undefined) return false
    return detailsOf(this.open, one).some(({ text }) =>
      text.some(
        (part) => typeof part !== 'string' && part.kind === wanted.kind && part.number === wanted.number
      )
    )
  }
}

function traitsOf({ evidence }: WorkspaceInput, { events, order }: TimedEvents): Held['traits'] {
  const sources = new Map(evidence.sources.map(({ id }, index) => [id, index]))
  return {
    groups: Uint8Array.from(order, (event) => actGroups.indexOf(groupOf[events[event]?.act ?? 'access'])),
    sureties: Uint8Array.from(order, (event) => sureties.indexOf(events[event]?.surety ?? 'unknown')),
    sources: Uint8Array.from(order, (event) => sources.get(events[event]?.source ?? '') ?? 255)
  }
}

/** One bit for each that is wanted; 0: all. */
function bitsOf<Name extends string>(names: readonly Name[], wanted: readonly Name[]): number {
  return wanted.reduce((bits, name) => bits | (1 << names.indexOf(name)), 0)
}
