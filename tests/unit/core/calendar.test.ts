import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { germanDayOf, germanStartOf } from '../../../src-main/core/calendar'

describe('a day in Germany', () => {
  it.each([
    ['2027-01-08', '2027-01-07T23:00:00.000Z'],
    ['2027-07-08', '2027-07-07T22:00:00.000Z'],
    // The clocks change at two or three in the morning, so each of these days begins by the older time.
    ['2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['2027-10-31', '2027-10-30T22:00:00.000Z']
  ])('%s begins at %s', (day, instant) => {
    expect(germanStartOf(day)).toBe(instant)
  })

  it('holds its first millisecond and not the one before', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        const start = germanStartOf(day)
        expect(germanDayOf(start)).toBe(day)
        expect(germanDayOf(new Date(Date.parse(start) - 1).toISOString()) < day).toBe(true)
      })
    )
  })
})
