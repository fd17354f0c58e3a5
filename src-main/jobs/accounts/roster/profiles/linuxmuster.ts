import { succeed } from '../../../../contract/result'
import { judgeStatusWord } from '../fields'
import { looksLikeHeader } from '../headers'
import type { TableLayout, TableProfile } from './profile'

const students = /^(?:.*\.)?students\.csv$/iu
const teachers = /^(?:.*\.)?teachers\.csv$/iu
const birthDate = /^\d{1,2}\.\d{1,2}\.\d{4}$/u

/**
 * linuxmuster.net's `students.csv` (sophomorix): `class;last name;first name;birth date DD.MM.YYYY;id`, no header,
 * lines that begin with `#` are comments. The id may be missing; further columns are not read. `teachers.csv` beside it:
 * `lehrer;last name;first name;birth date;wished login`; its first column says whom it lists.
 */
export const linuxmusterProfile: TableProfile = {
  format: 'linuxmuster',
  fileName: students,
  separator: ';',
  recognises({ file, rows, separator }) {
    const persons = rows.filter((row) => !isComment(row))
    const [first = []] = persons
    // Other programs name their exports so too, but write a header.
    if (separator === ';' && students.test(file) && first.length >= 4) return !looksLikeHeader(first)
    return (
      separator === ';' &&
      persons.length > 0 &&
      !looksLikeHeader(first) &&
      persons.every((row) => row.length >= 4 && row.length <= 8) &&
      persons.filter((row) => birthDate.test(row[3]?.trim() ?? '')).length > persons.length * 0.8
    )
  },
  layout: ({ file }) =>
    succeed({
      hasHeader: false,
      ...(teachers.test(file) ? ofTeachers : ofPupils),
      commentMark: '#',
      judgeStatus: judgeStatusWord,
      looseWidth: true
    })
}

const persons = { familyName: 1, givenName: 2, birthDate: 3 } as const
const ofPupils: Pick<TableLayout, 'columns' | 'required'> = {
  columns: { schoolClass: 0, ...persons, schoolId: 4 },
  required: ['schoolClass', 'familyName', 'givenName', 'birthDate']
}
const ofTeachers: Pick<TableLayout, 'columns' | 'required'> = {
  columns: { kind: 0, ...persons, login: 4 },
  required: ['kind', 'familyName', 'givenName', 'birthDate']
}

function isComment(row: readonly string[]): boolean {
  return row[0]?.startsWith('#') === true
}
