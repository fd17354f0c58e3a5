import { describe, expect, it } from 'vitest'
import { LdapEntry } from '../../../../../src-main/world/directory/ldap/entry'
import { rawStateOf, singleAccountOf } from '../../../../../src-main/world/directory/openldap/account'
import { modificationsFor } from '../../../../../src-main/world/directory/openldap/changes'
import { placesOf } from '../../../../../src-main/world/directory/ldap/kinds'
import { suggestLayout } from '../../../../../src-main/world/directory/openldap/layout'

const base = 'dc=schule,dc=example'
const now = Date.parse('2026-11-22T12:00:00Z')
const context = { places: placesOf(suggestLayout([], base)), lockoutDuration: 900, now }

function entryOf(
  attributes: Readonly<Record<string, string | readonly string[]>>,
  dn = `uid=a,ou=pupils,${base}`
): LdapEntry {
  const chunks: Buffer[] = []
  let length = 0
  const values = new Map<string, number[]>()
  const all = { entryUUID: '0e31a97a-7aa4-1041-80a8-315eab77932a', uid: 'a', sn: 'A', ...attributes }
  for (const [name, given] of Object.entries(all)) {
    const offsets: number[] = []
    for (const value of typeof given === 'string' ? [given] : given) {
      const bytes = Buffer.from(value)
      offsets.push(length, length + bytes.length)
      length += bytes.length
      chunks.push(bytes)
    }
    values.set(name.toLowerCase(), offsets)
  }
  return new LdapEntry(dn, Buffer.concat(chunks), values)
}

const none = { classes: [], groups: [] }
const stateOf = (attributes: Readonly<Record<string, string>>, lockoutDuration = 900): string | undefined =>
  singleAccountOf(entryOf(attributes), none, { ...context, lockoutDuration })?.state

describe('state of an OpenLDAP account', () => {
  it.each([
    [{}, 'active'],
    [{ pwdAccountLockedTime: '000001010000Z' }, 'suspended'],
    [{ pwdAccountLockedTime: '00000101000000Z' }, 'suspended'],
    [{ pwdAccountLockedTime: '20261122115900Z' }, 'lockedOut'],
    [{ pwdAccountLockedTime: '20261122110000Z' }, 'active'],
    [{ pwdAccountLockedTime: '20270101000000Z' }, 'active'],
    [{ pwdStartTime: '20270101000000Z' }, 'suspendedUntil'],
    [{ pwdStartTime: '20260101000000Z' }, 'active'],
    [{ pwdEndTime: '20260101000000Z' }, 'expired'],
    [{ shadowExpire: '1' }, 'expired'],
    [{ shadowExpire: '-1' }, 'active'],
    [{ shadowExpire: '99999' }, 'active'],
    [{ description: 'netzwart:leaver=2026-07-31', pwdAccountLockedTime: '000001010000Z' }, 'leaver'],
    [{ description: 'netzwart:leaver=irgendwann' }, 'active']
  ])('P9: %j is %s', (attributes, state) => {
    expect(stateOf(attributes)).toBe(state)
  })

  it('a lock without end stays', () => {
    expect(stateOf({ pwdAccountLockedTime: '20200101000000Z' }, 0)).toBe('lockedOut')
  })

  it('what has no identity, no login or lies elsewhere is no account', () => {
    expect(singleAccountOf(entryOf({ entryUUID: 'x' }), none, context)).toBeNull()
    expect(singleAccountOf(entryOf({ uid: [] }), none, context)).toBeNull()
    expect(singleAccountOf(entryOf({}, `uid=a,ou=dienste,${base}`), none, context)).toBeNull()
  })

  it('raw values are shown as they are, with control characters visible', () => {
    expect(
      rawStateOf(entryOf({ description: 'a\u202Eb', loginShell: '/usr/sbin/nologin' }), context)
    ).toEqual([
      { name: 'loginShell', value: '/usr/sbin/nologin', meaning: 'noShell' },
      { name: 'description', value: 'a\\u{202e}b', meaning: null }
    ])
  })
})

describe('modifications of an OpenLDAP account', () => {
  it('asking for what already is writes nothing', () => {
    const entry = entryOf({
      givenName: 'A',
      displayName: 'A A',
      cn: 'A A',
      employeeNumber: '7',
      employeeType: ['Gast', 'pupil']
    })
    const change = {
      givenName: 'A',
      familyName: 'A',
      displayName: 'A A',
      schoolId: '7',
      kind: 'pupil',
      leaverSince: null,
      mustChangePassword: false,
      suspension: { kind: 'none' }
    } as const
    expect(modificationsFor(entry, change, true)).toEqual([])
  })

  it('only our own values of shared attributes go', () => {
    const entry = entryOf({
      description: ['Notiz', 'netzwart:leaver=2026-01-01'],
      employeeType: ['Gast', 'pupil']
    })
    expect(modificationsFor(entry, { leaverSince: '2026-07-31', kind: 'staff' }, true)).toEqual([
      { type: 'delete', attribute: 'employeeType', values: ['pupil'] },
      { type: 'add', attribute: 'employeeType', values: ['staff'] },
      { type: 'delete', attribute: 'description', values: ['netzwart:leaver=2026-01-01'] },
      { type: 'add', attribute: 'description', values: ['netzwart:leaver=2026-07-31'] }
    ])
  })

  it("P9: lifting a suspension leaves the server's own lock", () => {
    const locked = entryOf({ pwdAccountLockedTime: '20261122115900Z', pwdStartTime: '20270101000000Z' })
    expect(modificationsFor(locked, { suspension: { kind: 'none' } }, true)).toEqual([
      { type: 'replace', attribute: 'pwdStartTime', values: [] }
    ])
  })
})
