import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings, type LoginSettings } from '../../../../../src-main/contract/settings'
import {
  blockedLogins,
  isUsablePattern,
  LoginAllocator,
  loginFitsName,
  previewLogins
} from '../../../../../src-main/jobs/accounts/planning/login'
import { systemNames } from '../../../../../src-main/jobs/accounts/planning/reservedNames'

function settings(fields: Partial<LoginSettings> = {}): LoginSettings {
  return { ...defaultSettings.logins, ...fields }
}

function login(givenName: string, familyName: string, fields: Partial<LoginSettings> = {}): string {
  return new LoginAllocator(settings(fields), []).allocate({ givenName, familyName, schoolId: '1001' })
}

describe('login of a person', () => {
  it('P3: is the initial, a dot and the last name', () => {
    expect(login('Max', 'Mustermann')).toBe('m.mustermann')
  })

  it.each([
    ['Änne', 'Groß', 'a.gross'],
    ['Jörg', 'Çağlar', 'j.caglar'],
    ['Anna-Lena', 'Müller-Lüdenscheidt', 'a.muellerluedenschei'],
    ['Max Peter', 'von der Au', 'm.vonderau'],
    ['Siobhán', 'O’Connor', 's.oconnor'],
    ['Юлия', 'Тимошенко', 'y.timoshenko'],
    ['伟', '张', 'w.zhang']
  ])('P3: %s %s gets %s', (givenName, familyName, expected) => {
    expect(login(givenName, familyName)).toBe(expected)
  })

  it('P3: keeps or drops particles and double names by the stated rule', () => {
    const name = ['Lea', 'von der Heide-El Amrani'] as const
    expect(login(...name, { particles: 'drop' })).toBe('l.heideamrani')
    expect(login(...name, { doubleNames: 'first' })).toBe('l.vonderheide')
    expect(login(...name, { particles: 'drop', doubleNames: 'first' })).toBe('l.heide')
    expect(login('Anna-Lena', 'Kurz', { pattern: '{given}.{family}', doubleNames: 'first' })).toBe(
      'anna.kurz'
    )
    expect(login('Anna-Lena Maria', 'Kurz', { pattern: '{given}.{family}' })).toBe('annalena.kurz')
  })

  it('P3: a family name that is only a particle stays', () => {
    expect(login('Thi', 'Van', { particles: 'drop' })).toBe('t.van')
    expect(login('Ali', 'El', { particles: 'drop' })).toBe('a.el')
  })

  it.each([
    ['…', '…', 'konto1001'],
    ['Max', '???', 'm.max'],
    ['???', 'Kurz', 'kurz'],
    ['\u200f', '\u0000', 'konto1001']
  ])('P3: a name that leaves no letters (%j %j) still gets a login', (givenName, familyName, expected) => {
    expect(login(givenName, familyName)).toBe(expected)
  })

  it('P3: cuts the last name where the login would be too long', () => {
    expect(login('Max', 'Wolfeschlegelsteinhausenbergerdorff', { maximumLength: 15 })).toBe('m.wolfeschlegel')
    expect(login('Max', 'x'.repeat(200))).toHaveLength(20)
    expect(login('Maximilian-Alexander', 'Abc', { pattern: '{given}.{family}', maximumLength: 10 })).toBe(
      'maximili.a'
    )
  })

  it('P3: tells equal logins apart by number and keeps room for it', () => {
    const owners = Array.from({ length: 12 }, (_, index) => ({
      givenName: 'Maximilian',
      familyName: 'Wolfeschlegelstein',
      schoolId: String(index)
    }))
    const logins = previewLogins(owners, settings({ maximumLength: 15 }))
    expect(logins[0]).toBe('m.wolfeschlegel')
    expect(logins[1]).toBe('m.wolfeschlege2')
    expect(logins[11]).toBe('m.wolfeschleg12')
    expect(new Set(logins).size).toBe(12)
  })

  it('P3: never equals a name in use, in any case, a system name or a group', () => {
    const allocator = new LoginAllocator(settings(), ['M.Mustermann', 'm.mustermann2'])
    const owner = { givenName: 'Max', familyName: 'Mustermann', schoolId: '1' }
    expect(allocator.allocate(owner)).toBe('m.mustermann3')
    expect(login('Max', 'Root', { pattern: '{family}' })).toBe('root2')
    expect(login('Max', 'Admin', { pattern: '{family}' })).toBe('admin2')
  })

  it('P3: begins with a letter and does not end with a separator', () => {
    expect(login('3D', '4ever', { pattern: '{given}_{family}' })).toBe('d_4ever')
    expect(login('Max', 'Abcdefg', { pattern: '{g}.{family}.', maximumLength: 6 })).toBe('m.abcd')
    expect(login('Max', 'Kurz', { pattern: '-.{family}-{g}.' })).toBe('kurz-m')
  })
})

