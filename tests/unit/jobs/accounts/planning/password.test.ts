import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  entropyBits,
  meetsRule,
  provisionalPassword
} from '../../../../../src-main/jobs/accounts/planning/password'

describe('provisionalPassword', () => {
  it('P4: meets the rule at every length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20 }), (length) => {
        const password = provisionalPassword(length)
        expect(password).toHaveLength(length)
        expect(meetsRule(password)).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  it('P3: can be read from paper: no look-alikes, syllables parted by digits and signs', () => {
    for (let round = 0; round < 2000; round += 1) {
      const password = provisionalPassword(12)
      expect(password).not.toMatch(/[lI1O0]/)
      expect(password).toMatch(/^(?:[^\W\d_aeiou][aeiou][^\W\d_aeiou](?:[2-9]|[!?+\-*#%=&$/@])){3}$/i)
      expect(password.replaceAll(/[^\W_]/g, '')).toHaveLength(1)
    }
  })

  it('P4: holds no part of the login or the names', () => {
    const avoid = ['b.tüt-kan', 'Bob', 'Tüt Kan']
    for (let round = 0; round < 3000; round += 1) {
      const password = provisionalPassword(10, avoid).toLowerCase()
      for (const part of ['bob', 'tüt', 'tuet', 'kan']) expect(password).not.toContain(part)
    }
  })

  it('P4: draws again what the rule forbids', () => {
    // The first draw has no capital at all, the second one has.
    const draws = [...Array.from({ length: 19 }, () => 0), ...Array.from({ length: 19 }, () => 1)]
    let place = 0
    const password = provisionalPassword(12, [], () => draws[place++] ?? 1)
    expect(password).toMatch(/[A-Z]/)
    expect(place).toBeGreaterThan(19)
  })

  it('refuses lengths outside 10 to 20 and a source that does not vary', () => {
    expect(() => provisionalPassword(9)).toThrow(RangeError)
    expect(() => provisionalPassword(21)).toThrow(RangeError)
    expect(() => provisionalPassword(12, [], () => 0)).toThrow('random source')
  })

  it('P4: has at least 50 bits at the default length, as the stated calculation says', () => {
    expect(entropyBits(12)).toBeGreaterThanOrEqual(50)
    expect(entropyBits(12)).toBeCloseTo(50.04, 1)
    expect(entropyBits(10)).toBeCloseTo(42.4, 1)
    expect(entropyBits(16)).toBeCloseTo(68.4, 1)
    expect(entropyBits(20)).toBeCloseTo(83.6, 1)
  })

  it('P4: really draws from as many characters as the calculation counts', () => {
    const seen = { consonants: new Set<string>(), vowels: new Set<string>(), marks: new Set<string>() }
    const places = new Set<number>()
    for (let round = 0; round < 4000; round += 1) {
      const password = provisionalPassword(12)
      seen.consonants.add(password.charAt(0)).add(password.charAt(2))
      seen.vowels.add(password.charAt(1))
      for (const place of [3, 7, 11]) seen.marks.add(password.charAt(place))
      places.add([3, 7, 11].findIndex((place) => /\W/.test(password.charAt(place))))
    }
    expect([seen.consonants.size, seen.vowels.size, seen.marks.size, places.size]).toEqual([40, 5, 20, 3])
    const combinations = (40 ** 6 - 20 ** 6) * 5 ** 3 * 8 ** 2 * 12 * 3
    expect(entropyBits(12)).toBeCloseTo(Math.log2(combinations), 9)
  })

  it('draws evenly: no character is preferred', () => {
    const counts = new Map<string, number>()
    const rounds = 20_000
    for (let round = 0; round < rounds; round += 1) {
      const vowel = provisionalPassword(10).charAt(1)
      counts.set(vowel, (counts.get(vowel) ?? 0) + 1)
    }
    // Six standard deviations of a fair draw: chance fails this once in hundreds of millions of runs.
    const tolerance = 6 * Math.sqrt(rounds * 0.2 * 0.8)
    for (const count of counts.values()) expect(Math.abs(count - rounds / 5)).toBeLessThan(tolerance)
  })
})

describe('meetsRule', () => {
  it.each([
    ['Kab7tuN-', true],
    ['kab7tun-', false],
    ['KAB7TUN-', false],
    ['Kabctun-', false],
    ['Kab7tunx', false],
    ['Kab7tu-', false],
    ['Äöü7ßtu-', true]
  ])('P4: %s is %s', (password, expected) => {
    expect(meetsRule(password)).toBe(expected)
  })

  it('P4: refuses names, also in another spelling, but not parts of two letters', () => {
    expect(meetsRule('Mueller7-x', ['Müller'])).toBe(false)
    expect(meetsRule('xMUSTER7-x', ['m.muster'])).toBe(false)
    expect(meetsRule('Lixab7-xx', ['Li'])).toBe(true)
  })
})
