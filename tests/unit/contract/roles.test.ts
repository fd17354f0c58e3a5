import { describe, expect, it } from 'vitest'
import { operations, permits, type OperationName } from '../../../src-main/contract/operations'
import { roles, type Role } from '../../../src-main/contract/people'

const names = Object.keys(operations) as OperationName[]

/** Roles that may ask for the operation. */
function allowed(name: OperationName): Role[] {
  return roles.filter((role) => permits(name, [role]))
}

describe('who may ask for what', () => {
  it.each([
    'people.appoint',
    'people.choosePassphrase',
    'people.revoke',
    'people.replaceKey',
    'sanctions.decide',
    'sanctions.decideLift'
  ] as const)('P26: %s is for the leadership alone', (name) => {
    expect(allowed(name)).toEqual(['leadership'])
    expect(permits(name, ['administrator', 'evaluator', 'teacher', 'dpo'])).toBe(false)
  })

  it.each(['sanctions.open', 'sanctions.propose', 'sanctions.withdraw'] as const)(
    'P21: %s is for those who do not decide',
    (name) => {
      expect(allowed(name)).toEqual(['administrator', 'evaluator'])
    }
  )

  it('P5: a teacher looks at accounts and resets passwords, and nothing else is theirs alone', () => {
    const own = names.filter((name) => permits(name, ['teacher']) && !permits(name, null))
    const forAll = own.filter((name) => allowed(name).length === roles.length)
    expect(own.filter((name) => !forAll.includes(name))).toEqual([
      'accounts.query',
      'accounts.refresh',
      'accounts.detail',
      'accounts.groups',
      'accounts.resetPassword',
      'slips.pending',
      'slips.save'
    ])
  })

  it('P25: the DPO reads the ledger and appointments, and changes nothing', () => {
    const own = names.filter((name) => permits(name, ['dpo']) && allowed(name).length < roles.length)
    expect(own).toEqual([
      'people.appointments',
      'people.saveDocument',
      'ledger.query',
      'ledger.entry',
      'ledger.verify',
      'ledger.export'
    ])
  })

  it('nobody at all gets what stands before the sign-in and no more', () => {
    expect(names.filter((name) => permits(name, null))).toEqual([
      'application.state',
      'application.setPreferences',
      'setup.enterPassword',
      'session.signIn',
      'session.signOut',
      'session.active',
      'caseFile.join',
      'caseFile.retry',
      'backup.restore'
    ])
  })
})
