import type { PersonKind } from '../../../../../contract/accounts'
import {
  foldWord,
  readBirthDate,
  readMail,
  readName,
  readSchoolClass,
  readSchoolId,
  reject,
  shortened,
  type Rejection
} from '../../fields'
import { rosterLimits } from '../../limits'
import type { ReadingContext } from '../../readTables'
import type { RowReading } from '../../rows'
import type { FoundRole } from './roles'
import { kindOfRole } from './roles'
import { isGone, type NamedRow } from './tables'

export interface PersonDetails {
  readonly schoolIdColumn: 'identifier' | 'sourcedId'
  readonly role: FoundRole | null
  /** The export tells roles; a person without one is nobody that gets an account. */
  readonly rolesKnown: boolean
  readonly birthDate: string
  readonly classes: ReadonlySet<SchoolClass>
  readonly plainDay: (cell: string) => string
  /** Ids of the children of a guardian, sorted. */
  readonly children: readonly string[]
}

/** A class as the export writes it. */
export interface SchoolClass {
  readonly title: string
  /** What it is called in short; empty: nothing. */
  readonly code: string
}

/** A person of the file of persons, with what the other files know about them. */
export function readPerson(row: NamedRow, details: PersonDetails, context: ReadingContext): RowReading {
  const { reading, today, findings } = context
  const id = readSchoolId(row.get(details.schoolIdColumn))
  const schoolId = 'value' in id ? id.value : null
  const refuse = ({ rejection }: { rejection: Rejection }, gone = false): RowReading => ({
    rejection,
    schoolId,
    gone
  })
  if ('rejection' in id) return refuse(id)
  if (isGone(row)) return refuse(reject('statusNotCurrent', { status: shortened(row.get('status')) }), true)
  if (['false', '0'].includes(foldWord(row.get('enabledUser'))))
    return refuse(reject('statusNotCurrent', { status: 'enabledUser = false' }))
  const familyNameCell = preferred(row, 'preferredFamilyName', 'familyName')
  const familyName = readName(familyNameCell, 'familyNameMissing')
  if ('rejection' in familyName) return refuse(familyName)
  const givenNameCell = preferred(row, 'preferredGivenName', 'givenName')
  const givenName = readName(givenNameCell, 'givenNameMissing')
  if ('rejection' in givenName) return refuse(givenName)
  const birthDate = readBirthDate(details.plainDay(details.birthDate), today)
  if ('rejection' in birthDate) return refuse(birthDate)
  const { role } = details
  if (role === null && details.rolesKnown) return refuse(reject('roleMissing'))
  const kind: PersonKind | undefined =
    role === null ? (reading.kind ?? 'pupil') : kindOfRole(role.name, context.guardians)
  if (kind === undefined) return refuse(reject('kindUnknown', { value: shortened(role?.name ?? '') }))
  if (role !== null && role.holds !== 'now') {
    const status = `${role.holds === 'ended' ? 'endDate' : 'beginDate'} ${shortened(role.day)}`
    return refuse(reject('statusNotCurrent', { status }), role.holds === 'ended')
  }
  const classes = readClassNames(details.classes)
  if ('rejection' in classes) return refuse(classes)
  const isGuardian = kind === 'guardian'
  const entry = {
    line: row.line,
    schoolId,
    familyName: familyName.value,
    givenName: givenName.value,
    birthDate: birthDate.value,
    classes: isGuardian ? [] : [...classes.names].sort(),
    kind,
    mail: readMail(row.get('email')),
    leavesOn: null,
    ...(isGuardian && details.children.length > 0 ? { children: [...details.children] } : {})
  }
  const titles = [...details.classes].map(({ title }) => title).join(' ')
  const cells = {
    mail: row.get('email'),
    schoolClass: titles,
    classLost: classes.lost,
    familyName: familyNameCell,
    givenName: givenNameCell
  }
  findings.take(entry, cells, today)
  return { entry }
}

/** OneRoster 1.2 has preferred names, which are what the school calls the person. */
function preferred(row: NamedRow, better: string, other: string): string {
  const name = row.get(better)
  return name.trim() === '' ? row.get(other) : name
}

/** Names of the classes; one that is too long for a group goes by its short name, one without is told and left out. */
function readClassNames(
  classes: ReadonlySet<SchoolClass>
): { names: Set<string>; lost: boolean } | { rejection: Rejection } {
  const names = new Set<string>()
  let lost = false
  for (const { title, code } of classes) {
    const isShort = title.trim() !== '' && title.trim().length <= rosterLimits.classCharacters
    const shown = isShort ? title : code
    if (shown.trim() === '' || shown.trim().length > rosterLimits.classCharacters) {
      lost = true
      continue
    }
    const name = readSchoolClass(shown)
    if ('rejection' in name) return name
    if (name.value !== null) names.add(name.value)
  }
  return { names, lost }
}
