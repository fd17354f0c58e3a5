import type { Measure } from '../../../src-main/contract/sanctions'
import { textsOf } from '../../shared/i18n/i18n'
import type { Outcome } from './drafts'
import { areComplete, sameMeasures } from './measures'
import { decisionMessages } from './messages/decision'
import { shortestReasons } from './newCase'
import { measuresText } from '../../shared/measures'

const t = textsOf(decisionMessages)

/** What a decision on the page looks like before it is signed. */
export interface UnsignedDecision {
  readonly outcome: Outcome | null
  readonly measures: readonly Measure[]
  readonly proposed: readonly Measure[]
  readonly reasons: string
  /** The effects on the screen are those of these measures. */
  readonly previewed: boolean
  /** One of the measures cannot be carried out: its group is not in the directory any more. */
  readonly outOfReach: boolean
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** What has to be filled in before the decision can be signed, in words; empty: nothing. */
export function missingForDecision(decision: UnsignedDecision): string[] {
  const { outcome, measures, proposed, reasons, previewed, outOfReach, today } = decision
  const missing: string[] = []
  if (outcome === null) missing.push(t('missingChoice'))
  if (outcome !== null && outcome !== 'refused') {
    if (!areComplete(measures, today)) missing.push(t('missingMeasures'))
    else if (outcome === 'changed' && sameMeasures(measures, proposed)) missing.push(t('missingOther'))
    else if (!previewed) missing.push(t('missingPreview'))
    else if (outOfReach) missing.push(t('missingReach'))
  }
  if (reasons.trim().length < shortestReasons) missing.push(t('missingReasons'))
  return missing
}

/** The words on the page that follow the choice. */
export function decisionWords(
  outcome: Outcome | null,
  measures: readonly Measure[]
): Readonly<Record<'question' | 'answer' | 'otherwise' | 'sum' | 'button', string>> {
  if (outcome === 'refused') {
    return {
      question: t('ifYouRefuse'),
      answer: t('ifYouRefuseText'),
      otherwise: t('ifYouDoNotRefuseText'),
      sum: t('sum.refused'),
      button: t('signRefused')
    }
  }
  const approval = {
    question: t('ifYouApprove'),
    answer: t('ifYouApproveText'),
    otherwise: t('ifYouDoNotText')
  }
  return outcome === null
    ? { ...approval, sum: t('sum.unknown'), button: t('signUnknown') }
    : {
        ...approval,
        sum: t('sum.approved', { measures: measuresText(measures) }),
        button: t('signApproved')
      }
}
