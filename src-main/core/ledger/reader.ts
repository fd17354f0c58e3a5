import { fail } from '../../contract/result'
import { StoreFailure, type LedgerShelf, type StatementRow } from '../../world/store/port'
import { createBreath } from '../cooperation'
import type { Signer } from '../people/keys'
import {
  CheckpointMaker,
  isWhollySound,
  takeSealedRows,
  type Checkpoint,
  type KeptCheckpoint
} from './checkpoint'
import type { Said } from './composition'
import { KnownLedger } from './known'
import type { LedgerItem, LedgerRule } from './replay'
import { lowestNumber, rowsAbove } from './rows'

export interface LedgerReaderOptions {
  readonly shelf: LedgerShelf
  /** Signs the checkpoints. */
  readonly device: Signer
  /** The jobs' rules about the order of their statements. */
  readonly rules: readonly (() => LedgerRule)[]
  /** So that an opening need not verify what this PC has verified before; absent: each verifies all. */
  readonly checkpoint?: KeptCheckpoint
}

/** Payloads of a checkpoint's statements read at once. */
const payloadsAtOnce = 500
/** Statements read at once, and longest stretch of verification without a pause (milliseconds). */
const readAtOnce = 200
const longestStretch = 20

/** What one reading of the store has brought, from its beginning up to now. Reading everything anew is another one. */
export class LedgerReader {
  readonly known: KnownLedger
  private readonly maker: CheckpointMaker
  /** So many statements of unknown kinds were looked at. */
  private seenKinds = 0
  private newer: ReturnType<typeof fail> | null = null

  constructor(private readonly options: LedgerReaderOptions) {
    this.known = new KnownLedger(options.rules)
    this.maker = new CheckpointMaker(options.checkpoint, options.device)
  }

  /** Reads on from a checkpoint. null: something else lies in the store, or something is wrong up to there. */
  static async from(checkpoint: Checkpoint, options: LedgerReaderOptions): Promise<LedgerReader | null> {
    const reader = new LedgerReader(options)
    const { known, maker } = reader
    const isSame = await takeSealedRows(checkpoint, options.shelf, async (row) => {
      known.takeSealed(row)
      maker.take(row)
      if (known.awaited.length >= payloadsAtOnce) await reader.readSealedPayloads()
    })
    if (!isSame) return null
    maker.isMadeUpToHere()
    await reader.readSealedPayloads()
    await reader.readOn()
    return known.hasProblemUpTo(checkpoint.head.sequence) ? null : reader
  }

  /** `ledger.newerKind`: a newer version works on this case file; null: none does. */
  get outdated(): ReturnType<typeof fail> | null {
    return this.newer
  }

  /** Statements of unknown kinds have come that nobody has looked at. */
  get hasUnseenKinds(): boolean {
    return this.known.unknownKinds.length !== this.seenKinds
  }

  async readOn(): Promise<void> {
    const breath = createBreath(longestStretch)
    const after = this.known.items.at(-1)?.sequence ?? lowestNumber
    for await (const rows of rowsAbove(after, this.options.shelf, readAtOnce)) {
      for (const row of rows) {
        this.take([row])
        await breath()
      }
      // Those of so many at once: all of a large ledger would keep everything else waiting.
      await this.readMissingPayloads()
    }
    await this.lookAtKinds()
  }

  take(rows: readonly StatementRow[]): void {
    for (const row of rows) {
      // Strays stand above every number that is asked for and come along with each reading.
      if (this.known.strays.some((stray) => isSameRow(stray, row))) continue
      const before = this.known.items.length
      this.known.take(row)
      if (this.known.items.length > before) this.maker.take(row)
    }
  }

  /** What was expected is there now. */
  keep(said: readonly Said[]): void {
    for (const { item, row, payload } of said) {
      this.known.keep(item, payload)
      this.maker.take(row)
    }
  }

  /** What was expected after so many statements is not there. */
  async forgetAfter(count: number): Promise<void> {
    await this.known.forgetAfter(count, createBreath(longestStretch))
  }

  /**
   * A kind that this version does not know is of a newer one where that has raised the level of the store's schema, as each
   * release with new kinds does. Where it has not, somebody with a key has made it up: it has no effect, and keeps nobody
   * from working. Answers `ledger.newerKind`, or null.
   */
  async lookAtKinds(): Promise<ReturnType<typeof fail> | null> {
    if (!this.hasUnseenKinds) return this.newer
    const { unknownKinds } = this.known
    const isNewer = await this.options.shelf.isNewer()
    const sequence = unknownKinds[this.seenKinds] ?? 0
    this.seenKinds = unknownKinds.length
    if (isNewer) this.newer = fail('ledger.newerKind', { sequence })
    return this.newer
  }

  /** Makes a checkpoint where all is without fault, and so many statements came since the last one. All was verified. */
  async seal(least: number): Promise<void> {
    const { problems, unknownKinds } = this.known.verification
    if (problems.length === 0 && unknownKinds.length === 0) await this.maker.make(this.known.head, least)
  }

  /** Whether what a checkpoint has vouched for, so many rows, is without fault, see `isWhollySound`. */
  async isSound(rows: number, signal: AbortSignal, onProgress: (done: number) => void): Promise<boolean> {
    const { shelf, rules } = this.options
    const items = this.known.items.slice(0, rows)
    return (
      (await isWhollySound(items, shelf, rules, signal, onProgress)) &&
      (await this.known.arePayloadsSound(createBreath(longestStretch, signal)))
    )
  }

  /** Where the answer is known already, a store that fails now must not take its place: it is read again later. */
  async readPayloadsIfPossible(): Promise<void> {
    try {
      await this.readMissingPayloads()
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
    }
  }

  private async readSealedPayloads(): Promise<void> {
    this.known.takeSealedPayloads(await this.options.shelf.readPayloads(this.known.awaited))
  }

  private async readMissingPayloads(): Promise<void> {
    const { awaited } = this.known
    if (awaited.length > 0) this.known.takePayloads(await this.options.shelf.readPayloads(awaited))
  }
}

function isSameRow(left: LedgerItem, right: StatementRow): boolean {
  return left.sequence === right.sequence && left.hash === right.hash
}
