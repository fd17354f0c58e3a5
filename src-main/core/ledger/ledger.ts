import { randomUUID } from 'node:crypto'
import type {
  LedgerExport,
  LedgerHead,
  LedgerProblem,
  LedgerVerification,
  Statement
} from '../../contract/ledger'
import { fail, succeed, type Result } from '../../contract/result'
import { StoreFailure, type LedgerShelf, type PayloadRow, type StatementRow } from '../../world/store/port'
import { createBreath } from '../cooperation'
import type { Signer } from '../people/keys'
import type { Authority } from './authority'
import type { HeadMemory } from './headMemory'
import { Payloads } from './payloads'
import { isSound, Replay, type LedgerItem, type LedgerRule, type SoundItem } from './replay'
import { deviceEntry, draft, noHash, writeStatement, type Draft } from './statement'

export interface LedgerOptions {
  readonly shelf: LedgerShelf
  /** Signs what needs no person. */
  readonly device: Signer
  /** Name of this PC, for the statement that admits it. */
  readonly computer: string
  /** The jobs' rules about the order of their statements. */
  readonly rules: readonly (() => LedgerRule)[]
  /** The newest head that this PC has seen, kept outside the store: what was cut off later is missed. */
  readonly memory: HeadMemory
}

/** Something to be said, and who says it. */
export interface Entry {
  readonly signer: Signer
  readonly draft: Draft
}

/** What the one who decides has seen: nothing newer may stand about the subject. */
export interface Expectation {
  readonly subject: string
  /** Sequence number of the newest statement about the subject; 0: none. */
  readonly version: number
}

/** Statements read at once, and longest stretch of verification without a pause (milliseconds). */
const readAtOnce = 500
const longestStretch = 20
/** Below every number that a store can hold; what stands below 1 is to be seen too. */
const lowestNumber = -2_147_483_648

/**
 * The ledger of a case file in memory: everything that was said, checked, and the only way to say more. Works on one
 * store together with ledgers on other PCs: each append first takes in what they have said.
 */
export class Ledger {
  private replay: Replay
  private payloads = new Payloads()
  private bySubject = new Map<string, SoundItem[]>()
  private remembered: LedgerHead | null = null
  private turn: Promise<unknown> = Promise.resolve()
  private readonly listeners = new Set<() => void>()

  private constructor(private readonly options: LedgerOptions) {
    this.replay = new Replay(options.rules)
  }

  /** Reads and checks the whole ledger. */
  static async open(options: LedgerOptions): Promise<Ledger> {
    const ledger = new Ledger(options)
    ledger.remembered = await options.memory.read()
    await ledger.load()
    return ledger
  }

  get device(): Signer {
    return this.options.device
  }

  get authority(): Authority {
    return this.replay.authority
  }

  get items(): readonly LedgerItem[] {
    return this.replay.items
  }

  get head(): LedgerHead | null {
    return this.replay.head
  }

  get isFounded(): boolean {
    return this.authority.founding !== null
  }

  /** This PC may sign: its key stands in the ledger, or it may still enter itself. */
  get isDeviceAdmitted(): boolean {
    return !this.isFounded || this.authority.devices.has(this.device.fingerprint)
  }

  /** The statement with this number; undefined: there is none. */
  numbered(sequence: number): LedgerItem | undefined {
    const usual = this.items[sequence - 1]
    return usual?.row.sequence === sequence ? usual : this.items.find(({ row }) => row.sequence === sequence)
  }

  /** Statements without fault about a subject, oldest first. */
  about(subject: string): readonly SoundItem[] {
    return this.bySubject.get(subject) ?? []
  }

  /** Subjects with this beginning that something was said about, in the order of their first statement. */
  subjects(prefix: string): readonly string[] {
    return [...this.bySubject.keys()].filter((subject) => subject.startsWith(prefix))
  }

  /** What is personal about a statement; null: nothing, or it was erased. Its kind says the shape. */
  payloadOf(item: LedgerItem): Readonly<Record<string, unknown>> | null {
    return this.payloads.of(item)
  }

  /** What is wrong with the ledger as it was read last. */
  get verification(): LedgerVerification {
    const { head } = this
    const problems: LedgerProblem[] = [...this.replay.problems]
    const clockNotices: number[] = []
    for (const item of this.replay.all) {
      const { row, statement } = item
      if (statement?.kind === 'clock.wentBack') clockNotices.push(row.sequence)
      if (this.payloads.isChanged(item)) problems.push({ sequence: row.sequence, code: 'payloadChanged' })
    }
    const { remembered } = this
    if (remembered !== null) {
      const there = this.numbered(remembered.sequence)
      if (there?.row.hash !== remembered.hash) {
        problems.push({
          sequence: remembered.sequence,
          code: there === undefined ? 'truncated' : 'chainBroken'
        })
      }
    }
    return {
      statements: this.replay.all.length,
      head,
      root: this.authority.founding?.root ?? null,
      problems: problems.sort((left, right) => left.sequence - right.sequence),
      clockNotices
    }
  }

