import type { RosterFormat } from '../../../../../contract/roster'
import type { RosterFile } from '../../types'
import { baseName } from '../profile'

/** The tables of an export whose files refer to each other, by what OneRoster calls them. */
export type TableName = 'manifest' | 'orgs' | 'users' | 'roles' | 'classes' | 'enrollments' | 'demographics'

/** A file of an export, and what it calls the columns that OneRoster calls otherwise. */
export interface LinkedFile {
  /** Lower case, without folder. */
  readonly file: string
  /** By OneRoster's name; the first that is filled counts. A column that is not here has OneRoster's name. */
  readonly columns?: Readonly<Record<string, readonly string[]>>
  /** What the file itself says about all its rows, by OneRoster's column. */
  readonly fixed?: Readonly<Record<string, string>>
}

export type LinkedFormat = Extract<RosterFormat, 'oneroster' | 'sds' | 'clever'>

/** One way of writing such an export. */
export interface Dialect {
  readonly format: LinkedFormat
  readonly tables: Readonly<Partial<Record<TableName, readonly LinkedFile[]>>>
  /** Columns without which a file of persons is none. */
  readonly required: readonly string[]
  readonly recognises: (files: readonly RosterFile[]) => boolean
}

const oneRosterTables = {
  manifest: [{ file: 'manifest.csv' }],
  orgs: [{ file: 'orgs.csv' }],
  users: [
    {
      file: 'users.csv',
      columns: {
        preferredGivenName: ['preferredGivenName', 'preferredFirstName'],
        preferredFamilyName: ['preferredFamilyName', 'preferredLastName'],
        orgSourcedIds: ['orgSourcedIds', 'primaryOrgSourcedId']
      }
    }
  ],
  roles: [
    {
      file: 'roles.csv',
      columns: { beginDate: ['beginDate', 'roleStartDate'], endDate: ['endDate', 'roleEndDate'] }
    }
  ],
  classes: [{ file: 'classes.csv', columns: { schoolSourcedId: ['schoolSourcedId', 'orgSourcedId'] } }],
  enrollments: [{ file: 'enrollments.csv' }],
  demographics: [{ file: 'demographics.csv', columns: { userSourcedId: ['userSourcedId', 'sourcedId'] } }]
} as const satisfies Dialect['tables']

const requiredOfUsers = ['sourcedId', 'givenName', 'familyName']

/** 1EdTech OneRoster 1.1 and 1.2 CSV (imsglobal.org, „CSV Binding“). */
const oneRoster: Dialect = {
  format: 'oneroster',
  tables: oneRosterTables,
  required: requiredOfUsers,
  recognises: (files) => hasColumns(files, 'users.csv', requiredOfUsers)
}

/** Microsoft School Data Sync V2.1 (learn.microsoft.com, „SDS V2.1 CSV file format“): OneRoster's files, fewer columns. */
const schoolDataSync2: Dialect = {
  format: 'sds',
  tables: oneRosterTables,
  required: requiredOfUsers,
  recognises: (files) =>
    hasColumns(files, 'users.csv', requiredOfUsers) &&
    (hasColumns(files, 'users.csv', ['activeDirectoryMatchId']) ||
      (hasColumns(files, 'roles.csv', ['userSourcedId', 'orgSourcedId']) &&
        !hasColumns(files, 'roles.csv', ['roleType'])))
}

function schoolDataSyncPersons(file: string, role: string, number: string): LinkedFile {
  return {
    file,
    fixed: { role },
    columns: {
      sourcedId: ['SIS ID'],
      identifier: [number],
      orgSourcedIds: ['School SIS ID'],
      familyName: ['Last Name'],
      givenName: ['First Name'],
      birthDate: ['Birthdate', 'Birth Date', 'Date of Birth'],
      email: ['Secondary Email'],
      status: ['Status']
    }
  }
}

