import { crc32 } from 'node:zlib'
import type { BlockForm, BlockSpan, CutTaker, Cutter } from '../format'
import { fileTimeOf } from './binaryValues'

/** The head of the file, then chunks, which are written one after the other, and over again from the first when the log is full. */
const headBytes = 4_096
export const chunkBytes = 65_536
/** Head of a chunk with its tables of names and templates; records begin behind it. */
export const firstRecord = 512
/** A record: signature, length, number, time of writing; and its length once more at its end. */
export const recordHead = 24
const recordSignature = 0x2a2a
export const fileSignature = 'ElfFile\0'
const chunkSignature = 'ElfChnk\0'

/** What the head of a chunk says, as far as it can be believed. */
export interface ChunkHead {
  /** It is one at all. */
  readonly isSigned: boolean
  /** What was written is what is there, by its checksums. */
  readonly isSound: boolean
  /** Numbers of its first and its last record. */
  readonly firstNumber: bigint
  readonly lastNumber: bigint
}

export function chunkHead(chunk: Buffer): ChunkHead {
  if (chunk.length < firstRecord || chunk.toString('latin1', 0, 8) !== chunkSignature) {
    return { isSigned: false, isSound: false, firstNumber: 0n, lastNumber: 0n }
  }
  const free = chunk.readUInt32LE(48)
  // Windows may have left the checksums out.
  const isUnchecked = (chunk.readUInt32LE(120) & 2) !== 0
  const isSound =
    free >= firstRecord &&
    free <= chunk.length &&
    (isUnchecked ||
      (crc32(chunk.subarray(128, firstRecord), crc32(chunk.subarray(0, 120))) === chunk.readUInt32LE(124) &&
        crc32(chunk.subarray(firstRecord, free)) === chunk.readUInt32LE(52)))
  return {
    ...{ isSigned: true, isSound },
    firstNumber: chunk.readBigUInt64LE(24),
    lastNumber: chunk.readBigUInt64LE(32)
  }
}

/** A record by its head and the length at its end; null: there is none at that place. */
export function recordAt(
  chunk: Buffer,
  at: number
): { readonly size: number; readonly number: bigint } | null {
  if (at + recordHead > chunk.length || chunk.readUInt32LE(at) !== recordSignature) return null
  const size = chunk.readUInt32LE(at + 4)
  if (size < recordHead + 4 || at + size > chunk.length) return null
  return chunk.readUInt32LE(at + size - 4) === size ? { size, number: chunk.readBigUInt64LE(at + 8) } : null
}

/** Cuts a file into its head and its chunks; the last one may be shorter. */
export class BlockCutter implements Cutter {
  private readonly block = Buffer.alloc(chunkBytes)
  private filled = 0

  constructor(
    private readonly taker: CutTaker,
    private offset: number
  ) {}

  take(piece: Uint8Array): void {
    let taken = 0
    while (taken < piece.length) {
      const length = Math.min(piece.length - taken, this.size - this.filled)
      this.block.set(piece.subarray(taken, taken + length), this.filled)
      this.filled += length
      taken += length
      if (this.filled === this.size) this.give()
    }
  }

  end(): { readonly offset: number; readonly isLeft: boolean } {
    const { offset } = this
    if (this.filled > 0) this.give()
    return { offset, isLeft: false }
  }

  private get size(): number {
    return this.offset < headBytes ? headBytes : chunkBytes
  }

  private give(): void {
    const { offset, filled } = this
    this.offset += filled
    this.filled = 0
    this.taker.block(this.block.subarray(0, filled), offset)
  }
}

/** Which chunks can hold what was logged in a stretch of time, without reading them: by their first and their last record. */
export const evtxBlocks: Omit<BlockForm, 'isOwn'> = {
  first: headBytes,
  bytes: chunkBytes,
  async span(peek, at) {
    const found = await peek(at, firstRecord + recordHead)
    if (found === null) return null
    const head = Buffer.from(found)
    if (head.length < firstRecord + recordHead) return null
    if (head.every((byte) => byte === 0)) return 'unused'
    if (head.toString('latin1', 0, 8) !== chunkSignature) return null
    const lastAt = head.readUInt32LE(44)
    if (lastAt < firstRecord || lastAt > chunkBytes - recordHead) return null
    const last = await peek(at + lastAt, recordHead)
    if (last === null || last.length < recordHead) return null
    const span: BlockSpan = {
      first: fileTimeOf(head, firstRecord + 16),
      last: fileTimeOf(Buffer.from(last), 16),
      number: Number(head.readBigUInt64LE(24))
    }
    return head.readUInt32LE(firstRecord) === recordSignature ? span : null
  }
}
