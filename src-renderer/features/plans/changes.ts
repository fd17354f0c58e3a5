import { membershipsSchema, type Suspension } from '../../../src-main/contract/accounts'
import { accountFieldNames, fieldWord } from '../../../src-main/contract/fields'
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

/** Fields of steps that are about a class or a container. */
const thingFields = {
  name: { de: 'Klasse', en: 'Class' },
  dn: { de: 'Ort im Verzeichnis', en: 'Place in the directory' }
} as const satisfies Record<string, Text>

const knownFields: readonly string[] = [...accountFieldNames, ...Object.keys(thingFields)]
/** The fields that say most about a change, for one line. */
const tellingFields = [
  'displayName',
  'suspension',
  'classes',
  'groups',
  'login',
  'schoolId',
  'leaverSince',
  'dn'
]
/** Parts of a change that one line has room for. */
const tellingParts = 2

/** What a step makes or removes, as a field of its own. */
const thingLabels: Readonly<Record<string, Text>> = {
  account: { de: 'Konto', en: 'Account' },
  group: { de: 'Gruppe', en: 'Group' },
  container: { de: 'Bereich', en: 'Container' }
}
const isMade: Text = { de: 'wird angelegt', en: 'is created' }
const exists: Text = { de: 'vorhanden', en: 'exists' }
const isRemoved: Text = { de: 'wird gelöscht', en: 'is deleted' }
const withoutClass: Text = { de: 'ohne Klasse', en: 'without class' }
const free: Text = { de: 'nicht gesperrt', en: 'not suspended' }
const forever: Text = { de: 'gesperrt', en: 'suspended' }
const until: Text = { de: 'gesperrt, frei ab ', en: 'suspended, free from ' }

const common = textsOf(commonMessages)

function labelOf(field: string): string {
  const labels: Readonly<Record<string, Text>> = thingFields
  return labels[field]?.[currentLanguage()] ?? fieldWord(field, currentLanguage())
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

/** Of the groups that the step is about, those that the person is in; an image that is none of ours says nothing. */
function heldGroups(value: Image[string]): string {
  const memberships = membershipsSchema.safeParse(value)
  const held = (memberships.data ?? []).filter(({ member }) => member).map(({ group }) => group)
  return held.join(', ')
}

/** A value of an image in words; empty: there is none. */
function valueText(field: string, value: Image[string] | undefined): string {
  if (value === undefined || value === null || value === '') return ''
  if (field === 'suspension') return suspensionText(value as Suspension)
  if (field === 'kind') return common(`kind.${value as 'pupil' | 'teacher' | 'staff' | 'other'}`)
  if (field === 'memberships') return heldGroups(value)
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, currentLanguage()) : text
}

function fieldsOf({ before, after }: Pick<Step, 'before' | 'after'>): string[] {
  const there = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  const known = knownFields.filter((field) => there.has(field))
  return [...known, ...[...there].filter((field) => !knownFields.includes(field))]
}

/** What a step changes, field by field, in words. What is empty before and after is left out. */
export function changesOf(step: Pick<Step, 'before' | 'after' | 'target'>): FieldChange[] {
  const { before, after, target } = step
  const language = currentLanguage()
  const changes = fieldsOf(step)
    .map((field) => ({
      label: labelOf(field),
      before: before === null ? '' : valueText(field, before[field]),
      after: after === null ? '' : valueText(field, after[field])
    }))
    .filter((change) => change.before !== '' || change.after !== '')
  if (before !== null && after !== null) return changes
  const thing = {
    label: thingLabels[target.type]?.[language] ?? target.type,
    before: before === null ? '' : exists[language],
    after: (after === null ? isRemoved : isMade)[language]
  }
  return [thing, ...changes]
}

/** A part of the one line; empty: it goes without saying. */
function tellingText(field: string, value: Image[string] | undefined): string {
  if (field === 'suspension' && (value as Suspension | undefined)?.kind === 'none') return ''
  const text = valueText(field, value)
  return field === 'classes' && text === '' ? withoutClass[currentLanguage()] : text
}

/** The change in one line: `7a → 8a`. `before` is empty for something new, `after` for something removed. */
export function changeLine(step: Pick<Step, 'before' | 'after' | 'target'>): {
  readonly before: string
  readonly after: string
} {
  const { before, after, target } = step
  if (before === null) return { before: '', after: target.name }
  if (after === null) return { before: target.name, after: '' }
  const telling = tellingFields.filter(
    (field) => valueText(field, before[field]) !== valueText(field, after[field])
  )
  const side = (image: Image): string => {
    const parts = telling.map((field) => tellingText(field, image[field])).filter((part) => part !== '')
    const [first = ''] = telling
    return parts.slice(0, tellingParts).join(' · ') || valueText(first, image[first]) || common('nothing')
  }
  if (telling.length > 0) return { before: side(before), after: side(after) }
  const [other] = changesOf(step)
  return {
    before: '',
    after: other === undefined ? '' : `${other.label}: ${other.after || common('nothing')}`
  }
}
