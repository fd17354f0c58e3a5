import type {
  ActGroup,
  EvaluationEvent,
  EvaluationSource,
  EvaluationState,
  MaskedText,
  Pseudonym
} from '../../../../src-main/contract/evaluations'
import type { Act, Surety } from '../../../../src-main/contract/logEvents'
import { formats } from '../../../shared/i18n/formats'
import { textsOf } from '../../../shared/i18n/i18n'
import { evaluationMessages } from './messages'
import { evaluationWordMessages } from './wordMessages'

const t = textsOf(evaluationWordMessages)
const page = textsOf(evaluationMessages)

export function pseudonymText({ kind, number }: Pseudonym): string {
  return t(`pseudonym.${kind}`, { number })
}

export function isSame(left: Pseudonym | null, right: Pseudonym | null): boolean {
  return left !== null && right !== null && left.kind === right.kind && left.number === right.number
}

/** The text as one line, pseudonyms in words. */
export function maskedLine(text: MaskedText): string {
  return text.map((part) => (typeof part === 'string' ? part : pseudonymText(part))).join('')
}

export function suretyText(surety: Surety): string {
  return t(`surety.${surety}`)
}

export function suretyMeaning(surety: Surety): string {
  return t(`suretyText.${surety}`)
}

export function groupText(group: ActGroup): string {
  return t(`group.${group}`)
}

export function actText(act: Act): string {
  return t(`act.${act}`)
}

export function timeKnownText({ timeKnown, edge }: Pick<EvaluationEvent, 'timeKnown' | 'edge'>): string {
  return `${t(`time.${timeKnown}`)}, ${t(`edge.${edge}`)}`
}

export function gapText(code: EvaluationSource['gaps'][number]['code']): string {
  return t(`gap.${code}`)
}

export function instantText(milliseconds: number): string {
  return formats.schoolInstant(new Date(milliseconds).toISOString())
}

export function clockText(milliseconds: number): string {
  return formats.schoolTime(new Date(milliseconds).toISOString())
}

/** `Mia Beispiel und Kim Muster`. */
export function bothNames(persons: NonNullable<EvaluationState['session']>['persons']): string {
  const [first, second] = persons
  return page('and', { first: first?.name ?? '', second: second?.name ?? '' })
}
