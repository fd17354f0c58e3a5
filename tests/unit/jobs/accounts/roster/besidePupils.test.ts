import { describe, expect, it } from 'vitest'
import type { RosterResult } from '../../../../../src-main/jobs/accounts/roster'
import { readOk, sourceOf } from './rosters'

const read = (files: Record<string, string>, guardians = true): Promise<RosterResult> =>
  readOk(sourceOf(files), {}, guardians)

const guardiansOf = ({ entries }: RosterResult): string[] =>
  entries
    .filter(({ kind }) => kind === 'guardian')
    .map(
      ({ schoolId, familyName, givenName, children = [] }) =>
        `${schoolId ?? '-'} ${givenName} ${familyName} of ${children.join(', ')}`
    )
const pupilsOf = ({ entries }: RosterResult): string[] =>
  entries
    .filter(({ kind }) => kind === 'pupil')
    .map(({ schoolId, familyName }) => `${schoolId ?? '-'} ${familyName}`)
const rejectedIn = ({ rejected }: RosterResult): string[] =>
  rejected.map(({ file, line, code }) => `${file} ${String(line)} ${code}`)
const codesOf = ({ notices }: RosterResult): string[] => notices.map(({ code }) => code)

const pupils =
  'Schülernummer;Nachname;Vorname;Geburtsdatum;Klasse\n0101;Arnold;Mia;01.02.2014;5a\n0102;Bach;Max;01.02.2013;6b\n'

describe('P1: a file of guardians beside the pupils', () => {
  const rows =
    'ID;Schülernummer;Nachname;Vorname;E-Mail;Verhältnis\nE1;0101;Arnold;Eva;;Mutter\nE1;="0102";Arnold;Eva;;Mutter\nE2;0102;Bach;Udo;;Onkel\n'

  it('has a row for each guardian and child, connected by the id of the pupil, as a spreadsheet writes it, too', async () => {
    const found = await read({ 'a.csv': rows, 'schueler.csv': pupils })
    expect(guardiansOf(found)).toEqual(['E1 Eva Arnold of 0101, 0102'])
    expect(pupilsOf(found)).toEqual(['0101 Arnold', '0102 Bach'])
    expect(rejectedIn(found)).toEqual(['a.csv 4 noGuardian'])
    expect(codesOf(found)).not.toContain('filesNotRead')
  })

  it('is named and not read while guardians get no accounts, and makes no pupils', async () => {
    const found = await read({ 'a.csv': rows, 'schueler.csv': pupils }, false)
    expect(pupilsOf(found)).toEqual(['0101 Arnold', '0102 Bach'])
    expect(found.notices).toContainEqual({ code: 'fileOfGuardians', parameters: { file: 'a.csv' } })
    expect([found.rejected, found.files.length]).toEqual([[], 1])
  })

  it('never connects by a name: who names another number, or none, is listed', async () => {
    const named = rows.replaceAll(/;(?:="0102"|0101|0102);/gu, ';;')
    for (const text of [rows.replaceAll('010', '090'), named]) {
      const found = await read({ 'schueler.csv': pupils, 'eltern.csv': text })
      expect(guardiansOf(found)).toEqual([])
      expect(rejectedIn(found).slice(0, 2)).toEqual([
        'eltern.csv 2 referenceMissing',
        'eltern.csv 3 referenceMissing'
      ])
    }
  })

  it('may have several children in a cell, all of whom must be known', async () => {
    const text = 'Nachname;Vorname;E-Mail;Kinder\nArnold;Eva;e@a.de;0101, 0102\nBach;Udo;;0102, 0199\n'
    const found = await read({ 'schueler.csv': pupils, 'liste.csv': text })
    expect(guardiansOf(found)).toEqual(['- Eva Arnold of 0101, 0102'])
    expect(rejectedIn(found)).toEqual(['liste.csv 3 referenceMissing'])
  })

  const wide =
    'Schülernummer;Nachname;Vorname;Mutter Nachname;Mutter Vorname;Vater Nachname;Vater Vorname\n0101;Arnold;Mia;Arnold;Eva;Bach;Udo\n0102;Bach;Max;;;Bach;Udo und Ida\n'

  it('may have several guardians a row; who is not certainly one person is listed', async () => {
    const found = await read({ 'schueler.csv': pupils, 'eltern.csv': wide })
    expect(guardiansOf(found)).toEqual(['- Eva Arnold of 0101', '- Udo Bach of 0101'])
    expect(pupilsOf(found)).toEqual(['0101 Arnold', '0102 Bach'])
    expect(rejectedIn(found)).toEqual(['eltern.csv 3 guardianUnclear'])
  })

  it('keeps the accounts of pupils who stand in it and in no other file, also while guardians get none', async () => {
    const more = `${wide}0199;Cramer;Cem;Cramer;Ute;;\n`
    for (const guardians of [true, false]) {
      const found = await read({ 'schueler.csv': pupils, 'eltern.csv': more }, guardians)
      expect(rejectedIn(found)).toContain('eltern.csv 4 referenceMissing')
      expect(found.rejectedIds).toEqual(['0199'])
    }
  })

  it.each([
    ['with a class', 'Schülernummer;Nachname;Vorname;Klasse;Mutter\n0103;Cramer;Cem;7c;Cramer, Ute\n'],
    ['with a birth date', 'Schülernummer;Nachname;Vorname;Geburtsdatum\n0103;Cramer;Cem;01.02.2012\n'],
    ['with a number alone', 'Schülernummer;Nachname;Vorname\n0103;Cramer;Cem\n']
  ])('is a list of pupils, whatever it is called, %s', async (_, text) => {
    const found = await read({ 'schueler.csv': pupils, 'klassenliste-eltern.csv': text })
    expect(pupilsOf(found)).toContain('0103 Cramer')
  })

  it('is a list by itself where there is no other', async () => {
    const found = await read({ 'eltern-5a.csv': wide, 'eltern-5b.csv': wide.replaceAll(';Arnold;', ';Weg;') })
    expect(codesOf(found)).not.toContain('fileOfGuardians')
    expect(found.entries.length + found.rejected.length).toBeGreaterThan(0)
  })

  it('names the pupil by the program’s own id where the accounts go by another', async () => {
    const own = 'ID;Schülernummer;Nachname;Vorname;Klasse\n7;0101;Arnold;Mia;5a\n8;0102;Bach;Max;6b\n'
    const text =
      'ID;SchuelerID;Nachname;Vorname;Verhältnis\nE1;8;Bach;Ida;Mutter\nE2;0101;Arnold;Eva;Mutter\n'
    const found = await read({ 'schueler.csv': own, 'eltern.csv': text })
    expect(guardiansOf(found)).toEqual(['E1 Ida Bach of 0102'])
    expect(rejectedIn(found)).toEqual(['eltern.csv 3 referenceMissing'])
  })
})

