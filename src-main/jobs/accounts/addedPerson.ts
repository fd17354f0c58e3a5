import type { Account } from '../../contract/accounts'
import type { JobHandlers } from '../../contract/handlers'
import type { RosterEntry } from '../../contract/roster'
import { succeed } from '../../contract/result'
import type { RosterScope } from '../../contract/rosterScope'
import type { PersonOutlook, TypedField, TypedPerson, TypedProblem } from '../../contract/typedPerson'
import { dayOf } from '../../core/calendar'
import type { Clock } from '../../core/clock'
import type { JobPlans } from '../../desks/plans'
import type { Planning } from './planning'
import { entriesOf } from './roster'
import {
  readBirthDate,
  readChildren,
  readName,
  readSchoolClass,
  readSchoolId,
  readWishedLogin,
  type Read
} from './roster/fields'
import type { PlannedPersons, RosterPlanner } from './rosterPlanner'

export type AddedPersonHandlers = JobHandlers<'rosters.lookAtPerson' | 'rosters.planPerson'>

/** One person who was typed in is a list of one that only adds: nobody leaves, nobody is changed. */
const scope: RosterScope = { coverage: 'adds', classes: null }

/** Nothing can be said yet. */
const unfinished: PersonOutlook = {
  problems: [],
  deed: 'unfinished',
  login: null,
  account: null,
  newClass: null,
  differences: [],
  doubtful: null
}

export function addedPersonHandlers(parts: {
  readonly planner: RosterPlanner
  readonly plans: Pick<JobPlans, 'summarize'>
  readonly clock: Clock
}): AddedPersonHandlers {
  const { planner, plans, clock } = parts
  const read = (person: TypedPerson): ReturnType<typeof readTypedPerson> =>
    readTypedPerson(person, dayOf(clock.now()))

  return {
    async 'rosters.lookAtPerson'({ person, decisions }) {
      const typed = read(person)
      if ('problems' in typed) return succeed({ ...unfinished, problems: typed.problems })
      const computed = await planner.lookAhead(await listOfOne(typed.entry), decisions, scope)
      if (!computed.ok) return computed
      const { planning, loaded } = computed.value
      return succeed(outlookOf(planning, loaded.snapshot.accounts))
    },

    async 'rosters.planPerson'({ person, decisions }) {
      const typed = read(person)
      if ('problems' in typed) {
        return succeed({ plan: null, outlook: { ...unfinished, problems: typed.problems } })
      }
      const computed = await planner.computeAnew(await listOfOne(typed.entry), decisions, scope)
      if (!computed.ok) return computed
      const { planning, loaded } = computed.value
      const outlook = outlookOf(planning, loaded.snapshot.accounts)
      // What cannot be had was asked for (a login, a child): nothing else is made behind the back of whoever asked.
      if (outlook.problems.length > 0) return succeed({ plan: null, outlook })
      const kept = await planner.keep(computed.value)
      return succeed({ plan: kept === null ? null : await plans.summarize(kept), outlook })
    }
  }
}

/** Reads what was typed as the cells of a roster's row are read; all complaints at once. */
export function readTypedPerson(
  person: TypedPerson,
  today: string
): { readonly entry: RosterEntry } | { readonly problems: TypedProblem[] } {
  const problems: TypedProblem[] = []
  const value = <Value>(field: TypedField, read: Read<Value>): Value | null => {
    if ('value' in read) return read.value
    problems.push({ field, ...read.rejection })
    return null
  }
  const familyName = value('familyName', readName(person.familyName, 'familyNameMissing'))
  const givenName = value('givenName', readName(person.givenName, 'givenNameMissing'))
  const birthDate = value('birthDate', readBirthDate(person.birthDate, today))
  const schoolId = value('schoolId', readSchoolId(person.schoolId))
  // A guardian enters no class; what was typed before the kind was chosen is not asked for any more.
  const typedClass = person.kind === 'guardian' ? '' : person.schoolClass
  const schoolClass = value('schoolClass', readSchoolClass(typedClass))
  const isLost = schoolClass === null && typedClass.trim() !== ''
  if (isLost && problems.every(({ field }) => field !== 'schoolClass'))
    problems.push({ field: 'schoolClass', code: 'classNotRead', parameters: {} })
  if (familyName === null || givenName === null || problems.length > 0) return { problems }
  const login = readWishedLogin(person.login)
  const children = person.kind === 'guardian' ? readChildren(person.children ?? '') : []
  return {
    entry: {
      line: 1,
      schoolId,
      familyName,
      givenName,
      birthDate,
      classes: schoolClass === null ? [] : [schoolClass],
      kind: person.kind,
      mail: null,
      leavesOn: null,
      ...(login === undefined ? {} : { login }),
      ...(children.length === 0 ? {} : { children })
    }
  }
}

async function listOfOne(entry: RosterEntry): Promise<PlannedPersons> {
  const kind = entry.kind === 'other' ? 'pupil' : entry.kind
  const { entries, digest } = await entriesOf([entry], kind)
  return { roster: { entries, digest, kind, rows: 1, rejected: 0, typed: true } }
}

function outlookOf(planning: Planning, accounts: readonly Account[]): PersonOutlook {
  const problems = planning.notices.flatMap(({ code }): TypedProblem[] => {
    if (code === 'loginTaken' || code === 'loginInvalid') return [{ field: 'login', code, parameters: {} }]
    return code === 'childrenUnknown' ? [{ field: 'children', code, parameters: {} }] : []
  })
  // What was asked for cannot be had: what would happen without it is not told.
  if (problems.length > 0) return { ...unfinished, problems }
  const steps = planning.plan?.steps ?? []
  const created = steps.find(({ kind }) => kind === 'create')
  const returned = steps.find(({ kind }) => kind === 'reactivate')
  const [known] = planning.known
  const id = returned?.target.id ?? known?.account ?? null
  const account = accounts.find((one) => one.id === id)
  // One that was made since the directory was read as a whole shows by who is in it.
  const newClass = steps.find(({ kind }) => kind === 'createClass')?.target.name ?? null
  return {
    ...unfinished,
    deed:
      created !== undefined
        ? 'create'
        : returned !== undefined
          ? 'giveBack'
          : planning.doubtful.length > 0
            ? 'doubtful'
            : known === undefined
              ? 'unfinished'
              : 'known',
    login: created?.target.name ?? account?.login ?? null,
    account:
      account === undefined
        ? null
        : {
            id: account.id,
            givenName: account.givenName,
            familyName: account.familyName,
            classes: account.classes,
            suspended: account.suspension.kind !== 'none' && account.leaverSince === null
          },
    newClass: accounts.some(({ classes }) => newClass !== null && classes.includes(newClass))
      ? null
      : newClass,
    differences: [...planning.notPlanned],
    doubtful: planning.doubtful[0] ?? null
  }
}
