import type { Appointment, PersonNames } from '../../../contract/people'
import type { Markup } from '../../../core/documents/html'
import type { DocumentFrame } from '../../../core/documents/letter'
import { fingerprint, germanDate, name } from '../../../core/documents/words'
import { fullName } from '../../../core/people/actor'
import { wordsOf } from './roleWords'

/** What the letters about one appointment need to know. */
export interface AppointmentDocumentInput extends DocumentFrame {
  readonly appointment: Omit<Appointment, 'state' | 'revocation'>
}

/** What a person is called; their names may have been erased since. */
export function nameOf(names: PersonNames | null): string {
  return names === null ? '(Name gelöscht)' : fullName(names)
}

/** Where the appointment stands in the ledger. */
export function appointmentReference({
  sequence
}: AppointmentDocumentInput['appointment']): (readonly [string, string])[] {
  return [['Benennung', `Eintrag ${String(sequence)} im Journal`]]
}

/** The facts of an appointment, as its statement in the ledger has them. */
export function appointmentFacts({
  appointment
}: AppointmentDocumentInput): (readonly [string, string | Markup])[] {
  const { scope, from, until } = appointment
  return [
    ['Aufgabe', wordsOf(appointment).office],
    ['Umfang', name(scope === '' ? 'die ganze Aufgabe' : scope)],
    ['Beginn', germanDate(from)],
    ['Ende', until === null ? 'bis auf Widerruf' : `mit Ablauf des ${germanDate(until)}`],
    ['Fingerabdruck', fingerprint(appointment.fingerprint)]
  ]
}
