import type {
  LedgerExport,
  LedgerHead,
  LedgerVerification,
  Statement,
  StatementKindName
} from '../../contract/ledger'
import { fail, succeed, type Result } from '../../contract/result'
import { StoreFailure, type LedgerShelf, type StatementRow } from '../../world/store/port'
import { createBreath } from '../cooperation'
import type { Signer } from '../people/keys'
import type { Authority } from './authority'
import {
  isWhollySound,
  openCheckpoint,
  readSealedRows,
  CheckpointMaker,
  type KeptCheckpoint
} from './checkpoint'
import { compose, type Entry } from './composition'
import { exportOf } from './exporting'
import type { HeadMemory } from './headMemory'
import { KnownLedger, type LedgerView } from './known'
import type { LedgerItem, LedgerRule, SoundItem } from './replay'
import type { Draft } from './statement'
import { WholeCheck } from './wholeCheck'

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
  /** So that an opening need not verify what this PC has verified before; absent: each verifies all. */
  readonly checkpoint?: KeptCheckpoint
}

/** What the one who decides has seen: nothing newer may stand about the subject. */
export interface Expectation {
  readonly subject: string
  /** Sequence number of the newest statement about the subject; 0: none. */
  readonly version: number
}

/** Payloads of a checkpoint's statements read at once. */
const payloadsAtOnce = 500
/** Statements read at once, and longest stretch of verification without a pause (milliseconds). */
const readAtOnce = 200
const longestStretch = 20
/** A checkpoint is made again after so many statements, so that an app that is killed has few to verify. */
const sealedAtOnce = 500
/** Below every number that a store can hold; what stands below 1 is to be seen too. */
const lowestNumber = -2_147_483_648

/**
 * The ledger of a case file in memory: everything that was said, checked, and the only way to say more. Works on one
 * store together with ledgers on other PCs: each append first takes in what they have said.
 */
export class Ledger implements LedgerView {
  private known: KnownLedger
  private remembered: LedgerHead | null = null
  /** So many statements of unknown kinds were looked at. */
  private seenKinds = 0
  /** `ledger.newerKind`: a newer version works on this case file; null: none does. */
  private outdated: ReturnType<typeof fail> | null = null
  /** Verifies what a checkpoint has vouched for; null: none has. */
  private check: WholeCheck | null = null
  private maker: CheckpointMaker
  private turn: Promise<unknown> = Promise.resolve()
  private readonly listeners = new Set<() => void>()

  private constructor(private readonly options: LedgerOptions) {
    this.known = new KnownLedger(options.rules)
    this.maker = new CheckpointMaker(options.checkpoint, options.device)
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
    if (this.outdated !== null) return this.outdated
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
    if (there?.row.hash === remembered.hash) return verification
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
    return this.inTurn(async () => {
      if (this.outdated !== null) return this.outdated
      const written = await this.write(entries, expectation)
      if (written.ok || written.failure.code !== 'ledger.newerKind') return written
      const outdated = await this.lookAtKinds()
      return outdated ?? this.write(entries, expectation)
    })
  }

