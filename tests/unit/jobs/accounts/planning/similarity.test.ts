import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deletionNeighbourhood,
  distanceUpTo,
  isSimilarWord
} from '../../../../../src-main/jobs/accounts/planning/similarity'

describe('distanceUpTo', () => {
  it.each([
    ['meier', 'meier', 2, 0],
    ['meier', 'maier', 2, 1],
    ['meier', 'mayer', 2, 2],
    ['meier', 'miere', 2, 2],
    ['sofie', 'sophie', 2, 2],
    ['lukas', 'lkuas', 2, 1],
    ['schmidt', 'schulz', 2, 3],
    ['a', 'abcdef', 2, 3],
    ['', 'ab', 2, 2]
  ])('%s and %s up to %i: %i', (first, second, limit, expected) => {
    expect(distanceUpTo(first, second, limit)).toBe(expected)
    expect(distanceUpTo(second, first, limit)).toBe(expected)
  })
})

describe('similar words', () => {
  it('takes short names apart and longer ones together', () => {
    expect(isSimilarWord('tim', 'tom')).toBe(false)
    expect(isSimilarWord('lena', 'lina')).toBe(true)
    expect(isSimilarWord('lena', 'lians')).toBe(false)
    expect(isSimilarWord('meier', 'mayer')).toBe(true)
    expect(isSimilarWord('schmidt', 'schulz')).toBe(false)
  })

  it('finds every similar pair by the neighbourhoods they share', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('abc')), minLength: 1, maxLength: 18 })
    fc.assert(
      fc.property(word, word, (first, second) => {
        if (!isSimilarWord(first, second)) return
        const neighbours = deletionNeighbourhood(second)
        expect([...deletionNeighbourhood(first)].some((text) => neighbours.has(text))).toBe(true)
      }),
      { numRuns: 3000 }
    )
  })

  it('finds a word and its misspelling by the neighbourhoods they share', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghij')),
      minLength: 5,
      maxLength: 30
    })
    const place = fc.nat({ max: 29 })
    fc.assert(
      fc.property(word, place, place, (original, first, second) => {
        const cut = original.slice(0, first) + original.slice(first + 1)
        const misspelt = `${cut.slice(0, second)}x${cut.slice(second)}`
        if (!isSimilarWord(original, misspelt)) return
        const neighbours = deletionNeighbourhood(misspelt)
        expect([...deletionNeighbourhood(original)].some((text) => neighbours.has(text))).toBe(true)
      }),
      { numRuns: 1000 }
    )
  })
})
