import { succeed, type Result } from '../../../../../contract/result'
import { foldWord, reject, shortened } from '../../fields'
import type { ReadingContext } from '../../readTables'
import type { SchoolClass } from './persons'
import { holdsToday, isGone, type LinkedTables, type NamedRow } from './tables'

/** Names a person among those of all files. */
export function keyOf(group: string, sourcedId: string): string {
  return `${group}\n${sourcedId.trim()}`
}

/** The classes of each pupil: homeroom classes only, where there are any. */
export async function readClasses(
  tables: LinkedTables,
  persons: readonly NamedRow[],
  school: string | null,
  context: ReadingContext
): Promise<Result<Map<string, Set<SchoolClass>>>> {
  const classes = await tables.rows('classes')
  if (!classes.ok) return classes
  const enrollments = await tables.rows('enrollments')
  if (!enrollments.ok) return enrollments
  const classById = new Map(
    classes.value.filter((row) => !isGone(row)).map((row) => [row.get('sourcedId').trim(), row])
  )
  const goneClasses = new Set(classes.value.filter(isGone).map((row) => row.get('sourcedId').trim()))
  const users = new Set(persons.map((row) => keyOf(row.group, row.get('sourcedId'))))
  const isHere = (row: NamedRow) => {
    const at = row.get('schoolSourcedId').trim()
    return school === null || at === '' || at === school
  }
  const isHomeroom = (row: NamedRow) => foldWord(row.get('classType')).startsWith('homeroom')
  const homeroomsOnly = [...classById.values()].some((row) => isHere(row) && isHomeroom(row))
  const found = new Map<string, Set<SchoolClass>>()
  const described = new Map<NamedRow, SchoolClass>()
  for (const row of enrollments.value) {
    await context.breath()
    const user = keyOf(row.group, row.get('userSourcedId'))
    const classId = row.get('classSourcedId').trim()
    if (isGone(row) || holdsToday(row, context.today) !== 'now' || goneClasses.has(classId)) continue
    const schoolClass = classById.get(classId)
    if (schoolClass === undefined || !users.has(user)) {
      const reference = shortened(schoolClass === undefined ? classId : row.get('userSourcedId'))
      context.collection.reject(reject('referenceMissing', { reference }).rejection, row, null)
      continue
    }
    if (foldWord(row.get('role')) !== 'student' || !isHere(schoolClass)) continue
    if (homeroomsOnly && !isHomeroom(schoolClass)) continue
    const one = described.get(schoolClass) ?? {
      title: schoolClass.get('title'),
      code: schoolClass.get('classCode')
    }
    described.set(schoolClass, one)
    found.set(user, (found.get(user) ?? new Set()).add(one))
  }
  return succeed(found)
}
