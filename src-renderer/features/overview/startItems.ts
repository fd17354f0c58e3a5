import { appointedRoleSchema } from '../../../src-main/contract/people'
import type { InboxItem } from '../../../src-main/contract/inbox'
import type { PlanSummary } from '../../../src-main/contract/plan'
import type { Failure } from '../../../src-main/contract/result'
import type { PendingSlip } from '../../../src-main/contract/slips'
import type { RouteLocationRaw } from 'vue-router'
import { failureText } from '../../shared/failure'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { roleWord } from '../../shared/roles'
import { inboxMessages } from './inboxMessages'
import { overviewMessages } from './messages'

const t = textsOf(overviewMessages)
const inbox = textsOf(inboxMessages)

/** One thing that waits, whatever it comes from: what it is, about whom, and the way to where it is done. */
export interface StartItem {
  readonly id: string
  readonly icon: string
  readonly tone: 'primary' | 'warning' | 'error'
  readonly title: string
  /** Whom or what it is about: `Fall 2026-014 · Mia Beispiel, 7b`; empty: nobody in particular. */
  readonly about: string
  readonly text: string
  readonly action: string
  readonly to: RouteLocationRaw
  /** ISO, UTC; null: it has no date. */
  readonly since: string | null
  readonly deadline: string | null
}

const inboxLooks = {
  ledgerProblem: { icon: 'i-lucide-shield-x', tone: 'error' },
  clockWentBack: { icon: 'i-lucide-clock-alert', tone: 'warning' },
  caseToDecide: { icon: 'i-lucide-gavel', tone: 'primary' },
  caseNotInForce: { icon: 'i-lucide-shield-alert', tone: 'warning' },
  caseDiffers: { icon: 'i-lucide-git-compare', tone: 'warning' },
  caseDecided: { icon: 'i-lucide-mail-check', tone: 'primary' },
  caseOpen: { icon: 'i-lucide-folder-pen', tone: 'primary' },
  appointmentEnds: { icon: 'i-lucide-calendar-clock', tone: 'warning' },
  suspendedAtOnce: { icon: 'i-lucide-ban', tone: 'warning' },
  moduleGroupGone: { icon: 'i-lucide-triangle-alert', tone: 'warning' }
} as const satisfies Record<InboxItem['kind'], Pick<StartItem, 'icon' | 'tone'>>

/** A parameter as text; empty: main did not say it. */
function word({ parameters }: InboxItem, name: string): string {
  return String(parameters[name] ?? '')
}

