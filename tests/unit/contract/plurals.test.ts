import { describe, expect, it } from 'vitest'
import { failures } from '../../../src-main/contract/failures'
import { fill, languages, type Text } from '../../../src-main/contract/language'
import { problemTexts } from '../../../src-main/contract/problems'
import { rejectionTexts } from '../../../src-main/contract/rejections'
import { rosterNoticeTexts } from '../../../src-main/contract/rosterNotices'
import { texts } from '../../../src-main/jobs/accounts/commandLine/texts'

const text: Text = {
  de: 'In {count} {count|Zeile steht|Zeilen stehen} {what}.',
  en: '{what} in {count} {count|row|rows}.'
}

describe('a word that depends on a number', () => {
  it.each([
    [1, 'In 1 Zeile steht etwas.'],
    ['1', 'In 1 Zeile steht etwas.'],
    [0, 'In 0 Zeilen stehen etwas.'],
    [21, 'In 21 Zeilen stehen etwas.']
  ])('stands in the form of %j', (count, german) => {
    expect(fill(text, 'de', { count, what: 'etwas' })).toBe(german)
  })

  it('is in the plural where the number is not known any more', () => {
    expect(fill(text, 'en', { what: 'Something' })).toBe('Something in … rows.')
  })
})

/** „1 von 12 Zeilen“ counts the twelve. */
const wrong =
  /(?<!(?:von|of|Eintrag) )\b1 (?:Zeilen|Personen|Spalten|Konten|Schritten?|Minuten|Sekunden|Nummern|Einträge|Tagen?|E-Mail-Adressen|vorläufige Passwörter|rows|persons|columns|accounts|steps|minutes|seconds|lines|numbers|entries|days|addresses|slips|provisional passwords)\b|\((?:Zeilen|lines) 1\)|\b(?:Zeilen|Lines) 1:/u

describe('texts with a number', () => {
  const tables: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
    failures,
    rejections: rejectionTexts,
    notices: rosterNoticeTexts,
    problems: Object.fromEntries(Object.entries(problemTexts).map(([code, { message }]) => [code, message])),
    'command line': texts
  }
  it.each(Object.keys(tables))('of %s speak of one thing as one', (name) => {
    for (const [key, one] of Object.entries(tables[name] ?? {})) {
      // Rows on the same person are two at least, and a limit is never 1.
      if (key === 'duplicateId' || key === 'duplicatePerson') continue
      for (const language of languages) {
        const names = [...one[language].matchAll(/\{(\w+)/gu)].map(([, parameter = '']) => parameter)
        const ones = Object.fromEntries(names.map((parameter) => [parameter, parameter === 'limit' ? 7 : 1]))
        expect(fill(one, language, ones), `${key} ${language}`).not.toMatch(wrong)
      }
    }
  })
})
