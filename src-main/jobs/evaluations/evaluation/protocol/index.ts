import { html } from '../../../../core/documents/html'
import { letter, placeAndDay, type DocumentFrame } from '../../../../core/documents/letter'
import { facts, fingerprint, name, section, typed } from '../../../../core/documents/words'
import type { ProtocolContent } from './content'
import {
  erased,
  keepingPart,
  notedPart,
  orderPart,
  personsPart,
  readPart,
  revealsPart,
  rulesPart,
  searchesPart
} from './parts'
import { germanInstant, judgmentWords } from './words'

export { protocolContent } from './content'

export interface ProtocolInput extends DocumentFrame {
  readonly content: ProtocolContent
}

/**
 * The written protocol of a concluded evaluation (P22): what was ordered, who opened what when, what was read and what is missing,
 * which rules were applied, what was asked, noted, revealed and concluded. Everything but what both have revealed stands as
 * pseudonyms. It is made of the ledger alone, so that it can be printed when the evidence is destroyed.
 */
export function protocolDocument(input: ProtocolInput): string {
  const { content } = input
  const { conclusion, order, signed } = content
  const said = (words: string) => (words === '' ? erased : typed(words))
  return letter({
    ...input,
    subject: 'Protokoll einer Auswertung von Protokollen',
    regarding: null,
    recipient: null,
    reference: [['Auswertung', order.number]],
    draft: null,
    body: [
      facts([
        ['Ergebnis', html`<strong>${judgmentWords[conclusion.judgment]}</strong>`],
        ['Abgeschlossen', `${germanInstant(conclusion.at)} Uhr`],
        ...(content.cases.length === 0 ? [] : [['Fälle daraus', content.cases.join(', ')] as const])
      ]),
      section('Was gefunden wurde', said(conclusion.findings)),
      section('Was gesucht und nicht gefunden wurde', said(conclusion.notFound)),
      section('Zusammenfassung', said(conclusion.summary)),
      orderPart(content),
      personsPart(content),
      readPart(content),
      rulesPart(content),
      notedPart(content),
      searchesPart(content),
      revealsPart(content),
      keepingPart(content)
    ],
    closing: [
      section(
        'Unterschriften im Journal',
        ...(content.recorded === null
          ? []
          : [
              html`<p>
                Quellen, Lücken, Suchregeln, Funde und vermerkte Ereignisse haben beide in den Einträgen
                ${content.recorded.sequence - 1} und ${content.recorded.sequence} unterschrieben, den
                Abschluss unmittelbar danach:
              </p>`
            ]),
        ...signed.map(({ name: by, sequence, hash, key, at }) =>
          facts([
            ['Unterschrieben von', html`${name(by)}, ${germanInstant(at)} Uhr`],
            ['Eintrag', String(sequence)],
            ['Prüfsumme', fingerprint(hash)],
            ['Fingerabdruck', fingerprint(key)]
          ])
        )
      )
    ],
    signatures: signed.flatMap(({ name: by }) => [
      placeAndDay,
      { name: name(by), office: 'Auswertende Person' }
    ])
  })
}
