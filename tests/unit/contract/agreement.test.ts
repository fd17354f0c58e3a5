import { expect, it } from 'vitest'
import { agreementParagraphs, agreementText } from '../../../src-main/contract/agreement'

it('P25, P6, P19: the agreement says what an administrator may do and does not do', () => {
  const german = agreementText('de')
  for (const words of [
    'nicht, um in persönliche Konten oder Daten Einblick zu nehmen',
    'Passwörter gibt niemand weiter',
    'nur auf Weisung der Schule',
    'Vier-Augen-Prinzip',
    'auch nach dem Ende der Aufgabe',
    'jederzeit widerrufen'
  ])
    expect(german).toContain(words)
})

it('numbers its paragraphs alike in both languages', () => {
  const numbers = agreementParagraphs.map((_, index) => `${String(index + 1)}.`)
  for (const language of ['de', 'en'] as const) {
    const paragraphs = agreementText(language).split('\n\n')
    expect(paragraphs.map((paragraph) => paragraph.split(' ')[0])).toEqual(numbers)
  }
})
