import type { Appointment } from '../../../contract/people'
import { html } from '../../../core/documents/html'
import { leadershipLine, letter } from '../../../core/documents/letter'
import { facts, germanDateOf, name, section, typed } from '../../../core/documents/words'
import { appointmentFacts, appointmentReference, nameOf, type AppointmentDocumentInput } from './parts'
import { wordsOf } from './roleWords'

export interface RevocationDocumentInput extends AppointmentDocumentInput {
  readonly revocation: NonNullable<Appointment['revocation']>
}

/** The letter by which the leadership revokes an appointment; it has its effect from its statement in the ledger on. */
export function revocationLetter(input: RevocationDocumentInput): string {
  const { settings, appointment, revocation } = input
  const person = nameOf(appointment.names)
  const { office } = wordsOf(appointment)
  return letter({
    ...input,
    subject: `Widerruf der Benennung: ${office}`,
    regarding: null,
    recipient: [name(person)],
    reference: appointmentReference(appointment),
    draft: null,
    body: [
      html`<p>Guten Tag <bdi>${person}</bdi>,</p>
        <p>
          die Schulleitung hat Ihre Benennung am ${germanDateOf(revocation.at)} widerrufen (Eintrag
          ${revocation.sequence} im Journal). Der Widerruf wirkt seit diesem Eintrag.
        </p>
        ${facts(appointmentFacts(input))}`,
      section('Begründung', typed(revocation.reason))
    ],
    closing: [
      section(
        'Was das bedeutet',
        html`<ul>
          <li>Sie handeln nicht mehr in dieser Aufgabe; Netzwart nimmt dafür keine Unterschrift mehr an.</li>
          <li>Was Sie bis dahin unterschrieben haben, bleibt gültig.</li>
          <li>
            Unterlagen und Zugänge, die Sie nur für diese Aufgabe hatten, geben Sie der Schulleitung zurück.
          </li>
          <li>
            Über alles Persönliche, das Ihnen dabei bekannt geworden ist, bewahren Sie weiterhin
            Stillschweigen.
          </li>
        </ul>`
      ),
      html`<p>Mit freundlichen Grüßen</p>`
    ],
    signatures: [leadershipLine(settings), { name: name(person), office: 'Erhalten: Datum, Unterschrift' }]
  })
}
