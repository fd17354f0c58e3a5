import { filled, type Text } from '../../contract/language'
import { fail, succeed, type Result } from '../../contract/result'
import type { Settings } from '../../contract/settings'
import { germanDayOf } from '../../core/calendar'
import { bodyOf, type Ledger } from '../../core/ledger'
import type { DocumentDesk, SavedDocument } from '../../world/documents/port'
import type { Appointments } from './appointments'
import { appointmentLetter, foundingDocument, revocationLetter } from './documents'

export interface LetterParts {
  readonly ledger: Ledger
  readonly appointments: Appointments
  readonly desk: DocumentDesk
  readonly settings: () => Promise<Result<Settings>>
  readonly now: () => Date
}

/** Saves the founding document (null), or the letter of an appointment; of a revoked one, its revocation. */
export async function savePeopleDocument(
  parts: LetterParts,
  appointment: string | null,
  /** Who asks for it. */
  by: string | null
): Promise<Result<SavedDocument>> {
  const { ledger, desk, settings, now } = parts
  const { head } = ledger
  const read = await settings()
  if (!read.ok) return read
  if (head === null) return fail('people.notFounded')
  const frame = { settings: read.value, head, day: germanDayOf(now().toISOString()) }
  const page = appointment === null ? foundingPage(parts, frame) : letterPage(parts, frame, appointment)
  if (!page.ok) return page
  return desk.savePdf({
    title: { de: 'Dokument speichern', en: 'Save the document' },
    suggestedName: page.value.name,
    copy: { what: 'letter', count: 1, by },
    page: async () => succeed(page.value.html)
  })
}

interface Page {
  readonly name: Text
  readonly html: string
}

type Frame = Pick<Parameters<typeof appointmentLetter>[0], 'settings' | 'head' | 'day'>

/** The founding names the leadership; the administrator is whom it appointed first. */
function foundingPage({ ledger, appointments }: LetterParts, frame: Frame): Result<Page> {
  const { founding } = ledger.authority
  const statement = founding === null ? undefined : ledger.numbered(founding.sequence)?.statement
  const oldestFirst = appointments.list().toReversed()
  const leadership = oldestFirst.find(({ id }) => id === statement?.ledger)
  const administrator = oldestFirst.find(({ role }) => role === 'administrator')
  if (statement == null || leadership === undefined || administrator === undefined) {
    return fail('people.notFounded')
  }
  const { school, devices } = bodyOf(statement, 'founding')
  const html = foundingDocument({
    ...frame,
    ledger: statement.ledger,
    founding: { school, at: statement.time, sequence: statement.sequence },
    leadership,
    administrator,
    devices
  })
  return succeed({
    name: filled({ de: 'Gruendung-{day}.pdf', en: 'Founding-{day}.pdf' }, { day: frame.day }),
    html
  })
}

function letterPage({ appointments }: LetterParts, frame: Frame, id: string): Result<Page> {
  const appointment = appointments.find(id)
  if (appointment === null) return fail('people.appointmentNotFound')
  const { revocation, names } = appointment
  const login = names?.login ?? appointment.sequence
  return succeed(
    revocation === null
      ? {
          name: filled({ de: 'Benennung-{login}.pdf', en: 'Appointment-{login}.pdf' }, { login }),
          html: appointmentLetter({ ...frame, appointment })
        }
      : {
          name: filled({ de: 'Widerruf-{login}.pdf', en: 'Revocation-{login}.pdf' }, { login }),
          html: revocationLetter({ ...frame, appointment, revocation })
        }
  )
}
