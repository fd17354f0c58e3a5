import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { outcomeOf, sampleBackup } from './samples'

// Thousands of damaged backups are tried; a derivation in a thread of its own for each would take an hour.
vi.mock('../../../../src-main/core/people/passphrase', () => ({
  usualCost: { operations: 1, memory: 8192 },
  deriveKey: async (passphrase: string, salt: Uint8Array) =>
    createHash('sha256').update(passphrase.normalize('NFC')).update(salt).digest()
}))

const refused = ['backup.damaged', 'backup.notABackup', 'backup.newer']
const sealedChunk = 65_536 + 17

function chunksOf(bytes: Buffer): { readonly header: Buffer; readonly chunks: readonly Buffer[] } {
  const begin = bytes.indexOf(0x0a) + 1
  const chunks: Buffer[] = []
  for (let at = begin; at < bytes.length; at += sealedChunk) chunks.push(bytes.subarray(at, at + sealedChunk))
  return { header: bytes.subarray(0, begin), chunks }
}

describe('a damaged backup', () => {
  it('is refused with any one byte changed', async () => {
    const bytes = await sampleBackup(2)
    expect(await outcomeOf(bytes)).toBeTypeOf('object')
    for (const [place] of bytes.entries()) {
      for (const change of [0x01, 0x80]) {
        const changed = Buffer.from(bytes)
        changed[place]! ^= change
        expect(refused, `byte ${place}`).toContain(await outcomeOf(changed))
      }
    }
  }, 60_000)

  it('is refused when cut off anywhere', async () => {
    const bytes = await sampleBackup(2)
    for (let length = 0; length < bytes.length; length += 1) {
      expect(refused, `${length} bytes`).toContain(await outcomeOf(bytes.subarray(0, length)))
    }
  }, 60_000)

  it('is refused with something behind its end', async () => {
    const bytes = await sampleBackup(2)
    for (const more of [Buffer.alloc(1), Buffer.from('\n'), Buffer.alloc(sealedChunk), bytes]) {
      expect(await outcomeOf(Buffer.concat([bytes, more]))).toBe('backup.damaged')
    }
  })

  it('is refused with chunks cut off, left out, swapped, doubled or from another backup', async () => {
    const bytes = await sampleBackup(200, 2_000)
    const other = chunksOf(await sampleBackup(200, 2_000))
    const { header, chunks } = chunksOf(bytes)
    expect(chunks.length).toBeGreaterThan(4)
    expect(await outcomeOf(Buffer.concat([header, ...chunks]))).toBeTypeOf('object')
    const tampered: (readonly Buffer[])[] = [[other.header, ...chunks]]
    for (const [place, chunk] of chunks.entries()) {
      tampered.push(
        [header, ...chunks.slice(0, place)],
        [header, ...chunks.toSpliced(place, 1)],
        [header, ...chunks.toSpliced(place, 0, chunk)],
        [header, ...chunks.with(place, other.chunks[place]!)]
      )
      const next = chunks[place + 1]
      if (next !== undefined) tampered.push([header, ...chunks.with(place, next).with(place + 1, chunk)])
    }
    for (const parts of tampered) expect(await outcomeOf(Buffer.concat(parts))).toBe('backup.damaged')
  })
})
