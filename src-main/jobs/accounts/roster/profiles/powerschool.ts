import { foldWord, type StatusVerdict } from '../fields'
import { namedProfile } from './named'
import { slashedDays } from './slashedDays'

/** `Enroll_Status`: -1 and -2 enrolled for later, 0 enrolled, 1 inactive, 2 transferred, 3 graduated, 4 from an old system. */
const statusByNumber: Readonly<Record<string, StatusVerdict>> = {
  '': 'current',
  '0': 'current',
  '1': 'gone',
  '2': 'gone',
  '3': 'gone',
  '4': 'gone'
}

/**
 * PowerSchool SIS, the export of the table of students by the names of its fields, usually with tabs. `ExitDate` is not
 * taken for a day of leaving: it is filled for everybody, with the end of the school year.
 */
export const powerSchoolProfile = namedProfile({
  format: 'powerschool',
  signatures: ['Home_Room', 'Enroll_Status', 'Grade_Level'].map((column) => [
    ...['Student_Number', 'Last_Name', 'First_Name'],
    column
  ]),
  names: {
    schoolId: ['Student_Number', 'ID'],
    familyName: ['Last_Name'],
    givenName: ['Preferred_Name', 'First_Name'],
    givenNames: ['First_Name'],
    birthDate: ['DOB', 'Birthdate', 'Date of Birth'],
    schoolClass: ['Home_Room', 'Class'],
    mail: ['Student_Email', 'Email', 'Email_Addr'],
    status: ['Enroll_Status']
  },
  judgeStatus: (cell) => statusByNumber[cell.trim()] ?? 'waiting',
  plainDay: ([header = [], ...rows]) => {
    const column = header.findIndex((name) => ['dob', 'birthdate', 'dateofbirth'].includes(foldWord(name)))
    return slashedDays(
      rows.map((row) => row[column] ?? ''),
      null
    )
  }
})