function aboutOf(item: InboxItem): string {
  const number = word(item, 'number')
  const role = appointedRoleSchema.safeParse(item.parameters['role'])
  return [
    number === '' ? '' : inbox('caseNumber', { number }),
    [word(item, 'name'), word(item, 'schoolClass')].filter(Boolean).join(', '),
    role.success ? roleWord(role.data) : ''
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What no further attempt gets over: the plan is another one than was signed, or nobody is left whom it is about. */
const standing: ReadonlySet<string> = new Set([
  'sanctions.planChangedAfterApproval',
  'sanctions.planNotOfCase',
  'sanctions.accountGone'
])
function stands({ code }: Failure): boolean {
  return standing.has(code)
}

function inboxText(item: InboxItem): string {
  const { kind, parameters } = item
  if (kind === 'ledgerProblem')
    return inbox('ledgerProblem.text', { count: Number(parameters['count'] ?? 1) })
  if (kind === 'clockWentBack') return inbox('clockWentBack.text', { sequence: word(item, 'sequence') })
  if (kind === 'moduleGroupGone') return inbox('moduleGroupGone.text', { group: word(item, 'group') })
  if (kind === 'caseDecided') {
    const outcome = parameters['outcome']
    if (outcome === 'approved' || outcome === 'changed' || outcome === 'refused')
      return inbox(`caseDecided.text.${outcome}`)
  }
  if (item.obstacle === undefined) return inbox(`${kind}.text`)
  const text = inbox(stands(item.obstacle) ? 'caseNotInForce.text.standing' : 'caseNotInForce.text')
  return `${failureText(item.obstacle)} ${text}`
}

/** What waits in the case file. */
export function itemOfInbox(item: InboxItem): StartItem {
  const { id, kind, since, deadline, to } = item
  return {
    id,
    ...inboxLooks[kind],
    title: inbox(`${kind}.title`),
    about: aboutOf(item),
    text: inboxText(item),
    action: inbox(`${kind}.action`),
    to,
    // The time of the faulty entry says nothing about when it was tampered with.
    since: kind === 'ledgerProblem' ? null : since,
    deadline
  }
}

/** A plan that was computed, runs or was interrupted. */
export function itemOfPlan({ hash, progress, createdAt }: PlanSummary): StartItem {
  const common = {
    id: `plan:${hash}`,
    icon: 'i-lucide-clipboard-list',
    tone: 'primary',
    about: '',
    to: `/plans/${hash}`,
    since: createdAt,
    deadline: null
  } as const
  switch (progress.state) {
    case 'interrupted':
      return {
        ...common,
        tone: 'warning',
        title: t('planInterrupted'),
        text: t('planInterruptedText', progress),
        action: t('resumePlan')
      }
    case 'running':
      return {
        ...common,
        title: t('planRunning'),
        text: t('planRunningText', progress),
        action: t('lookAtPlan')
      }
    case 'planned':
    case 'finished':
    case 'undone':
    case 'discarded':
      return {
        ...common,
        title: t('planPlanned'),
        text: t('planPlannedText', { count: progress.steps, day: formats.instant(createdAt) }),
        action: t('lookAtPlan')
      }
  }
}

/** All slips that wait to be printed, as one; null: none. */
export function itemOfSlips(slips: readonly PendingSlip[]): StartItem | null {
  const oldest = slips.map(({ since }) => since).toSorted()[0]
  if (oldest === undefined) return null
  return {
    id: 'slips',
    icon: 'i-lucide-printer',
    tone: 'primary',
    title: t('slips', { count: slips.length }),
    about: '',
    text: t('slipsText'),
    action: t('toSlips'),
    to: { name: 'slips' },
    since: oldest,
    deadline: null
  }
}

/** People whom the server has locked out; null: nobody. */
export function itemOfLockouts(count: number): StartItem | null {
  if (count === 0) return null
  return {
    id: 'lockouts',
    icon: 'i-lucide-lock',
    tone: 'warning',
    title: t('locked', { count }),
    about: '',
    text: t('lockedText'),
    action: t('toLocked'),
    to: { name: 'accounts', query: { state: 'lockedOut' } },
    since: null,
    deadline: null
  }
}

/** What the self-test found at the directory; null: nothing. */
export function itemOfDirectory(problems: number): StartItem | null {
  if (problems === 0) return null
  return {
    id: 'directory',
    icon: 'i-lucide-server-cog',
    tone: 'warning',
    title: t('problems', { count: problems }),
    about: '',
    text: t('problemsText'),
    action: t('toProblems'),
    to: { name: 'settings', query: { section: 'directory' } },
    since: null,
    deadline: null
  }
}

/** A real school that has not founded its case file yet. */
export function foundingItem(): StartItem {
  return {
    id: 'founding',
    icon: 'i-lucide-landmark',
    tone: 'primary',
    title: t('founding'),
    about: '',
    text: t('foundingText'),
    action: t('toFounding'),
    to: '/found',
    since: null,
    deadline: null
  }
}

/** What is wrong comes first, then the oldest; what has no date follows. */
export function inOrder(items: readonly (StartItem | null)[]): readonly StartItem[] {
  return items
    .filter((item) => item !== null)
    .toSorted((left, right) => {
      if (left.tone === 'error' || right.tone === 'error')
        return Number(right.tone === 'error') - Number(left.tone === 'error')
      if (left.since === null || right.since === null)
        return Number(left.since === null) - Number(right.since === null)
      return left.since.localeCompare(right.since)
    })
}
