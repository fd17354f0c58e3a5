import { describe, expect, it } from 'vitest'
import type { RosterFormat } from '../../../../../../src-main/contract/roster'
import { failureOf, persons, readOk, rejections, sourceOf } from '../rosters'

const basisHeader =
  'Nachname|Vorname|Geburtsdatum|Geschlecht|Status|PLZ|Ort|Staatsang|Aussiedler|Religion|x|x|x|x|x|x|x|x|x|x|Jahr|Klasse'

function basisRow(
  familyName: string,
  givenName: string,
  birthDate: string,
  status: string,
  schoolClass: string
): string {
  const cells = Array.from({ length: 22 }, () => '')
  return cells
    .with(0, familyName)
    .with(1, givenName)
    .with(2, birthDate)
    .with(4, status)
    .with(20, '2026')
    .with(21, schoolClass)
    .join('|')
}

function sideRow(familyName: string, givenName: string, birthDate: string, mail: string, id: string): string {
  const cells = Array.from({ length: 12 }, () => '')
  return cells.with(0, familyName).with(1, givenName).with(2, birthDate).with(8, mail).with(10, id).join('|')
}

describe('SchILD-NRW', () => {
  const basis = [
    basisHeader,
    basisRow('Müller', 'Änne', '03.05.2014', '2', '05A'),
    basisRow('Groß', 'Udo', '04.05.2014', '3', '05B'),
    basisRow('Weg', 'Ida', '05.05.2008', '9', '10A'),
    basisRow('Neu', 'Ole', '06.05.2015', '1', '05A'),
    basisRow('Gast', 'Lea', '07.05.2014', '6', '05A')
  ].join('\r\n')
  const side = [
    'Nachname|Vorname|Geburtsdatum|Namenszusatz|Geburtsname|Geburtsort|Ortsteil|Telefon-Nr.|E-Mail|2. Staatsang.|Externe ID-Nr|x',
    sideRow('Müller', 'Änne', '03.05.2014', 'ae@schule.example', '1001'),
    sideRow('Groß', 'Udo', '04.05.2014', '', '1002'),
    sideRow('Weg', 'Ida', '05.05.2008', '', '1003'),
    sideRow('Neu', 'Ole', '06.05.2015', '', '1004'),
    sideRow('Gast', 'Lea', '07.05.2014', '', '1005'),
    sideRow('Gast', 'Lea', '07.05.2014', '', '1006'),
    sideRow('Niemand', 'Nie', '01.01.2014', '', '1007')
  ].join('\r\n')

  it('reads SchuelerBasisdaten.dat by position and status', async () => {
    const result = await readOk(sourceOf({ 'SchuelerBasisdaten.dat': basis }, 'windows-1252'))
    expect(result.reading).toMatchObject({
      format: 'schild',
      encoding: 'windows-1252',
      separator: '|',
      hasHeader: true
    })
    expect(persons(result)).toEqual([
      'Müller, Änne | 2014-05-03 | - | 05A',
      'Groß, Udo | 2014-05-04 | - | 05B',
      'Gast, Lea | 2014-05-07 | - | 05A'
    ])
    expect(result.rejected.map((row) => [row.line, row.code, row.parameters['status']])).toEqual([
      [4, 'statusNotCurrent', '9'],
      [5, 'statusNotCurrent', '1']
    ])
  })

  it('reads it without a header, and by its look under another name', async () => {
    const bare = basis.split('\r\n').slice(1).join('\r\n')
    expect((await readOk(sourceOf({ 'SchuelerBasisdaten.dat': bare }))).counts.accepted).toBe(3)
    expect((await readOk(sourceOf({ 'export.txt': basis }))).reading.format).toBe('schild')
  })

  it('joins SchuelerZusatzdaten.dat by name and birth date and lists what does not fit', async () => {
    const result = await readOk(
      sourceOf(
        { 'SchuelerZusatzdaten.dat': side, 'SchuelerBasisdaten.dat': basis, 'Faecher.dat': 'x|y' },
        'windows-1252'
      )
    )
    expect(persons(result)).toEqual([
      'Müller, Änne | 2014-05-03 | 1001 | 05A',
      'Groß, Udo | 2014-05-04 | 1002 | 05B',
      'Gast, Lea | 2014-05-07 | - | 05A'
    ])
    expect(result.entries[0]?.mail).toBe('ae@schule.example')
    expect(result.files.map((file) => file.name)).toEqual([
      'SchuelerBasisdaten.dat',
      'SchuelerZusatzdaten.dat'
    ])
    expect(result.rejected.map((row) => `${row.file} ${row.line} ${row.code}`)).toEqual([
      'SchuelerBasisdaten.dat 4 statusNotCurrent',
      'SchuelerBasisdaten.dat 5 statusNotCurrent',
      'SchuelerZusatzdaten.dat 6 referenceMissing',
      'SchuelerZusatzdaten.dat 7 referenceMissing',
      'SchuelerZusatzdaten.dat 8 referenceMissing'
    ])
    // Ida Weg (1003) has left by the roster's own word; Ole Neu (1004) is only not there yet.
    expect(result.rejectedIds).toEqual(['1004', '1005', '1006', '1007'])
  })

  it('refuses a table that is too narrow', async () => {
    expect(await failureOf(sourceOf({ 'a.txt': 'Nachname|Vorname\nA|B\n' }), { format: 'schild' })).toBe(
      'roster.columnMissing'
    )
  })
})

