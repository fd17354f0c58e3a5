import type { AccountImage } from './accounts'
import type { Language, Text } from './language'

/** What a person calls the fields of an account. */
const accountFields = {
  displayName: { de: 'Name', en: 'Name' },
  givenName: { de: 'Vorname', en: 'Given name' },
  familyName: { de: 'Nachname', en: 'Family name' },
  login: { de: 'Anmeldename', en: 'Login' },
  classes: { de: 'Klassen', en: 'Classes' },
  groups: { de: 'Gruppen', en: 'Groups' },
  schoolId: { de: 'Schul-ID', en: 'School id' },
  kind: { de: 'Personengruppe', en: 'Kind of person' },
  mail: { de: 'E-Mail', en: 'E-mail' },
  suspension: { de: 'Sperre', en: 'Suspension' },
  leaverSince: { de: 'Abgänger seit', en: 'Leaver since' },
  memberships: { de: 'Module (Gruppen)', en: 'Modules (groups)' },
  mustChangePassword: { de: 'Neues Passwort bei der Anmeldung', en: 'New password at sign-in' }
} as const satisfies Record<keyof AccountImage | 'mail' | 'memberships', Text>

/** What else may have changed, though no plan writes it. */
const otherFields = { lastSignIn: { de: 'letzte Anmeldung', en: 'last sign-in' } } as const

/** The fields of an account in the order in which a change of it is told. */
export const accountFieldNames: readonly string[] = Object.keys(accountFields)

/** The name of a field in words; a field that is none of an account's keeps its own name. */
export function fieldWord(field: string, language: Language): string {
  const words: Readonly<Record<string, Text>> = { ...accountFields, ...otherFields }
  return Object.hasOwn(words, field) ? (words[field]?.[language] ?? field) : field
}
