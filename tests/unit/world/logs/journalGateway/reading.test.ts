import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJournal } from '../../../../../src-main/world/logs/journalGateway/reading'
import type { LogExtent } from '../../../../../src-main/world/logs/port'
import { MemoryGateway, type GatewayTroubles, type MadeUpEntry } from '../../../support/memoryGateway'
import '../../../support/propertySeed'

const millisecond = 1_000
const pauses = [0, 0]

/** Files as journald writes them: each in order, a new one behind a clock that was set back. */
const journal = fc
  .array(
    fc.record({
      begin: fc.integer({ min: 0, max: 60 }),
      steps: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 30 })
    }),
    { maxLength: 4 }
  )
  .map((files) => {
    let sequence = 0
    return files.map(({ begin, steps }) => {
      let time = begin
      return steps.map((step): MadeUpEntry => {
        time += step
        return { sequence: ++sequence, time: time * millisecond }
      })
    })
  })
const extent = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 60 }))
  .map(([from, length]) => ({ from, until: from + length }))

async function read(gateway: MemoryGateway, wanted: LogExtent) {
  const sequences: number[] = []
  const taker = {
    record: (bytes: Uint8Array) => void sequences.push(Number(Buffer.from(bytes).toString())),
    tooLong: () => undefined
  }
  const end = await readJournal(gateway, wanted, taker, undefined, pauses)
  if (!end.ok) throw new Error(end.failure.code)
  return { ...end.value, sequences }
}

function wantedOf(files: readonly (readonly MadeUpEntry[])[], from: number, until: number): number[] {
  return files
    .flat()
    .filter(({ time }) => time >= from * millisecond && time < until * millisecond)
    .map(({ sequence }) => sequence)
}

describe('reading a journal (P19: what an order covers, each entry once)', () => {
  it('gives what a plain search gives, also behind clocks that were set back', async () => {
    await fc.assert(
      fc.asyncProperty(journal, extent, async (files, { from, until }) => {
        const found = await read(new MemoryGateway(files), { from, until })
        expect(found.sequences).toEqual(wantedOf(files, from, until))
        expect(found.ending).toBe('whole')
      }),
      { numRuns: 500 }
    )
  })

  it('loses and doubles nothing where the server is lost, repeats itself, and goes on elsewhere', async () => {
    const troubles: fc.Arbitrary<GatewayTroubles> = fc.record({
      losses: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 2 }),
      repeats: fc.integer({ min: 0, max: 3 })
    })
    await fc.assert(
      fc.asyncProperty(journal, extent, troubles, async (files, { from, until }, trouble) => {
        const found = await read(new MemoryGateway(files, trouble), { from, until })
        expect(found.sequences).toEqual(wantedOf(files, from, until))
        expect(found.ending).toBe('whole')
      }),
      { numRuns: 500 }
    )
  })

  it('leaves no entry out where the one that it goes on from was deleted meanwhile', async () => {
    const file = (from: number, count: number): MadeUpEntry[] =>
      Array.from({ length: count }, (_, place) => ({
        sequence: from + place,
        time: (from + place) * millisecond
      }))
    const files = [file(1, 10), file(11, 10)]
    const gateway = new MemoryGateway(files, { losses: [10], deletesAtLoss: 0 })
    const found = await read(gateway, { from: 0, until: 100 })
    expect(found).toMatchObject({
      ending: 'whole',
      sequences: wantedOf(files, 0, 100)
    })
  })

  it('says where a server was lost for good, with what came until then', async () => {
    const files = [[1, 2, 3, 4].map((sequence) => ({ sequence, time: sequence * millisecond }))]
    const found = await read(new MemoryGateway(files, { losses: [2, 0, 0, 0] }), { from: 0, until: 9 })
    expect(found).toMatchObject({ ending: 'brokenOff', sequences: [1, 2] })
  })

  it('says so rather than go on in another journal, where a clock was set back and the journal changed', async () => {
    const entry = (sequence: number, time: number): MadeUpEntry => ({ sequence, time: time * millisecond })
    const files = [
      [entry(1, 50), entry(2, 60)],
      [entry(3, 20), entry(4, 30), entry(5, 70)]
    ]
    const gateway = new MemoryGateway(files, { losses: [3], deletesAtLoss: 0 })
    const found = await read(gateway, { from: 0, until: 100 })
    expect(found).toMatchObject({ ending: 'brokenOff', sequences: [1, 2, 3] })
  })

  it('costs as much as the window, not as the journal', async () => {
    const files = [
      Array.from({ length: 100_000 }, (_, place) => ({ sequence: place + 1, time: place * millisecond }))
    ]
    const gateway = new MemoryGateway(files)
    const found = await read(gateway, { from: 50_000, until: 50_100 })
    expect(found.sequences).toHaveLength(100)
    expect(gateway.sent).toBeLessThan(110)
  })
})