  private async write(
    entries: readonly Entry[],
    expectation: Expectation | null
  ): Promise<Result<readonly SoundItem[]>> {
    const last = this.items.at(-1)?.row
    const known = last?.sequence ?? 0
    const attempt: { known: number | null } = { known: null }
    // One before: whether the newest statement in the store is still the one that is known here.
    const writing = this.options.shelf.append(Math.max(0, known - 1), (fresh, time) => {
      if (fresh.find(({ sequence }) => sequence === known)?.hash !== last?.hash) {
        return fail('ledger.refused', { problem: 'chainBroken' })
      }
      this.integrate(fresh.filter(({ sequence }) => sequence > known))
      if (this.known.unknownKinds.length !== this.seenKinds) return fail('ledger.newerKind')
      const stale = expectation === null ? null : this.newerThan(expectation)
      if (stale !== null) return stale
      attempt.known = this.items.length
      return compose({ ...this.options, known: this.known }, entries, time)
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
    const said = appended.value
    for (const { item, payload } of said) this.known.keep(item, payload)
    await this.readPayloadsIfPossible()
    await this.remember()
    await this.seal(sealedAtOnce)
    this.tell()
    return succeed(said.map(({ item }) => item))
  }

  /**
   * A kind that this version does not know is of a newer one where that has raised the level of the store's schema, as each
   * release with new kinds does. Where it has not, somebody with a key has made it up: it has no effect, and keeps nobody
   * from working. Answers `ledger.newerKind`, or null.
   */
  private async lookAtKinds(): Promise<ReturnType<typeof fail> | null> {
    const { unknownKinds } = this.known
    if (unknownKinds.length === this.seenKinds) return this.outdated
    const isNewer = await this.options.shelf.isNewer()
    const sequence = unknownKinds[this.seenKinds] ?? 0
    this.seenKinds = unknownKinds.length
    if (isNewer) this.outdated = fail('ledger.newerKind', { sequence })
    return this.outdated
  }

  /** Now, by the clock that statements are written by (ISO, UTC, to the millisecond). */
  async time(): Promise<string> {
    return this.options.shelf.readTime()
  }

  /** Takes in what other PCs have said. */
  async refresh(): Promise<void> {
    await this.inTurn(async () => {
      const before = this.known.count
      await this.readOn()
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
      await this.readOn()
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

  private integrate(rows: readonly StatementRow[]): void {
    for (const row of rows) {
      // Strays stand above every number that is asked for and come along with each reading.
      if (this.known.strays.some((stray) => isSameRow(stray.row, row))) continue
      this.known.take(row)
    }
  }

  /**
   * What is known stays in force until everything has been read anew: while it is under way, and where the store
   * fails, nobody may take the case file for one that is not founded.
   */
  private async load(): Promise<void> {
    const anew = new Ledger(this.options)
    await anew.readOn()
    await this.becomes(anew)
  }

  private async becomes(anew: Ledger): Promise<void> {
    this.known = anew.known
    this.maker = anew.maker
    this.seenKinds = anew.seenKinds
    this.outdated = anew.outdated
    const before = this.remembered
    if (before === null || before.sequence <= (this.head?.sequence ?? 0)) await this.remember()
  }

  /** Goes on from the checkpoint. false: there is none that this PC's key has made of what lies in the store. */
  private async resume(): Promise<boolean> {
    const { checkpoint: kept, shelf, device, rules } = this.options
    const checkpoint =
      kept === undefined ? null : openCheckpoint(await kept.memory.read(), device, kept.version)
    // The head is remembered before a checkpoint is made: where it is not, somebody has put back one of the two.
    if (checkpoint === null || (this.remembered?.sequence ?? 0) < checkpoint.head.sequence) return false
    const sealed = await readSealedRows(checkpoint, shelf, lowestNumber)
    if (sealed === null) return false
    const anew = new Ledger(this.options)
    anew.maker = new CheckpointMaker(kept, device, sealed.digest)
    const breath = createBreath(longestStretch)
    for (const row of sealed.rows) {
      anew.known.takeSealed(row)
      if (anew.known.awaited.length >= payloadsAtOnce) await anew.readSealedPayloads()
      await breath()
    }
    await anew.readSealedPayloads()
    await anew.readOn()
    if (anew.known.hasProblemUpTo(checkpoint.head.sequence)) return false
    await this.becomes(anew)
    const items = this.items.slice(0, checkpoint.rows)
    this.check = new WholeCheck(
      async (signal, onProgress) => {
        const { known } = this
        const isSound =
          (await isWhollySound(items, shelf, rules, lowestNumber, signal, onProgress)) &&
          (await known.arePayloadsSound(createBreath(longestStretch, signal)))
        if (isSound) return true
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
    if (this.checking !== null) return
    const { problems, unknownKinds } = this.verification
    if (problems.length === 0 && unknownKinds.length === 0) await this.maker.make(this.items, least)
  }

  /** null: nothing was taken. */
  private async forgetAfter(known: number | null): Promise<void> {
    if (known !== null) await this.known.forgetAfter(known, createBreath(longestStretch))
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
      // Those of so many at once: all of a large ledger would keep everything else waiting.
      await this.readMissingPayloads()
      const last = rows.at(-1)?.sequence ?? after
      if (rows.length < readAtOnce || last === after) break
      after = last
    }
    await this.lookAtKinds()
  }

  private async readSealedPayloads(): Promise<void> {
    this.known.takeSealedPayloads(await this.options.shelf.readPayloads(this.known.awaited))
  }

  private async readMissingPayloads(): Promise<void> {
    const { awaited } = this.known
    if (awaited.length > 0) this.known.takePayloads(await this.options.shelf.readPayloads(awaited))
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

function isSameRow(left: StatementRow, right: StatementRow): boolean {
  return left.sequence === right.sequence && left.hash === right.hash
}
