import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { readBackup, writeBackup } from '../../../../src-main/core/backup'
import { sealed } from '../../../../src-main/core/backup/container'
import type { CopiedRow } from '../../../../src-main/world/store/port'
import {
  asStream,
  cost,
  gather,
  outcomeOf,
  passphrase,
  portions,
  sampleBackup,
  sampleMeta,
  sampleRows
} from './samples'

// Passphrases are not what these tests are about, and a derivation in a thread of its own takes its time.
vi.mock('../../../../src-main/core/people/passphrase', () => ({
  usualCost: { operations: 1, memory: 8192 },
  deriveKey: async (passphrase: string, salt: Uint8Array) =>
    createHash('sha256').update(passphrase.normalize('NFC')).update(salt).digest()
}))

describe('content that was sealed rightly', () => {
  const meta = JSON.stringify({ meta: { ...sampleMeta(0), deviceKey: 'BwcH' } })
  const row = JSON.stringify({ row: { table: 'documents', row: { name: 'a' } } })
  const end = JSON.stringify({ end: { rows: { documents: 1 }, head: null } })
  const outcome = async (content: Uint8Array): Promise<unknown> =>
    outcomeOf(await gather(sealed(asStream([content]), passphrase, cost)))
  const outcomeOfLines = async (...lines: readonly string[]): Promise<unknown> =>
    outcome(gzipSync(lines.map((line) => `${line}\n`).join('')))

  it('is taken as it should be', async () => {
    expect(await outcomeOfLines(meta, row, end)).toMatchObject({
      rows: [{ table: 'documents', row: { name: 'a' } }]
    })
  })

  it.each([
    ['nothing', []],
    ['no description', [row, end]],
    ['a second description', [meta, meta, row, end]],
    ['no end', [meta, row]],
    ['something behind the end', [meta, row, end, row]],
    ['another number of rows', [meta, row, row, end]],
    ['a row of other values', [meta, '{"row":{"table":"documents","row":{"name":{"a":1}}}}', end]],
    ['an unknown kind of line', [meta, '{"hello":1}', row, end]],
    ['no JSON', [meta, 'hello', row, end]],
    ['an empty line', [meta, '', row, end]],
    ['another head', [meta, row, end.replace('null', `{"sequence":1,"hash":"${'0'.repeat(64)}"}`)]],
    [
      'a missing head',
      [meta.replace('"head":null', `"head":{"sequence":1,"hash":"${'0'.repeat(64)}"}`), row, end]
    ]
  ])('is still refused with %s', async (_what, lines) => {
    expect(await outcomeOfLines(...lines)).toBe('backup.damaged')
  })

  it('is refused where it is not packed, cut off inside, or no text', async () => {
    const whole = `${meta}\n${row}\n${end}\n`
    expect(await outcome(Buffer.from(whole))).toBe('backup.damaged')
    expect(await outcome(new Uint8Array())).toBe('backup.damaged')
    const packed = gzipSync(whole)
    expect(await outcome(packed.subarray(0, packed.length - 9))).toBe('backup.damaged')
    expect(await outcome(gzipSync(whole.slice(0, -1)))).toBe('backup.damaged')
    const text = Buffer.from(whole)
    text[text.indexOf('documents')] = 0xff
    expect(await outcome(gzipSync(text))).toBe('backup.damaged')
  })
})

describe('the streams', () => {
  it('are read in whatever portions they come', async () => {
    const bytes = await sampleBackup(120, 2_000)
    const whole = { meta: sampleMeta(120), rows: sampleRows(120, 2_000) }
    for (const size of [1, 7, 65_535, 65_553, 1_000_000]) {
      expect(await outcomeOf(bytes, passphrase, size)).toEqual(whole)
    }
  })

  it('hold little at a time and let the rows go when nobody reads on', async () => {
    let given = 0
    let released = false
    async function* endless(): AsyncGenerator<CopiedRow> {
      try {
        for (;;) {
          given += 1
          const body = randomBytes(3_000).toString('base64')
          yield await Promise.resolve({ table: 'documents', row: { body } })
        }
      } finally {
        released = true
      }
    }
    const bytes = writeBackup(endless(), passphrase, sampleMeta(0), cost)
    for (let taken = 0; taken < 4; taken += 1) await bytes.next()
    await new Promise((resolve) => setTimeout(resolve, 50))
    // Three chunks hold about 65 rows; buffers are half a chunk here and a chunk there.
    expect(given).toBeLessThan(200)
    await bytes.return(undefined)
    expect(released).toBe(true)
  })

  it('pass on what goes wrong with the rows', async () => {
    const broken = new Error('The server is gone')
    async function* failing(): AsyncGenerator<CopiedRow> {
      yield* sampleRows(5)
      await Promise.reject(broken)
    }
    await expect(gather(writeBackup(failing(), passphrase, sampleMeta(0), cost))).rejects.toBe(broken)
  })

  it('pass on what goes wrong with the file, early and late', async () => {
    const broken = new Error('The medium is gone')
    const bytes = await sampleBackup(300, 2_000)
    for (const [until, early] of [
      [10, true],
      [200, true],
      [150_000, false]
    ] as const) {
      let released = false
      const failing = async function* (): AsyncGenerator<Uint8Array> {
        try {
          yield* portions(bytes.subarray(0, until), 1_000)
          await Promise.reject(broken)
        } finally {
          released = true
        }
      }
      const reading = readBackup(failing(), passphrase)
      if (early) {
        await expect(reading).rejects.toBe(broken)
      } else {
        const read = await reading
        if (!read.ok) throw new Error(read.failure.code)
        const rows = async (): Promise<void> => {
          for await (const row of read.value.rows) expect(row).toBeDefined()
        }
        await expect(rows()).rejects.toBe(broken)
      }
      expect(released).toBe(true)
    }
  })

  it('let the file go when the rows are not wanted', async () => {
    const bytes = await sampleBackup(300, 2_000)
    let released = false
    const file = async function* (): AsyncGenerator<Uint8Array> {
      try {
        yield* portions(bytes, 1_000)
        await Promise.resolve()
      } finally {
        released = true
      }
    }
    const read = await readBackup(file(), passphrase)
    expect(released).toBe(false)
    if (read.ok) await read.value.close()
    expect(released).toBe(true)
  })
})
