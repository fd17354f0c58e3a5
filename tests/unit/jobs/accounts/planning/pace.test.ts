import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pace, sortInPieces } from '../../../../../src-main/jobs/accounts/planning/pace'

describe('sortInPieces', () => {
  it('sorts like the language itself, also many values, and keeps equal ones in their order', async () => {
    const values = fc.infiniteStream(fc.nat({ max: 50 }))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1, 1999, 2000, 2001, 7001), values, async (count, stream) => {
        const list = Array.from({ length: count }, (_, place) => ({
          value: Number(stream.next().value),
          place
        }))
        const compare = (first: { value: number }, second: { value: number }): number =>
          first.value - second.value
        const sorted = await sortInPieces(list, compare, new Pace())
        expect(sorted).toEqual([...list].sort(compare))
      }),
      { numRuns: 12 }
    )
  })

  it('lets other work go on meanwhile', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const list = Array.from({ length: 60_000 }, (_, place) => ({ key: `${(place * 7919) % 60_000}` }))
    await sortInPieces(list, (first, second) => (first.key < second.key ? -1 : 1), new Pace())
    clearInterval(timer)
    expect(turns).toBeGreaterThan(0)
  })
})
