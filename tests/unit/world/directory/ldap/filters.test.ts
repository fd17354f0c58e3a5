import fc from 'fast-check'
import { BerReader, BerWriter, FilterParser, type Filter } from 'ldapts'
import { describe, expect, it } from 'vitest'
import { all, any, equals, not } from '../../../../../src-main/world/directory/ldap/filters'

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...Array.from('*()\\&|!=<>~\0 a')), maxLength: 20 })
)

/** What a server reads of the filter. */
function received(filter: Filter): Filter {
  const writer = new BerWriter()
  filter.write(writer)
  return FilterParser.parse(new BerReader(writer.buffer))
}

describe('filters (RFC 4511 4.5.1.7)', () => {
  it('any value arrives as it was and stays a value', () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(received(equals('uid', text))).toMatchObject({ attribute: 'uid', value: text })
      })
    )
  })

  it('no value changes the structure around it', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const filter = received(all(equals('uid', one), not(any(equals('sn', 'M'), equals('cn', other)))))
        expect(filter).toMatchObject({
          filters: [
            { attribute: 'uid', value: one },
            {
              filter: {
                filters: [
                  { attribute: 'sn', value: 'M' },
                  { attribute: 'cn', value: other }
                ]
              }
            }
          ]
        })
      })
    )
  })
})
