import { describe, expect, it } from 'vitest'
import { afterYear, emptySchool, deeds, planned, type Files } from './years'

const header = 'ID;Nachname;Vorname;Klasse'
const rows = ['1;Arnold;Mia;5a', '2;Bach;Ben;5b']

/** Labels of the accounts that a list would make, and the codes of the rows that it does not take. */
async function made(files: Files): Promise<{ created: string[]; rejected: string[]; notices: string[] }> {
  const year = await planned(emptySchool, files)
  return {
    created: deeds(year).map((deed) => deed.replace('create ', '')),
    rejected: year.read.rejected.map(({ line, code }) => `${String(line)} ${code}`),
    notices: year.read.notices.map(({ code }) => code)
  }
}

describe('P1: who is no pupil gets no pupil’s account', () => {
  it('lists a second header and the lines that a report writes about itself', async () => {
    const text = [
      header,
      rows[0],
      header,
      'ID;NACHNAME;VORNAME;KLASSE',
      rows[1],
      ';Stand;November 2026;',
      ';Erstellt von;Frau Muster;',
      'Stand;November 2026;;',
      'Erstellt von;Sekretariat;;',
      'Anzahl:;2;;'
    ].join('\n')
    const { created, rejected } = await made({ 'liste.csv': text })
    expect(created).toEqual(['Mia Arnold', 'Ben Bach'])
    expect(rejected).toEqual([
      '3 headerRepeated',
      '4 headerRepeated',
      ...['6 noPerson', '7 noPerson', '8 noPerson', '9 noPerson', '10 noPerson']
    ])
  })

  it('takes a pupil for a pupil, whatever the name', async () => {
    const text = `${header}\n1;Stand;Mia;5a\n2;Ende;Ben;5b\n3;Vorname;Ida;5b\n`
    expect((await made({ 'liste.csv': text })).created).toEqual(['Mia Stand', 'Ben Ende', 'Ida Vorname'])
  })

  it.each(['Ja', 'j', 'x', '1', 'WAHR'])('takes „Gelöscht?“ = %s for the school’s own word', async (word) => {
    const text = `${header};Gelöscht?\n${rows[0]!};Nein\n${rows[1]!};${word}\n`
    const { created, rejected } = await made({ 'liste.csv': text })
    expect(created).toEqual(['Mia Arnold'])
    expect(rejected).toEqual(['3 statusNotCurrent'])
    const school = await afterYear({ 'y1.csv': `${header}\n${rows.join('\n')}\n` })
    expect(deeds(await planned(school, { 'y2.csv': text }))).toEqual(['leave Ben Bach'])
  })

  it('does not read a list of teachers among class lists', async () => {
    const { created, notices } = await made({
      '5a.csv': `${header}\n${rows[0]!}\n`,
      '5b.csv': `${header}\n${rows[1]!}\n`,
      'Lehrerliste.csv': 'ID;Nachname;Vorname\n91;Lehr;Kim\n',
      'kollegium 2026.csv': 'ID;Kürzel;Nachname;Vorname\n92;LEO;Leonhard;Tim\n',
      'liste.csv': 'ID;Kürzel;Nachname;Vorname\n93;ADA;Adam;Ute\n'
    })
    expect(created).toEqual(['Mia Arnold', 'Ben Bach'])
    expect(notices.filter((code) => code === 'fileOfTeachers')).toHaveLength(3)
  })

  it('keeps a pupil and a teacher of the same number apart', async () => {
    const text = `${header};Rolle\n1;Arnold;Mia;5a;Schülerin\n1;Lehr;Kim;;Lehrer\n`
    expect((await made({ 'liste.csv': text })).created).toEqual(['Kim Lehr', 'Mia Arnold'])
  })

  it('names those whose day of leaving is past', async () => {
    const text = `${header};Austrittsdatum\n${rows[0]!};\n${rows[1]!};31.07.2026\n`
    const { created, notices } = await made({ 'liste.csv': text })
    expect(created).toEqual(['Mia Arnold'])
    expect(notices).toContain('alreadyLeft')
  })
})

