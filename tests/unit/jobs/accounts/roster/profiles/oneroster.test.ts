import { describe, expect, it } from 'vitest'
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
