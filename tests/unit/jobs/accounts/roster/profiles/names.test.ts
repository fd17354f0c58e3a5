import { describe, expect, it } from 'vitest'
import { slashedDays } from '../../../../../../src-main/jobs/accounts/roster/profiles/slashedDays'
import { persons, readOk, rejections, sourceOf } from '../rosters'

describe('an addition to the family name', () => {
  it.each(['Namenszusatz', 'Nachname Zusatz', 'Namensvorsatz', 'name prefix'])(
    'goes before it, whatever its column is called: %s',
    async (column) => {
      const text = `ID;Nachname;Vorname;${column}\n1;Heide;Ida;von der\n2;von der Heide;Ben;von der\n3;Bach;Mia;\n4;;Tim;von\n`
      const result = await readOk(sourceOf({ 'liste.csv': text }))
      expect(result.entries.map(({ familyName }) => familyName)).toEqual([
        'von der Heide',
        'von der Heide',
        'Bach'
      ])
      expect(rejections(result)).toEqual(['5 familyNameMissing'])
    }
  )
})

describe('the name that a person goes by', () => {
  it('is the first of all given names where it is empty', async () => {
    const text =
      'ID;Nachname;Rufname;Vornamen\n1;Bach;Mia;Anna Mia\n2;Bach;;Anna-Lena Sophie\n3;Bach;;\n4;Bach;;"Karl, Heinz"\n'
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect(result.entries.map(({ givenName }) => givenName)).toEqual(['Mia', 'Anna-Lena', 'Karl'])
    expect(rejections(result)).toEqual(['4 givenNameMissing'])
  })

  it('is the whole cell where there is only one column', async () => {
    const result = await readOk(sourceOf({ 'liste.csv': 'ID;Nachname;Vornamen\n1;Bach;Anna Mia\n' }))
    expect(persons(result)).toEqual(['Bach, Anna Mia | - | 1 | '])
  })
})

describe('the files of an export that are not about pupils', () => {
  it('are not read, and named', async () => {
    const guardians = 'Mandant;ID;SchuelerID;Vorname;Nachname;Verhaeltnis\n1;9;4711;Eva;Bach;MU\n'
    const result = await readOk(
      sourceOf({
        'schueler.export.csv': 'Mandant;ID;GUID;Nachname;Vorname;KlasseKuerzel\n1;4711;{1};Bach;Mia;5a\n',
        'schueler_sorgebe.export.csv': guardians,
        'lies mich.pdf': '%PDF',
        'Thumbs.db': 'x'
      })
    )
    expect(persons(result)).toEqual(['Bach, Mia | - | 4711 | 5a'])
    // That of guardians is told by itself: it is read where they are asked for.
    expect(result.notices).toContainEqual({
      code: 'fileOfGuardians',
      parameters: { file: 'schueler_sorgebe.export.csv' }
    })
    expect(result.notices).toContainEqual({
      code: 'filesNotRead',
      parameters: { files: 'lies mich.pdf', count: 1 }
    })
  })
})

describe('a list of teachers among those of pupils', () => {
  it('is read as such where the format says so, else left out', async () => {
    const pupils = 'name\tlongName\tforeName\tklasse.name\texternKey\nBacMi\tBach\tMia\t5a\t1\n'
    const teachers = (column: string) => `name\tlongName\tforeName\t${column}\nLEO\tLeonhardt\tTimo\t7\n`
    const told = await readOk(sourceOf({ 'a.txt': pupils, 'lehrer.txt': teachers('pnr') }))
    expect(told.entries.map(({ kind }) => kind)).toEqual(['pupil', 'teacher'])
    expect(told.reading.kind).toBe('pupil')
    const untold = await readOk(sourceOf({ 'a.txt': pupils, 'lehrer.txt': teachers('text') }))
    expect(untold.entries.map(({ kind }) => kind)).toEqual(['pupil'])
    expect(untold.notices.map(({ code }) => code)).toContain('fileOfTeachers')
    const linuxmuster = await readOk(
      sourceOf({
        'students.csv': '5a;Bach;Mia;1.2.2014;1\n',
        'teachers.csv': 'Lehrer;Leonhardt;Timo;1.2.1980;leo;7\n'
      })
    )
    expect(linuxmuster.entries.map(({ kind, schoolId }) => [kind, schoolId])).toEqual([
      ['pupil', '1'],
      ['teacher', '7']
    ])
  })
})

describe('days with slashes', () => {
  it('are read in the order that the file proves', () => {
    expect(slashedDays(['05/03/2014', '02/28/2011'], null)('05/03/2014')).toBe('03.05.2014')
    expect(slashedDays(['05/03/2014', '28/02/2011'], null)('05/03/2014')).toBe('05.03.2014')
    expect(slashedDays(['05/03/2014', '', '1.2.2011'], 'monthFirst')('05/03/2014')).toBe('03.05.2014')
  })

  it('stay as they are where nothing or too much is proven', () => {
    expect(slashedDays(['05/03/2014'], null)('05/03/2014')).toBe('05/03/2014')
    expect(slashedDays(['28/02/2011', '02/28/2011'], 'monthFirst')('05/03/2014')).toBe('05/03/2014')
  })

  it('make a row of PowerSchool that is refused where nobody can tell', async () => {
    const text = 'Student_Number\tLast_Name\tFirst_Name\tDOB\tHome_Room\n1\tBach\tMia\t05/03/2014\t5a\n'
    expect(rejections(await readOk(sourceOf({ 'students.txt': text })))).toEqual(['2 birthDateInvalid'])
  })
})
