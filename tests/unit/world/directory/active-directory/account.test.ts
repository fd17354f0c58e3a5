import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../../../src-main/world/directory/active-directory/account'
import {
  groupOf,
  groupLogin,
  type GroupRecord
} from '../../../../../src-main/world/directory/active-directory/groups'
import { placesOf } from '../../../../../src-main/world/directory/ldap/kinds'
import { parseObjectGuid } from '../../../../../src-main/world/directory/ldap/values'
import { contextOf, entryOf, id, layout, pupilEntry } from './entries'

/** 100 nanoseconds since 1601. */
function fileTime(instant: string): string {
  return `${(BigInt(Date.parse(instant)) + 11_644_473_600_000n) * 10_000n}`
}

function account(attributes: Parameters<typeof pupilEntry>[0] = {}) {
  const found = accountOf(pupilEntry(attributes), contextOf())
  if (found === null) throw new Error('no account')
  return found
}

describe('an account of Active Directory', () => {
  it('is read with its names, school id and kind', () => {
    expect(account()).toMatchObject({
      id,
      login: 'm.mustermann',
      givenName: 'Märta',
      familyName: 'Mustermann',
      schoolId: '4711',
      kind: 'pupil',
      state: 'active',
      mustChangePassword: false
    })
  })

  it('has no identity without objectGUID and is left out', () => {
    expect(accountOf(pupilEntry({ objectGUID: [] }), contextOf())).toBeNull()
  })

  it('P9: is suspended for good by the bit, until a day by bit and mark together', () => {
    expect(account({ userAccountControl: ['514'] })).toMatchObject({
      suspension: { kind: 'forever' },
      state: 'suspended'
    })
    const info = ['Spind 12\r\nnetzwart:suspendedUntil=2026-12-01T00:00:00.000Z']
    expect(account({ userAccountControl: ['514'], info })).toMatchObject({
      suspension: { kind: 'until', until: '2026-12-01T00:00:00.000Z' },
      state: 'suspendedUntil'
    })
    expect(account({ userAccountControl: ['512'], info })).toMatchObject({ suspension: { kind: 'none' } })
  })

  it('P8: is a leaver by its mark', () => {
    expect(account({ userAccountControl: ['514'], info: ['netzwart:leaver=2026-08-01'] })).toMatchObject({
      leaverSince: '2026-08-01',
      state: 'leaver'
    })
  })

  it('P5: must change its password only where the server would demand it', () => {
    expect(account({ pwdLastSet: ['0'] }).mustChangePassword).toBe(true)
    expect(account({ pwdLastSet: ['0'], userAccountControl: ['66048'] }).mustChangePassword).toBe(false)
  })

  it('is locked out for as long as the domain says', () => {
    expect(account({ lockoutTime: [fileTime('2026-11-22T07:45:00Z')] }).state).toBe('lockedOut')
    expect(account({ lockoutTime: [fileTime('2026-11-22T07:15:00Z')] }).state).toBe('active')
    expect(account({ lockoutTime: ['0'] }).state).toBe('active')
  })

  it('believes the server’s own computation of a lock', () => {
    const lockoutTime = [fileTime('2026-11-22T07:45:00Z')]
    expect(account({ lockoutTime, 'msDS-User-Account-Control-Computed': ['0'] }).state).toBe('active')
    const long = [fileTime('2026-11-20T07:45:00Z')]
    expect(account({ lockoutTime: long, 'msDS-User-Account-Control-Computed': ['16'] }).state).toBe(
      'lockedOut'
    )
  })

  it('expires by accountExpires, and never by the two numbers that mean never', () => {
    expect(account({ accountExpires: [fileTime('2026-11-22T07:59:59Z')] }).state).toBe('expired')
    expect(account({ accountExpires: [fileTime('2026-11-22T08:00:01Z')] }).state).toBe('active')
    expect(account({ accountExpires: ['0'] }).state).toBe('active')
    expect(account({ accountExpires: ['9223372036854775807'] }).state).toBe('active')
  })

  it('takes a long school id from employeeNumber and leaves a short one there alone', () => {
    const uuid = '0b6a7f2e-8f0b-4a52-9a0f-0f6f2a9f7a11'
    expect(account({ employeeID: [], employeeNumber: [uuid] }).schoolId).toBe(uuid)
    expect(account({ employeeID: [], employeeNumber: ['P-17'] }).schoolId).toBeNull()
  })

  it('is nobody’s when the system needs it', () => {
    expect(account({ isCriticalSystemObject: ['TRUE'] }).kind).toBe('other')
  })

  it('takes its kind from the container where nothing is written, the innermost place of the tree', () => {
    expect(account({ employeeType: [] }).kind).toBe('pupil')
    const outside = entryOf('CN=gast,CN=Users,DC=schule,DC=test', {
      objectGUID: [parseObjectGuid(id) ?? Buffer.alloc(0)],
      sAMAccountName: ['gast']
    })
    expect(accountOf(outside, contextOf())?.kind).toBe('other')
    const nested = { ...layout.containers, teacher: `OU=Referendare,${layout.containers.pupil}` }
    const trainee = entryOf(`CN=r.neu,${nested.teacher}`, {
      objectGUID: [parseObjectGuid(id) ?? Buffer.alloc(0)],
      sAMAccountName: ['r.neu']
    })
    const context = contextOf()
    expect(
      accountOf(trainee, { ...context, places: placesOf({ ...layout, containers: nested }) })?.kind
    ).toBe('teacher')
    const shared = { ...layout.containers, teacher: layout.containers.pupil }
    const unknown = accountOf(pupilEntry({ employeeType: [] }), {
      ...context,
      places: placesOf({ ...layout, containers: shared })
    })
    expect(unknown?.kind).toBe('other')
  })

  it('P12: names its classes without the prefix and its groups as they are', () => {
    const groups = [
      {
        id: '1',
        dn: 'CN=klasse-7b,OU=Klassen,DC=schule,DC=test',
        login: 'klasse-7b',
        name: '7b',
        isClass: true,
        createdAt: ''
      },
      {
        id: '2',
        dn: 'CN=SV,OU=Gruppen,DC=schule,DC=test',
        login: 'sv',
        name: 'sv',
        isClass: false,
        createdAt: ''
      }
    ] satisfies GroupRecord[]
    const memberOf = [
      'cn=sv,ou=gruppen,dc=schule,dc=test',
      'CN=klasse-7b,OU=Klassen,DC=schule,DC=test',
      'CN=Andere,DC=anderswo'
    ]
    const found = accountOf(pupilEntry({ memberOf }), contextOf(groups))
    expect(found).toMatchObject({ classes: ['7b'], groups: ['sv'] })
  })
})

describe('a group', () => {
  const bytes = parseObjectGuid(id) ?? Buffer.alloc(0)
  const group = (dn: string) => groupOf(entryOf(dn, { objectGUID: [bytes], sAMAccountName: ['g'] }), layout)

  it('is a class below the container of classes and with the prefix', () => {
    expect(group('CN=klasse-7b,OU=Klassen,DC=schule,DC=test')).toMatchObject({ isClass: true, name: '7b' })
    expect(group('CN=klasse-7b,OU=Gruppen,DC=schule,DC=test')).toMatchObject({ isClass: false, name: 'g' })
    expect(group('CN=Eltern,OU=Klassen,DC=schule,DC=test')).toMatchObject({ isClass: false, name: 'g' })
    expect(group('CN=klasse-,OU=Klassen,DC=schule,DC=test')).toMatchObject({ isClass: false })
  })

  it('gets a login without the characters that the domain refuses', () => {
    expect(groupLogin(layout, '5/6')).toBe('klasse-5-6')
    expect(groupLogin(layout, 'Q2')).toBe('klasse-Q2')
  })
})
