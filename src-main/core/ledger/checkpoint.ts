import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ledgerHeadSchema, type LedgerHead } from '../../contract/ledger'
import type { LedgerShelf, StatementRow } from '../../world/store/port'
import { canonicalJson } from '../canonicalJson'
import { createBreath } from '../cooperation'
import { isSignedBy, type Signer } from '../people/keys'
import { isSound, Replay, type LedgerItem, type LedgerRule } from './replay'
import { lowestNumber, rowsAbove } from './rows'

/** Stands in front of what is signed: no checkpoint is a statement, and no statement a checkpoint. */
const signedPrefix = 'netzwart-checkpoint-1\n'

const checkpointSchema = z.strictObject({
  format: z.literal(1),
  /** Of the app whose rules the statements were checked by. */
  version: z.string(),
  head: ledgerHeadSchema,
  /** How many rows were checked, all that there were up to the head. */
  rows: z.number().int().min(1),
  /** SHA-256 over these rows, see `RowDigest`. */
  digest: z.string()
})

/** That everything up to a head was checked and found without fault, row by row. */
export type Checkpoint = z.infer<typeof checkpointSchema>

export const sealedCheckpointSchema = z.strictObject({ text: z.string(), signature: z.string() })

/** A checkpoint as it is kept: canonical JSON, and the signature of this PC's key over it. */
export type SealedCheckpoint = z.infer<typeof sealedCheckpointSchema>

/** Keeps one checkpoint on this PC, outside the store. */
export interface CheckpointMemory {
  /** null: none, or none that can be read. */
  read(): Promise<SealedCheckpoint | null>
  /** null: what was kept is not to be relied on any more. */
  write(checkpoint: SealedCheckpoint | null): Promise<void>
}

/** What a ledger needs to begin at a checkpoint. */
export interface KeptCheckpoint {
  readonly memory: CheckpointMemory
  /** Of the app: another one may judge otherwise. */
  readonly version: string
  /** How far the check behind the checkpoint is has become another number. */
  readonly onCheck: () => void
}

export function sealCheckpoint(checkpoint: Checkpoint, device: Signer): SealedCheckpoint {
  const text = canonicalJson(checkpoint)
  return { text, signature: device.sign(signedPrefix + text) }
}

/** null: not made by this PC's key, or by another version of the app. */
export function openCheckpoint(
  sealed: SealedCheckpoint | null,
  device: Pick<Signer, 'publicKey'>,
  version: string
): Checkpoint | null {
  if (sealed === null || !isSignedBy(device.publicKey, signedPrefix + sealed.text, sealed.signature))
    return null
  const parsed = checkpointSchema.safeParse(JSON.parse(sealed.text))
  return parsed.success && parsed.data.version === version ? parsed.data : null
}

/**
 * SHA-256 over rows in their order, each as number, hash, signature and text with a line feed after each. No such field of a
 * row without fault has a line feed in it, so that the same digest over as many rows means the same rows, byte for byte.
 */
export class RowDigest {
  private readonly hash = createHash('sha256')
  private taken = 0

  /** Number of rows that were taken. */
  get rows(): number {
    return this.taken
  }

  take({ sequence, hash, signature, text }: StatementRow): void {
    this.hash.update(`${sequence}\n${hash}\n${signature}\n${text}\n`)
    this.taken += 1
  }

  /** Of the rows so far; more may follow. */
  get value(): string {
    return this.hash.copy().digest('hex')
  }
}

/** Makes the checkpoints of one ledger, of rows that it is handed one after the other. */
export class CheckpointMaker {
  private readonly digest = new RowDigest()
  /** How many rows the last checkpoint vouches for. */
  private made = 0

  constructor(
    private readonly kept: KeptCheckpoint | undefined,
    private readonly device: Signer
  ) {}

  take(row: StatementRow): void {
    if (this.kept !== undefined) this.digest.take(row)
  }

  /** A checkpoint of all rows so far is there already. */
  isMadeUpToHere(): void {
    this.made = this.digest.rows
  }

  /** Says of these rows, which were all verified and found without fault, that they were; at least so many are new. */
  async make(head: LedgerHead | null, least: number): Promise<void> {
    const { kept, device } = this
    const { rows, value } = this.digest
    if (kept === undefined || head === null || rows - this.made < least) return
    await kept.memory.write(
      sealCheckpoint({ format: 1, version: kept.version, head, rows, digest: value }, device)
    )
    this.made = rows
  }
}

/** Rows read at once, and longest stretch of work without a pause (milliseconds). */
const readAtOnce = 250
const longestStretch = 10

/**
 * Reads the rows of a checkpoint from the store and hands them on; the answer is whether it is they that lie there, and
 * is known at the end only: where it is false, what was handed on is worth nothing.
 */
export async function takeSealedRows(
  { head, rows: count, digest: expected }: Checkpoint,
  shelf: Pick<LedgerShelf, 'readStatements'>,
  take: (row: StatementRow) => Promise<void>
): Promise<boolean> {
  const breath = createBreath(longestStretch)
  const digest = new RowDigest()
  let last: StatementRow | null = null
  // Other rows than those that were sealed may be of any shape; that they are others shows at the end.
  let failed: { readonly error: unknown } | null = null
  for await (const rows of rowsAbove(lowestNumber, shelf, readAtOnce, count)) {
    for (const row of rows) {
      const pause = breath()
      if (pause !== undefined) await pause
      digest.take(row)
      last = row
      try {
        if (failed === null) await take(row)
      } catch (error) {
        failed = { error }
      }
    }
  }
  const isSame =
    digest.rows === count &&
    last?.sequence === head.sequence &&
    last.hash === head.hash &&
    digest.value === expected
  if (isSame && failed !== null) throw failed.error
  return isSame
}

/**
 * Verifies what lies in the store from its beginning, with every signature, and compares it with what is known of it; the
 * answer is whether all of that is there and without fault.
 *
 * @param known what a checkpoint has vouched for
 * @param onProgress how many are done
 */
export async function isWhollySound(
  known: readonly LedgerItem[],
  shelf: Pick<LedgerShelf, 'readStatements'>,
  rules: readonly (() => LedgerRule)[],
  signal: AbortSignal,
  onProgress: (done: number) => void
): Promise<boolean> {
  const breath = createBreath(longestStretch, signal)
  const replay = new Replay(rules)
  let done = 0
  for await (const rows of rowsAbove(lowestNumber, shelf, readAtOnce, known.length)) {
    for (const row of rows) {
      const item = replay.judge(row)
      if (!isSound(item) || row.hash !== known[done]?.hash) return false
      replay.take(item)
      done += 1
      const pause = breath()
      if (pause !== undefined) await pause
    }
    replay.forgetItems()
    onProgress(done)
  }
  return done === known.length
}
