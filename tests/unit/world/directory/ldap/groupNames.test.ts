import { describe, expect, it } from 'vitest'
import { foldForOpenLdap } from '../../../../../src-main/world/directory/ldap/folding'
import { distinctNames } from '../../../../../src-main/world/directory/ldap/groupNames'

const group = (dn: string, createdAt: string, isClass = false) => ({
  dn,
  name: 'drucker',
  isClass,
  createdAt
})

describe('P12: groups of one name', () => {
  it('each have a name of their own; the oldest keeps the plain one', () => {
    const groups = [
      group('cn=drucker,ou=haus-a,ou=groups', '20260102000000Z'),
      group('cn=Drucker,ou=haus-b,ou=groups', '20260101000000Z'),
      group('cn=drucker,ou=haus-a,ou=mehr,ou=groups', '20260103000000Z'),
      group('cn=drucker,ou=classes', '20260104000000Z', true)
    ]
    expect(distinctNames(groups, foldForOpenLdap).map(({ name }) => name)).toEqual([
      'drucker (haus-a)',
      'drucker',
      'drucker (ou=haus-a,ou=mehr,ou=groups)',
      'drucker'
    ])
  })
})
