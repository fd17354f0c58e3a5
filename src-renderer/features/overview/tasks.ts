import type { OperationName } from '../../../src-main/contract/operations'
import type { Role } from '../../../src-main/contract/people'
import { textsOf } from '../../shared/i18n/i18n'
import { overviewMessages } from './messages'

const t = textsOf(overviewMessages)

/** Something that people of a role begin often. */
export interface Task {
  readonly to: string
  readonly icon: string
  readonly title: string
  readonly text: string
}

const taskKinds = {
  roster: {
    to: '/plans/new',
    asks: 'rosters.plan',
    icon: 'i-lucide-file-input',
    title: 'taskRoster',
    text: 'taskRosterText'
  },
  password: {
    to: '/accounts',
    asks: 'accounts.resetPassword',
    icon: 'i-lucide-key-round',
    title: 'taskPassword',
    text: 'taskPasswordText'
  },
  settings: {
    to: '/settings',
    asks: 'settings.write',
    icon: 'i-lucide-school',
    title: 'taskSettings',
    text: 'taskSettingsText'
  },
  pupilPassword: {
    to: '/accounts',
    asks: 'accounts.resetPassword',
    icon: 'i-lucide-key-round',
    title: 'taskPupilPassword',
    text: 'taskPupilPasswordText'
  },
  slips: {
    to: '/slips',
    asks: 'slips.pending',
    icon: 'i-lucide-printer',
    title: 'taskSlips',
    text: 'taskSlipsText'
  },
  newCase: {
    to: '/cases/new',
    asks: 'sanctions.open',
    icon: 'i-lucide-folder-plus',
    title: 'taskNewCase',
    text: 'taskNewCaseText'
  },
  cases: {
    to: '/cases',
    asks: 'sanctions.query',
    icon: 'i-lucide-scale',
    title: 'taskCases',
    text: 'taskCasesText'
  },
  people: {
    to: '/people',
    asks: 'people.appointments',
    icon: 'i-lucide-user-round-check',
    title: 'taskPeople',
    text: 'taskPeopleText'
  },
  journal: {
    to: '/journal',
    asks: 'ledger.query',
    icon: 'i-lucide-book-open-check',
    title: 'taskJournal',
    text: 'taskJournalText'
  }
} as const satisfies Record<string, Task & { readonly asks: OperationName }>

type TaskKind = keyof typeof taskKinds

/** What each role begins. */
const tasksOfRole: Readonly<Record<Role, readonly TaskKind[]>> = {
  leadership: ['cases', 'people', 'journal'],
  administrator: ['roster', 'password', 'settings'],
  evaluator: ['newCase', 'cases'],
  dpo: ['journal', 'people'],
  teacher: ['pupilPassword', 'slips']
}
/** Whose tasks come first, where a person has several roles. */
const order: readonly Role[] = ['administrator', 'evaluator', 'dpo', 'teacher']

/** One row of cards; what comes after is reached by the navigation. */
const mostTasks = 3

/** Who looks at the page. */
interface Asker {
  readonly is: (role: Role) => boolean
  readonly mayAsk: (name: OperationName) => boolean
}

/** The tasks of a person, most important first, each once, in the words of the current language. */
export function tasksOf({ is, mayAsk }: Asker): readonly Task[] {
  // The leadership decides; what they do as a teacher is reached by the navigation.
  const roles = is('leadership') ? (['leadership'] as const) : order.filter((role) => is(role))
  const kinds = [...new Set(roles.flatMap((role) => tasksOfRole[role]))]
  const open = kinds.filter((kind) => mayAsk(taskKinds[kind].asks))
  return open.slice(0, mostTasks).map((kind) => {
    const { to, icon, title, text } = taskKinds[kind]
    return { to, icon, title: t(title), text: t(text) }
  })
}