  /** Calls after everything that was added here or came in from elsewhere; the answer ends that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Says something as this PC, which enters itself first where it still may. `ledger.*`, `store.*`. */
  async record(...drafts: readonly Draft[]): Promise<Result<readonly SoundItem[]>> {
    return this.append(drafts.map((said) => ({ signer: this.device, draft: said })))
  }

  /**
   * Says several things in one transaction, all or none. `ledger.changedSince`: something newer stands about the
   * subject. `ledger.clockBehind`: a person signs while the clock is behind the newest statement.
   * `ledger.refused`: by the rules the statement would be faulty.
   */
  async append(
    entries: readonly Entry[],
    expectation: Expectation | null = null
  ): Promise<Result<readonly SoundItem[]>> {
    return this.inTurn(async () => {
      const last = this.items.at(-1)?.row
      const known = last?.sequence ?? 0
      const attempt: { known: number | null } = { known: null }
      // One before: whether the newest statement in the store is still the one that is known here.
      const writing = this.options.shelf.append(Math.max(0, known - 1), (fresh, time) => {
        if (fresh.find(({ sequence }) => sequence === known)?.hash !== last?.hash) {
          return fail('ledger.refused', { problem: 'chainBroken' })
        }
        this.integrate(fresh.filter(({ sequence }) => sequence > known))
        const stale = expectation === null ? null : this.newerThan(expectation)
        if (stale !== null) return stale
        attempt.known = this.items.length
        return this.compose(entries, time)
      })
      const appended = await writing.catch(async (error: unknown) => {
        await this.forgetAfter(attempt.known)
        throw error
      })
      if (!appended.ok) {
        await this.forgetAfter(attempt.known)
        await this.readPayloadsIfPossible()
        this.tell()
        return appended
      }
      const { items, payloads } = appended.value
      for (const item of items) this.keep(item)
      this.payloads.take(items, payloads)
      await this.readPayloadsIfPossible()
      await this.remember()
      this.tell()
      return succeed(items)
    })
  }

  /** Now, by the clock that statements are written by (ISO, UTC, to the millisecond). */
  async time(): Promise<string> {
    return this.options.shelf.readTime()
  }

  /** Takes in what other PCs have said. */
  async refresh(): Promise<void> {
    await this.inTurn(async () => {
      const before = this.replay.all.length
      await this.readOn()
      if (this.replay.all.length === before) return
      await this.remember()
      this.tell()
    })
  }

  /** Reads everything anew and checks it, so that a change past the app is found while it runs. */
  async verify(): Promise<LedgerVerification> {
    await this.inTurn(() => this.load())
    this.tell()
    return this.verification
  }

  /**
   * The whole ledger, to be verified elsewhere.
   *
   * @param reader what the person for whom it is made is called
   * @param reads whether that person may read a statement's payload; what they may not is left out, and counted
   */
  async export(now: string, reader: string, reads: (statement: Statement) => boolean): Promise<LedgerExport> {
    return this.inTurn(async () => {
      await this.readOn()
      const { all } = this.replay
      const said = all.flatMap(({ statement }) => statement ?? [])
      const open = said.filter(reads).flatMap(({ payload }) => payload ?? [])
      const payloads = await this.options.shelf.readPayloads(open)
      const withheld = said.filter((statement) => statement.payload !== null).length - open.length
      return {
        format: 'netzwart-ledger-1',
        exportedAt: now,
        ...(withheld === 0 ? {} : { withheld: { payloads: withheld, reader } }),
        statements: all.map(({ row: { text, signature, hash } }) => ({ text, signature, hash })),
        payloads: payloads.map(({ hash, salt, text }) => ({ hash, salt, text }))
      }
    })
  }

  private compose(
    entries: readonly Entry[],
    time: string
  ): Result<{ appendix: { statements: StatementRow[]; payloads: PayloadRow[] }; value: Composed }> {
    const all = this.withOwnEntry(entries, time)
    if (!all.ok) return all
    const statements: StatementRow[] = []
    const payloads: PayloadRow[] = []
    const items: SoundItem[] = []
    for (const { signer, draft: said } of all.value) {
      const written = writeStatement(
        said,
        {
          ledger: this.replay.ledger ?? randomUUID(),
          sequence: this.replay.next,
          previous: this.replay.head?.hash ?? noHash,
          time
        },
        signer
      )
      const item = this.replay.judge(written.row)
      if (!isSound(item)) return fail('ledger.refused', { problem: item.problems[0] ?? 'notReadable' })
      this.replay.take(item)
      items.push(item)
      statements.push(written.row)
      if (written.payload !== null) payloads.push(written.payload)
    }
    return succeed({ appendix: { statements, payloads }, value: { items, payloads } })
  }

  /** Puts this PC's own entry and a word about the clock in front, where they are needed. */
  private withOwnEntry(entries: readonly Entry[], time: string): Result<readonly Entry[]> {
    const { device, options } = this
    const needsDevice = entries.some(({ signer }) => signer === device)
    const front: Entry[] = []
    if (!this.authority.devices.has(device.fingerprint) && (needsDevice || this.replay.ledger === null)) {
      if (this.isFounded) return fail('ledger.deviceUnknown')
      front.push({ signer: device, draft: deviceEntry(device, options.computer) })
    }
    if (time < this.replay.time) {
      const last = this.replay.time
      const isStranger = front.length > 0
      if (isStranger || entries.some(({ signer }) => signer !== device))
        return fail('ledger.clockBehind', { last })
      front.push({ signer: device, draft: draft('clock.wentBack', 'ledger', { last }, null) })
    }
    return succeed([...front, ...entries])
  }

