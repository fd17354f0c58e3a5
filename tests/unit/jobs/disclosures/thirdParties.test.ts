import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ThirdPartyNames } from '../../../../src-main/jobs/disclosures/thirdParties'

const own = { login: 'm.muster', givenName: 'Mia', familyName: 'Muster' }
const others = [
  { login: 'a.beispiel', givenName: 'Anna-Lena', familyName: 'Beispiel' },
  { login: 'o.meier', givenName: 'Özge', familyName: 'Meier-Schulz' },
  { login: 'h.klaas', givenName: 'Hans', familyName: 'Klaas' },
  { login: 'x.li', givenName: 'Xu', familyName: 'Li' },
  { login: 'j.berg', givenName: 'Jan', familyName: 'van den Berg' },
  { login: 't.muster', givenName: 'Tim', familyName: 'Muster' }
]
const names = new ThirdPartyNames(others, own)
const foundIn = (text: string): string[] => names.find(text).map(({ from, to }) => text.slice(from, to))

describe('P27: names of others in what somebody has typed', () => {
  it.each([
    ['Anna hat es gesehen.', ['Anna']],
    ['Anna-Lena und Hans', ['Anna-Lena', 'Hans']],
    ['Herr Meier-Schulz', ['Meier-Schulz']],
    ['Frau Meier', ['Meier']],
    ['Frau Mei\u00ADer und Kla\u200Bas', ['Mei\u00ADer', 'Kla\u200Bas']],
    ['ÖZGE war dabei', ['ÖZGE']],
    ['Annas Tasche, Hans’ Rad', ['Annas', 'Hans']],
    ['von a.beispiel an t.muster@schule.example', ['a.beispiel', 't.muster@schule.example']],
    ['Hans Klaas, Özge Meier', ['Hans Klaas', 'Özge Meier']],
    ['Hans,Klaas', ['Hans', 'Klaas']],
    ['Jan van den Berg', ['Jan', 'Berg']]
  ])('finds them in “%s”', (text, expected) => {
    expect(foundIn(text)).toEqual(expected)
  })

  it.each([
    'Mia Muster war im Computerraum.',
    'Hansestadt und Annahme',
    'Er sah den Mann von nebenan',
    'Li',
    '',
    '   '
  ])('finds none in “%s”', (text) => {
    expect(foundIn(text)).toEqual([])
  })

  it('stays inside the text, in order and apart, whatever was typed', () => {
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom('Anna', 'Hans', 'Klaas', 'Meier-Schulz', ' ', '\n', ', ', '@'),
        fc.string({ unit: 'grapheme' })
      )
    )
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join('')
        let end = -1
        for (const { from, to } of names.find(text)) {
          expect(from).toBeGreaterThan(end)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          end = to
        }
      })
    )
  })

  it('finds every name of everybody that stands alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Anna', 'Hans', 'Klaas', 'Özge', 'a.beispiel'), { minLength: 1 }),
        (words) => {
          const text = words.join(' sah ')
          expect(foundIn(text)).toEqual(words)
        }
      )
    )
  })
})