describe('P1: OneRoster persons', () => {
  const users = (version: string, ...lines: string[]): string =>
    [`sourcedId,status,${version}givenName,familyName,identifier`, ...lines].join('\n')

  it('without a role get no account, nor do contacts and guardians', async () => {
    const text = users(
      'role,',
      'u1,,student,Mia,Arnold,11',
      'u2,,,Ben,Bach,12',
      'u3,,guardian,Eva,Mutter,13',
      'u4,,contact,Tim,Onkel,14'
    )
    const { created, rejected } = await made({ 'users.csv': text })
    expect(created).toEqual(['Mia Arnold'])
    expect(rejected).toEqual(['3 roleMissing', '4 kindUnknown', '5 kindUnknown'])
  })

  it('who teach and have a child here are teachers; a role that has ended is none', async () => {
    const roles = [
      'sourcedId,status,userSourcedId,roleType,role,beginDate,endDate',
      'r1,,u1,primary,guardian,,',
      'r2,,u1,secondary,teacher,,',
      'r3,,u2,primary,student,,2026-01-31'
    ].join('\n')
    const text = users('', 'u1,,Kim,Lehr,21', 'u2,,Udo,Weg,22')
    const year = await planned(emptySchool, { 'users.csv': text, 'roles.csv': roles })
    expect(year.read.entries.map(({ familyName, kind }) => `${familyName} ${kind}`)).toEqual(['Lehr teacher'])
    expect(year.read.rejected.map(({ code }) => code)).toEqual(['statusNotCurrent'])
  })
})

describe('nothing is dropped in silence', () => {
  it('names the columns that are not read, and what was not found, before anything else', async () => {
    const text = 'Vorname;Nachname;Konfession;;Telefon\nMia;Arnold;ev;x;\nBen;Bach;;;\n'
    const year = await planned(emptySchool, { 'liste.csv': text })
    expect(year.read.notices).toEqual([
      { code: 'noIdColumn', parameters: {} },
      { code: 'noClassColumn', parameters: {} },
      { code: 'columnsNotRead', parameters: { columns: 'Konfession, 4', count: 2 } }
    ])
  })

  it('names what is no e-mail address', async () => {
    const text = `${header};E-Mail\n${rows[0]!};mia@schule.example\n${rows[1]!};siehe oben\n`
    const year = await planned(emptySchool, { 'liste.csv': text })
    expect(year.read.notices).toEqual([{ code: 'mailNotRead', parameters: { count: 1, lines: '3' } }])
  })
})

describe('the column that the accounts were made from', () => {
  it('is read again, whatever else is called a number now', async () => {
    const idColumn = { format: 'csv', column: 'ID' } as const
    const newer = 'Schülernummer;ID;Nachname;Vorname;Klasse\n77;1;Arnold;Mia;5a\n78;2;Bach;Ben;5b\n'
    const school = await afterYear({ 'y1.csv': `${header}\n${rows.join('\n')}\n` })
    expect(deeds(await planned(school, { 'y2.csv': newer }, {}, idColumn))).toEqual([])
    const without = newer.replaceAll(/^([^;]*);[^;]*;/gmu, '$1;')
    const year = await planned(school, { 'y2.csv': without }, {}, idColumn)
    expect(deeds(year)).toEqual([])
    expect(year.doubtful).toHaveLength(2)
    expect(year.read.notices[0]).toEqual({
      code: 'idColumnOther',
      parameters: { column: 'Schülernummer', remembered: 'ID' }
    })
  })

  it('stays for OneRoster users of whom one lacks the identifier', async () => {
    const users = (third: string): string =>
      `sourcedId,role,givenName,familyName,identifier\nu1,student,Mia,Arnold,11\nu2,student,Ben,Bach,12\nu3,student,Ida,Dorn,${third}\n`
    const school = await afterYear({ 'users.csv': users('13') })
    const idColumn = { format: 'oneroster', column: 'identifier' } as const
    const year = await planned(school, { 'users.csv': users('') }, {}, idColumn)
    expect(deeds(year)).toEqual([])
    expect(year.doubtful.map(({ entry }) => entry.familyName)).toEqual(['Dorn'])
  })

  it('stays for Untis, where another column is filled now', async () => {
    const row = (name: string, id: string, foreign: string): string =>
      `"${name.slice(0, 3)}","${name}","","","","","","Mia","${id}","5a",1,"",20140503,"","${foreign}"`
    const idColumn = { format: 'untis', column: '15' } as const
    const school = await afterYear({ 'GPU010.TXT': `${row('Arnold', '', 'x1')}\n${row('Bach', '', 'x2')}\n` })
    const newer = `${row('Arnold', '1', 'x1')}\n${row('Bach', '2', 'x2')}\n`
    expect(deeds(await planned(school, { 'GPU010.TXT': newer }, {}, idColumn))).toEqual([])
  })
})
