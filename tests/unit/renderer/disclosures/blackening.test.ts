import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../../src-main/contract/disclosures'
import {
  blackeningsOf,
  blackStretches,
  coveredWords,
  factKey,
  shownStretches
} from '../../../../src-renderer/features/disclosures/blackening'

const text = 'Anna, Hans und Özge waren da.'

describe('P27: blackening by words', () => {
  it('covers a word as soon as a stretch touches it', () => {
    expect([...coveredWords(text, [{ from: 0, to: 2 }])]).toEqual([0])
    expect([...coveredWords(text, [{ from: 4, to: 7 }])]).toEqual([1])
    expect([...coveredWords(text, [])]).toEqual([])
  })

  it('joins words one behind the other, with what stands between them', () => {
    const stretches = blackStretches(text, new Set([0, 1, 3]))
    expect(stretches.map(({ from, to }) => text.slice(from, to))).toEqual(['Anna, Hans', 'Özge'])
    const black = shownStretches(text, new Set([0, 1, 3])).filter((one) => one.black)
    expect(black.map((one) => one.text).join('|')).toBe('Anna|, |Hans|Özge')
  })

  it('shows the whole text, and blackens what is shown as black', () => {
    const chosen = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.nat(12)))
    fc.assert(
      fc.property(chosen, ([typed, places]) => {
        const black = new Set(places.filter((place) => place < wordsIn(typed).length))
        const shown = shownStretches(typed, black)
        expect(shown.map((one) => one.text).join('')).toBe(typed)
        const told = blackStretches(typed, black).map(({ from, to }) => typed.slice(from, to))
        expect(told.join('')).toBe(
          shown
            .filter((one) => one.black)
            .map((one) => one.text)
            .join('')
        )
        expect(coveredWords(typed, blackStretches(typed, black))).toEqual(black)
      })
    )
  })

  it('sends nothing of what is left out', () => {
    const label = { de: 'Text', en: 'Text' }
    const holding = (id: string) => ({
      ...{ id, area: 'flag' as const, at: null, title: label, underWay: false },
      facts: [{ kind: 'written' as const, label, value: text }]
    })
    const black = new Map([
      [factKey('one', 0), new Set([0])],
      [factKey('two', 0), new Set([1])]
    ])
    const sent = blackeningsOf({ holdings: [holding('one'), holding('two')] }, new Set(['one']), black)
    expect(sent).toEqual([{ holding: 'two', fact: 0, from: 6, to: 10 }])
  })
})
