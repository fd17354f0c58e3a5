import type { Holding } from '../../contract/disclosures'
import type { Text } from '../../contract/language'
import { statementKinds, type StatementPayload } from '../../contract/ledger'
import type { Appointment, Role } from '../../contract/people'
import { germanMinuteOf } from '../../core/calendar'
import { germanDate } from '../../core/documents/words'
import type { LedgerView } from '../../core/ledger'
import { data, day, whether, words, written } from '../../desks/holdings'

const label = {
  role: { de: 'Rolle', en: 'Role' },
  deputy: { de: 'Vertretung', en: 'Deputy' },
  scope: { de: 'Umfang', en: 'Scope' },
  from: { de: 'Von', en: 'From' },
  until: { de: 'Bis', en: 'Until' },
  fingerprint: { de: 'Fingerabdruck des Schlüssels', en: 'Fingerprint of the key' },
  revoked: { de: 'Widerruf, Grund', en: 'Revoked because' },
  signIn: { de: 'Anmeldung', en: 'Sign-in' }
} as const satisfies Record<string, Text>

const roles: Readonly<Record<Role, Text>> = {
  administrator: { de: 'Administration', en: 'Administrator' },
  leadership: { de: 'Schulleitung', en: 'Leadership' },
  evaluator: { de: 'Auswertung', en: 'Evaluator' },
  teacher: { de: 'Lehrkraft', en: 'Teacher' },
  dpo: { de: 'Datenschutz', en: 'Data protection officer' }
}

/** Appointments of the person with their keys, and when they have signed in to Netzwart (P7, P20, P25, P27). */
export function peopleHoldings(
  ledger: LedgerView,
  appointments: readonly Appointment[],
  person: string
): readonly Holding[] {
  return [
    ...appointments.filter((one) => one.person === person).map(appointmentOf),
    ...signInsOf(ledger, person)
  ]
}

function appointmentOf({
  sequence,
  role,
  deputy,
  scope,
  from,
  until,
  fingerprint,
  revocation
}: Appointment): Holding {
  return {
    id: `appointment:${sequence}`,
    area: 'role',
    at: null,
    title: statementKinds['appointment.made'].name,
    facts: [
      ...words(label.role, roles[role]),
      ...(deputy ? whether(label.deputy, true) : []),
      ...written(label.scope, scope),
      ...day(label.from, from),
      ...day(label.until, until),
      ...data(label.fingerprint, fingerprint),
      ...written(label.revoked, revocation?.reason)
    ],
    underWay: false
  }
}

/** All of them together, each in a line: there are thousands of somebody who works here every day. */
function signInsOf(ledger: LedgerView, person: string): readonly Holding[] {
  const items = ledger
    .about(`person:${person}`)
    .filter(({ statement }) => statement.kind === 'session.signedIn')
  if (items.length === 0) return []
  return [
    {
      id: 'sessions',
      area: 'session',
      at: null,
      title: { de: 'Anmeldungen in Netzwart', en: 'Sign-ins to Netzwart' },
      facts: items.flatMap((item) => {
        const { day: on, time } = germanMinuteOf(item.statement.time)
        // Its shape was checked when it was read.
        const payload = ledger.payloadOf(item) as StatementPayload<'session.signedIn'> | null
        return data(
          label.signIn,
          [`${germanDate(on)}, ${time}`, payload?.computer ?? ''].filter(Boolean).join(' · ')
        )
      }),
      underWay: false
    }
  ]
}
