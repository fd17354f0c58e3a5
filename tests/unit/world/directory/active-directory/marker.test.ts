import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readMarks,
  writeMarks,
  type Marks
} from '../../../../../src-main/world/directory/active-directory/marker'

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const marks: fc.Arbitrary<Marks> = fc.record({
  leaverSince: fc.option(day.map((date) => date.toISOString().slice(0, 10))),
  suspendedUntil: fc.option(day.map((date) => date.toISOString()))
})
const line = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text)),
  fc.constantFrom('netzwart:leaver=bald', 'netzwart:suspendedUntil=', 'netzwart:leaver=2026-02-30', '')
)
const info = fc.option(
  fc.array(line, { minLength: 1 }).map((lines) => lines.join('\r\n')),
  { nil: undefined }
)

describe('the marks in `info`', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(info, marks, (text, wanted) => {
        expect(readMarks(writeMarks(text, wanted))).toEqual(wanted)
      })
    )
  })

  it('leave every line of other people alone, in their order', () => {
    fc.assert(
      fc.property(info, marks, marks, (text, one, other) => {
        const none = { leaverSince: null, suspendedUntil: null }
        const written = writeMarks(writeMarks(writeMarks(text, one), other), none)
        expect(written ?? '').toBe(text ?? '')
      })
    )
  })

  it('are written only where something changes', () => {
    fc.assert(
      fc.property(info, (text) => {
        expect(writeMarks(text, readMarks(text))).toBe(text)
      })
    )
  })

  it('keeps line ends of other tools until there is something to write', () => {
    const text = 'Spind 12\nBus 7'
    expect(writeMarks(text, { leaverSince: null, suspendedUntil: null })).toBe(text)
    expect(writeMarks(text, { leaverSince: '2026-11-22', suspendedUntil: null })).toBe(
      'Spind 12\r\nBus 7\r\nnetzwart:leaver=2026-11-22'
    )
  })
})
