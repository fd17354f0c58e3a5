import { mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ending, OpenedLog } from '../../../../src-main/world/logs/port'
import { localLogs } from '../../../../src-main/world/logs/local'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-logs-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

// Hardly to be packed, so that a packed file has many pieces.
const content = Buffer.from(
  Array.from({ length: 40_000 }, (_, line) => `${line} ${(line * 2_654_435_761) % 4_294_967_296}\n`).join('')
)

async function opened(name: string, bytes: Uint8Array): Promise<OpenedLog> {
  const file = join(folder, name)
  await writeFile(file, bytes)
  const answer = await localLogs.open(file)
  if (!answer.ok) throw new Error(answer.failure.code)
  return answer.value
}

async function readWhole(log: OpenedLog): Promise<{ readonly bytes: Buffer; readonly ending: Ending }> {
  const pieces: Buffer[] = []
  const ending = await log.read((piece) => pieces.push(Buffer.from(piece)))
  return { bytes: Buffer.concat(pieces), ending }
}

describe('log files of this PC', () => {
  it('reads plain and packed files, also several that were packed one behind the other', async () => {
    const doubled = Buffer.concat([content, content])
    const packed = Buffer.concat([gzipSync(content), gzipSync(content)])
    expect((await readWhole(await opened('plain.log', content))).bytes.equals(content)).toBe(true)
    const twice = await opened('named-as-if-plain.log', packed)
    expect(twice.compression).toBe('gzip')
    const { bytes, ending } = await readWhole(twice)
    expect(bytes.equals(doubled)).toBe(true)
    expect(ending).toBe('whole')
  })

  it('gives what comes before the end of a cut file and before a damage, and says which it was', async () => {
    const packed = gzipSync(content)
    const middle = Math.floor(packed.length / 2)
    const cut = await readWhole(await opened('cut.gz', packed.subarray(0, middle)))
    expect(cut.ending).toBe('cutOff')
    expect(cut.bytes.length).toBeGreaterThan(content.length / 4)
    expect(content.subarray(0, cut.bytes.length).equals(cut.bytes)).toBe(true)
    const hurt = Buffer.from(packed)
    hurt.fill(0xff, middle, middle + 64)
    expect((await readWhole(await opened('hurt.gz', hurt))).ending).toBe('damaged')
  })

  it('says that a file became shorter while it was open', async () => {
    const log = await opened('shrinking.log', content)
    await truncate(join(folder, 'shrinking.log'), 1000)
    const { bytes, ending } = await readWhole(log)
    expect(ending).toBe('shrunk')
    expect(bytes.length).toBe(1000)
  })

  it('tells when a file was last changed', async () => {
    const file = join(folder, 'old.log')
    await writeFile(file, 'x\n')
    await utimes(file, 1_700_000_000, 1_700_000_000)
    const answer = await localLogs.open(file)
    if (!answer.ok) throw new Error(answer.failure.code)
    expect(answer.value.changedAt).toBe(1_700_000_000_000)
    await answer.value.read(() => undefined)
  })

  it('names what it cannot open or unpack', async () => {
    await writeFile(join(folder, 'a.xz'), Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 1, 2]))
    await writeFile(join(folder, 'a.bz2'), Buffer.from('BZh91AY'))
    const codes = ['a.xz', 'a.bz2', 'none.log', '.'].map(async (name) => {
      const answer = await localLogs.open(join(folder, name))
      return answer.ok ? 'ok' : answer.failure.code
    })
    expect(await Promise.all(codes)).toEqual([
      ...['logs.compressionUnknown', 'logs.compressionUnknown'],
      ...['application.fileNotReadable', 'application.fileNotReadable']
    ])
  })

  it('closes the file where its taker throws', async () => {
    const bug = new Error('a bug of the taker')
    for (const log of [await opened('plain2.log', content), await opened('packed2.gz', gzipSync(content))]) {
      await expect(
        log.read(() => {
          throw bug
        })
      ).rejects.toBe(bug)
    }
  })
})
