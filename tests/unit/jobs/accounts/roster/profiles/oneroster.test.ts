import { describe, expect, it } from 'vitest'
import { afterYear, deeds, planned } from '../../years'
import { failureOf, persons, readOk, sourceOf, zipOf } from '../rosters'

const files = {
  'manifest.csv':
    'propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.users,bulk\nfile.classes,bulk\n',
  'users.csv': [
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email',
    'u1,,,true,mia,,Mia,Arnold,,4711,mia@schule.example',
    'u2,,,true,ben,,Ben,"Bach, von",,4712,',
    'u3,,,true,kim,,Kim,Lehr,,9001,',
    'u4,tobedeleted,,true,udo,,Udo,Weg,,4713,',
    'u5,,,true,eva,,Eva,Mutter,,7001,',
    'u6,,,false,leo,,Leo,Zu,,4714,',
    'u7,,,true,ida,,Ida,,,4715,'
  ].join('\n'),
  'roles.csv': [
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
    'r1,,,u1,primary,student,,,o1,',
    'r2,,,u2,primary,student,,,o1,',
    'r3,,,u3,secondary,aide,,,o1,',
    'r4,,,u3,primary,teacher,,,o1,',
    'r5,,,u5,primary,guardian,,,o1,',
    'r6,,,u7,primary,student,,,o1,'
  ].join('\n'),
  'classes.csv': [
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId',
    'c1,,,5a,,,5A,homeroom,,o1',
    'c2,,,Mathe 5a,,,M5A,scheduled,,o1',
    'c3,,,5b,,,5B,homeroom,,o1'
  ].join('\n'),
  'enrollments.csv': [
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
    'e1,,,c1,o1,u1,student,,,',
    'e2,,,c2,o1,u1,student,,,',
    'e3,,,c3,o1,u2,student,,,2026-07-01',
    'e4,,,c1,o1,u2,student,,,2027-07-01',
    'e5,,,c1,o1,u3,teacher,,,',
    'e6,,,c9,o1,u1,student,,,',
    'e7,,,c1,o1,u99,student,,,'
  ].join('\n'),
  'demographics.csv': 'sourcedId,status,dateLastModified,birthDate,sex\nu1,,,2014-05-03,female\n'
}

describe('OneRoster', () => {
  it('reads persons, roles and homeroom classes of version 1.2', async () => {
    const result = await readOk(sourceOf(files))
    expect(result.reading.format).toBe('oneroster')
    expect(persons(result)).toEqual([
      'Arnold, Mia | 2014-05-03 | 4711 | 5a',
      'Bach, von, Ben | - | 4712 | 5a',
      'Lehr, Kim | - | 9001 | '
    ])
    expect(result.entries.map((entry) => entry.kind)).toEqual(['pupil', 'pupil', 'teacher'])
    expect(result.entries[0]?.mail).toBe('mia@schule.example')
    expect(result.rejected.map((row) => `${row.file} ${row.line} ${row.code}`)).toEqual([
      'enrollments.csv 7 referenceMissing',
      'enrollments.csv 8 referenceMissing',
      'users.csv 5 statusNotCurrent',
      'users.csv 6 kindUnknown',
      'users.csv 7 statusNotCurrent',
      'users.csv 8 familyNameMissing'
    ])
    expect(result.rejectedIds).toEqual(['7001', '4714', '4715'])
  })

  it('reads the same from a zip', async () => {
    const zip = zipOf(
      Object.entries(files).map(([name, text]) => ({ name: `export/${name}`, content: Buffer.from(text) }))
    )
    const result = await readOk(sourceOf({ 'roster.zip': zip }))
    expect(result.digest).toBe((await readOk(sourceOf(files))).digest)
    expect(result.files.map((file) => file.name)).toContain('export/users.csv')
  })

  it('reads the role of version 1.1 and falls back to sourcedId', async () => {
    const users =
      'sourcedId,status,role,givenName,familyName,identifier\nu1,,student,Mia,Arnold,4711\nu2,,teacher,Kim,Lehr,\n'
    const result = await readOk(sourceOf({ 'users.csv': users }))
    expect(result.entries.map(({ schoolId, kind }) => [schoolId, kind])).toEqual([
      ['u1', 'pupil'],
      ['u2', 'teacher']
    ])
  })

  it('refuses a delta, since everybody else would look like a leaver', async () => {
    const delta = {
      ...files,
      'manifest.csv': files['manifest.csv'].replace('file.users,bulk', 'file.users,delta')
    }
    expect(await failureOf(sourceOf(delta))).toBe('roster.changesOnly')
  })

  it('says which file or column is missing', async () => {
    expect(await failureOf(sourceOf({ 'classes.csv': files['classes.csv'] }), { format: 'oneroster' })).toBe(
      'roster.fileMissing'
    )
    expect(
      await failureOf(sourceOf({ 'users.csv': 'sourcedId,givenName\n1,Mia\n' }), { format: 'oneroster' })
    ).toBe('roster.columnMissing')
    expect(await failureOf(sourceOf({ 'users.csv': 'sourcedId,givenName,familyName\n' }))).toBe(
      'roster.noRows'
    )
  })
})

