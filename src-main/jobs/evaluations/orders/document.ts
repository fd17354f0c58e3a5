import type { Order } from '../../../contract/orders'
import { html, type Markup } from '../../../core/documents/html'
import { letter, placeAndDay, type DocumentFrame } from '../../../core/documents/letter'
import {
  facts,
  fingerprint,
  germanDate,
  germanDateOf,
  name,
  section,
  typed
} from '../../../core/documents/words'
import { fullName } from '../../../core/people/actor'

export interface OrderDocumentInput extends DocumentFrame {
  readonly order: Order
  /** The statement that gave it: its number, hash, and the key that signed it. */
  readonly statement: { readonly sequence: number; readonly hash: string; readonly key: string }
}

/**
 * The written order (Anordnung; P19 to P22, P24): who lets whom evaluate what, why and until when, with the statement of the
 * ledger that says the same and the key that signed it. To be signed by the leadership on paper, too.
 */
export function orderDocument(input: OrderDocumentInput): string {
  const { order, statement } = input
  const { content, details, evaluators, expires } = order
  return letter({
    ...input,
    subject: 'Anordnung einer Auswertung von Protokollen',
    regarding: null,
    recipient: null,
    reference: [['Anordnung', order.number]],
    draft: null,
    body: [
      html`<p>
        Die Schulleitung ordnet an, dass die genannten Personen gemeinsam auswerten, was unten bezeichnet ist,
        und nichts darüber hinaus. Eine Person allein wertet nichts aus (Vier-Augen-Prinzip). Die Auswertung
        wird schriftlich festgehalten.
      </p>`,
      state(order),
      facts([
        ['Angeordnet von', html`${name(order.by.name)}, ${germanDateOf(order.givenAt)}`],
        ['Auswertung durch', list(evaluators.map((one) => one.name))],
        ['Gültig bis', germanDate(expires)]
      ]),
      ...(content === null || details === null
        ? [html`<p>Der Inhalt dieser Anordnung wurde gelöscht.</p>`]
        : [
            section('Anlass', typed(details.occasion)),
            section('Konkreter Verdacht', typed(details.suspicion)),
            facts([
              ['Regel', name(content.rule)],
              ['Betrifft', concerned(content)],
              ['Zeitraum', window(content)],
              [
                'Quellen',
                list(details.sources.map((one) => (one.contents ? `${one.name} (mit Inhalten)` : one.name)))
              ],
              [
                'Suchregeln',
                details.rules.length === 0
                  ? 'keine'
                  : list(details.rules.map(({ id, title }) => title?.de ?? id))
              ]
            ]),
            section(
              'Inhalte von E-Mail, Forum und Messenger',
              order.contents
                ? html`<p>
                      Dürfen gelesen werden. Die Betroffenen sind davon unverzüglich zu unterrichten. Grund:
                    </p>
                    ${typed(details.contentsReason)}`
                : html`<p>Dürfen nicht gelesen werden.</p>`
            )
          ])
    ],
    closing: [
      section(
        'Unterschrift im Journal',
        facts([
          ['Eintrag', `${String(statement.sequence)} vom ${germanDateOf(order.givenAt)}`],
          ['Prüfsumme', fingerprint(statement.hash)],
          ['Fingerabdruck', fingerprint(statement.key)]
        ])
      )
    ],
    signatures: [placeAndDay, { name: name(order.by.name), office: 'Schulleitung' }]
  })
}

/** Paper that is read later must not look as if it still held. */
function state({ state: now, withdrawal, expires }: Order): Markup {
  if (withdrawal !== null)
    return html`<p><strong>Zurückgezogen am ${germanDateOf(withdrawal.at)}.</strong></p>`
  return now === 'expired' ? html`<p><strong>Abgelaufen mit dem ${germanDate(expires)}.</strong></p>` : html``
}

function concerned({ concerned: persons, addresses, pseudonyms }: NonNullable<Order['content']>): Markup {
  const all = [
    ...persons.map(({ names }) => fullName(names)),
    ...addresses,
    ...pseudonyms.map((pseudonym) => `Pseudonym ${pseudonym.slice(pseudonym.indexOf(':') + 1)}`)
  ]
  return all.length === 0 ? html`nicht bekannt: alle, die im Zeitraum in den Quellen stehen` : list(all)
}

function window({ from, until }: NonNullable<Order['content']>): string {
  return `${germanDate(from.day)}, ${from.time} Uhr, bis ${germanDate(until.day)}, ${until.time} Uhr`
}

function list(words: readonly string[]): Markup {
  return html`${words.map((word, place) => html`${place === 0 ? '' : html`<br />`}${name(word)}`)}`
}
