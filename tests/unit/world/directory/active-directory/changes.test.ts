import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../../../src-main/world/directory/active-directory/account'
import {
  modificationsFor,
  newAttributes,
  passwordModifications,
  renamedTo
} from '../../../../../src-main/world/directory/active-directory/changes'
import { encodePassword } from '../../../../../src-main/world/directory/active-directory/password'
import type { AccountChange, AccountDraft } from '../../../../../src-main/world/directory/port'
import type { LdapEntry } from '../../../../../src-main/world/directory/ldap/entry'
import { contextOf, domain, entryOf, pupilEntry } from './entries'

function changed(entry: LdapEntry, change: AccountChange) {
  const account = accountOf(entry, contextOf())
  if (account === null) throw new Error('no account')
  return modificationsFor(entry, account, change, domain)
}

const draft: AccountDraft = {
  login: 'm.mustermann',
  givenName: 'Märta',
  familyName: '',
  displayName: 'Märta',
  schoolId: '4711',
  kind: 'pupil',
  classes: [],
  groups: [],
  suspension: { kind: 'none' },
  leaverSince: null,
  mustChangePassword: true,
  mail: null
}

describe('a password for unicodePwd', () => {
  it('stands in quotation marks, in UTF-16, little-endian', () => {
    expect(encodePassword('aß€').toString('hex')).toBe('22006100df00ac202200')
  })

  it('is read back by the same rule, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (password) => {
        expect(encodePassword(password).toString('utf16le')).toBe(`"${password}"`)
      })
    )
  })
})

describe('a new account', () => {
  it('P3, P4: has login, principal name, password and the demand to change it in one request', () => {
    const attributes = newAttributes(draft, 'Prov1!sorisch', domain)
    expect(attributes).toMatchObject({
      sAMAccountName: 'm.mustermann',
      userPrincipalName: 'm.mustermann@schule.test',
      employeeID: '4711',
      employeeType: 'pupil',
      userAccountControl: '512',
      pwdLastSet: '0',
      sn: []
    })
    expect(attributes['unicodePwd']).toEqual(encodePassword('Prov1!sorisch'))
  })

  it('P9: can be suspended from its first moment', () => {
    const suspension = { kind: 'until', until: '2026-12-01T00:00:00.000Z' } as const
    expect(newAttributes({ ...draft, suspension }, 'Prov1!sorisch', domain)).toMatchObject({
      userAccountControl: '514',
      info: 'netzwart:suspendedUntil=2026-12-01T00:00:00.000Z'
    })
  })

  it('puts a school id of more than 16 characters into employeeNumber', () => {
    const schoolId = '0b6a7f2e-8f0b-4a52-9a0f-0f6f2a9f7a11'
    const attributes = newAttributes({ ...draft, schoolId }, 'Prov1!sorisch', domain)
    expect(attributes).toMatchObject({ employeeNumber: schoolId })
    expect(attributes).not.toHaveProperty('employeeID')
  })
})

describe('a change', () => {
  it('writes nothing where everything is as asked', () => {
    const account = accountOf(pupilEntry(), contextOf())
    expect(account).not.toBeNull()
    expect(changed(pupilEntry(), account ?? {})).toEqual([])
  })

  it('P9: suspends by taking the value that was read and keeps the other bits', () => {
    expect(
      changed(pupilEntry({ userAccountControl: ['4260352'] }), { suspension: { kind: 'forever' } })
    ).toEqual([
      { type: 'delete', attribute: 'userAccountControl', values: ['4260352'] },
      { type: 'add', attribute: 'userAccountControl', values: ['4260354'] }
    ])
  })

  it('P9: keeps other people’s notes when it writes the end of a suspension', () => {
    const entry = pupilEntry({ info: ['Spind 12'] })
    const until = '2026-12-01T00:00:00.000Z'
    expect(changed(entry, { suspension: { kind: 'until', until } })).toContainEqual({
      type: 'add',
      attribute: 'info',
      values: [`Spind 12\r\nnetzwart:suspendedUntil=${until}`]
    })
  })

  it('takes the mark away with the suspension', () => {
    const info = 'netzwart:suspendedUntil=2026-12-01T00:00:00.000Z'
    const entry = pupilEntry({ userAccountControl: ['514'], info: [info] })
    expect(changed(entry, { suspension: { kind: 'none' } })).toEqual([
      { type: 'delete', attribute: 'userAccountControl', values: ['514'] },
      { type: 'add', attribute: 'userAccountControl', values: ['512'] },
      { type: 'delete', attribute: 'info', values: [info] }
    ])
  })

  it('P5: takes back "password never expires" when a new password is demanded', () => {
    const entry = pupilEntry({ userAccountControl: ['66048'] })
    expect(changed(entry, { mustChangePassword: true })).toEqual([
      { type: 'delete', attribute: 'userAccountControl', values: ['66048'] },
      { type: 'add', attribute: 'userAccountControl', values: ['512'] },
      { type: 'replace', attribute: 'pwdLastSet', values: ['0'] }
    ])
    expect(passwordModifications(entry, 'Neu1!sorisch').map(({ attribute }) => attribute)).toEqual([
      'userAccountControl',
      'userAccountControl',
      'unicodePwd',
      'pwdLastSet'
    ])
  })

  it('changes the principal name with the login, unless it is the school’s own', () => {
    expect(changed(pupilEntry(), { login: 'm.meier' })).toEqual([
      { type: 'replace', attribute: 'sAMAccountName', values: ['m.meier'] },
      { type: 'replace', attribute: 'userPrincipalName', values: ['m.meier@schule.test'] }
    ])
    const own = pupilEntry({ userPrincipalName: ['maerta@schule.example'] })
    expect(changed(own, { login: 'm.meier' })).toEqual([
      { type: 'replace', attribute: 'sAMAccountName', values: ['m.meier'] }
    ])
  })

  it('renames only entries that are named after their login', () => {
    const rename = (entry: LdapEntry, login: string) => {
      const account = accountOf(entry, contextOf())
      return account === null ? null : renamedTo(entry, account, login)
    }
    expect(rename(pupilEntry(), 'm.meier')).toBe('m.meier')
    expect(rename(pupilEntry(), 'm.mustermann')).toBeNull()
    const people = entryOf('CN=Märta Mustermann,OU=Schueler,DC=schule,DC=test', {
      objectGUID: [pupilEntry().bytes('objectguid') ?? Buffer.alloc(0)],
      sAMAccountName: ['m.mustermann']
    })
    expect(rename(people, 'm.meier')).toBeNull()
  })

  it('takes an attribute away where the new value is empty', () => {
    expect(changed(pupilEntry(), { givenName: '', schoolId: null })).toEqual([
      { type: 'replace', attribute: 'givenName', values: [] },
      { type: 'replace', attribute: 'employeeID', values: [] }
    ])
  })
})
