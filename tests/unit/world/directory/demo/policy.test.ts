import { describe, expect, it } from 'vitest'
import {
  isLocked,
  judgeBind,
  judgePasswordChange,
  type PasswordPolicy
} from '../../../../../src-main/world/directory/demo/policy/policy'
import { hashPassword, verifyPassword } from '../../../../../src-main/world/directory/demo/policy/passwords'
import { parseGeneralizedTime } from '../../../../../src-main/world/directory/demo/policy/time'
import { policyErrors, Refusal } from '../../../../../src-main/world/directory/demo/protocol/results'
import { parseName } from '../../../../../src-main/world/directory/demo/tree/distinguishedName'
import { Entry } from '../../../../../src-main/world/directory/demo/tree/entry'

const policy: PasswordPolicy = {
  minimumLength: 8,
  checkQuality: true,
  inHistory: 2,
  lockout: true,
  lockoutDuration: 60,
  maximumFailures: 3,
  failureCountInterval: 600,
  mustChange: true,
  safeModify: false
}
const now = new Date('2026-11-22T10:00:00Z')
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
const secret = 'Linde-2026'

function account(attributes: Record<string, string> = {}): Entry {
  const entry = new Entry('1', parseName('uid=x,dc=demo'))
  for (const [attribute, value] of Object.entries({ userPassword: hashPassword(secret), ...attributes })) {
    entry.apply({ operation: 'replace', attribute, values: [value] })
  }
  return entry
}

function bind(entry: Entry, password: string, at: Date): ReturnType<typeof judgeBind> {
  const verdict = judgeBind(entry, password, policy, at)
  for (const change of verdict.changes) entry.apply(change)
  return verdict
}

function refusalOf(action: () => unknown): number | null {
  try {
    action()
  } catch (error) {
    if (error instanceof Refusal) return error.policyError
    throw error
  }
  throw new Error('nothing was refused')
}

describe('sign-in under the password policy', () => {
  it('lets the right password in and refuses a wrong one', () => {
    expect(bind(account(), secret, now).granted).toBe(true)
    expect(bind(account(), 'wrong', now).granted).toBe(false)
  })

  it('P9: refuses for good, whatever time has passed', () => {
    const entry = account({ pwdAccountLockedTime: '000001010000Z' })
    expect(bind(entry, secret, later(10 ** 9))).toMatchObject({
      granted: false,
      policyError: policyErrors.accountLocked
    })
  })

  it('P9: refuses until the start and lets in from then on', () => {
    const entry = account({ pwdStartTime: '20261122110000Z' })
    expect(bind(entry, secret, later(3599)).granted).toBe(false)
    expect(bind(entry, secret, later(3600)).granted).toBe(true)
  })

  it('refuses from the end on', () => {
    const entry = account({ pwdEndTime: '20261122110000Z' })
    expect(bind(entry, secret, later(3599)).granted).toBe(true)
    expect(bind(entry, secret, later(3600)).granted).toBe(false)
  })

  it('does not take a lock in the future for a lock', () => {
    expect(isLocked(account({ pwdAccountLockedTime: '20261122110000Z' }), policy, now)).toBe(false)
  })

  it('has no locks where the policy has no lockout', () => {
    const entry = account({ pwdAccountLockedTime: '000001010000Z' })
    expect(isLocked(entry, { ...policy, lockout: false }, now)).toBe(false)
  })

  it('locks out after the allowed failures, for the time the policy says', () => {
    const entry = account()
    for (const second of [0, 0, 1]) bind(entry, 'wrong', later(second))
    expect(bind(entry, secret, later(2)).granted).toBe(false)
    expect(bind(entry, secret, later(62)).granted).toBe(true)
    expect(entry.has('pwdAccountLockedTime')).toBe(false)
    expect(entry.has('pwdFailureTime')).toBe(false)
  })

  it('forgets failures after their interval', () => {
    const entry = account()
    for (const second of [0, 1, 700]) bind(entry, 'wrong', later(second))
    expect(bind(entry, secret, later(701)).granted).toBe(true)
  })

  it('P5: asks for a new password after a reset', () => {
    const verdict = bind(account({ pwdReset: 'TRUE' }), secret, now)
    expect(verdict).toMatchObject({
      granted: true,
      mustChange: true,
      policyError: policyErrors.changeAfterReset
    })
  })
})

describe('a new password', () => {
  const change = (entry: Entry, password: string, bySelf: boolean): void => {
    const request = { password, oldPassword: null, bySelf }
    for (const each of judgePasswordChange(entry, request, policy, now)) entry.apply(each)
  }

  it('P4: has eight characters, upper and lower case, digits and special characters', () => {
    const refused = (password: string): number | null => refusalOf(() => change(account(), password, true))
    expect(refused('Ab-1')).toBe(policyErrors.passwordTooShort)
    for (const weak of ['linde-2027', 'LINDE-2027', 'Linde-bach', 'Linde2027']) {
      expect(refused(weak)).toBe(policyErrors.insufficientPasswordQuality)
    }
    expect(refused('{SSHA512}QWJjMTIzLQ==')).toBe(policyErrors.insufficientPasswordQuality)
  })

  it('P5: must be changed when somebody else set it, and no longer after the person did', () => {
    const entry = account()
    change(entry, 'Fremd-2027', false)
    expect(entry.first('pwdReset')).toBe('TRUE')
    change(entry, 'Eigen-2027', true)
    expect(entry.has('pwdReset')).toBe(false)
    expect(verifyPassword('Eigen-2027', entry.first('userPassword') ?? '')).toBe(true)
  })

  it('is none of the last ones', () => {
    const entry = account()
    change(entry, 'Erste-2027', true)
    change(entry, 'Zweite-2027', true)
    expect(refusalOf(() => change(entry, secret, true))).toBe(policyErrors.passwordInHistory)
    change(entry, 'Dritte-2027', true)
    change(entry, secret, true)
    expect(verifyPassword(secret, entry.first('userPassword') ?? '')).toBe(true)
  })

  it('takes back failures and a lockout', () => {
    const entry = account({ pwdAccountLockedTime: '20261122095900Z', pwdFailureTime: '20261122095900Z' })
    change(entry, 'Fremd-2027', false)
    expect(entry.has('pwdAccountLockedTime')).toBe(false)
    expect(entry.has('pwdFailureTime')).toBe(false)
  })
})

describe('generalised time', () => {
  it.each([
    ['20261122100000Z', '2026-11-22T10:00:00.000Z'],
    ['202611221000Z', '2026-11-22T10:00:00.000Z'],
    ['20261122100000.250001Z', '2026-11-22T10:00:00.250Z'],
    ['20261122120000+0200', '2026-11-22T10:00:00.000Z']
  ])('reads %s', (text, expected) => {
    expect(new Date(parseGeneralizedTime(text) ?? 0).toISOString()).toBe(expected)
  })

  it('reads nothing else', () => {
    expect(parseGeneralizedTime('2026-11-22')).toBeNull()
    expect(parseGeneralizedTime('')).toBeNull()
  })
})
