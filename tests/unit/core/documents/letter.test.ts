import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from '../../../../src-main/core/documents/html'
import { leadershipLine, letter, type Letter } from '../../../../src-main/core/documents/letter'
import {
  dayBefore,
  fingerprint,
  germanDateOf,
  inFours,
  name,
  typed
} from '../../../../src-main/core/documents/words'
import { emptyLetterhead, hostile, hostileEscaped, sampleFrame, wordsOn } from '../../support/documentSamples'

function page(changes: Partial<Letter> = {}): string {
  return letter({
    ...sampleFrame,
    subject: 'Betreff',
    regarding: null,
    recipient: ['Kim Beispiel'],
    reference: [],
    draft: null,
    body: [],
    closing: [],
    signatures: [leadershipLine(sampleFrame.settings)],
    ...changes
  })
}

describe('a letter', () => {
  it('has letterhead, date line, signatory, and speaks German', () => {
    const words = wordsOn(page())
    for (const expected of [
      'Gesamtschule Lindenhain · Lindenallee 12 · 34567 Lindenhain',
      'Telefon 05555 1234-0',
      'Lindenhain, den 23.11.2026',
      'Dr. Änne Größmann, Schulleiterin'
    ])
      expect(words).toContain(expected)
    expect(page()).toContain('<html lang="de">')
  })

  it('P22: has the ledger’s head in full at the foot of each page', () => {
    expect(page({ reference: [['Fall', '2026-014']] })).toContain(
      '<meta name="page-footer" content="Fall 2026-014\nJournal 242: 3f5a 9c12 7bd0 4e88 12ff a09b 3c4d 5e6f 3f5a 9c12 7bd0 4e88 12ff a09b 3c4d 5e6f" />'
    )
  })

  it('gets along without any settings', () => {
    const words = wordsOn(page({ settings: emptyLetterhead, signatures: [leadershipLine(emptyLetterhead)] }))
    expect(words).toContain('Datum 23.11.2026')
    expect(words).toContain('Schulleitung')
    expect(words).not.toContain('·')
  })

  it('prints a hostile letterhead as text', () => {
    const settings = {
      school: { name: hostile, contact: hostile, signInHint: hostile },
      letterhead: { address: hostile, contact: hostile, place: hostile, signatory: hostile }
    }
    const printed = page({
      settings,
      subject: hostile,
      recipient: [hostile],
      reference: [[hostile, hostile]],
      draft: { mark: hostile, hint: hostile },
      body: [typed(hostile)],
      closing: [html`<p>${hostile}</p>`],
      signatures: [leadershipLine(settings)]
    })
    expect(printed).not.toMatch(/<script|<img/)
    expect(printed.split(hostileEscaped).length).toBeGreaterThan(10)
  })

  it('lets nothing that is typed end the foot’s lines early', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const content = /<meta name="page-footer" content="([^"]*)" \/>/.exec(
          page({ reference: [['Fall', text]] })
        )?.[1]
        expect(content).toMatch(/Journal 242: (?:[0-9a-f]{4} ?){16}$/)
      })
    )
  })
})

describe('words on paper', () => {
  it('writes digits in groups of four, a fingerprint in two lines', () => {
    expect(inFours('3f5a9c12')).toBe('3f5a 9c12')
    expect(fingerprint('0123456789abcdef'.repeat(4)).text.match(/<span>/g)).toHaveLength(2)
  })

  it('counts days as a German calendar does', () => {
    expect(dayBefore('2027-01-01')).toBe('2026-12-31')
    expect(dayBefore('2028-03-01')).toBe('2028-02-29')
    expect(germanDateOf('2026-11-12T23:30:00.000Z')).toBe('13.11.2026')
  })

  it('turns nothing round: signs that would stand as their codes', () => {
    const turned = 'Datei \u202Egpj.exe und \u2067weiter'
    expect(typed(turned).text).toContain('Datei ⟨U+202E⟩gpj.exe und ⟨U+2067⟩weiter')
    expect(name(turned).text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u)
    // Joiners belong to names of many languages.
    expect(name('مریم\u200Cها').text).toContain('مریم\u200Cها')
  })

  it('keeps the lines that somebody typed, each with its own writing direction', () => {
    expect(typed('eins\r\n\nzwei\n').text).toBe(
      '<div class="typed"><p dir="auto">eins</p><p dir="auto">zwei</p></div>'
    )
  })
})
