import { describe, expect, it } from 'vitest'
import {
  explainBind,
  explainChange,
  explainMembership,
  explainWrite,
  signInRefusal
} from '../../../../../src-main/world/directory/active-directory/diagnostics'
import { failureOf } from '../../../../../src-main/world/directory/ldap/failures'

function bindRefused(data: string) {
  const diagnostic = `80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data ${data}, v1db1`
  return failureOf({ resultCode: 49, diagnostic }, 'netzwart').failure
}

function writeRefused(resultCode: number, diagnostic: string) {
  return failureOf({ resultCode, diagnostic }, 'CN=m.mustermann')
}

describe('a membership', () => {
  const joins = { add: ['<GUID=1>'], remove: [] }
  const leaves = { add: [], remove: ['<GUID=1>'] }

  it.each([
    [joins, 68, 'Attribute member already exists for target GUID 1', 'succeeded'],
    [joins, 53, 'Attribute member already deleted for target GUID 1', 'directory.refused'],
    [leaves, 53, 'Attribute member already deleted for target GUID 1', 'succeeded'],
    [leaves, 53, "Attribute member doesn't exist for target GUID 1", 'succeeded'],
    [leaves, 53, '00000561: SvcErr: DSID-031A1254, problem 5003 (WILL_NOT_PERFORM)', 'succeeded'],
    [leaves, 53, '00000005: SvcErr: DSID-031A1254, problem 5003', 'directory.noRights'],
    [
      { add: ['<GUID=1>', '<GUID=2>'], remove: [] },
      68,
      'Attribute member already exists',
      'directory.alreadyExists'
    ]
  ])('%j answered by %i (%s): %s', (changes, code, reason, expected) => {
    const result = explainMembership(writeRefused(code, reason), changes)
    expect(result.ok ? 'succeeded' : result.failure.code).toBe(expected)
  })
})

describe('a refused bind', () => {
  it.each([
    ['52e', 'wrongCredentials', 'directory.wrongCredentials'],
    ['525', 'wrongCredentials', 'directory.wrongCredentials'],
    ['532', 'mustChange', 'directory.bindPasswordExpired'],
    ['773', 'mustChange', 'directory.bindPasswordExpired'],
    ['533', 'disabled', 'directory.bindAccountDisabled'],
    ['701', 'expired', 'directory.bindAccountExpired'],
    ['775', 'lockedOut', 'directory.bindAccountLockedOut'],
    ['530', 'restricted', 'directory.bindAccountRestricted'],
    ['531', 'restricted', 'directory.bindAccountRestricted'],
    ['999', 'wrongCredentials', 'directory.wrongCredentials']
  ])('with data %s is %s', (data, refusal, code) => {
    expect(signInRefusal(bindRefused(data))).toBe(refusal)
    expect(explainBind(bindRefused(data)).code).toBe(code)
  })

  it('is told from every other failure', () => {
    const failure = failureOf({ resultCode: 8, diagnostic: 'data 533' }, 'netzwart').failure
    expect(signInRefusal(failure)).toBeNull()
    expect(explainBind(failure)).toBe(failure)
  })
})

describe('a refused write', () => {
  it('P4: says that the password does not meet the policy, in Samba’s words or by Microsoft’s number', () => {
    const samba =
      '0000052D: Constraint violation - check_password_restrictions: the password is too short. It should be equal or longer than 8 characters!'
    expect(explainWrite(writeRefused(19, samba))).toMatchObject({
      failure: {
        code: 'directory.passwordRejected',
        parameters: { reason: 'the password is too short. It should be equal or longer than 8 characters' }
      }
    })
    const microsoft = '0000052D: SvcErr: DSID-031A124C, problem 5003 (WILL_NOT_PERFORM), data 0'
    expect(explainWrite(writeRefused(53, microsoft))).toMatchObject({
      failure: { code: 'directory.passwordRejected', parameters: { resultCode: 53 } }
    })
  })

  it.each([
    ['00000524: samldb: Account name (sAMAccountName) already in use!', 'directory.alreadyExists'],
    ['000021C8: AtrErr: DSID-03200BBA', 'directory.alreadyExists'],
    ['00002098: SecErr: DSID-03150F94, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0', 'directory.noRights'],
    ['0000208D: NameErr: DSID-03100241, problem 2001 (NO_OBJECT), data 0', 'directory.notFound'],
    ['000020E7: SvcErr: something else', 'directory.refused']
  ])('%s', (diagnostic, code) => {
    expect(explainWrite(writeRefused(53, diagnostic))).toMatchObject({ failure: { code } })
  })

  it('tells that somebody else was faster', () => {
    expect(explainChange(writeRefused(16, '00000057: no such value'), 'userAccountControl')).toMatchObject({
      failure: { code: 'directory.changedSince', parameters: { field: 'userAccountControl' } }
    })
    expect(explainChange(writeRefused(50, ''), 'info')).toMatchObject({
      failure: { code: 'directory.noRights' }
    })
  })
})
