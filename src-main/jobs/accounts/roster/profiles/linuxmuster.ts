import { succeed } from '../../../../contract/result'
import { foldWord, judgeStatusWord } from '../fields'
import { looksLikeHeader } from '../headers'
import type { TableHead, TableProfile } from './profile'

const students = /^(?:.*\.)?students\.csv$/iu
const teachers = /^(?:.*\.)?teachers\.csv$/iu
const birthDate = /^\d{1,2}\.\d{1,2}\.\d{4}$/u
const wordsForTeachers = ['lehrer', 'teacher', 'teachers']

/**
 * linuxmuster.net's lists (sophomorix), no header; lines that begin with `#` are comments, further columns are not read.
 *
 * - `students.csv`: `class;last name;first name;birth date DD.MM.YYYY;id`. The id may be missing.
 * - `teachers.csv`: `Lehrer;last name;first name;birth date;wished login;id`, the first column the same in every row
 *   (`Lehrer`, `teachers`). Login and id may be missing.
 */
export const linuxmusterProfile: TableProfile = {
  format: 'linuxmuster',
  fileName: /^(?:.*\.)?(?:students|teachers)\.csv$/iu,
  separator: ';',
  recognises({ file, rows, separator }) {
    const persons = rows.filter((row) => !isComment(row))
    const [first = []] = persons
    // Other programs name their exports so too, but write a header.
    if (separator === ';' && (students.test(file) || teachers.test(file)) && first.length >= 4)
      return !looksLikeHeader(first)
    return (
      separator === ';' &&
      persons.length > 0 &&
      !looksLikeHeader(first) &&
      persons.every((row) => row.length >= 4 && row.length <= 10) &&
      persons.filter((row) => birthDate.test(row[3]?.trim() ?? '')).length > persons.length * 0.8
    )
  },
  layout: (head) =>
    succeed({
      hasHeader: false,
      required: ['schoolClass', 'familyName', 'givenName', 'birthDate'],
      commentMark: '#',
      judgeStatus: judgeStatusWord,
      looseWidth: true,
      ...(listsTeachers(head) ? ofTeachers : ofStudents)
    })
}

const ofStudents = {
  columns: { schoolClass: 0, familyName: 1, givenName: 2, birthDate: 3, schoolId: 4 },
  kind: 'pupil'
} as const
const ofTeachers = {
  // The first column is the word that the kind is known by: in none of them stands a class.
  columns: { kind: 0, familyName: 1, givenName: 2, birthDate: 3, login: 4, schoolId: 5 },
  required: ['familyName', 'givenName', 'birthDate'],
  kind: 'teacher',
  names: ['Lehrer', 'Nachname', 'Vorname', 'Geburtsdatum', 'Wunschlogin', 'ID']
} as const

function listsTeachers({ rows }: TableHead): boolean {
  const persons = rows.filter((row) => !isComment(row))
  return persons.length > 0 && persons.every((row) => wordsForTeachers.includes(foldWord(row[0] ?? '')))
}

function isComment(row: readonly string[]): boolean {
  return row[0]?.startsWith('#') === true
}
