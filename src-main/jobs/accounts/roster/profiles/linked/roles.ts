import type { PersonKind } from '../../../../../contract/accounts'
import { succeed, type Result } from '../../../../../contract/result'
import { foldWord } from '../../fields'
import { holdsToday, isGone, type LinkedTables, type NamedRow } from './tables'

const kindByRole: Readonly<Record<string, PersonKind>> = {
  student: 'pupil',
  teacher: 'teacher',
  principal: 'teacher',
  faculty: 'teacher',
  aide: 'staff',
  staff: 'staff',
  administrator: 'staff',
  siteadministrator: 'staff',
  districtadministrator: 'staff',
  systemadministrator: 'staff',
  counselor: 'staff',
  proctor: 'staff'
}

const guardianRoles: ReadonlySet<string> = new Set(['guardian', 'parent'])

/**
 * What kind of person the role makes; undefined: nobody who gets an account. Relatives and contacts are no guardians.
 *
 * @param guardians they get accounts
 */
export function kindOfRole(role: string, guardians: boolean): PersonKind | undefined {
  const word = foldWord(role)
  return guardians && guardianRoles.has(word) ? 'guardian' : kindByRole[word]
}

/** What a person is by the export. */
export interface FoundRole {
  readonly name: string
  /** By its dates: a role that has ended or is yet to begin gives nobody an account. */
  readonly holds: 'now' | 'ended' | 'later'
  /** The day that it ended or begins on, as it stands there. */
  readonly day: string
}

export interface Roles {
  /** null: the export names none for this person. */
  roleOf(person: NamedRow): FoundRole | null
  /** Schools that a person belongs to, by their sourcedId. */
  schoolsOf(person: NamedRow): ReadonlySet<string>
}

const ranks = { now: 6, later: 4, ended: 0 } as const
/** Of a guardian, today: below every role that makes a member, above those that have ended, whichever is primary. */
const rankOfGuardian = 2

/**
 * The role that counts among several: one that makes the person a member of the school (a teacher who is also a guardian is
 * a teacher), of these one that holds today, then the primary one, else the first.
 *
 * @param school only roles at this school count; null: all do
 * @param guardians they get accounts: of two roles one that holds today goes before one that has ended
 */
export async function readRoles(
  tables: LinkedTables,
  today: string,
  school: string | null,
  guardians: boolean
): Promise<Result<Roles>> {
  const rows = await tables.rows('roles')
  if (!rows.ok) return rows
  const found = new Map<string, FoundRole & { rank: number }>()
  const schools = new Map<string, Set<string>>()
  for (const row of rows.value) {
    if (isGone(row)) continue
    const user = row.get('userSourcedId').trim()
    const at = row.get('orgSourcedId').trim()
    if (at !== '') schools.set(user, (schools.get(user) ?? new Set()).add(at))
    if (school !== null && at !== '' && at !== school) continue
    const name = row.get('role')
    const holds = holdsToday(row, today)
    const kind = kindOfRole(name, guardians)
    // Whoever has taught here and is a guardian now is a guardian.
    const counts = kind !== undefined && (kind !== 'guardian' || holds === 'now')
    const isPrimary = [row.get('roleType'), row.get('isPrimary')].some((cell) =>
      ['primary', 'true'].includes(foldWord(cell))
    )
    const weight = kind === 'guardian' && counts ? rankOfGuardian : ranks[holds]
    const rank = (counts ? 8 : 0) + weight + (isPrimary ? 1 : 0)
    const known = found.get(user)
    if (known !== undefined && rank <= known.rank) continue
    found.set(user, { name, holds, day: row.get(holds === 'later' ? 'beginDate' : 'endDate'), rank })
  }
  return succeed({
    roleOf(person) {
      const role = found.get(person.get('sourcedId').trim())
      if (role !== undefined) return role
      const name = person.get('role')
      return name.trim() === '' ? null : { name, holds: 'now', day: '' }
    },
    schoolsOf(person) {
      const own = person
        .get('orgSourcedIds')
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
      return new Set([...own, ...(schools.get(person.get('sourcedId').trim()) ?? [])])
    }
  })
}
