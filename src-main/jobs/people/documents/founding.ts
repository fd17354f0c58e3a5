import { agreementParagraphs } from '../../../contract/agreement'
import type { Appointment } from '../../../contract/people'
import { html, type Markup } from '../../../core/documents/html'
import { letter, placeAndDay, type DocumentFrame, type SignatureLine } from '../../../core/documents/letter'
import { facts, fingerprint, germanDateOf, name, section } from '../../../core/documents/words'
import { agreementDigest } from '../agreement'
import { nameOf } from './parts'
import { wordsOf } from './roleWords'

/** A person as the founding names them; an `Appointment` is one. */
export type FoundingPerson = Pick<Appointment, 'names' | 'role' | 'deputy' | 'fingerprint'>

export interface FoundingDocumentInput extends DocumentFrame {
  /** Id of the ledger. */
  readonly ledger: string
  /** The founding statement: the school's name in it, when it was signed (ISO, UTC), its sequence number. */
  readonly founding: { readonly school: string; readonly at: string; readonly sequence: number }
  readonly leadership: FoundingPerson
  readonly administrator: FoundingPerson
  /** Fingerprints of the PCs that the founding admits. */
  readonly devices: readonly string[]
}

/**
 * The founding document: who founded the school's case file, with which keys, and the written agreement between
 * administrator and leadership (P25). Both sign it on paper; the leadership's fingerprint on it is the root of trust for
 * whoever verifies the ledger later.
 */
export function foundingDocument(input: FoundingDocumentInput): string {
  const { ledger, founding, leadership, administrator, devices } = input
  return letter({
    ...input,
    subject: 'Gründungsurkunde',
    regarding: html`Fallakte der Schule und Vereinbarung zur Administration`,
    recipient: null,
    reference: [],
    draft: null,
    body: [
      html`<p>
        Schulleitung und Administration haben am ${germanDateOf(founding.at)} gemeinsam die Fallakte der
        Schule gegründet. Jede Entscheidung darin wird mit dem Schlüssel der Person unterschrieben, die sie
        trifft. Die Fingerabdrücke auf diesem Blatt sagen, welche Schlüssel das sind. Dieses Blatt gehört in
        die Akten der Schule: Mit ihm lässt sich auch in Jahren noch prüfen, dass das Journal echt ist.
      </p>`,
      facts([
        ['Schule', name(founding.school)],
        ['Kennung des Journals', html`<code>${ledger}</code>`],
        ['Prüfsumme (SHA\u2011256) der Vereinbarung', fingerprint(agreementDigest())],
        ['Gründung', `Eintrag ${String(founding.sequence)} vom ${germanDateOf(founding.at)}`]
      ]),
      section(
        'Personen',
        personFacts('Schulleitung', leadership),
        personFacts('Administration', administrator)
      ),
      devices.length === 0 ? html`` : section('Aufgenommene PCs', ...devices.map(deviceFacts)),
      html`<h1 class="sheet">Vereinbarung zwischen Schulleitung und Administration</h1>
        <ol>
          ${agreementParagraphs.map(({ de }) => html`<li>${de}</li>`)}
        </ol>`
    ],
    closing: [
      html`<p>
        Wir haben die Fingerabdrücke verglichen und schließen diese Vereinbarung. Die Administration hat sie
        auch im Journal mit ihrem Schlüssel unterschrieben.
      </p>`
    ],
    signatures: [placeAndDay, signatureOf(leadership), placeAndDay, signatureOf(administrator)]
  })
}

function personFacts(label: string, person: FoundingPerson): Markup {
  return html`<div class="together">
    ${facts([
      [label, name(nameOf(person.names))],
      ['Anmeldename', name(person.names?.login ?? '')],
      ['Fingerabdruck', fingerprint(person.fingerprint)]
    ])}
  </div>`
}

function deviceFacts(device: string): Markup {
  return html`<div class="together">${facts([['Fingerabdruck', fingerprint(device)]])}</div>`
}

function signatureOf(person: FoundingPerson): SignatureLine {
  return { name: name(nameOf(person.names)), office: wordsOf(person).office }
}
