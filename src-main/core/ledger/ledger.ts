import type {
  LedgerExport,
  LedgerHead,
  LedgerVerification,
  Statement,
  StatementKindName
} from '../../contract/ledger'
import { fail, succeed, type Result } from '../../contract/result'
import type { StatementRow } from '../../world/store/port'
import { oneAfterTheOther } from '../cooperation'
import type { Signer } from '../people/keys'
import type { Authority } from './authority'
import { openCheckpoint } from './checkpoint'
import { compose, composeWritten, placeAfter, type Composition, type Entry } from './composition'
import { exportOf } from './exporting'
import type { HeadMemory } from './headMemory'
import type { LedgerView } from './known'
import { LedgerReader, type LedgerReaderOptions } from './reader'
import type { LedgerItem, SoundItem } from './replay'
import { signTogether, type JointEntry } from './jointly'
import type { Draft } from './statement'
import { WholeCheck } from './wholeCheck'

export interface LedgerOptions extends LedgerReaderOptions {
  /** Signs what needs no person. */
  readonly device: Signer
  /** Name of this PC, for the statement that admits it. */
  readonly computer: string
  /** The newest head that this PC has seen, kept outside the store: what was cut off later is missed. */
  readonly memory: HeadMemory
}

/** What the one who decides has seen: nothing newer may stand about the subject. */
export interface Expectation {
  readonly subject: string
  /** Sequence number of the newest statement about the subject; 0: none. */
  readonly version: number
}

/** A checkpoint is made again after so many statements, so that an app that is killed has few to verify. */
const sealedAtOnce = 500

/** So often what two sign at two PCs is laid before them again because somebody else was faster. */
const mostAttempts = 20

/**
 * The ledger of a case file in memory: everything that was said, checked, and the only way to say more. Works on one
 * store together with ledgers on other PCs: each append first takes in what they have said.
 */
export class Ledger implements LedgerView {
  private reader: LedgerReader
  private remembered: LedgerHead | null = null
  /** Verifies what a checkpoint has vouched for; null: none has. */
  private check: WholeCheck | null = null
  private readonly inTurn = oneAfterTheOther()
  private readonly listeners = new Set<() => void>()

  private constructor(private readonly options: LedgerOptions) {
    this.reader = new LedgerReader(options)
  }

  /**
   * Reads and checks the whole ledger; from a checkpoint on where there is one, and then the rest by `checkWhole`, see
   * [Note: nobody signs before the whole is sound].
   */
  static async open(options: LedgerOptions): Promise<Ledger> {
    const ledger = new Ledger(options)
    ledger.remembered = await options.memory.read()
    if (await ledger.resume()) return ledger
    await ledger.load()
    await ledger.seal(1)
    return ledger
  }

  /** Percent of the statements that are verified, while those that a checkpoint has vouched for are not all; else null. */
  get checking(): number | null {
    return this.check?.percent ?? null
  }

  /** Verifies what a checkpoint has vouched for, in short stretches. Whoever appends something begins with it, too. */
  async checkWhole(): Promise<void> {
    await this.check?.wait()
  }

  /** Ends a check that is under way, and keeps for the next opening what is verified. */
  async close(): Promise<void> {
    await this.check?.stop()
    await this.inTurn(() => this.seal(1))
  }

  private get known(): LedgerReader['known'] {
    return this.reader.known
  }

  get device(): Signer {
    return this.options.device
  }

  get authority(): Authority {
    return this.known.authority
  }

  get items(): readonly LedgerItem[] {
    return this.known.items
  }

  get head(): LedgerHead | null {
    return this.known.head
  }

  get isFounded(): boolean {
    return this.authority.founding !== null
  }

  /** This PC's key stands in the ledger, or it may still enter itself. */
  get isDeviceAdmitted(): boolean {
    return !this.isFounded || this.authority.devices.has(this.device.fingerprint)
  }

  /** Why this PC says nothing: `ledger.newerKind`, `ledger.deviceUnknown`; null: it may sign. */
  get silence(): ReturnType<typeof fail> | null {
    const { outdated } = this.reader
    if (outdated !== null) return outdated
    return this.isDeviceAdmitted ? null : fail('ledger.deviceUnknown')
  }

