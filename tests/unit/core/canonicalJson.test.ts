import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, canonicalPieces } from '../../../src-main/core/canonicalJson'

/** Names that repeat, with some that JSON and JavaScript treat in a way of their own. */
const names = fc.oneof(
  fc.constantFrom('id', 'target', '10', '9', '', 'ä', '__proto', 'a\u0000b'),
  fc.string()
)
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false, undefined),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(names, tie('value'), { maxKeys: 6, noNullPrototype: true })
  )
})).value

describe('canonical JSON in pieces', () => {
  it('is what the whole is, for any values (P6)', () => {
    const object = fc.dictionary(names, values, { maxKeys: 6, noNullPrototype: true })
    fc.assert(
      fc.property(object, (value) => {
        expect([...canonicalPieces(value)].join('')).toBe(canonicalJson(value))
      }),
      { numRuns: 2_000 }
    )
  })

  it('knows more sets of names than it remembers', () => {
    const steps = Array.from({ length: 200 }, (_, place) => ({ id: 1, [`z${place}`]: 2, [`a${place}`]: 3 }))
    expect([...canonicalPieces({ steps })].join('')).toBe(canonicalJson({ steps }))
  })

  it('holds no more than a stretch of a long list at once', () => {
    const steps = Array.from({ length: 5_000 }, (_, place) => ({
      id: String(place),
      after: { b: 'ü', a: null }
    }))
    const pieces = [...canonicalPieces({ steps, basis: {} })]
    expect(pieces.length).toBeGreaterThan(5)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(20_000)
    expect(pieces.join('')).toBe(canonicalJson({ basis: {}, steps }))
  })

  it('refuses what JSON does not have', () => {
    expect(() => [...canonicalPieces({ steps: [{ number: Number.NaN }] })]).toThrow('NaN')
    expect(() => [...canonicalPieces({ number: Number.POSITIVE_INFINITY })]).toThrow('Infinity')
  })
})
