import { fill, type Text } from '../../../src-main/contract/language'
import type { PlanSummary, Step } from '../../../src-main/contract/plan'
import { formatDay, formatInstant } from '../../shared/i18n/format'
import { currentLanguage } from '../../shared/i18n/i18n'
import { planLook } from '../../shared/looks'
import type { ReasonLook } from '../../shared/planLooks'
import { stepAction, stepPlace } from '../../shared/stepKinds'

/** What one step does: `Anlegen`; of an undo, what it takes back: `Anlegen` as well. */
export function shortStepWord(job: string, { kind, reason }: Pick<Step, 'kind' | 'reason'>): string {
  const original = reason.parameters['kind']
  return stepAction(job, kind === 'undo' && typeof original === 'string' ? original : kind)
}

/** What one step does: `Anlegen`; of an undo, that it takes it back: `Zurücknehmen: Anlegen`. */
export function stepWord(job: string, step: Pick<Step, 'kind' | 'reason'>): string {
  const word = shortStepWord(job, step)
  return step.kind === 'undo' ? `${stepAction(job, 'undo')}: ${word}` : word
}

/** Kinds in the order of the job's own, unknown ones last. */
export function sortedKinds({ job, kinds }: Pick<PlanSummary, 'job' | 'kinds'>): PlanSummary['kinds'] {
  return kinds.toSorted((left, right) => stepPlace(job, left.kind) - stepPlace(job, right.kind))
}

/** The engine's own reason. */
const undoReason: ReasonLook = {
  why: {
    de: 'Nimmt Schritt {step} zurück, solange sich seither nichts geändert hat.',
    en: 'Takes step {step} back, as long as nothing has changed since.'
  }
}

const nothingText: Text = { de: 'keine', en: 'none' }

function written(name: string, value: string | number, codes: ReasonLook['codes']): string {
  const language = currentLanguage()
  const text = String(value)
  const word = codes?.[name]?.[text]
  if (word !== undefined) return word[language]
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text, language)
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return formatInstant(text, language)
  return text === '' && name !== 'text' ? nothingText[language] : text
}

/** Why the step is there, in a sentence; a reason that a newer version wrote keeps its code. */
export function reasonText(job: string, { reason }: Pick<Step, 'reason'>): string {
  const reasons = planLook(job)?.reasons ?? {}
  const own = Object.hasOwn(reasons, reason.code) ? reasons[reason.code] : undefined
  const { why, codes } = own ?? (reason.code === 'undo' ? undoReason : {})
  if (why === undefined) return reason.code
  const parameters = Object.entries(reason.parameters).map(([name, value]) => [
    name,
    written(name, value, codes)
  ])
  return fill(why, currentLanguage(), Object.fromEntries(parameters) as Record<string, string>).trim()
}
