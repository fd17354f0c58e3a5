import type { Text } from '../../../src-main/contract/language'
import type { Image, Step } from '../../../src-main/contract/plan'
import { formatDay } from '../../shared/i18n/format'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { commonMessages } from '../../shared/i18n/messages'
import { planLook } from '../../shared/looks'
import type { ImageField } from '../../shared/planLooks'

/** One field of a step's images, in words. An empty text means that there is nothing. */
export interface FieldChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** Parts of a change that one line has room for. */
const tellingParts = 2

const isMade: Text = { de: 'wird angelegt', en: 'is created' }
const exists: Text = { de: 'vorhanden', en: 'exists' }
const isRemoved: Text = { de: 'wird gelöscht', en: 'is deleted' }

const common = textsOf(commonMessages)

/** A field beside how the job shows it; undefined: it has no words for it. */
interface Shown {
  readonly name: string
  readonly look: ImageField | undefined
}

/** A value of an image in words; empty: there is none. */
function valueText({ look }: Shown, value: Image[string] | undefined): string {
  if (value === undefined || value === null || value === '') return ''
  if (look?.text !== undefined) return look.text(value)
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, currentLanguage()) : text
}

/** The fields of a step in the job's order, unknown ones last. */
function fieldsOf(job: string, { before, after }: Pick<Step, 'before' | 'after'>): readonly Shown[] {
  const looks = planLook(job)?.fields ?? {}
  const names = Object.keys(looks)
  const there = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const known = names.filter((name) => there.includes(name))
  const others = there.filter((name) => !names.includes(name))
  return [
    ...known.map((name) => ({ name, look: looks[name] })),
    ...others.map((name) => ({ name, look: undefined }))
  ]
}

/** What a step of a job's plan changes, field by field, in words. What is empty before and after is left out. */
export function changesOf(job: string, step: Pick<Step, 'before' | 'after' | 'target'>): FieldChange[] {
  const { before, after, target } = step
  const language = currentLanguage()
  const changes = fieldsOf(job, step)
    .map((field) => ({
      label: field.look?.label() ?? field.name,
      before: before === null ? '' : valueText(field, before[field.name]),
      after: after === null ? '' : valueText(field, after[field.name])
    }))
    .filter((change) => change.before !== '' || change.after !== '')
  if (before !== null && after !== null) return changes
  const thing = {
    label: planLook(job)?.targets[target.type]?.name[language] ?? target.type,
    before: before === null ? '' : exists[language],
    after: (after === null ? isRemoved : isMade)[language]
  }
  return [thing, ...changes]
}

/** A part of the one line; empty: it goes without saying. */
function tellingText(field: Shown, value: Image[string] | undefined): string {
  return field.look?.inLine === undefined ? valueText(field, value) : field.look.inLine(value)
}

/** The change in one line: `7a → 8a`. `before` is empty for something new, `after` for something removed. */
export function changeLine(
  job: string,
  step: Pick<Step, 'before' | 'after' | 'target'>
): {
  readonly before: string
  readonly after: string
} {
  const { before, after, target } = step
  if (before === null) return { before: '', after: target.name }
  if (after === null) return { before: target.name, after: '' }
  const place = ({ look }: Shown): number => look?.telling ?? 0
  const telling = fieldsOf(job, step)
    .filter(({ look }) => look?.telling !== undefined)
    .filter((field) => valueText(field, before[field.name]) !== valueText(field, after[field.name]))
    .toSorted((left, right) => place(left) - place(right))
  const [first] = telling
  const side = (image: Image): string => {
    const parts = telling.map((field) => tellingText(field, image[field.name])).filter((part) => part !== '')
    const single = first === undefined ? '' : valueText(first, image[first.name])
    return parts.slice(0, tellingParts).join(' · ') || single || common('nothing')
  }
  if (first !== undefined) return { before: side(before), after: side(after) }
  const [other] = changesOf(job, step)
  return {
    before: '',
    after: other === undefined ? '' : `${other.label}: ${other.after || common('nothing')}`
  }
}
