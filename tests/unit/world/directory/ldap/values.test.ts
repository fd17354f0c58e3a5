import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatGeneralizedTime,
  formatObjectGuid,
  parseFileTime,
  parseGeneralizedTime,
  parseObjectGuid,
  parseUuid
} from '../../../../../src-main/world/directory/ldap/values'

describe('values', () => {
  it('generalized times come back to the second', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (instant) => {
        const whole = new Date(Math.floor(instant.getTime() / 1000) * 1000).toISOString()
        expect(parseGeneralizedTime(formatGeneralizedTime(instant.toISOString()))).toBe(whole)
      })
    )
  })

  it.each([
    ['20261122093015Z', '2026-11-22T09:30:15.000Z'],
    ['20261122093015.5Z', '2026-11-22T09:30:15.500Z'],
    ['20261122103015+0100', '2026-11-22T09:30:15.000Z'],
    ['2026112209Z', '2026-11-22T09:00:00.000Z'],
    ['20230101000000.0Z', '2023-01-01T00:00:00.000Z']
  ])('reads the generalized time %s', (text, instant) => {
    expect(parseGeneralizedTime(text)).toBe(instant)
  })

  it.each(['', '000001010000Z', '20261322000000Z', '20261122093015', 'now'])(
    'reads no time in %j',
    (text) => {
      const time = parseGeneralizedTime(text)
      expect(time === null || time.startsWith('0000-01-01')).toBe(true)
    }
  )

  it('reads Windows file times', () => {
    expect(parseFileTime('133449408000000000')).toBe('2023-11-20T08:00:00.000Z')
    expect(parseFileTime('0')).toBeNull()
    expect(parseFileTime('9223372036854775807')).toBeNull()
    expect(parseFileTime('-1')).toBeNull()
  })

  it('object GUIDs come back', () => {
    expect(formatObjectGuid(Buffer.from('00112233445566778899aabbccddeeff', 'hex'))).toBe(
      '33221100-5544-7766-8899-aabbccddeeff'
    )
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const text = formatObjectGuid(Buffer.from(bytes))
        expect(parseObjectGuid(text ?? '')).toEqual(Buffer.from(bytes))
      })
    )
  })

  it('takes only UUIDs for identities', () => {
    expect(parseUuid('0E31A97A-7AA4-1041-80A8-315EAB77932A')).toBe('0e31a97a-7aa4-1041-80a8-315eab77932a')
    expect(parseUuid('*')).toBeNull()
    expect(formatObjectGuid(Buffer.alloc(15))).toBeNull()
  })
})
