import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../../src-main/world/directory/demo/protocol/results'
import {
  isWithin,
  makeName,
  nameKey,
  parseName
} from '../../../../../src-main/world/directory/demo/tree/distinguishedName'

describe('distinguished names', () => {
  it('come back as they were written, whatever the value holds', () => {
    const value = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const name = makeName(values.map((text) => [{ attribute: 'cn', value: text }]))
        const again = parseName(name.text)
        expect(again.levels.map((level) => level[0]?.value)).toEqual(values)
        expect(again.key).toBe(name.key)
      })
    )
  })

  it('mean the same entry whatever the case, the spaces and the escapes', () => {
    const key = parseName('uid=j.groß,ou=Pupils,dc=demo').key
    expect(parseName('UID = J.GROß , OU=pupils,DC=Demo').key).toBe(key)
    expect(parseName(String.raw`uid=j.gro\c3\9f,ou=pupils,dc=demo`).key).toBe(key)
    expect(parseName('sn=b+cn=a,dc=demo').key).toBe(parseName('CN=A+SN=B,dc=demo').key)
  })

  it('know their parent and what is below it', () => {
    const name = parseName(String.raw`cn=Müller\, Jörg,ou=staff,dc=demo`)
    expect(name.parentKey).toBe(parseName('ou=staff,dc=demo').key)
    expect(isWithin(name.key, nameKey('dc=demo'))).toBe(true)
    expect(isWithin(name.key, nameKey('dc=mo'))).toBe(false)
  })

  it.each(['x', 'cn=', 'cn', '=x', 'cn=a,,dc=b', String.raw`cn=a\zz`, 'cn=a<b', 'cn=a,'])(
    'refuse %s',
    (text) => {
      expect(() => parseName(text)).toThrow(Refusal)
    }
  )
})
