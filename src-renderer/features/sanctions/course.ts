import type { CaseEvent, SanctionCase } from '../../../src-main/contract/sanctions'
import { statementKinds } from '../../../src-main/contract/ledger'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { caseWordMessages } from './messages/words'
import type { CourseEntry } from './sanctionCase'
import { measuresText } from '../../shared/measures'

const t = textsOf(caseWordMessages)

/** One line of the timeline, ready to read. */
export interface CourseLine {
  readonly sequence: number
  readonly at: string
  readonly title: string
  /** Who did it. */
  readonly name: string
  readonly text: string
  /** The text stands on the page of the case already, beside what was signed. */
  readonly shownElsewhere: boolean
  readonly icon: string
  readonly tone: 'neutral' | 'good' | 'bad' | 'attention'
}

const looks = {
  opened: { icon: 'i-lucide-folder-open', tone: 'neutral' },
  proposed: { icon: 'i-lucide-file-pen-line', tone: 'neutral' },
  hearing: { icon: 'i-lucide-messages-square', tone: 'neutral' },
  decided: { icon: 'i-lucide-stamp', tone: 'good' },
  withdrawn: { icon: 'i-lucide-undo-2', tone: 'neutral' },
  enforced: { icon: 'i-lucide-shield-check', tone: 'good' },
  enforcementFailed: { icon: 'i-lucide-circle-alert', tone: 'bad' },
  expired: { icon: 'i-lucide-hourglass', tone: 'attention' },
  liftDecided: { icon: 'i-lucide-stamp', tone: 'good' },
  lifted: { icon: 'i-lucide-lock-open', tone: 'good' },
  ended: { icon: 'i-lucide-calendar-check', tone: 'good' }
} as const satisfies Record<CaseEvent, Pick<CourseLine, 'icon' | 'tone'>>

/** Says one entry in words; what the case knows about it is said more exactly than by the ledger's kind. */
export function courseLine(entry: CourseEntry, sanctionCase: SanctionCase): CourseLine {
  const { sequence, at, event, words } = entry
  return {
    sequence,
    at,
    title: titleOf(entry, sanctionCase),
    name: whoText(entry),
    text: words,
    shownElsewhere: shownSequences(sanctionCase).includes(sequence),
    ...looks[event],
    ...(event === 'decided' && sanctionCase.decision?.sequence === sequence && isRefusal(sanctionCase)
      ? { tone: 'neutral' as const }
      : {})
  }
}

/** The course of a case, newest first. */
export function courseLines(sanctionCase: SanctionCase): CourseLine[] {
  return sanctionCase.course.map((entry) => courseLine(entry, sanctionCase)).toReversed()
}

function whoText({ person, name }: CourseEntry): string {
  if (person !== null) return name
  return name === '' ? t('byApp') : t('byAppOn', { computer: name })
}

/** Sequence numbers of what the page of the case shows in full. */
function shownSequences({ proposal, hearings, decision, lift }: SanctionCase): number[] {
  return [proposal, decision, lift, ...hearings].flatMap((part) => part?.sequence ?? [])
}

function isRefusal({ decision }: SanctionCase): boolean {
  return decision?.outcome === 'refused'
}

function titleOf({ sequence, event }: CourseEntry, { proposal, hearings, decision }: SanctionCase): string {
  const kind = statementKinds[`case.${event}`].name[currentLanguage()]
  if (event === 'hearing') {
    const hearing = hearings.find((known) => known.sequence === sequence)
    return hearing === undefined ? kind : `${t(`party.${hearing.party}`)} ${t(`hearing.${hearing.event}`)}`
  }
  if (event === 'decided' && decision?.sequence === sequence) return t(`outcome.${decision.outcome}`)
  if (event === 'proposed' && proposal?.sequence === sequence) {
    return `${kind}: ${measuresText(proposal.measures)}`
  }
  return kind
}
