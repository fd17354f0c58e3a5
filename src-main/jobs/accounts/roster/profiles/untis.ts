import { succeed } from '../../../../contract/result'
import { judgeStatusWord } from '../fields'
import { looksLikeHeader } from '../headers'
import type { TableProfile } from './profile'

const untisDay = /^\d{8}$/u
const birthDateColumn = 12
const names = [
  'Name',
  'Langname',
  'Text',
  'Beschreibung',
  'Statistik 1',
  'Statistik 2',
  'Kennzeichen',
  'Vorname',
  'Schülernummer',
  'Klasse',
  'Geschlecht',
  'Kurs-Optimierungskennzeichen',
  'Geburtsdatum',
  'E-Mail',
  'Fremdschlüssel'
]

/**
 * Untis `GPU010.TXT`, the pupils' master data of the DIF/TXT interface: comma or semicolon, texts in double
 * quotes, no header, dates as YYYYMMDD. Columns from 1, as published by Untis („Untis Export-Schnittstellen“,
 * help.untis.at) and written by other school software: 1 Name (short name), 2 Langname (last name), 3 Text,
 * 4 Beschreibung, 5 Statistik 1, 6 Statistik 2, 7 Kennzeichen, 8 Vorname (first name), 9 Schülernummer,
 * 10 Klasse, 11 Geschlecht, 12 Kurs-Optimierungskennzeichen, 13 Geburtsdatum, 14 E-Mail, 15 Fremdschlüssel.
 * Columns 14 and 15 came with Untis 2012.
 *
 * The id is column 9, the pupil's number that the school's administration software gave. Where the whole head of
 * the file has none there, it is column 15, the foreign key.
 */
export const untisProfile: TableProfile = {
  format: 'untis',
  fileName: /^gpu010.*\.(?:txt|csv|dif)$/iu,
  separator: null,
  recognises({ file, rows }) {
    const [first = []] = rows
    if (/^gpu010/iu.test(file)) return true
    const dated = rows.filter((row) => untisDay.test(row[birthDateColumn]?.trim() ?? ''))
    return (
      first.length >= 13 && first.length <= 20 && !looksLikeHeader(first) && dated.length > rows.length * 0.8
    )
  },
  layout({ rows }) {
    const filled = (column: number) => rows.some((row) => (row[column] ?? '').trim() !== '')
    const schoolId = !filled(8) && filled(14) ? 14 : 8
    return succeed({
      hasHeader: false,
      columns: {
        familyName: 1,
        givenName: 7,
        schoolId,
        schoolClass: 9,
        birthDate: birthDateColumn,
        mail: 13
      },
      required: ['familyName', 'givenName', 'schoolClass'],
      commentMark: null,
      judgeStatus: judgeStatusWord,
      looseWidth: true,
      names
    })
  }
}
