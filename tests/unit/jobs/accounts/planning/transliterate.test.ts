import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  transliterate,
  transliteratedWords
} from '../../../../../src-main/jobs/accounts/planning/transliterate'

describe('transliterate', () => {
  it.each([
    ['Müller', 'mueller'],
    ['Mu\u0308ller', 'mueller'],
    ['JÄGER ÖZTÜRK', 'jaegeroeztuerk'],
    ['A\u0308rzte', 'aerzte'],
    ['Groß', 'gross'],
    ['GROẞ', 'gross'],
    ['Łukasz', 'lukasz'],
    ['Nguyễn', 'nguyen'],
    ['Þórður', 'thordur'],
    ['Çelik', 'celik'],
    ['İnönü', 'inoenue'],
    ['Søren Åkesson', 'sorenakesson'],
    ['François', 'francois'],
    ['Hryhorijiw-Šević', 'hryhorijiw-sevic'],
    ['Юлия', 'yuliya'],
    ['Παπαδόπουλος', 'papadopoylos'],
    ['ﬁne', 'fine']
  ])('P3: %s becomes %s', (name, expected) => {
    expect(transliterate(name)).toBe(expected)
  })

  it('P3: leaves only characters that a login may have, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(transliterate(text)).toMatch(/^[a-z0-9._-]*$/)
      }),
      { numRuns: 2000 }
    )
  })

  it('P3: changes nothing when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = transliterate(text)
        expect(transliterate(once)).toBe(once)
      }),
      { numRuns: 1000 }
    )
  })

  it('P3: reads composed and decomposed letters alike', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('äöüÄÖÜßéèçñåøłşABCabc')), maxLength: 20 }),
        (text) => {
          expect(transliterate(text.normalize('NFD'))).toBe(transliterate(text.normalize('NFC')))
        }
      )
    )
  })

  it('bears broken surrogates, NUL and right-to-left marks', () => {
    expect(transliterate('\ud800M\u0000a\u200fx\udc00')).toBe('max')
    expect(transliterate('\u202e\u0000')).toBe('')
  })
})

describe('transliteratedWords', () => {
  it.each([
    ['Müller-Lüdenscheidt', ['mueller', 'luedenscheidt']],
    ['von der Leyen', ['von', 'der', 'leyen']],
    ['O’Connor', ['oconnor']],
    ["D'Angelo", ['dangelo']],
    ['Meyer – Schmidt', ['meyer', 'schmidt']],
    ['St. John', ['st', 'john']],
    ['  ', []],
    ['---', []]
  ])('parts %s', (name, expected) => {
    expect(transliteratedWords(name)).toEqual(expected)
  })

  it('P3: writes no emoji as words', () => {
    expect(transliterate('😀Zoë™')).toBe('zoe')
  })
})
