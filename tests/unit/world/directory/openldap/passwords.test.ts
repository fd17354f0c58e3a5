import { describe, expect, it } from 'vitest'
import { Oid } from '../../../../../src-main/world/directory/ldap/session'
import {
  demandsNewPassword,
  passwordPolicyError
} from '../../../../../src-main/world/directory/openldap/passwords'

/** An outcome with this value of the policy's response control; null: without the control. */
function outcomeWith(hex: string | null): { controls: Map<string, Buffer> } {
  return { controls: new Map(hex === null ? [] : [[Oid.passwordPolicy, Buffer.from(hex, 'hex')]]) }
}

describe('what the password policy says to a sign-in', () => {
  it.each([
    { answer: 'no control', hex: null, error: null, demands: false },
    { answer: 'nothing', hex: '3000', error: null, demands: false },
    { answer: 'P4: must change after a reset', hex: '3003810102', error: 2, demands: true },
    { answer: 'expired', hex: '3003810100', error: 0, demands: true },
    { answer: 'locked', hex: '3003810101', error: 1, demands: false },
    { answer: 'expires in 300 seconds', hex: '3006a0048002012c', error: null, demands: false },
    { answer: 'expires in 2 seconds', hex: '3005a003800102', error: null, demands: false },
    { answer: 'two sign-ins by grace left', hex: '3005a003810102', error: null, demands: true },
    { answer: 'no sign-in by grace left', hex: '3005a003810100', error: null, demands: true },
    {
      answer: 'expires soon, must change after a reset',
      hex: '3008a003800105810102',
      error: 2,
      demands: true
    },
    { answer: 'cut off', hex: '30', error: null, demands: false }
  ])('$answer', ({ hex, error, demands }) => {
    expect(passwordPolicyError(outcomeWith(hex))).toBe(error)
    expect(demandsNewPassword(outcomeWith(hex))).toBe(demands)
  })
})