describe('patterns', () => {
  it('accepts known placeholders and characters only', () => {
    for (const good of ['{g}.{family}', '{given}.{family}', 's-{family}{g}', '{given}'])
      expect(isUsablePattern(good)).toBe(true)
    for (const bad of ['{g}', 'schueler', '{name}.{family}', '{family}@x', '{g} {family}', '{{family}}'])
      expect(isUsablePattern(bad)).toBe(false)
  })
})

describe('loginFitsName', () => {
  const owner = { givenName: 'Max', familyName: 'Kurz', schoolId: '1' }

  it('knows the login with and without a number', () => {
    expect(loginFitsName('m.kurz', owner, settings())).toBe(true)
    expect(loginFitsName('M.Kurz12', owner, settings())).toBe(true)
    expect(loginFitsName('m.lang', owner, settings())).toBe(false)
    expect(loginFitsName('m.kurz0', owner, settings())).toBe(false)
  })
})

describe('blockedLogins', () => {
  it('P3: blocks a login for the set time after it was last seen', () => {
    const used = [
      { login: 'A.Alt', lastSeen: '2026-07-21' },
      { login: 'b.bald', lastSeen: '2026-07-22T10:00:00Z' },
      { login: 'c.neu', lastSeen: '2026-08-20' }
    ]
    expect(blockedLogins(used, 30, '2026-08-20')).toEqual(['b.bald', 'c.neu'])
    expect(blockedLogins(used, 0, '2026-08-20')).toEqual([])
    expect(blockedLogins(used, 365, '2026-08-20')).toEqual(['a.alt', 'b.bald', 'c.neu'])
  })
})

describe('properties of logins', () => {
  const someName = fc.oneof(
    fc.constantFrom(
      'Max',
      'Mustermann',
      'von der Leyen',
      'El',
      'Müller-Groß',
      'Administrator',
      '李',
      '🙂',
      ''
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 12 })
  )
  const owners = fc.array(
    fc.record({ givenName: someName, familyName: someName, schoolId: fc.string({ maxLength: 12 }) }),
    { maxLength: 40 }
  )
  const someSettings = fc.record({
    pattern: fc.constantFrom('{g}.{family}', '{given}.{family}', '{family}', '{family}{g}', '_{given}-{g}-x'),
    maximumLength: fc.integer({ min: 6, max: 20 }),
    doubleNames: fc.constantFrom('join' as const, 'first' as const),
    particles: fc.constantFrom('join' as const, 'drop' as const)
  })

  it('P3: unique, short enough, of allowed characters, not reserved, not blocked', () => {
    fc.assert(
      fc.property(owners, someSettings, fc.integer({ min: 0, max: 20 }), (persons, fields, blockedCount) => {
        const rule = settings(fields)
        const blocked = previewLogins(persons, rule).slice(0, blockedCount)
        const allocator = new LoginAllocator(
          rule,
          blocked.map((name) => name.toUpperCase())
        )
        const logins = persons.map((person) => allocator.allocate(person))
        expect(new Set(logins).size).toBe(logins.length)
        for (const one of logins) {
          expect(one.length).toBeLessThanOrEqual(rule.maximumLength)
          expect(one).toMatch(/^[a-z](?:[a-z0-9._-]*[a-z0-9])?$/)
          expect(systemNames.has(one)).toBe(false)
          expect(blocked).not.toContain(one)
        }
      }),
      { numRuns: 400 }
    )
  })

  it('P3: a login that was given fits the name it was given for', () => {
    fc.assert(
      fc.property(owners, someSettings, (persons, fields) => {
        const rule = settings(fields)
        const logins = previewLogins(persons, rule)
        for (const [index, person] of persons.entries())
          expect(loginFitsName(logins[index]!, person, rule)).toBe(true)
      }),
      { numRuns: 200 }
    )
  })
})
