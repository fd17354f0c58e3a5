import type { LedgerVerification, StatementKindName } from '../../contract/ledger'
import type { PayloadRow, StatementRow } from '../../world/store/port'
import type { Breath } from '../cooperation'
import type { Authority } from './authority'
import { Payloads } from './payloads'
import { isNewer, isSound, Replay, type LedgerItem, type LedgerRule, type SoundItem } from './replay'

/** What is asked of a ledger, whether it lies in the store or was exported. */
export interface LedgerView {
  /** Statements without fault about a subject, oldest first. */
  about(subject: string): readonly SoundItem[]
  /** Statements without fault of a kind, oldest first. */
  ofKind(kind: StatementKindName): readonly SoundItem[]
  /** Statements without fault whose kind begins with this word (`case` of `case.opened`), oldest first. */
  inArea(area: string): readonly SoundItem[]
  /** Statements without fault about cases whose body names a plan, oldest first. */
  naming(plan: string): readonly SoundItem[]
  /** What is personal about a statement; null: nothing, or it was erased. Its kind says the shape. */
  payloadOf(item: LedgerItem): Readonly<Record<string, unknown>> | null
  /** What is personal about some statements is still to be read. */
  readonly isAwaiting: boolean
  /** Another one when what was made of the statements so far is to be made anew: they were read anew, or a name changed. */
  readonly reading: object
  /** Name of the person or PC whose key this is, as the newest statement about them says; empty: not known. */
  nameOf(fingerprint: string): string
  /** The same by the person's id. */
  nameOfPerson(person: string): string
}

/**
 * What is known of a ledger in memory: its statements, judged, and what is personal about them. Each statement is folded
 * in once; no question goes through all of them.
 */
export class KnownLedger implements LedgerView {
  private replay: Replay
  private readonly payloads = new Payloads()
  private readonly bySubject = new Map<string, SoundItem[]>()
  private readonly byKind = new Map<string, SoundItem[]>()
  private readonly byArea = new Map<string, SoundItem[]>()
  private readonly byPlan = new Map<string, SoundItem[]>()
  private readonly names = new Map<string, string>()
  private token: object = {}
  private readonly clockNotices: number[] = []
  private readonly newer: number[] = []

  constructor(private readonly rules: readonly (() => LedgerRule)[]) {
    this.replay = new Replay(rules)
  }

  get authority(): Authority {
    return this.replay.authority
  }

  get items(): readonly LedgerItem[] {
    return this.replay.items
  }

  /** How many statements there are. */
  get count(): number {
    return this.items.length + this.strays.length
  }

  get strays(): readonly LedgerItem[] {
    return this.replay.strays
  }

  get head(): Replay['head'] {
    return this.replay.head
  }

  /** Where the next statement goes; see [Note: rows that nobody can read]. */
  get end(): Pick<Replay, 'ledger' | 'next' | 'time'> {
    return this.replay
  }

  /** Sequence numbers of statements of kinds that this version does not know. */
  get unknownKinds(): readonly number[] {
    return this.newer
  }

  judge(row: StatementRow): LedgerItem {
    return this.replay.judge(row)
  }

  /** Takes a judged item as something that will be there; `keep` follows, or `forgetAfter` takes it back. */
  expect(item: LedgerItem): void {
    this.replay.take(item)
  }

  /** Takes a row that is there. */
  take(row: StatementRow): void {
    const item = this.judge(row)
    this.expect(item)
    this.keep(item)
  }

  /** Takes a row that a checkpoint vouches for. */
  takeSealed(row: StatementRow): void {
    const item = this.replay.judgeSealed(row)
    this.expect(item)
    this.keep(item)
  }

  /** What was expected is there; `payload`: and so is this. undefined: it is to be asked for. */
  keep(item: LedgerItem, payload?: PayloadRow | null): void {
    if (payload === undefined) this.payloads.await(item)
    else if (payload !== null) this.takePayload(item, payload)
    const { sequence, statement } = item
    if (statement?.kind === 'clock.wentBack') this.clockNotices.push(sequence)
    if (isNewer(item)) this.newer.push(sequence)
    if (!isSound(item)) return
    const { kind, subject, body } = item.statement
    const { plan } = body
    if (areaOf(kind) === 'case' && typeof plan === 'string') put(this.byPlan, plan, item)
    put(this.bySubject, subject, item)
    put(this.byKind, kind, item)
    put(this.byArea, areaOf(kind), item)
  }

  /** What was expected but is not there goes again; what others have said stays. `breath`: between statements. */
  async forgetAfter(known: number, breath: Breath): Promise<void> {
    if (known === this.items.length) return
    const replay = new Replay(this.rules)
    for (const item of this.items.slice(0, known)) {
      replay.take(item)
      await breath()
    }
    for (const stray of this.strays) replay.take(stray)
    this.replay = replay
  }

  /** Hashes of payloads that nobody has asked the store for yet. */
  get awaited(): readonly string[] {
    return this.payloads.awaited
  }

