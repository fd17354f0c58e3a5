import type { Suspension } from '../../../src-main/contract/accounts'
import type { Text } from '../../../src-main/contract/language'
import type { Image, Step } from '../../../src-main/contract/plan'
import { dayOf, formatDay } from '../../shared/i18n/format'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { commonMessages } from '../../shared/i18n/messages'

/** One field of a step's images, in words. An empty text means that there is nothing. */
export interface FieldChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

const fieldLabels = {
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
  mustChangePassword: { de: 'Neues Passwort bei der Anmeldung', en: 'New password at sign-in' },
  name: { de: 'Klasse', en: 'Class' },
  dn: { de: 'Ort im Verzeichnis', en: 'Place in the directory' }
} as const satisfies Record<string, Text>
type KnownField = keyof typeof fieldLabels

const knownFields = Object.keys(fieldLabels) as KnownField[]
/** The fields that say most about a change, for one line. */
const tellingFields = [
  'displayName',
  'classes',
  'groups',
  'login',
  'schoolId',
  'suspension',
  'leaverSince',
  'dn'
]

const existence: Text = { de: 'Eintrag', en: 'Entry' }
const present: Text = { de: 'vorhanden', en: 'exists' }
const absent: Text = { de: 'nicht vorhanden', en: 'does not exist' }
const free: Text = { de: 'nicht gesperrt', en: 'not suspended' }
const forever: Text = { de: 'gesperrt', en: 'suspended' }
const until: Text = { de: 'gesperrt, frei ab ', en: 'suspended, free from ' }

const common = textsOf(commonMessages)

function labelOf(field: string): string {
  const labels: Readonly<Record<string, Text>> = fieldLabels
  return labels[field]?.[currentLanguage()] ?? field
}

function suspensionText(value: Suspension): string {
  const language = currentLanguage()
  switch (value.kind) {
    case 'none':
      return free[language]
    case 'forever':
      return forever[language]
    case 'until':
      return until[language] + formatDay(dayOf(new Date(value.until)), language)
  }
}

/** A value of an image in words; empty: there is none. */
function valueText(field: string, value: Image[string] | undefined): string {
  if (value === undefined || value === null || value === '') return ''
  if (field === 'suspension') return suspensionText(value as Suspension)
  if (field === 'kind') return common(`kind.${value as 'pupil' | 'teacher' | 'staff' | 'other'}`)
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, currentLanguage()) : text
}

function fieldsOf({ before, after }: Pick<Step, 'before' | 'after'>): string[] {
  const there = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  const known = knownFields.filter((field) => there.has(field))
  return [...known, ...[...there].filter((field) => !knownFields.some((name) => name === field))]
}

/** What a step changes, field by field, in words. What is empty before and after is left out. */
export function changesOf(step: Pick<Step, 'before' | 'after'>): FieldChange[] {
  const { before, after } = step
  const language = currentLanguage()
  const changes = fieldsOf(step)
    .map((field) => ({
      label: labelOf(field),
      before: before === null ? '' : valueText(field, before[field]),
      after: after === null ? '' : valueText(field, after[field])
    }))
    .filter((change) => change.before !== '' || change.after !== '')
  if (before !== null && after !== null) return changes
  const word = (image: Image | null): string => (image === null ? absent : present)[language]
  return [{ label: existence[language], before: word(before), after: word(after) }, ...changes]
}

/** The change in one line: `7a → 8a`. `before` is empty for something new, `after` for something removed. */
export function changeLine(step: Pick<Step, 'before' | 'after' | 'target'>): {
  before: string
  after: string
} {
  const { before, after, target } = step
  if (before === null) return { before: '', after: target.name }
  if (after === null) return { before: target.name, after: '' }
  const telling = tellingFields
    .map((field) => ({ before: valueText(field, before[field]), after: valueText(field, after[field]) }))
    .filter((change) => change.before !== change.after)
  const dash = common('nothing')
  const side = (name: 'before' | 'after'): string =>
    telling
      .map((change) => change[name] || dash)
      .slice(0, 2)
      .join(' · ')
  if (telling.length > 0) return { before: side('before'), after: side('after') }
  const [other] = changesOf(step)
  return { before: '', after: other === undefined ? '' : `${other.label}: ${other.after || dash}` }
}
