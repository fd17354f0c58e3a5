import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, holdsWords, searchKey, searchWords } from '../../../src-main/contract/search'

/** Ways of writing one name; whoever types one of them finds all. */
const names: readonly (readonly string[])[] = [
  ['Groß', 'gross', 'GROSS', 'GROẞ'],
  ['Müller', 'Mueller', 'MÜLLER', 'Mu\u0308ller'],
  ['José', 'jose', 'JOSÉ'],
  ['Şahin', 'sahin', 'ŞAHİN'],
  ['Yıldırım', 'yildirim', 'YILDIRIM'],
  ['Łukasz', 'lukasz'],
  ['Søren', 'soren', 'soeren'],
  ['O’Neill', "o'neill"]
]

const finds = (typed: string, written: string): boolean =>
  holdsWords(searchKey([written]), searchWords(typed))

describe('words of a search', () => {
  it.each(names.map((written) => ({ written })))('find each other: $written', ({ written }) => {
    const pairs = written.flatMap((typed) => written.map((name) => [typed, name] as const))
    // Two spelled-out ways have no letter in common that would tell; the name itself is between them.
    const [own = ''] = written
    for (const [typed, name] of pairs)
      if (typed === own || name === own)
        expect([typed, name, finds(typed, name)]).toEqual([typed, name, true])
  })

  it('find any part of a word, in any order, but never across two parts', () => {
    expect(finds('uell', 'Müller')).toBe(true)
    expect(finds('jörg MUE', 'Müller\nJörg')).toBe(true)
    expect(holdsWords(searchKey(['Anna', 'Bauer']), searchWords('annabauer'))).toBe(false)
    expect(finds('el', 'Israel')).toBe(true)
    expect(finds('bur', 'Bauer')).toBe(false)
  })

  it('are none where nothing is left of them', () => {
    expect(searchWords('  \u0301 \t')).toEqual([])
    expect(holdsWords(searchKey(['x']), searchWords(''))).toBe(true)
  })

  it('find every text by itself, and folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(finds(text, text)).toBe(true)
        expect(fold(fold(text))).toBe(fold(text))
      })
    )
  })
})