describe('P1: SchuelerErzieher.dat of SchILD, which knows no id', () => {
  const basis = (name: string, day: string): string =>
    [name, 'Mia', day, 'w', '2', ...Array.from({ length: 15 }, () => ''), '05', '05A'].join('|')
  const header = ['Nachname', 'Vorname', 'Geburtsdatum', ...Array.from({ length: 19 }, () => 'x')].join('|')
  const side = 'Nachname|Vorname|Geburtsdatum|x|x|x|x|x|E-Mail|x|Externe ID-Nr|x'
  const parents =
    'Nachname|Vorname|Geburtsdatum|Erzieherart|Anrede 1.Person|Titel 1.Person|Nachname 1.Person|Vorname 1.Person|Anrede 2.Person|Titel 2.Person|Nachname 2.Person|Vorname 2.Person|Straße|PLZ|Ort|Ortsteil'
  const files = (...rows: readonly string[]): Record<string, string> => ({
    'SchuelerBasisdaten.dat': [header, basis('Arnold', '01.02.2014'), basis('Bach', '01.02.2014')].join('\n'),
    'SchuelerZusatzdaten.dat': [
      side,
      'Arnold|Mia|01.02.2014||||||||11|',
      'Bach|Mia|01.02.2014||||||||12|'
    ].join('\n'),
    'SchuelerErzieher.dat': [parents, ...rows].join('\n')
  })

  it('connects by name, first name and birth date together, never by less', async () => {
    const found = await read(
      files(
        'Arnold|Mia|01.02.2014|Mutter|Frau||Arnold|Eva|||||Weg 1|9|Ort|',
        'Arnold|Mia|02.02.2014|Vater|Herr||Arnold|Udo|||||Weg 1|9|Ort|',
        'Arnold|Mia||Vater|Herr||Arnold|Jan|||||Weg 1|9|Ort|'
      )
    )
    expect(guardiansOf(found)).toEqual(['- Eva Arnold of 11'])
    expect(rejectedIn(found)).toEqual([
      'SchuelerErzieher.dat 3 referenceMissing',
      'SchuelerErzieher.dat 4 referenceMissing'
    ])
  })

  it('is named and not read while guardians get no accounts', async () => {
    const found = await read(files('Fremd|Nele|01.02.2014|Mutter|Frau||Fremd|Ute|||||Weg 1|9|Ort|'), false)
    expect(codesOf(found)).toContain('fileOfGuardians')
    expect([found.rejected, codesOf(found).includes('filesNotRead')]).toEqual([[], false])
  })
})
