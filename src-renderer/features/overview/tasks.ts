import type { OperationName } from '../../../src-main/contract/operations'
import type { Role } from '../../../src-main/contract/people'
import { tasks, type Task } from '../../shared/looks'

/** Whose tasks come first, where a person has several roles. */
const order: readonly Role[] = ['administrator', 'evaluator', 'dpo', 'teacher']

/** What comes after is reached by the navigation. */
const mostTasks = 4

/** Who looks at the page. */
interface Asker {
  readonly is: (role: Role) => boolean
  readonly mayAsk: (name: OperationName) => boolean
}

/** The tasks of a person, most important first, each once. */
export function tasksOf({ is, mayAsk }: Asker): readonly Task[] {
  // The leadership decides; what they do as a teacher is reached by the navigation.
  const roles = is('leadership') ? (['leadership'] as const) : order.filter((role) => is(role))
  const wanted = [...new Set(roles.flatMap(tasksOfRole))]
  return wanted.filter(({ asks }) => mayAsk(asks)).slice(0, mostTasks)
}

function tasksOfRole(role: Role): readonly Task[] {
  const place = ({ roles }: Task): number => roles[role] ?? Number.MAX_SAFE_INTEGER
  return tasks()
    .filter(({ roles }) => roles[role] !== undefined)
    .toSorted((left, right) => place(left) - place(right))
}
