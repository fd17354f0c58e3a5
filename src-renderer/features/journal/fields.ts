import type { Text } from '../../../src-main/contract/language'
import type { LedgerEntry } from '../../../src-main/contract/ledger'
import { groupsOfFour } from '../../shared/digest'
import { formats } from '../../shared/i18n/formats'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { commonMessages } from '../../shared/i18n/messages'
import { fieldLook, type FieldLook } from '../../shared/looks'
import { statementFields } from '../../shared/statementFields'
import { codeWord } from '../../shared/statements'
import { isDay } from './filters'

const common = textsOf(commonMessages)
const atTheWishOf: Text = { de: 'Auf Wunsch von', en: 'At the wish of' }

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

/** A field beside its look; one that a newer version wrote has none. */
interface Shown {
  readonly key: string
  readonly value: unknown
  readonly look: FieldLook | undefined
}

/** All fields of an entry in words; empty and repeated ones are left out. */
export function fieldsOf(entry: LedgerEntry): EntryFields {
  const language = currentLanguage()
  const content: EntryField[] = []
  const technical: EntryField[] = []
  if (entry.by !== '' && entry.signer.kind === 'device')
    content.push({ label: atTheWishOf[language], values: [entry.by] })
  for (const field of shownOf(entry)) {
    const { key, value, look } = field
    if (look?.parts !== undefined) {
      technical.push(...look.parts(value).map(({ label, values }) => ({ label: label[language], values })))
      continue
    }
    const values = valuesOf(field, entry.body)
    if (values.length === 0) continue
    const label = typeof look?.label === 'function' ? look.label(value) : look?.label
    ;(look?.technical === true ? technical : content).push({ label: label?.[language] ?? key, values })
  }
  return { content, technical }
}

function shownOf({ kind, body, payload }: LedgerEntry): readonly Shown[] {
  const fields = [...Object.entries(payload ?? {}), ...Object.entries(body)].filter(([key]) => key !== 'by')
  const place = ({ look }: Shown): number => look?.order ?? Number.MAX_SAFE_INTEGER
  return fields
    .map(([key, value]): Shown => ({ key, value, look: lookOf(kind, key) }))
    .toSorted((left, right) => place(left) - place(right))
}

function lookOf(kind: LedgerEntry['kind'], key: string): FieldLook | undefined {
  return fieldLook(kind, key) ?? (Object.hasOwn(statementFields, key) ? statementFields[key] : undefined)
}

function valuesOf(
  { value, look }: Pick<Shown, 'value' | 'look'>,
  body: LedgerEntry['body']
): readonly string[] {
  const special = look?.values?.(value, body) ?? null
  if (special !== null) return special
  if (value === null || value === '') return []
  if (typeof value === 'boolean') return [common(value ? 'yes' : 'no')]
  if (typeof value === 'number') return [formats.number(value)]
  if (typeof value === 'string') return [stringInWords(value, look)]
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valuesOf({ value: item, look }, body))
  return [JSON.stringify(value)]
}

function stringInWords(value: string, look: FieldLook | undefined): string {
  if (isDay(value)) return formats.day(value)
  if (/^\d{4}-\d{2}-\d{2}T\S+Z$/.test(value)) return formats.instant(value)
  if (/^[0-9a-f]{64}$/.test(value)) return groupsOfFour(value)
  return look?.codes === undefined ? value : codeWord(look.codes, value)
}
