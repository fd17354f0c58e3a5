import { describe, expect, it } from 'vitest'
import { flagNames } from '../../../../../src-main/world/directory/active-directory/accountControl'
import { dnsNameOf, intervalOf } from '../../../../../src-main/world/directory/active-directory/domain'
import { findPrefix, unitHabits } from '../../../../../src-main/world/directory/active-directory/layout'
import { suggestContainers } from '../../../../../src-main/world/directory/ldap/layout'
import { rawStateOf } from '../../../../../src-main/world/directory/active-directory/rawState'
import { loginLikeNames } from '../../../../../src-main/world/directory/active-directory/reservedNames'
import { entryOf, pupilEntry } from './entries'

const base = 'OU=Gesamtschule,DC=schule,DC=test'

describe('the layout of a domain', () => {
  it('finds units by their usual names, nearest to the base first', () => {
    const units = [
      `OU=Klassen,OU=Archiv,${base}`,
      `OU=KLASSEN,${base}`,
      `OU=Schüler,${base}`,
      `OU=Teachers,${base}`,
      `OU=Students,OU=Alt,${base}`
    ]
    expect(suggestContainers(units, base, unitHabits)).toEqual({
      pupil: `OU=Schüler,${base}`,
      teacher: `OU=Teachers,${base}`,
      staff: `OU=Personal,${base}`,
      classes: `OU=KLASSEN,${base}`,
      groups: `OU=Gruppen,${base}`
    })
  })

  it('takes one unit for all people where no kind has its own', () => {
    expect(suggestContainers([`OU=Benutzer,${base}`], base, unitHabits)).toMatchObject({
      pupil: `OU=Benutzer,${base}`,
      teacher: `OU=Benutzer,${base}`,
      staff: `OU=Benutzer,${base}`
    })
  })

  it('keeps the prefix that the classes have', () => {
    expect(findPrefix([])).toBe('klasse-')
    expect(findPrefix(['klasse-5a', 'Klasse-Q2'])).toBe('klasse-')
    expect(findPrefix(['class_5a', 'class_6a'])).toBe('class_')
    expect(findPrefix(['5a', 'klasse-5b'])).toBe('')
  })
})

describe('the domain’s own numbers', () => {
  it('reads its name from the DN', () => {
    expect(dnsNameOf('DC=ad,DC=schule,DC=example')).toBe('ad.schule.example')
  })

  it('reads intervals, and "never" as null', () => {
    expect(intervalOf('-18000000000')).toBe(30 * 60_000)
    expect(intervalOf('-9223372036854775808')).toBeNull()
    expect(intervalOf('0')).toBeNull()
    expect(intervalOf(undefined)).toBeNull()
  })

  it('names every flag as the vendor does, and shows bits that nobody knows', () => {
    expect(flagNames(66050)).toEqual(['ACCOUNTDISABLE', 'NORMAL_ACCOUNT', 'DONT_EXPIRE_PASSWORD'])
    expect(flagNames(0x8000_0200 | 0)).toEqual(['NORMAL_ACCOUNT', '0x80000000'])
    expect(flagNames(0)).toEqual([])
  })
})

describe('the raw state', () => {
  it('shows every attribute that decides about the sign-in, with its meaning', () => {
    const hours = Buffer.alloc(21, 0xff)
    hours[0] = 0
    const raw = rawStateOf(
      pupilEntry({
        pwdLastSet: ['0'],
        lockoutTime: ['0'],
        accountExpires: ['9223372036854775807'],
        badPwdCount: ['3'],
        logonHours: [hours]
      })
    )
    expect(raw).toEqual([
      { name: 'userAccountControl', value: '512', meaning: 'NORMAL_ACCOUNT' },
      { name: 'pwdLastSet', value: '0', meaning: 'mustChangePassword' },
      { name: 'accountExpires', value: '9223372036854775807', meaning: 'never' },
      { name: 'lockoutTime', value: '0', meaning: 'notLocked' },
      { name: 'badPwdCount', value: '3', meaning: null },
      { name: 'logonHours', value: hours.toString('hex'), meaning: '160/168 h' }
    ])
  })
})

describe('reserved names', () => {
  it('P3: blocks common and principal names that look like logins', () => {
    const entry = entryOf('CN=a.meier,OU=Lehrer,DC=schule,DC=test', {
      userPrincipalName: ['Anna.M@schule.test']
    })
    expect(loginLikeNames(entry)).toEqual(['a.meier', 'anna.m'])
    expect(loginLikeNames(entryOf('CN=Anna Meier,DC=schule,DC=test', {}))).toEqual([])
  })
})
