import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ledgerHeadSchema } from '../../contract/ledger'
import type { LedgerShelf, StatementRow } from '../../world/store/port'
import { canonicalJson } from '../canonicalJson'
import { createBreath } from '../cooperation'
import { isSignedBy, type Signer } from '../people/keys'
import { isSound, Replay, type LedgerItem, type LedgerRule } from './replay'

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

/** Makes the checkpoints of one ledger; what it has digested once is not read again. */
export class CheckpointMaker {
  constructor(
    private readonly kept: KeptCheckpoint | undefined,
    private readonly device: Signer,
    private readonly digest = new RowDigest()
  ) {}

  /** Says of these items, which were all verified and found without fault, that they were; at least so many are new. */
  async make(items: readonly LedgerItem[], least: number): Promise<void> {
    const { kept, device, digest } = this
    const last = items.at(-1)?.row
    if (kept === undefined || last === undefined || items.length - digest.rows < least) return
    const breath = createBreath(longestStretch)
    for (const { row } of items.slice(digest.rows)) {
      digest.take(row)
      await breath()
    }
    const head = { sequence: last.sequence, hash: last.hash }
    const { rows, value } = digest
    const checkpoint: Checkpoint = { format: 1, version: kept.version, head, rows, digest: value }
    await kept.memory.write(sealCheckpoint(checkpoint, device))
  }
}

/** Rows read at once, and longest stretch of work without a pause (milliseconds). */
const readAtOnce = 1_000
const longestStretch = 10

/** Reads the rows of a checkpoint from the store; null: others lie there, or fewer. */
export async function readSealedRows(
  { head, rows: count, digest: expected }: Checkpoint,
  shelf: Pick<LedgerShelf, 'readStatements'>,
  before: number
): Promise<{ readonly rows: readonly StatementRow[]; readonly digest: RowDigest } | null> {
  const breath = createBreath(longestStretch)
  const rows: StatementRow[] = []
  const digest = new RowDigest()
  for (let after = before; rows.length < count; after = rows.at(-1)?.sequence ?? after) {
    const read = await shelf.readStatements(after, Math.min(readAtOnce, count - rows.length))
    if (read.length === 0) return null
    for (const row of read) {
      const pause = breath()
      if (pause !== undefined) await pause
      rows.push(row)
      digest.take(row)
    }
  }
  const last = rows.at(-1)
  const isSame = last?.sequence === head.sequence && last.hash === head.hash && digest.value === expected
  return isSame ? { rows, digest } : null
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
  before: number,
  signal: AbortSignal,
  onProgress: (done: number) => void
): Promise<boolean> {
  const breath = createBreath(longestStretch, signal)
  const replay = new Replay(rules)
  let done = 0
  for (let after = before; done < known.length;) {
    const read = await shelf.readStatements(after, Math.min(readAtOnce, known.length - done))
    if (read.length === 0) return false
    for (const row of read) {
      const item = replay.judge(row)
      if (!isSound(item) || row.hash !== known[done]?.row.hash) return false
      replay.take(item)
      done += 1
      after = row.sequence
      const pause = breath()
      if (pause !== undefined) await pause
    }
    replay.forgetItems()
    onProgress(done)
  }
  return true
}