/** Microsoft School Data Sync V1 (learn.microsoft.com, „CSV files for School Data Sync“): a file for each kind of person. */
const schoolDataSync1: Dialect = {
  format: 'sds',
  tables: {
    orgs: [
      { file: 'school.csv', fixed: { type: 'school' }, columns: { sourcedId: ['SIS ID'], name: ['Name'] } }
    ],
    users: [
      schoolDataSyncPersons('student.csv', 'student', 'Student Number'),
      schoolDataSyncPersons('teacher.csv', 'teacher', 'Teacher Number')
    ],
    classes: [
      {
        file: 'section.csv',
        columns: {
          sourcedId: ['SIS ID'],
          title: ['Section Name'],
          classCode: ['Section Number'],
          schoolSourcedId: ['School SIS ID']
        }
      }
    ],
    enrollments: [
      {
        file: 'studentenrollment.csv',
        fixed: { role: 'student' },
        columns: { classSourcedId: ['Section SIS ID'], userSourcedId: ['SIS ID'] }
      }
    ]
  },
  required: ['SIS ID', 'Last Name', 'First Name'],
  recognises: (files) =>
    ['student.csv', 'teacher.csv'].some((file) => hasColumns(files, file, ['SIS ID', 'School SIS ID']))
}

function cleverPersons(file: string, role: string, kind: string): LinkedFile {
  return {
    file,
    fixed: { role },
    columns: {
      sourcedId: [`${kind}_id`],
      identifier: [`${kind}_number`],
      orgSourcedIds: ['School_id'],
      familyName: ['Last_name'],
      givenName: ['First_name'],
      birthDate: ['DOB'],
      email: [`${kind}_email`]
    }
  }
}

/** Clever SFTP (dev.clever.com, „SIS integration, CSV“). */
const clever: Dialect = {
  format: 'clever',
  tables: {
    orgs: [
      {
        file: 'schools.csv',
        fixed: { type: 'school' },
        columns: { sourcedId: ['School_id'], name: ['School_name'] }
      }
    ],
    users: [
      cleverPersons('students.csv', 'student', 'Student'),
      cleverPersons('teachers.csv', 'teacher', 'Teacher'),
      cleverPersons('staff.csv', 'aide', 'Staff')
    ],
    classes: [
      {
        file: 'sections.csv',
        columns: {
          sourcedId: ['Section_id'],
          title: ['Name', 'Section_name', 'Course_name'],
          classCode: ['Section_number'],
          classType: ['Subject'],
          schoolSourcedId: ['School_id']
        }
      }
    ],
    enrollments: [
      {
        file: 'enrollments.csv',
        fixed: { role: 'student' },
        columns: { classSourcedId: ['Section_id'], userSourcedId: ['Student_id'] }
      }
    ]
  },
  required: ['Last_name', 'First_name'],
  recognises: (files) =>
    hasColumns(files, 'students.csv', ['School_id', 'Student_id']) ||
    hasColumns(files, 'teachers.csv', ['School_id', 'Teacher_id'])
}

/** The more certain ones first. */
const dialects: readonly Dialect[] = [schoolDataSync2, oneRoster, schoolDataSync1, clever]

/** The dialect of an export among those of a format, or of all; null: it is none of them. */
export function dialectOf(files: readonly RosterFile[], format: LinkedFormat | null): Dialect | null {
  return dialects.find((one) => (format === null || one.format === format) && one.recognises(files)) ?? null
}

/** What a person chose where the files do not say so themselves, so that what is missing can be told. */
export function firstDialectOf(format: LinkedFormat): Dialect {
  return format === 'clever' ? clever : format === 'sds' ? schoolDataSync2 : oneRoster
}

export function findFile(files: readonly RosterFile[], name: string): RosterFile | undefined {
  return files.find((file) => baseName(file.name).toLowerCase() === name)
}

/** Whether the beginning of a file names columns; read as bytes, since all of them are ASCII. */
function hasColumns(files: readonly RosterFile[], name: string, columns: readonly string[]): boolean {
  const file = findFile(files, name)
  if (file === undefined) return false
  const beginning = Buffer.from(file.bytes.subarray(0, 2000)).toString('latin1').toLowerCase()
  const [header = ''] = beginning.split(/[\r\n]/u)
  return columns.every((column) => header.includes(column.toLowerCase()))
}