describe('linuxmuster', () => {
  it('reads students.csv with comments and missing ids', async () => {
    const text =
      '# Stand August\n5a;Arnold;Mia;03.05.2014;17\n\n5b;Bach;Ben;4.5.2014;\n#5b;Weg;Udo;1.1.2014;3\n5b;Dorn;Ida;x;19;\n5b;Kurz\n'
    for (const name of ['students.csv', 'liste.csv']) {
      const result = await readOk(
        sourceOf({ [name]: text }),
        name === 'liste.csv' ? { format: 'linuxmuster' } : {}
      )
      expect(result.reading.format).toBe('linuxmuster')
      expect(persons(result)).toEqual([
        'Arnold, Mia | 2014-05-03 | 17 | 5a',
        'Bach, Ben | 2014-05-04 | - | 5b'
      ])
      expect(rejections(result)).toEqual(['6 birthDateInvalid', '7 tooFewColumns'])
      expect(result.rejectedIds).toEqual(['19'])
    }
  })

  it('is not taken for another program’s file of the same name', async () => {
    const text = 'Last Name,First Name,Class,Student ID\nArnold,Mia,5a,17\n'
    const result = await readOk(sourceOf({ 'students.csv': text }))
    expect(result.reading).toMatchObject({ format: 'csv', separator: ',', hasHeader: true })
    expect(persons(result)).toEqual(['Arnold, Mia | - | 17 | 5a'])
  })

  it('is recognised by its look', async () => {
    const text = '5a;Arnold;Mia;03.05.2014;17\n5b;Bach;Ben;4.5.2014;18\n'
    expect((await readOk(sourceOf({ 'neu.txt': text }))).reading.format).toBe('linuxmuster')
  })
})

