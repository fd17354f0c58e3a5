import { describe, expect, it } from 'vitest'
import { defaultReasons, defaultSettings, type Settings } from '../../../../src-main/contract/settings'
import { isChangedByBoth, withEntries } from '../../../../src-renderer/features/settings/entries'
import { keptReason, shownReason } from '../../../../src-renderer/features/settings/reasons'
import { sharedGroups } from '../../../../src-renderer/features/settings/moduleGroups'
import { invalidFields, isPattern } from '../../../../src-renderer/features/settings/validation'
import { i18n } from '../../../../src-renderer/shared/i18n/i18n'

describe('reasons of periods', () => {
  it('are shown in the language of the window as long as they are the usual ones, and kept as they were', () => {
    const usual = defaultReasons.blocked
    i18n.global.locale.value = 'en'
    expect(shownReason(defaultSettings.logins.blocked.reason, usual)).toBe(usual.en)
    expect(keptReason(usual.en, usual)).toBe(usual.de)
    expect([shownReason('Beschluss', usual), keptReason('Beschluss', usual)]).toEqual([
      'Beschluss',
      'Beschluss'
    ])
    i18n.global.locale.value = 'de'
    expect(shownReason(usual.de, usual)).toBe(usual.de)
  })
})

describe('validation of the settings', () => {
  it('has nothing against the defaults', () => {
    expect([...invalidFields(defaultSettings)]).toEqual([])
  })

  it('names each field that is not possible', () => {
    const wrong: Settings = {
      ...defaultSettings,
      guardPercent: Number.NaN,
      logins: { ...defaultSettings.logins, pattern: 'netzwart', maximumLength: 21 },
      leavers: { ...defaultSettings.leavers, suspended: { days: -1, reason: '  ' } }
    }
    expect([...invalidFields(wrong)].sort()).toEqual([
      'guardPercent',
      'leavers.suspended.days',
      'leavers.suspended.reason',
      'logins.maximumLength',
      'logins.pattern'
    ])
  })

  it('P3: takes only patterns that hold a name and nothing that a login cannot have', () => {
    expect(['{g}.{family}', '{given}', '{family}_{g}'].map(isPattern)).toEqual([true, true, true])
    expect(['{g}', 'anna', '{family} {g}', '{nachname}', '{family}@x'].map(isPattern)).toEqual(
      Array(5).fill(false)
    )
  })
})

describe('settings that another PC has changed meanwhile', () => {
  it('take over what was entered here, and nothing that was only left as it was', () => {
    const before: Settings = { ...defaultSettings, modules: { wlan: 'wlan', mail: 'post' } }
    const present: Settings = { ...before, guardPercent: 20, modules: { ...before.modules, forum: 'forum' } }
    const entered: Settings = {
      ...before,
      letterhead: { ...before.letterhead, place: 'Lindenhain' },
      modules: { wlan: 'wlan-neu' }
    }
    expect(withEntries(present, before, entered)).toEqual({
      ...present,
      letterhead: entered.letterhead,
      modules: { wlan: 'wlan-neu', forum: 'forum' }
    })
  })

  it('say where both have changed the same field to something else', () => {
    const before = { place: 'Alt', lines: ['a'], more: { one: 1, other: 1 } }
    const changed = (present: object, entered: object): boolean =>
      isChangedByBoth({ ...before, ...present }, before, { ...before, ...entered })
    expect(changed({ place: 'Dort' }, { place: 'Hier' })).toBe(true)
    expect(changed({ lines: ['a', 'b'] }, { lines: [] })).toBe(true)
    expect(changed({ more: { one: 2, other: 1 } }, { more: { one: 1, other: 2 } })).toBe(false)
    expect(changed({ place: 'Neu' }, { place: 'Neu' })).toBe(false)
    expect(changed({ place: 'Dort' }, {})).toBe(false)
  })
})

describe('groups of modules', () => {
  it('P10: are one group however their name is written, as a directory takes it', () => {
    expect([...sharedGroups({ wlan: 'WLAN-Haus', mail: 'post', forum: 'wlan-haus' })].toSorted()).toEqual([
      'WLAN-Haus',
      'wlan-haus'
    ])
    expect(sharedGroups({ wlan: 'wlan', mail: 'post' }).size).toBe(0)
  })
})