  get isAwaiting(): boolean {
    return this.known.isAwaiting
  }

  get reading(): object {
    return this.known.reading
  }

  /** The statement with this number; undefined: there is none. */
  numbered(sequence: number): LedgerItem | undefined {
    return this.known.numbered(sequence)
  }

  about(subject: string): readonly SoundItem[] {
    return this.known.about(subject)
  }

  ofKind(kind: StatementKindName): readonly SoundItem[] {
    return this.known.ofKind(kind)
  }

  inArea(area: string): readonly SoundItem[] {
    return this.known.inArea(area)
  }

  naming(plan: string): readonly SoundItem[] {
    return this.known.naming(plan)
  }

  payloadOf(item: LedgerItem): Readonly<Record<string, unknown>> | null {
    return this.known.payloadOf(item)
  }

  nameOf(fingerprint: string): string {
    return this.known.nameOf(fingerprint)
  }

  nameOfPerson(person: string): string {
    return this.known.nameOfPerson(person)
  }

  /** What is wrong with the ledger as it was read last. */
  get verification(): LedgerVerification {
    const { known, remembered } = this
    const { verification } = known
    if (remembered === null) return verification
    const there = known.numbered(remembered.sequence)
    if (there?.hash === remembered.hash) return verification
    const code = there === undefined ? 'truncated' : 'chainBroken'
    const problems = [...verification.problems, { sequence: remembered.sequence, code } as const]
    return { ...verification, problems: problems.sort((left, right) => left.sequence - right.sequence) }
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
   * `ledger.refused`: by the rules the statement would be faulty. Waits until the whole ledger is verified;
   * `ledger.checkpointWrong`: it was not as it seemed.
   */
  async append(
    entries: readonly Entry[],
    expectation: Expectation | null = null
  ): Promise<Result<readonly SoundItem[]>> {
    const verified = (await this.check?.wait()) ?? succeed()
    if (!verified.ok) return verified
    return this.speak((time) => compose({ ...this.options, known: this.known }, entries, time), expectation)
  }

  /**
   * The same where one who signs may sit at another PC: what they sign has its place in the chain already. Whenever somebody
   * else says something meanwhile it is laid before them anew. `ledger.refused`, and what a distant one answers.
   */
  async appendTogether(entries: readonly JointEntry[]): Promise<Result<readonly SoundItem[]>> {
    const verified = (await this.check?.wait()) ?? succeed()
    if (!verified.ok) return verified
    for (let attempt = 1; ; attempt += 1) {
      await this.refresh()
      const place = placeAfter(this.known, await this.time())
      const signed = await signTogether(entries, place)
      if (!signed.ok) {
        // Whoever signs elsewhere has heard of something newer first.
        if (signed.failure.code === 'ledger.changedSince' && attempt < mostAttempts) continue
        return signed
      }
      const writings = signed.value.map((written) => () => written)
      const said = await this.speak(() => composeWritten(this.known, writings), null)
      const wasMoved = this.head?.hash !== place.previous
      if (said.ok || !wasMoved || attempt === mostAttempts) return said
    }
  }

  private async speak(
    words: (time: string) => Result<Composition>,
    expectation: Expectation | null
  ): Promise<Result<readonly SoundItem[]>> {
    return this.inTurn(async () => {
      const { reader } = this
      if (reader.outdated !== null) return reader.outdated
      const written = await this.write(words, expectation)
      if (written.ok || written.failure.code !== 'ledger.newerKind') return written
      return (await reader.lookAtKinds()) ?? this.write(words, expectation)
    })
  }

  private async write(
    words: (time: string) => Result<Composition>,
    expectation: Expectation | null
  ): Promise<Result<readonly SoundItem[]>> {
    const { reader } = this
    const last = this.items.at(-1)
    const known = last?.sequence ?? 0
    const attempt: { known: number | null } = { known: null }
    // One before: whether the newest statement in the store is still the one that is known here.
    const writing = this.options.shelf.append(Math.max(0, known - 1), (fresh, time) => {
      if (fresh.find(({ sequence }) => sequence === known)?.hash !== last?.hash) {
        return fail('ledger.refused', { problem: 'chainBroken' })
      }
      reader.take(fresh.filter(({ sequence }) => sequence > known))
      if (reader.hasUnseenKinds) return fail('ledger.newerKind')
      const stale = expectation === null ? null : this.newerThan(expectation)
      if (stale !== null) return stale
      attempt.known = this.items.length
      return words(time)
    })
    const appended = await writing.catch(async (error: unknown) => {
      await this.forgetAfter(attempt.known)
      throw error
    })
    if (!appended.ok) {
      await this.forgetAfter(attempt.known)
      await reader.readPayloadsIfPossible()
      this.tell()
      return appended
    }
    const said = appended.value
    reader.keep(said)
    await reader.readPayloadsIfPossible()
    await this.remember()
    await this.seal(sealedAtOnce)
    this.tell()
    return succeed(said.map(({ item }) => item))
  }

  /** Now, by the clock that statements are written by (ISO, UTC, to the millisecond). */
  async time(): Promise<string> {
    return this.options.shelf.readTime()
  }

  /** Takes in what other PCs have said. */
  async refresh(): Promise<void> {
    await this.inTurn(async () => {
      const before = this.known.count
      await this.reader.readOn()
      if (this.known.count === before) return
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

  /** The whole ledger, to be verified elsewhere; the words stand at `ExportFor`. */
  async export(now: string, reader: string, reads: (statement: Statement) => boolean): Promise<LedgerExport> {
    return this.inTurn(async () => {
      await this.reader.readOn()
      return exportOf(this.known, this.options.shelf, { now, reader, reads })
    })
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

  /** A row as it lies in the store now, with its bytes; null: none with this number. */
  async rowOf(sequence: number): Promise<StatementRow | null> {
    const [row] = await this.options.shelf.readStatements(sequence - 1, 1)
    return row?.sequence === sequence ? row : null
  }

  /**
   * What is known stays in force until everything has been read anew: while it is under way, and where the store
   * fails, nobody may take the case file for one that is not founded.
   */
  private async load(): Promise<void> {
    const anew = new LedgerReader(this.options)
    await anew.readOn()
    await this.becomes(anew)
  }

  private async becomes(anew: LedgerReader): Promise<void> {
    this.reader = anew
    const before = this.remembered
    if (before === null || before.sequence <= (this.head?.sequence ?? 0)) await this.remember()
  }

  /** Goes on from the checkpoint. false: there is none that this PC's key has made of what lies in the store. */
  private async resume(): Promise<boolean> {
    const { checkpoint: kept, device } = this.options
    const checkpoint =
      kept === undefined ? null : openCheckpoint(await kept.memory.read(), device, kept.version)
    // The head is remembered before a checkpoint is made: where it is not, somebody has put back one of the two.
    if (checkpoint === null || (this.remembered?.sequence ?? 0) < checkpoint.head.sequence) return false
    const reader = await LedgerReader.from(checkpoint, this.options)
    if (reader === null) return false
    await this.becomes(reader)
    this.check = new WholeCheck(
      async (signal, onProgress) => {
        if (await this.reader.isSound(checkpoint.rows, signal, onProgress)) return true
        await kept?.memory.write(null)
        await this.verify()
        return false
      },
      checkpoint.rows,
      () => kept?.onCheck()
    )
    return true
  }

  /** Makes a checkpoint where everything is verified and without fault, and so many statements came since the last one. */
  private async seal(least: number): Promise<void> {
    if (this.checking === null && this.verification.problems.length === 0) await this.reader.seal(least)
  }

  /** null: nothing was taken. */
  private async forgetAfter(known: number | null): Promise<void> {
    if (known !== null) await this.reader.forgetAfter(known)
  }

  private async remember(): Promise<void> {
    const { head } = this
    if (head === null || head.hash === this.remembered?.hash) return
    // A head that has gone missing stays remembered: it is what shows that something was cut off.
    const before = this.remembered
    if (before !== null && this.numbered(before.sequence)?.hash !== before.hash) return
    this.remembered = head
    await this.options.memory.write(head)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