  /** `ledger.changedSince` where something newer stands about the subject than was seen; null: nothing does. */
  newerThan({ subject, version }: Expectation): ReturnType<typeof fail> | null {
    const newer = this.about(subject).filter(({ statement }) => statement.sequence > version)
    // What a person has decided explains more than what a PC has carried out after it.
    const telling = newer.toReversed().find(({ signedBy }) => signedBy.kind === 'person') ?? newer.at(-1)
    if (telling === undefined) return null
    const { kind, time, key } = telling.statement
    return fail('ledger.changedSince', { by: this.nameOf(key), what: kind, at: time })
  }

  /** Name of the person or PC whose key this is, as the newest statement about them says; empty: not known. */
  nameOf(fingerprint: string): string {
    const person = this.authority.keys.get(fingerprint)?.person
    if (person !== undefined) return this.nameOfPerson(person)
    for (const item of this.about(`device:${fingerprint}`)) {
      const computer = this.payloadOf(item)?.['computer']
      if (typeof computer === 'string') return computer
    }
    return ''
  }

  /** The same by the person's id. */
  nameOfPerson(person: string): string {
    for (const item of this.about(`person:${person}`).toReversed()) {
      const names = this.payloadOf(item)?.['names']
      if (isNames(names)) return `${names.givenName} ${names.familyName}`
    }
    return ''
  }

  private integrate(rows: readonly StatementRow[]): void {
    for (const row of rows) {
      // Strays stand above every number that is asked for and come along with each reading.
      if (this.replay.strays.some((stray) => isSameRow(stray.row, row))) continue
      const item = this.replay.judge(row)
      this.replay.take(item)
      if (isSound(item)) this.keep(item)
    }
  }

  private keep(item: SoundItem): void {
    const { subject } = item.statement
    const known = this.bySubject.get(subject)
    if (known === undefined) this.bySubject.set(subject, [item])
    else known.push(item)
  }

  /**
   * What is known stays in force until everything has been read anew: while it is under way, and where the store
   * fails, nobody may take the case file for one that is not founded.
   */
  private async load(): Promise<void> {
    const anew = new Ledger(this.options)
    await anew.readOn()
    this.replay = anew.replay
    this.payloads = anew.payloads
    this.bySubject = anew.bySubject
    const before = this.remembered
    if (before === null || before.sequence <= (this.head?.sequence ?? 0)) await this.remember()
  }

  /** What was taken here but not written goes again; what others have said stays. null: nothing was. */
  private async forgetAfter(known: number | null): Promise<void> {
    if (known === null || known === this.items.length) return
    const breath = createBreath(longestStretch)
    const replay = new Replay(this.options.rules)
    for (const { row } of this.items.slice(0, known)) {
      replay.take(replay.judge(row))
      await breath()
    }
    for (const stray of this.replay.strays) replay.take(stray)
    this.replay = replay
  }

  private async readOn(): Promise<void> {
    const breath = createBreath(longestStretch)
    let after = this.items.at(-1)?.row.sequence ?? lowestNumber
    for (;;) {
      const rows = await this.options.shelf.readStatements(after, readAtOnce)
      for (const row of rows) {
        this.integrate([row])
        await breath()
      }
      const last = rows.at(-1)?.sequence ?? after
      if (rows.length < readAtOnce || last === after) break
      after = last
    }
    await this.readMissingPayloads()
  }

  private async readMissingPayloads(): Promise<void> {
    const awaited = this.payloads.awaited(this.replay.all)
    if (awaited.length === 0) return
    const hashes = awaited.flatMap(({ statement }) => statement?.payload ?? [])
    this.payloads.take(awaited, await this.options.shelf.readPayloads(hashes))
  }

  /** Where the answer is known already, a store that fails now must not take its place: it is read again later. */
  private async readPayloadsIfPossible(): Promise<void> {
    try {
      await this.readMissingPayloads()
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
    }
  }

  private async remember(): Promise<void> {
    const { head } = this
    if (head === null || head.hash === this.remembered?.hash) return
    // A head that has gone missing stays remembered: it is what shows that something was cut off.
    const before = this.remembered
    if (before !== null && this.numbered(before.sequence)?.row.hash !== before.hash) return
    this.remembered = head
    await this.options.memory.write(head)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }

  private async inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.turn.then(work)
    this.turn = result.catch(() => undefined)
    return result
  }
}

interface Composed {
  readonly items: readonly SoundItem[]
  readonly payloads: readonly PayloadRow[]
}

function isSameRow(left: StatementRow, right: StatementRow): boolean {
  return left.sequence === right.sequence && left.hash === right.hash
}

function isNames(value: unknown): value is { givenName: string; familyName: string } {
  return typeof value === 'object' && value !== null && 'givenName' in value && 'familyName' in value
}
