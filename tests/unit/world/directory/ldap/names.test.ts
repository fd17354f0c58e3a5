import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  childName,
  escapeNameValue,
  firstNameValue,
  formatName,
  isBelow,
  nameKey,
  parentName,
  parseName,
  sameName
} from '../../../../../src-main/world/directory/ldap/names'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const hostile = fc.string({
  unit: fc.constantFrom(...Array.from(',+"\\<>;=# \0\n\u00e4x*()')),
  maxLength: 20
})
const value = fc.oneof(anyText, hostile)

describe('distinguished names (RFC 4514)', () => {
  it('any value comes back as it was', () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(parseName(`uid=${escapeNameValue(text)},dc=x`)).toEqual([
          [{ attribute: 'uid', value: text }],
          [{ attribute: 'dc', value: 'x' }]
        ])
      })
    )
  })

  it('no value breaks out of its place', () => {
    fc.assert(
      fc.property(value, value, (text, other) => {
        const dn = childName('uid', text, childName('ou', other, 'dc=schule,dc=example'))
        expect(parseName(dn)).toHaveLength(4)
        expect(firstNameValue(dn)).toBe(text)
        expect(parentName(dn)).toBe(childName('ou', other, 'dc=schule,dc=example'))
        expect(isBelow(dn, 'DC=Schule, DC=example')).toBe(true)
      })
    )
  })

  it('formatting and parsing are inverse for multi-valued names too', () => {
    const part = fc.record({ attribute: fc.constantFrom('cn', 'uid', '2.5.4.3'), value })
    fc.assert(
      fc.property(
        fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (name) => {
          expect(parseName(formatName(name))).toEqual(name)
        }
      )
    )
  })

  it('understands the spellings of other tools', () => {
    expect(parseName('CN="Müller, Änne" , OU=a;DC=b')).toEqual([
      [{ attribute: 'CN', value: 'Müller, Änne' }],
      [{ attribute: 'OU', value: 'a' }],
      [{ attribute: 'DC', value: 'b' }]
    ])
    expect(parseName('cn=M\\C3\\BCller\\, A')).toEqual([[{ attribute: 'cn', value: 'Müller, A' }]])
    expect(parseName('1.3.6.1.4.1.1466.0=#04024869')).toEqual([
      [{ attribute: '1.3.6.1.4.1.1466.0', value: 'Hi' }]
    ])
    expect(parseName('')).toEqual([])
  })

  it.each(['uid', 'uid=a,b', '=x', 'uid=\\', 'uid=\\C3', 'u id=x', 'uid="a', 'uid=#zz'])(
    'refuses %s',
    (text) => {
      expect(parseName(text)).toBeNull()
    }
  )

  it('two spellings of one name are the same, two names are not', () => {
    expect(sameName('UID=A.b, OU=Pupils,dc=x', 'uid=a.b,ou=pupils,DC=X')).toBe(true)
    expect(sameName('cn=M\\2C A,dc=x', 'cn=m\\, a,dc=x')).toBe(true)
    expect(sameName('cn="Müller, A",dc=x', 'cn=müller\\, a,dc=x')).toBe(true)
    expect(sameName('uid=a,dc=x', 'uid=b,dc=x')).toBe(false)
    expect(nameKey('cn=a  b,dc=x')).toBe(nameKey('cn=A b,dc=x'))
  })

  it('an escaped comma is no border', () => {
    expect(isBelow('uid=x\\,dc=y', 'dc=y')).toBe(false)
    expect(isBelow('dc=y', 'dc=y')).toBe(false)
  })
})