describe('formats with named columns', () => {
  const cases: readonly (readonly [RosterFormat, string, string])[] = [
    [
      'lusd',
      'Klassen_Klassenbezeichnung;Schueler_Nachname;Schueler_Vorname;Schueler_Geburtsdatum',
      '05a;Arnold;Mia;03.05.2014'
    ],
    [
      'lusd',
      'SLR_ID;SLR_Nachname;SLR_Vorname;SLR_Geburtsdatum;KLA_Klassenbezeichnung',
      '7;Arnold;Mia;03.05.2014;05a'
    ],
    [
      'asv',
      '"Familienname";"Rufname";"Vornamen";"Geburtsdatum";"Klasse";"lokales Differenzierungsmerkmal"',
      '"Arnold";"Mia";"Mia Maria";"03.05.2014";"05a";"7"'
    ],
    ['danis', 'SchuelerIdentNummer;SchuelerRufname;SchuelerNachname;GruppeBezeichung', '7;Mia;Arnold;05a'],
    ['danis', 'SchuelerId;SchuelerRufname;SchuelerNachname;GruppeBezeichung', '7;Mia;Arnold;05a'],
    [
      'lusd',
      'lusd_id;SLR_Nachname;SLR_Vorname;SLR_Geburtsdatum;KLA_Klassennamen',
      '7;Arnold;Mia;03.05.2014;05a'
    ],
    [
      'webuntis',
      'name\tlongName\tforeName\tgender\tbirthDate\tklasse.name\tentryDate\texitDate\ttext\tid\texternKey',
      'ArnMi\tArnold\tMia\tW\t03.05.2014\t05a\t\t\t\tID99\t7'
    ],
    ['csv', 'Import-ID;Nachname;Vorname;Geburtsdatum;Klasse/Information', '7;Arnold;Mia;03.05.2014;05a'],
    ['csv', 'idnumber,lastname,firstname,birthdate,class', '7,Arnold,Mia,2014-05-03,05a'],
    ['csv', 'record_uid,lastname,firstname,birthday,school_classes', '7,Arnold,Mia,2014-05-03,05a']
  ]
  it.each(cases)('recognises %s by %s', async (format, header, row) => {
    const result = await readOk(sourceOf({ 'export.csv': `${header}\r\n${row}\r\n` }))
    expect(result.reading.format).toBe(format)
    const id = /ID|Ident|Diff|Id|_id|uid|number|externKey/u.test(header) ? '7' : '-'
    const birthDate = format === 'danis' ? '-' : '2014-05-03'
    expect(persons(result)).toEqual([`Arnold, Mia | ${birthDate} | ${id} | 05a`])
  })

  it('says which column a chosen format lacks', async () => {
    const source = sourceOf({ 'export.csv': 'Nachname;Vorname\nArnold;Mia\n' })
    for (const format of ['lusd', 'danis', 'asv'] as const)
      expect(await failureOf(source, { format })).toBe('roster.columnMissing')
  })

  it('reads a format as generic CSV when a person maps the columns', async () => {
    const source = sourceOf({
      'export.csv': 'SchuelerRufname;SchuelerNachname;GruppeBezeichung\nMia;Arnold;05a\n'
    })
    const result = await readOk(source, {
      format: 'csv',
      hasHeader: true,
      columns: { familyName: 0, givenName: 1 }
    })
    expect(persons(result)).toEqual(['Mia, Arnold | - | - | '])
  })
})

describe('cells that hold no class', () => {
  it.each(['k.A.', '-', 'keine', '05. Jan', '5. Mai', '1,00E+02', '#NV'])(
    'reads %s as none, and says so',
    async (cell) => {
      const result = await readOk(
        sourceOf({ 'liste.csv': `ID;Nachname;Vorname;Klasse\n7;Arnold;Mia;${cell}\n8;Bach;Ben;5a\n` })
      )
      expect(result.entries.map(({ classes }) => classes)).toEqual([[], ['5a']])
      expect(result.notices).toEqual([{ code: 'classNotRead', parameters: { count: 1, lines: '2' } }])
    }
  )
})

describe('Untis', () => {
  const row = (short: string, family: string, given: string, id: string, day: string, foreign: string) =>
    `"${short}","${family}","","","","","","${given}","${id}","5a",1,"",${day},"","${foreign}"`

  it('reads GPU010.TXT', async () => {
    const text = [
      row('ArnMi', 'Arnold', 'Mia', '17', '20140503', 'x1'),
      row('BacBe', 'Bach', 'Ben', '18', '', 'x2'),
      row('Kurz', '', 'Ida', '19', '', '')
    ].join('\r\n')
    const result = await readOk(sourceOf({ 'GPU010.TXT': text }))
    expect(result.reading).toMatchObject({ format: 'untis', separator: ',', hasHeader: false })
    expect(persons(result)).toEqual(['Arnold, Mia | 2014-05-03 | 17 | 5a', 'Bach, Ben | - | 18 | 5a'])
    expect(rejections(result)).toEqual(['3 familyNameMissing'])
    expect(result.rejectedIds).toEqual(['19'])
  })

  it('takes the foreign key where no pupil has a number, and is recognised by its look', async () => {
    const result = await readOk(
      sourceOf({ 'schueler.txt': row('ArnMi', 'Arnold', 'Mia', '', '20140503', 'x1') })
    )
    expect(result.reading.format).toBe('untis')
    expect(result.entries[0]?.schoolId).toBe('x1')
  })
})