  /** The same, for statements that a checkpoint vouches for: read when somebody asks, or by `arePayloadsSound`. */
  takeSealedPayloads(rows: readonly PayloadRow[]): void {
    const byHash = new Map(rows.map((row) => [row.hash, row]))
    for (const { item, hash } of this.payloads.answered()) {
      const row = byHash.get(hash)
      if (row !== undefined) this.payloads.takeUnread(item, row)
    }
  }

  /** Whether all that is personal is what was signed; what was not read yet is. `breath`: between two. */
  async arePayloadsSound(breath: Breath): Promise<boolean> {
    await this.payloads.readAll(breath)
    return this.payloads.changed(this.replay).length === 0
  }

  /** Takes the answer of the store to what was awaited; what is not among the rows was erased. */
  takePayloads(rows: readonly PayloadRow[]): void {
    const byHash = new Map(rows.map((row) => [row.hash, row]))
    for (const { item, hash } of this.payloads.answered()) {
      const row = byHash.get(hash)
      if (row !== undefined) this.takePayload(item, row)
    }
  }

  get isAwaiting(): boolean {
    return this.payloads.isAwaiting
  }

  get reading(): object {
    return this.token
  }

  numbered(sequence: number): LedgerItem | undefined {
    const usual = this.items[sequence - 1]
    return usual?.sequence === sequence ? usual : this.items.find((item) => item.sequence === sequence)
  }

  about(subject: string): readonly SoundItem[] {
    return this.bySubject.get(subject) ?? []
  }

  ofKind(kind: StatementKindName): readonly SoundItem[] {
    return this.byKind.get(kind) ?? []
  }

  inArea(area: string): readonly SoundItem[] {
    return this.byArea.get(area) ?? []
  }

  naming(plan: string): readonly SoundItem[] {
    return this.byPlan.get(plan) ?? []
  }

  payloadOf(item: LedgerItem): Readonly<Record<string, unknown>> | null {
    return this.payloads.of(item)
  }

  nameOf(fingerprint: string): string {
    const person = this.authority.keys.get(fingerprint)?.person
    if (person !== undefined) return this.nameOfPerson(person)
    for (const item of this.about(`device:${fingerprint}`)) {
      const computer = this.payloadOf(item)?.['computer']
      if (typeof computer === 'string') return computer
    }
    return ''
  }

  nameOfPerson(person: string): string {
    const known = this.names.get(person)
    if (known !== undefined) return known
    // What a checkpoint vouches for was not read yet.
    for (const item of this.about(`person:${person}`).toReversed()) {
      const names = this.payloadOf(item)?.['names']
      if (!isNames(names)) continue
      const name = wholeName(names)
      this.names.set(person, name)
      return name
    }
    return ''
  }

  private takePayload(item: LedgerItem, row: PayloadRow): void {
    this.payloads.take(item, row)
    const person = isSound(item) ? /^person:(.+)$/s.exec(item.statement.subject)?.[1] : undefined
    const names = person === undefined ? undefined : this.payloadOf(item)?.['names']
    if (person === undefined || !isNames(names)) return
    const name = wholeName(names)
    // A name that nobody has asked for is in nothing that was made of it.
    const before = this.names.get(person)
    this.names.set(person, name)
    if (before !== undefined && before !== name) this.token = {}
  }

  /** Something is wrong up to this number. */
  hasProblemUpTo(last: number): boolean {
    return this.verification.problems.some(({ sequence }) => sequence <= last)
  }

  /** What is wrong with the ledger by itself. */
  get verification(): LedgerVerification {
    const changed = this.payloads.changed(this.replay).map(({ sequence }) => sequence)
    const problems = [
      ...this.replay.problems,
      ...changed.map((sequence) => ({ sequence, code: 'payloadChanged' as const }))
    ]
    return {
      statements: this.count,
      head: this.head,
      root: this.authority.founding?.root ?? null,
      problems: problems.sort((left, right) => left.sequence - right.sequence),
      clockNotices: [...this.clockNotices],
      unknownKinds: [...this.newer],
      uncheckedPlans: [],
      uncheckedGroups: []
    }
  }
}

/** The part of a kind's name before its dot. */
function areaOf(kind: string): string {
  return kind.split('.', 1)[0] ?? kind
}

/** A list that grows by `push`, or is spread, has room for 17 at its second item; most subjects have no more than a few. */
const fewItems = 4

function put(map: Map<string, SoundItem[]>, key: string, item: SoundItem): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [item])
  else if (known.length < fewItems) map.set(key, known.concat(item))
  else known.push(item)
}

function wholeName(names: { givenName: string; familyName: string }): string {
  return `${names.givenName} ${names.familyName}`
}

function isNames(value: unknown): value is { givenName: string; familyName: string } {
  return typeof value === 'object' && value !== null && 'givenName' in value && 'familyName' in value
}
