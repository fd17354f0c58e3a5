import { namesIn, readCondition } from './condition'
import type { Condition, Detection, FieldItem, Selection } from './detection'
import { readTest, type Reading, type RuleValue } from './modifiers'
import type { Path } from './problems'

/** A rule's `detection`, which YAML gives as it stands; null: something of it was refused. */
export function readDetection(reading: Reading, value: unknown): Detection | null {
  const { complaints } = reading
  const path: Path = ['detection']
  if (!isMap(value)) return complaints.refuse(path, 'rules.valueWrong', { key: 'detection' })
  const { condition: asked, ...rest } = value
  const names = Object.keys(rest)
  const selections = names.map((name) => readSelection(reading, name, rest[name]))
  if (asked === undefined) return complaints.refuse(path, 'rules.keyMissing', { key: 'condition' })
  const texts = Array.isArray(asked) ? (asked as readonly unknown[]) : [asked]
  const conditions: (Condition | null)[] = texts.map((text, index) => {
    const place = Array.isArray(asked) ? [...path, 'condition', index] : [...path, 'condition']
    if (typeof text === 'string') return readCondition(complaints, place, text, names)
    return complaints.refuse(place, 'rules.valueWrong', { key: 'condition' })
  })
  const read = conditions.filter((one) => one !== null)
  const [first] = read
  if (first === undefined || read.length < conditions.length) return null
  // Several conditions are alternatives.
  const condition: Condition = read.length === 1 ? first : { kind: 'or', parts: read }
  const used = new Set(namesIn(condition))
  for (const name of names) {
    if (!used.has(name)) complaints.warn([...path, name], 'rules.selectionUnused', { name })
  }
  const complete = selections.filter((one) => one !== null)
  return complete.length < selections.length ? null : { selections: complete, condition }
}

function readSelection(reading: Reading, name: string, value: unknown): Selection | null {
  const path: Path = ['detection', name]
  const { complaints } = reading
  const entries: readonly (readonly [Path, unknown])[] = Array.isArray(value)
    ? (value as readonly unknown[]).map((one, index) => [[...path, index], one] as const)
    : [[path, value]]
  // A bare text is neither list nor map: mostly a key of old rules (`timeframe`).
  if (!Array.isArray(value) && !isMap(value)) {
    return complaints.refuse(path, 'rules.valueWrong', { key: name })
  }
  if (entries.length === 0) return complaints.refuse(path, 'rules.selectionEmpty', { name })
  const groups: FieldItem[][] = []
  let isWhole = true
  for (const [place, entry] of entries) {
    const group = isMap(entry)
      ? readMap(reading, place, name, entry)
      : readKeyword(reading, place, name, entry)
    if (group === null) isWhole = false
    else groups.push(group)
  }
  return isWhole ? { name, groups } : null
}

function readMap(
  reading: Reading,
  path: Path,
  name: string,
  map: Readonly<Record<string, unknown>>
): FieldItem[] | null {
  const keys = Object.keys(map)
  if (keys.length === 0) return reading.complaints.refuse(path, 'rules.selectionEmpty', { name })
  const items = keys.map((key) => readItem(reading, [...path, key], key, map[key]))
  const whole = items.filter((item) => item !== null)
  return whole.length < items.length ? null : whole
}

function readItem(reading: Reading, path: Path, key: string, value: unknown): FieldItem | null {
  const [field = '', ...modifiers] = key.split('|')
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (values.length === 0 || !values.every(isRuleValue) || (field === '' && modifiers.length === 0)) {
    return reading.complaints.refuse(path, 'rules.valueWrong', { key })
  }
  // What is looked for in the whole entry stands somewhere in it.
  const isBare =
    field === '' && !modifiers.some((modifier) => /^(?:re|cidr|contains|(?:start|end)swith)$/.test(modifier))
  const test = readTest(reading, path, isBare ? [...modifiers, 'contains'] : modifiers, values)
  return test === null ? null : { field, test }
}

/** A text of a list without a field: a keyword. */
function readKeyword(reading: Reading, path: Path, name: string, value: unknown): FieldItem[] | null {
  if (!isRuleValue(value) || value === null || value === '') {
    return reading.complaints.refuse(path, 'rules.valueWrong', { key: name })
  }
  const test = readTest(reading, path, ['contains'], [value])
  return test === null ? null : [{ field: '', test }]
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRuleValue(value: unknown): value is RuleValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