describe('the dates of a role', () => {
  const users = 'sourcedId,givenName,familyName,identifier\nu1,Mia,Arnold,11\nu2,Ben,Bach,12\n'
  const roles = (...dates: readonly string[]): string =>
    [
      'sourcedId,userSourcedId,roleType,role,beginDate,endDate',
      'r1,u1,primary,student,,',
      ...dates.map((own, index) => `r${String(index + 2)},u2,primary,student,${own}`)
    ].join('\n')

  it.each([
    ['ended', '2020-08-01,2026-07-31', ['leave Ben Bach']],
    ['yet to begin', '2027-02-01,', []],
    ['ended beside one that holds', '2020-08-01,2024-07-31\nr9,u2,secondary,student,2024-08-01,', []]
  ])('decides who leaves: %s', async (_, dates, expected) => {
    const school = await afterYear({ 'users.csv': users, 'roles.csv': roles(',') })
    const year = await planned(school, { 'users.csv': users, 'roles.csv': roles(dates) })
    expect(deeds(year)).toEqual(expected)
  })
})

describe('an export of a whole district', () => {
  const district = {
    'orgs.csv':
      'sourcedId,name,type,identifier\nd,Bezirk,district,\na,Schule A,school,101\nb,Schule B,school,102\nc,Schule C,school,103\n',
    'users.csv': [
      'sourcedId,orgSourcedIds,role,givenName,familyName,identifier',
      'u1,a,student,Mia,Arnold,11',
      'u2,b,student,Ben,Bach,12',
      'u3,"a,b",teacher,Kim,Lehr,13'
    ].join('\n')
  }

  it('names the schools that somebody belongs to and asks which is meant', async () => {
    const result = await readOk(sourceOf(district))
    expect(result.schools).toEqual([
      { id: 'a', name: 'Schule A' },
      { id: 'b', name: 'Schule B' }
    ])
    expect(result.reading.school).toBeNull()
    expect(result.notices[0]).toEqual({
      code: 'severalSchools',
      parameters: { schools: 'Schule A, Schule B' }
    })
  })

  it.each(['a', '101', 'Schule A'])('reads the persons of the school chosen as %s', async (school) => {
    const result = await readOk(sourceOf(district), { school })
    expect(persons(result)).toEqual(['Arnold, Mia | - | 11 | ', 'Lehr, Kim | - | 13 | '])
    expect(result.reading.school).toBe('a')
    expect(result.notices).toContainEqual({ code: 'otherSchools', parameters: { count: 1 } })
    expect(result.notices.map(({ code }) => code)).not.toContain('severalSchools')
  })

  it('takes no other school for it', async () => {
    expect(await failureOf(sourceOf(district), { school: 'Schule X' })).toBe('roster.schoolUnknown')
  })

  it('goes by the school of the role in version 1.2', async () => {
    const roles = [
      'sourcedId,userSourcedId,roleType,role,orgSourcedId',
      'r1,u1,primary,student,a',
      'r2,u2,primary,student,b',
      'r3,u3,primary,guardian,a',
      'r4,u3,secondary,teacher,b'
    ].join('\n')
    const users =
      'sourcedId,givenName,familyName,identifier\nu1,Mia,Arnold,11\nu2,Ben,Bach,12\nu3,Kim,Lehr,13\n'
    const files = { ...district, 'users.csv': users, 'roles.csv': roles }
    const result = await readOk(sourceOf(files), { school: 'a' })
    expect(persons(result)).toEqual(['Arnold, Mia | - | 11 | '])
    // A teacher elsewhere is here the guardian of a pupil.
    expect(result.rejected.map(({ line, code }) => [line, code])).toEqual([[4, 'kindUnknown']])
  })
})

describe('titles of classes', () => {
  it('may have any length: the short name is taken, or the class is told and left out', async () => {
    const long = 'Arbeitsgemeinschaft '.repeat(5)
    const result = await readOk(
      sourceOf({
        'users.csv':
          'sourcedId,role,givenName,familyName,identifier\nu1,student,Mia,Arnold,11\nu2,student,Ben,Bach,12\n',
        'classes.csv': `sourcedId,title,classCode\nc1,${long},AG1\nc2,${long},\nc3,5a,\n`,
        'enrollments.csv':
          'sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c2,u2,student\ne3,c3,u2,student\n'
      })
    )
    expect(persons(result)).toEqual(['Arnold, Mia | - | 11 | AG1', 'Bach, Ben | - | 12 | 5a'])
    expect(result.notices).toContainEqual({ code: 'classNotRead', parameters: { count: 1, lines: '3' } })
  })
})
