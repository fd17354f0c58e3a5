import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../../../src-main/contract/settings'
import { inEncoding, planned as plannedOf, emptySchool, readFiles } from '../years'
import { account, entry, planning, steps, type Given } from './school'

const wisher = (login: string, line = 2, more: Parameters<typeof entry>[0] = {}) =>
  entry({ schoolId: `w${line}`, givenName: 'Ada', familyName: 'Wunsch', line, login, ...more })

async function loginsOf(given: Given): Promise<unknown[]> {
  return steps(await planning(given), 'create').map(({ after }) => after?.['login'])
}

describe('a wished login', () => {
  it('P3: is taken for a new account, in small letters', async () => {
    expect(await loginsOf({ entries: [wisher('Ada.W')] })).toEqual(['ada.w'])
  })

  it.each([
    ['an account', { accounts: [account({ login: 'ada.w', schoolId: '77' })] }],
    ['a name of the system', { entries: [wisher('root')] }],
    ['a blocked one', { usedLogins: [{ login: 'ada.w', lastSeen: '2026-08-19' }] }]
  ] as const)('P3: is not taken from %s; the line says so', async (_, given) => {
    const entries = [wisher('ada.w'), entry({ schoolId: '77' })]
    const planned = await planning({ entries, ...given })
    expect(steps(planned, 'create').map(({ target }) => target.name)).toContain('a.wunsch')
    expect(planned.notices).toEqual([{ code: 'loginTaken', parameters: { count: 1, lines: '2' } }])
  })

  it.each([
    'müller',
    'a..b',
    '1ada',
    'ada wunsch',
    'ada@schule.test',
    'x'.repeat(21),
    '-',
    'ada.',
    '\u202eada'
  ])('P3: %j is none; the line says so', async (login) => {
    const planned = await planning({ entries: [wisher(login)] })
    expect(steps(planned, 'create')[0]?.target.name).toBe('a.wunsch')
    expect(planned.notices).toEqual([{ code: 'loginInvalid', parameters: { count: 1, lines: '2' } }])
  })

  it('keeps to the length that is set', async () => {
    const logins = { ...defaultSettings.logins, maximumLength: 8 }
    const settings = { ...defaultSettings, logins }
    expect(await loginsOf({ entries: [wisher('adawunsch')], settings })).toEqual(['a.wunsch'])
  })

  it('goes before a login that another name only gives', async () => {
    const first = entry({ schoolId: '0', givenName: 'Anna', familyName: 'Wunsch', line: 2 })
    expect(await loginsOf({ entries: [first, wisher('a.wunsch', 3)] })).toEqual(['a.wunsch', 'a.wunsch2'])
  })

  it('wished twice is had once, whatever order the rows come in', async () => {
    const rows = [wisher('ada', 2, { classes: ['7b'] }), wisher('ada', 3, { familyName: 'Anders' })]
    const forth = await planning({ entries: rows })
    const back = await planning({ entries: rows.toReversed() })
    expect(forth.plan).toEqual(back.plan)
    expect(forth.notices).toEqual([{ code: 'loginTaken', parameters: { count: 1, lines: '3' } }])
  })

  it('never renames an account; the line says so', async () => {
    const there = account({ login: 'm.mustermann' })
    const planned = await planning({ entries: [entry({ login: 'maxi' })], accounts: [there] })
    expect(planned.plan).toBeNull()
    expect(planned.notices).toEqual([{ code: 'loginKept', parameters: { count: 1, lines: '2' } }])
    const same = await planning({ entries: [entry({ login: 'M.Mustermann' })], accounts: [there] })
    expect(same.notices).toEqual([])
  })

  it('P3: whatever is wished, logins are unique and of allowed characters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('ada', 'ADA', 'a.wunsch')), {
          minLength: 1,
          maxLength: 6
        }),
        async (wishes) => {
          const logins = await loginsOf({ entries: wishes.map((login, place) => wisher(login, place + 2)) })
          expect(new Set(logins).size).toBe(wishes.length)
          for (const login of logins) expect(login).toMatch(/^[a-z][a-z0-9._-]{0,19}$/)
        }
      )
    )
  })
})

