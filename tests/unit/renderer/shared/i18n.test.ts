import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineMessages } from '../../../../src-renderer/shared/i18n/define'
import {
  addDays,
  dayOf,
  formatDay,
  formatInstant,
  formatTime,
  lastMinute,
  schoolZone,
  formatNumber
} from '../../../../src-renderer/shared/i18n/format'
import { i18n, setLanguage, textsOf } from '../../../../src-renderer/shared/i18n/i18n'

const messages = defineMessages('test', {
  'with.dot': { de: 'Punkt', en: 'Dot' },
  accounts: {
    de: 'kein Konto | ein Konto | {count} Konten',
    en: 'no account | one account | {count} accounts'
  },
  hint: { de: "{'{login}'} steht für {name}", en: "{'{login}'} stands for {name}" }
})

describe('texts', () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  afterEach(() => {
    setLanguage('de')
  })
  const t = textsOf(messages)

  it('follow the language at once', () => {
    expect(t('with.dot')).toBe('Punkt')
    setLanguage('en')
    expect(t('with.dot')).toBe('Dot')
    expect(i18n.global.locale.value).toBe('en')
  })

  it('choose the plural form and write numbers as the language does', () => {
    expect([0, 1, 30_000].map((count) => t('accounts', { count }))).toEqual([
      'kein Konto',
      'ein Konto',
      '30.000 Konten'
    ])
    setLanguage('en')
    expect(t('accounts', { count: 30_000 })).toBe('30,000 accounts')
  })

  it('leave quoted braces as they are', () => {
    expect(t('hint', { name: 'den Anmeldenamen' })).toBe('{login} steht für den Anmeldenamen')
  })
})

describe('formats', () => {
  it('write numbers, days and instants as each language does', () => {
    expect(formatNumber(1234.56, 'de')).toBe('1.234,6')
    expect(formatNumber(1234.56, 'en')).toBe('1,234.6')
    expect(formatDay('2026-03-01', 'de')).toBe('01.03.2026')
    expect(formatDay('2026-03-01', 'en')).toBe('1 Mar 2026')
    expect(formatInstant(new Date(2026, 10, 22, 8, 5).toISOString(), 'de')).toBe('22.11.2026, 08:05')
    // What orders and protocols say does not depend on the zone of a PC.
    expect(formatInstant('2026-11-22T23:30:00.000Z', 'de', schoolZone)).toBe('23.11.2026, 00:30')
    expect(formatTime('2026-07-22T06:00:00.000Z', 'en', schoolZone)).toBe('08:00')
    expect(lastMinute('2026-11-22T12:01:00.000Z')).toBe('2026-11-22T12:00:00.000Z')
  })

  it('know the calendar day of this PC and count over the ends of months', () => {
    expect(dayOf(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05')
    expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })
})
