import { describe, expect, it } from 'vitest'
import iconv from 'iconv-lite'
import { demoModuleGroups } from '../../../../../src-main/world/directory/demo/seed/modules'
import { demoClassTeachers, demoOfficials } from '../../../../../src-main/world/directory/demo/seed/officials'
import { demoPeople, yearGroups } from '../../../../../src-main/world/directory/demo/seed/people'
import {
  currentDemoRoster,
  demoRoster,
  nextClass
} from '../../../../../src-main/world/directory/demo/seed/roster'
import {
  baseDn,
  demoPassword,
  personDn,
  schoolRecords
} from '../../../../../src-main/world/directory/demo/seed/school'
import { judgeBind, readPolicy } from '../../../../../src-main/world/directory/demo/policy/policy'
import { nameKey } from '../../../../../src-main/world/directory/demo/tree/distinguishedName'
import { Tree } from '../../../../../src-main/world/directory/demo/tree/tree'

const now = new Date('2026-11-22T10:00:00Z')

function makeSchool(): Tree {
  const tree = new Tree()
  for (const record of schoolRecords(now, 'Geheim-123!')) tree.apply(record)
  return tree
}

function rowsOf(bytes: Uint8Array): string[][] {
  const lines = iconv.decode(Buffer.from(bytes), 'windows-1252').trimEnd().split('\r\n')
  return lines.slice(1).map((line) => line.split(';'))
}

describe('the people of the demo school', () => {
  const { pupils, teachers, staff, formerPupils } = demoPeople()
  const everybody = [...pupils, ...formerPupils, ...teachers, ...staff]

  it('has the size of a comprehensive school', () => {
    expect(pupils.length).toBeGreaterThan(860)
    expect(pupils.length).toBeLessThan(940)
    expect(teachers).toHaveLength(75)
    expect(staff).toHaveLength(12)
    const classes = new Set(pupils.map((pupil) => pupil.schoolClass))
    expect([...classes]).toEqual(yearGroups.flatMap((group) => group.classes))
  })

  it('P1: gives each person a login and a school id of their own', () => {
    expect(new Set(everybody.map((person) => person.login)).size).toBe(everybody.length)
    expect(new Set(everybody.map((person) => person.schoolId)).size).toBe(everybody.length)
  })

  it('P3: makes logins from the initial and the last name', () => {
    for (const person of everybody) expect(person.login).toMatch(/^[a-z]\.[a-z]+\d*$/)
    for (const person of everybody) expect(person.login.length).toBeLessThanOrEqual(20)
  })

  it('has namesakes, twins, double names, particles, apostrophes and foreign letters', () => {
    const names = everybody.map((person) => `${person.givenName} ${person.familyName}`)
    expect(names.filter((name) => name === 'Lena Schmidt')).toHaveLength(2)
    const births = pupils.map((pupil) => `${pupil.schoolClass} ${pupil.familyName} ${pupil.birthDate}`)
    expect(births.length - new Set(births).size).toBeGreaterThanOrEqual(4)
    for (const pattern of [
      /Müller-/,
      /ß/,
      /\bvon /,
      /\bvan /,
      /\bde /,
      /\bEl /,
      /O'|D'|N'/,
      /Ł|ł/,
      /ễ|ị|ạ/,
      /ş|ı/
    ]) {
      expect(names.some((name) => pattern.test(name))).toBe(true)
    }
  })

  it('P20: has officials who are all different, the class teacher of 7b among them', () => {
    const { leadership, deputy, administrator, evaluators, teacher, dpo } = demoOfficials()
    const officials = [leadership, deputy, administrator, ...evaluators, teacher, dpo]
    expect(new Set(officials).size).toBe(7)
    expect(officials.map(({ login }) => login)).toEqual([
      's.yildirim',
      'l.wisniewski',
      'n.guenther',
      'h.koenig',
      'b.schulz',
      'd.dietrich',
      'm.zielinski2'
    ])
    expect(demoClassTeachers().get('7b')).toBe(teacher)
    const withClass = new Set(demoClassTeachers().values())
    expect(officials.filter((person) => withClass.has(person))).toEqual([teacher])
  })

  it('is the same each time', () => {
    expect(pupils[0]).toMatchObject({ schoolId: 'S-10001', schoolClass: '5a' })
    const first = schoolRecords(now, 'x').map((record) => record.id)
    expect(schoolRecords(now, 'x').map((record) => record.id)).toEqual(first)
  })
})