describe('the column of wished logins', () => {
  it.each(['login', 'Benutzername', 'Anmeldename', 'Wunschlogin'])('%s', async (name) => {
    const list = `ID;Nachname;Vorname;Klasse;${name}\n1;Wunsch;Ada;5a;adaw\n2;Ohne;Bo;5a;\n`
    const year = await plannedOf(emptySchool, { 'y1.csv': list })
    expect(steps(year, 'create').map(({ target }) => target.name)).toEqual(['b.ohne', 'adaw'])
    expect(year.read.notices).toEqual([])
  })

  it('stands in teachers.csv of linuxmuster.net, whose first column says whom it lists', async () => {
    const file = inEncoding('lehrer;Wunsch;Ada;01.02.1980;adaw;;\nlehrer;Ohne;Bo;03.04.1981;;;\n', 'utf-8')
    const read = await readFiles({ 'teachers.csv': file }, { kind: 'teacher', format: 'linuxmuster' })
    expect(read.ok && read.value.entries).toMatchObject([
      { familyName: 'Wunsch', kind: 'teacher', classes: [], login: 'adaw', schoolId: null },
      { familyName: 'Ohne', kind: 'teacher', classes: [] }
    ])
  })

  it('changes the digest of no list that has none', async () => {
    const head = 'ID;Nachname;Vorname;Klasse'
    const plain = await readFiles({ 'a.csv': `${head}\n1;Wunsch;Ada;5a\n` })
    const empty = await readFiles({ 'a.csv': `${head};Login\n1;Wunsch;Ada;5a;\n` })
    const wished = await readFiles({ 'a.csv': `${head};Login\n1;Wunsch;Ada;5a;adaw\n` })
    const digestOf = (read: Awaited<ReturnType<typeof readFiles>>) => (read.ok ? read.value.digest : '')
    expect(digestOf(empty)).toBe(digestOf(plain))
    expect(digestOf(wished)).not.toBe(digestOf(plain))
  })
})

describe('a column of logins', () => {
  const wishesOf = async (files: Record<string, string>): Promise<unknown[]> => {
    const result = await readFiles(files)
    if (!result.ok) throw new Error(result.failure.code)
    return result.value.entries.map(({ login }) => login)
  }

  it.each([
    ['IServ', 'Import-ID;Vorname;Nachname;Klasse/Information;Account\n1;Mia;Arnold;5a;mia.a\n'],
    ['Moodle', 'username,firstname,lastname,idnumber\nmia.a,Mia,Arnold,1\n'],
    ['a list of the school’s own', 'ID;Nachname;Vorname;Benutzername\n1;Arnold;Mia;mia.a\n'],
    ['an export with a column that says so', 'Familienname;Rufname;Klasse;Wunschlogin\nArnold;Mia;5a;mia.a\n']
  ])('P3: of %s wishes them', async (_, text) => {
    expect(await wishesOf({ 'liste.csv': text })).toEqual(['mia.a'])
  })

  it.each([
    [
      'OneRoster',
      { 'users.csv': 'sourcedId,role,username,givenName,familyName\n1,student,mia.a,Mia,Arnold\n' }
    ],
    ['WebUntis', { 'liste.txt': 'name\tlongName\tforeName\tklasse.name\tid\nmia.a\tArnold\tMia\t5a\t1\n' }],
    [
      'an LDIF',
      { 'liste.ldif': 'dn: uid=mia.a,dc=x\nobjectClass: person\nuid: mia.a\nsn: Arnold\ngivenName: Mia\n' }
    ]
  ])('P3: of %s is what that system calls its users, no wish', async (_, files) => {
    expect(await wishesOf(files)).toEqual([undefined])
  })
})
