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
  roster: { to: '/plans/new', icon: 'i-lucide-file-input', title: 'taskRoster', text: 'taskRosterText' },
  password: { to: '/accounts', icon: 'i-lucide-key-round', title: 'taskPassword', text: 'taskPasswordText' },
  settings: { to: '/settings', icon: 'i-lucide-school', title: 'taskSettings', text: 'taskSettingsText' },
  pupilPassword: {
    to: '/accounts',
    icon: 'i-lucide-key-round',
    title: 'taskPupilPassword',
    text: 'taskPupilPasswordText'
  },
  slips: { to: '/slips', icon: 'i-lucide-printer', title: 'taskSlips', text: 'taskSlipsText' },
  newCase: {
    to: '/cases/new',
    icon: 'i-lucide-folder-plus',
    title: 'taskNewCase',
    text: 'taskNewCaseText'
  },
  cases: { to: '/cases', icon: 'i-lucide-scale', title: 'taskCases', text: 'taskCasesText' },
  people: { to: '/people', icon: 'i-lucide-user-round-check', title: 'taskPeople', text: 'taskPeopleText' },
  journal: { to: '/journal', icon: 'i-lucide-book-open-check', title: 'taskJournal', text: 'taskJournalText' }
} as const

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

/** The tasks of a person, most important first, each once, in the words of the current language. */
export function tasksOf(may: (needed: readonly Role[]) => boolean): readonly Task[] {
  // The leadership decides; what they do as a teacher is reached by the navigation.
  const roles = may(['leadership']) ? (['leadership'] as const) : order.filter((role) => may([role]))
  const kinds = new Set(roles.flatMap((role) => tasksOfRole[role]))
  return [...kinds].slice(0, mostTasks).map((kind) => {
    const { to, icon, title, text } = taskKinds[kind]
    return { to, icon, title: t(title), text: t(text) }
  })
}
