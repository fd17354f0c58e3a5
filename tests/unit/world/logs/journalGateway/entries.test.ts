import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EntryCutter, NoJournal, type Entry } from '../../../../../src-main/world/logs/journalGateway/entries'
import { exportOf, type MadeEntry } from '../../../support/journalEntries'
import '../../../support/propertySeed'

const begin = 1_795_000_000_000

/** As the gateway sends them: with cursors. */
function sent(entries: readonly MadeEntry[]): Buffer {
  return Buffer.concat(
    entries.map((entry, place) => Buffer.concat([Buffer.from(`__CURSOR=c${place}\n`), exportOf([entry])]))
  )
}

function cut(bytes: Uint8Array, pieces: readonly number[]): { cutter: EntryCutter; found: Entry[] } {
  const found: Entry[] = []
  const cutter = new EntryCutter((entry) =>
    found.push({ ...entry, bytes: entry.bytes === null ? null : Uint8Array.from(entry.bytes) })
  )
  let at = 0
  for (const length of pieces) {
    cutter.take(bytes.subarray(at, at + length))
    at += length
  }
  cutter.take(bytes.subarray(at))
  return { cutter, found }
}

describe('entries of a journal in a stream', () => {
  it('are cut wherever the pieces end, whatever the messages hold', () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 8 })
    fc.assert(
      fc.property(messages, fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 20 }), (held, pieces) => {
        const entries = held.map((message, place) => ({ time: begin + place, message }))
        const { cutter, found } = cut(sent(entries), pieces)
        expect(found.map(({ cursor, time }) => [cursor, time])).toEqual(
          entries.map(({ time }, place) => [`c${place}`, time * 1000])
        )
        expect(Buffer.concat(found.map(({ bytes }) => bytes ?? new Uint8Array()))).toEqual(sent(entries))
        expect(cutter.isBetweenEntries).toBe(true)
      })
    )
  })

  it('are passed over where they are too long, in binary and as text, and what follows is read', () => {
    const long = 'x'.repeat(1_200_000)
    const entries = [
      { time: begin, message: 'before' },
      { time: begin + 1, message: long },
      { time: begin + 2, message: 'between' },
      { time: begin + 3, message: 'text', fields: { LONG: long } },
      { time: begin + 4, message: 'after' }
    ]
    for (const size of [1_000, 65_536, 5_000_000]) {
      const bytes = sent(entries)
      const { cutter, found } = cut(
        bytes,
        Array.from({ length: Math.floor(bytes.length / size) }, () => size)
      )
      expect(found.map(({ bytes: whole }) => whole === null)).toEqual([false, true, false, true, false])
      expect(found.map(({ time }) => time / 1000 - begin)).toEqual([0, 1, 2, 3, 4])
      expect(cutter.isBetweenEntries).toBe(true)
    }
  })

  it.each([
    ['a web page', '<html>\n'],
    ['an entry without a cursor', '__REALTIME_TIMESTAMP=1\n\n'],
    ['an entry without a time', '__CURSOR=a\n\n'],
    ['a time that is none', '__CURSOR=a\n__REALTIME_TIMESTAMP=soon\n\n'],
    ['a length beyond all numbers', 'MESSAGE\n\xff\xff\xff\xff\xff\xff\xff\xff']
  ])('are none in %s', (_, text) => {
    expect(() => cut(Buffer.from(text, 'latin1'), [3])).toThrow(NoJournal)
  })

  it('may be cut off anywhere, which is seen', () => {
    const bytes = sent([{ time: begin, message: 'whole' }])
    for (let length = 1; length < bytes.length; length++)
      expect(cut(bytes.subarray(0, length), []).cutter.isBetweenEntries).toBe(false)
  })
})
