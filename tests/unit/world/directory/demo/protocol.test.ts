import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BerCursor,
  BerWriter,
  Malformed,
  tags
} from '../../../../../src-main/world/directory/demo/protocol/ber'
import {
  readPasswordModify,
  readRequest
} from '../../../../../src-main/world/directory/demo/protocol/requests'
import { matches } from '../../../../../src-main/world/directory/demo/tree/matching'
import { parseName } from '../../../../../src-main/world/directory/demo/tree/distinguishedName'
import { Entry } from '../../../../../src-main/world/directory/demo/tree/entry'
import type { Filter } from '../../../../../src-main/world/directory/demo/protocol/filter'

describe('reading and writing BER', () => {
  it('reads back numbers and texts of any size', () => {
    const items = fc.array(
      fc.record({ number: fc.nat(), text: fc.string({ unit: 'grapheme', maxLength: 400 }) })
    )
    fc.assert(
      fc.property(items, (values) => {
        const writer = new BerWriter(16)
        for (const { number, text } of values.toReversed()) {
          writer.text(text)
          writer.integer(number)
        }
        writer.close(tags.sequence, 0)
        const cursor = new BerCursor(writer.bytes()).constructed(tags.sequence)
        for (const { number, text } of values) {
          expect(cursor.integer()).toBe(number)
          expect(cursor.text()).toBe(text)
        }
        expect(cursor.atEnd).toBe(true)
      })
    )
  })

  it('answers any bytes with a request or a refusal, never otherwise', () => {
    const operation = fc.constantFrom(0x60, 0x42, 0x63, 0x66, 0x68, 0x4a, 0x6c, 0x6e, 0x50, 0x77)
    const bytes = fc.tuple(operation, fc.uint8Array({ maxLength: 60 })).map(([tag, content]) => {
      const body = Buffer.concat([Buffer.from([0x02, 0x01, 0x01, tag, content.length]), content])
      return Buffer.concat([Buffer.from([0x30, body.length]), body])
    })
    fc.assert(
      fc.property(bytes, (frame) => {
        try {
          expect(readRequest(frame).id).toBe(1)
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed)
        }
      }),
      { numRuns: 2000 }
    )
  })

  it('reads a password change with and without its parts (RFC 3062)', () => {
    expect(readPasswordModify(null)).toEqual({ identity: null, oldPassword: null, newPassword: null })
    const value = Buffer.from('3009' + '8001' + '75' + '8204' + 'c384c396', 'hex')
    expect(readPasswordModify(value)).toEqual({ identity: 'u', oldPassword: null, newPassword: 'ÄÖ' })
    expect(() => readPasswordModify(Buffer.from('3003820461', 'hex'))).toThrow(Malformed)
  })
})

describe('filters', () => {
  const entry = new Entry('1', parseName('uid=x,dc=demo'))
  entry.apply({ operation: 'add', attribute: 'cn', values: ['Jörg  Müller-Lüdenscheid'] })
  entry.apply({ operation: 'add', attribute: 'uidNumber', values: ['900'] })
  const test = (filter: Filter): boolean => matches(entry, filter, (each, attribute) => each.all(attribute))

  it('compare without case and runs of spaces, numbers as numbers', () => {
    expect(test({ kind: 'equal', attribute: 'CN', value: 'jörg müller-LÜDENSCHEID' })).toBe(true)
    expect(test({ kind: 'greaterOrEqual', attribute: 'uidNumber', value: '1000' })).toBe(false)
    expect(test({ kind: 'lessOrEqual', attribute: 'uidNumber', value: '1000' })).toBe(true)
  })

  it('match pieces in their order and never the same letters twice', () => {
    const pieces = (initial: string | null, any: string[], final: string | null): boolean =>
      test({ kind: 'substrings', attribute: 'cn', initial, any, final })
    expect(pieces('jörg', ['müller'], 'scheid')).toBe(true)
    expect(pieces(null, ['lüden', 'müller'], null)).toBe(false)
    expect(pieces('jörg  müller-lüdensch', [], 'scheid')).toBe(false)
  })

  it('combine', () => {
    const present: Filter = { kind: 'present', attribute: 'mail' }
    expect(test({ kind: 'not', part: present })).toBe(true)
    expect(test({ kind: 'or', parts: [present, { kind: 'present', attribute: 'cn' }] })).toBe(true)
    expect(test({ kind: 'and', parts: [present, { kind: 'present', attribute: 'cn' }] })).toBe(false)
    expect(test({ kind: 'not', part: { kind: 'undefined' } })).toBe(false)
  })
})
