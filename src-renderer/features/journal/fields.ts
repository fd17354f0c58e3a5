import { connectionSchema } from '../../../src-main/contract/directory'
import type { LedgerEntry } from '../../../src-main/contract/ledger'
import { personNamesSchema, publicKeysSchema, roleSchema } from '../../../src-main/contract/people'
import { evidenceSchema, measureSchema } from '../../../src-main/contract/sanctions'
import { groupsOfFour } from '../../shared/digest'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { measureText } from '../../shared/measures'
import { roleWord } from '../../shared/roles'
import { fieldMessages } from './fieldMessages'
import { isDay } from './filters'
import { codeWord, stepWord } from './words'

const t = textsOf(fieldMessages)
type Label = keyof typeof fieldMessages.texts

/** A field of an entry, ready to read. */
export interface EntryField {
  readonly label: string
  /** One line each. */
  readonly values: readonly string[]
}

export interface EntryFields {
  /** What people read. */
  readonly content: readonly EntryField[]
  /** Ids, keys and hashes. */
  readonly technical: readonly EntryField[]
}

/** In the order in which people ask: who, what, why, from when to when. Anything else follows. */
const order: readonly string[] = [
  'names',
  'subject',
  'schoolClass',
  'school',
  'role',
  'roles',
  'deputy',
  'scope',
  'happenedOn',
  'rule',
  'facts',
  'evidence',
  'outcome',
  'measures',
  'reasons',
  'reason',
  'party',
  'event',
  'on',
  'note',
  'from',
  'until',
  'to',
  'expires'
]

/** What these hold is a code word; free text in other fields stays as it was written. */
const codeKeys = new Set([
  'party',
  'event',
  'outcome',
  'kind',
  'job',
  'state',
  'document',
  'code',
  'from',
  'to',
  'agreement',
  'what'
])

const technicalKeys = new Set([
  'person',
  'case',
  'appointment',
  'plan',
  'undoes',
  'text',
  'digest',
  'former',
  'head',
  'fingerprint',
  'key',
  'keys',
  'devices'
])

/** Names of persons in words, people's keys, and what else is written in more than one word. */
const written: Readonly<Record<string, (value: unknown) => readonly string[] | null>> = {
  names: (value) => {
    const names = personNamesSchema.safeParse(value)
    return names.success ? [`${names.data.givenName} ${names.data.familyName} (${names.data.login})`] : null
  },
  connection: (value) => {
    const connection = connectionSchema.safeParse(value)
    if (!connection.success) return null
    const { url, bindDn, baseDn } = connection.data
    return [url, bindDn, baseDn]
  },
  measures: (value) => {
    const measures = measureSchema.array().safeParse(value)
    return measures.success ? measures.data.map(measureText) : null
  },
  evidence: (value) => {
    const evidence = evidenceSchema.array().safeParse(value)
    return evidence.success ? evidence.data.map(({ reference }) => reference) : null
  },
  role: (value) => {
    const role = roleSchema.safeParse(value)
    return role.success ? [roleWord(role.data)] : null
  },
  roles: (value) => {
    const roles = roleSchema.array().safeParse(value)
    return roles.success ? [roles.data.map((role) => roleWord(role)).join(', ')] : null
  },
  kinds: (value) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([kind, count]) => `${stepWord(kind)}: ${formats.number(Number(count))}`)
      : null
}

/** All fields of an entry in words; empty and repeated ones are left out. */
export function fieldsOf(entry: LedgerEntry): EntryFields {
  const content: EntryField[] = []
  const technical: EntryField[] = []
  if (entry.by !== '' && entry.signer.kind === 'device') content.push({ label: t('by'), values: [entry.by] })
  for (const [key, value] of sorted([
    ...Object.entries(entry.payload ?? {}),
    ...Object.entries(entry.body)
  ])) {
    if (key === 'by') continue
    if (key === 'keys') technical.push(...keysOf(value))
    else if (key === 'leadership') technical.push(...leadershipOf(value))
    else {
      const values = valuesOf(key, value)
      if (values.length > 0) {
        ;(technicalKeys.has(key) ? technical : content).push({ label: labelOf(key, value), values })
      }
    }
  }
  return { content, technical }
}

function sorted(fields: readonly [string, unknown][]): readonly [string, unknown][] {
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return fields.toSorted(([left], [right]) => place(left) - place(right))
}

function labelOf(key: string, value: unknown): string {
  if (key === 'from' && typeof value === 'number') return t('keyFrom')
  return Object.hasOwn(fieldMessages.texts, key) ? t(key as Label) : key
}

function valuesOf(key: string, value: unknown): readonly string[] {
  if (key === 'until' && value === null) return [t('openEnd')]
  const special = Object.hasOwn(written, key) ? written[key]?.(value) : null
  if (special !== null && special !== undefined) return special
  if (value === null || value === '') return []
  if (typeof value === 'boolean') return key === 'deputy' && !value ? [] : [value ? t('yes') : t('no')]
  if (typeof value === 'number') return [formats.number(value)]
  if (typeof value === 'string') return [stringInWords(key, value)]
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valuesOf(key, item))
  return [JSON.stringify(value)]
}

function stringInWords(key: string, value: string): string {
  if (isDay(value)) return formats.day(value)
  if (/^\d{4}-\d{2}-\d{2}T\S+Z$/.test(value)) return formats.instant(value)
  if (/^[0-9a-f]{64}$/.test(value)) return groupsOfFour(value)
  return codeKeys.has(key) ? codeWord(value) : value
}

function keysOf(value: unknown): readonly EntryField[] {
  const keys = publicKeysSchema.safeParse(value)
  return keys.success
    ? [
        { label: t('keySign'), values: [keys.data.sign] },
        { label: t('keySeal'), values: [keys.data.seal] }
      ]
    : []
}

/** The founding's leadership: the person and their keys. */
function leadershipOf(value: unknown): readonly EntryField[] {
  if (typeof value !== 'object' || value === null) return []
  const { person, keys } = value as { person?: unknown; keys?: unknown }
  return [
    ...(typeof person === 'string' ? [{ label: t('leadershipPerson'), values: [person] }] : []),
    ...keysOf(keys)
  ]
}