describe('the entries of the demo school', () => {
  const tree = makeSchool()
  const entries = [...tree.entries()]

  it('has only members that exist and no empty group', () => {
    const groups = entries.filter((entry) => entry.isA('groupOfNames'))
    expect(groups.length).toBeGreaterThan(40)
    for (const group of groups) {
      const members = [...group.keys('member')]
      expect(members.length).toBeGreaterThan(0)
      for (const member of members) expect(tree.find(member)).not.toBeNull()
    }
  })

  it('puts each pupil into exactly one class', () => {
    const classes = entries.filter((entry) => entry.name.text.endsWith(`,ou=classes,${baseDn}`))
    const members = classes
      .flatMap((entry) => [...entry.keys('member')])
      .filter((member) => member.endsWith(nameKey(`ou=pupils,${baseDn}`)))
    expect(members).toHaveLength(demoPeople().pupils.length)
    expect(new Set(members).size).toBe(members.length)
  })

  it('P12: gives each class one class teacher, who has no other class', () => {
    const teachers = yearGroups
      .flatMap((group) => group.classes)
      .map((name) => {
        const group = tree.find(nameKey(`cn=${name},ou=classes,${baseDn}`))!
        const members = [...group.keys('member')]
        const found = members.filter((member) => member.endsWith(nameKey(`ou=teachers,${baseDn}`)))
        expect(found).toEqual([nameKey(personDn(demoClassTeachers().get(name)!.login, 'teachers'))])
        return found[0]
      })
    expect(teachers).toHaveLength(27)
    expect(new Set(teachers).size).toBe(27)
  })

  it('P11: has a group for each module', () => {
    const names = Object.values(demoModuleGroups)
    expect(new Set(names).size).toBe(12)
    for (const name of names) expect(tree.find(nameKey(`cn=${name},ou=groups,${baseDn}`))).not.toBeNull()
    const modules = entries.filter((entry) => entry.name.text.startsWith('cn=modul-'))
    expect(modules).toHaveLength(names.length)
  })

  it('P1: lets each official in with the password of the first day', () => {
    const { leadership, deputy, administrator, evaluators, teacher, dpo } = demoOfficials()
    const policy = readPolicy(tree.find(nameKey(`cn=default,ou=policies,${baseDn}`)))
    const named = [leadership, deputy, administrator, ...evaluators, teacher]
    const dns = [...named.map(({ login }) => personDn(login, 'teachers')), personDn(dpo.login, 'staff')]
    for (const dn of dns) {
      const verdict = judgeBind(tree.find(nameKey(dn))!, demoPassword, policy, now)
      expect(verdict).toMatchObject({ granted: true, mustChange: false })
    }
  })

  it('P9: has suspended, temporarily suspended and locked out accounts, and some that no roster governs', () => {
    const people = entries.filter((entry) => entry.isA('inetOrgPerson'))
    const withAttribute = (name: string): number => people.filter((entry) => entry.has(name)).length
    expect(withAttribute('pwdStartTime')).toBe(1)
    expect(withAttribute('pwdFailureTime')).toBe(1)
    expect(withAttribute('pwdReset')).toBeGreaterThan(50)
    expect(withAttribute('pwdLastSuccess')).toBeGreaterThan(500)
    expect(people.filter((entry) => !entry.has('employeeNumber')).length).toBeGreaterThan(0)
  })

  it('stores no password in plain text and no birth date', () => {
    for (const entry of entries) {
      for (const password of entry.all('userPassword')) expect(password).toMatch(/^\{SSHA512\}/)
      expect(JSON.stringify(entry.toAttributes())).not.toMatch(/birth|Geburt/i)
    }
  })
})

describe('the rosters of the demo school', () => {
  const { pupils, formerPupils } = demoPeople()

  it('lists the current year as the directory has it', () => {
    const rows = rowsOf(currentDemoRoster().bytes)
    expect(rows.map((row) => row[0])).toEqual(pupils.map((pupil) => pupil.schoolId))
    expect(rows.map((row) => row[1])).toEqual(pupils.map((pupil) => pupil.familyName))
    expect(rows.map((row) => row[2])).toEqual(pupils.map((pupil) => pupil.givenName))
  })

  it('moves everybody up, with more than a tenth gone', () => {
    const { name, bytes } = demoRoster()
    expect(name).toBe('schueler-2027.csv')
    const rows = rowsOf(bytes)
    const ids = new Set(rows.map((row) => row[0]))
    const gone = pupils.filter((pupil) => !ids.has(pupil.schoolId))
    expect(gone.length / pupils.length).toBeGreaterThan(0.11)
    expect(gone.length / pupils.length).toBeLessThan(0.15)
    for (const pupil of pupils) {
      const row = rows.find((candidate) => candidate[0] === pupil.schoolId)
      if (row) expect(row[4]).toBe(nextClass(pupil.schoolClass))
    }
    expect(rows.filter((row) => row[4]?.startsWith('5')).length).toBeGreaterThanOrEqual(120)
    expect(ids.has(formerPupils[0]!.schoolId)).toBe(true)
  })

  it('has rows for every screen: without an id, without a name, with a false date, with an id twice', () => {
    const rows = rowsOf(demoRoster().bytes)
    expect(rows.filter((row) => row[0] === '')).toHaveLength(3)
    expect(rows.filter((row) => row[1] === '')).toHaveLength(1)
    expect(rows.filter((row) => row[3] === '31.02.2017')).toHaveLength(1)
    const ids = rows.map((row) => row[0]).filter((id) => id !== '')
    expect(ids.length - new Set(ids).size).toBe(1)
    const renamed = rows.filter((row) =>
      pupils.some((pupil) => pupil.schoolId === row[0] && pupil.familyName !== row[1] && row[4] !== 'Q1')
    )
    expect(renamed.length).toBeGreaterThanOrEqual(3)
  })

  it('loses no letter to Windows-1252 and is not UTF-8', () => {
    const { bytes } = demoRoster()
    expect(iconv.decode(Buffer.from(bytes), 'windows-1252')).not.toContain('?')
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
  })
})
