import { html } from '../../../core/documents/html'
import { leadershipLine, letter } from '../../../core/documents/letter'
import { facts, name, section } from '../../../core/documents/words'
import { appointmentFacts, appointmentReference, nameOf, type AppointmentDocumentInput } from './parts'
import { wordsOf } from './roleWords'

/**
 * The letter by which the leadership appoints somebody (Benennung; P20, P21, P25), with the fingerprint of the key that
 * signs for them, so that paper and ledger say the same. To be signed by both on paper.
 */
export function appointmentLetter(input: AppointmentDocumentInput): string {
  const { settings, appointment } = input
  const { office, basis, may, duties } = wordsOf(appointment)
  const person = nameOf(appointment.names)
  return letter({
    ...input,
    subject: `Benennung: ${office}`,
    regarding: null,
    recipient: null,
    reference: appointmentReference(appointment),
    draft: null,
    body: [
      html`<p>
        Die Schulleitung benennt <strong>${name(person)}</strong> hiermit für die folgende Aufgabe.
      </p>`,
      facts(appointmentFacts(input)),
      section('Grundlage', html`<p>${basis}</p>`),
      section('Was Sie dürfen', list(may)),
      section('Was Sie beachten', list([...duties, secrecy]))
    ],
    closing: [
      section(
        'Ihr Schlüssel',
        html`<p>
          Sie unterschreiben in Netzwart mit Ihrem eigenen Schlüssel und Ihrer Passphrase; geben Sie beides
          niemandem weiter. Ist die Passphrase vergessen oder könnte jemand anderes sie kennen, sagen Sie es
          sofort der Schulleitung. Die Benennung kann jederzeit widerrufen werden; der Widerruf wirkt sofort.
        </p>`
      ),
      html`<p>
        Wer benannt ist, bestätigt mit der Unterschrift: Ich habe dieses Blatt gelesen und nehme die Benennung
        an. Der Fingerabdruck ist der, den mir Netzwart für meinen Schlüssel zeigt.
      </p>`
    ],
    signatures: [leadershipLine(settings), { name: name(person), office: 'Angenommen: Datum, Unterschrift' }]
  })
}

const secrecy =
  'Über alles Persönliche, das Ihnen dabei bekannt wird, bewahren Sie Stillschweigen, auch nach dem Ende der Aufgabe.'

function list(sentences: readonly string[]) {
  return html`<ul>
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`
}
