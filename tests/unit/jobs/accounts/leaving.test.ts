import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../../src-main/contract/settings'
import { leavingOf } from '../../../../src-main/jobs/accounts/leaving'

const stageOn = (today: string) => leavingOf('2026-02-10', defaultSettings.leavers, today).stage

describe('leaving', () => {
  it('P8: is suspended for 30 days, then announced for 60, then removable', () => {
    expect(leavingOf('2026-02-10', defaultSettings.leavers, '2026-02-10')).toEqual({
      stage: 'suspended',
      announcedFrom: '2026-03-12',
      removableFrom: '2026-05-11'
    })
    expect(['2026-03-11', '2026-03-12', '2026-05-10', '2026-05-11'].map(stageOn)).toEqual([
      'suspended',
      'announced',
      'announced',
      'removable'
    ])
  })

  it('P8: counts calendar days over the change of the clock and the end of a leap year', () => {
    const periods = {
      suspended: { days: 1, reason: 'Prüfung' },
      announced: { days: 366, reason: 'Prüfung' }
    }
    expect(leavingOf('2027-03-27', periods, '2027-03-28')).toEqual({
      stage: 'announced',
      announcedFrom: '2027-03-28',
      removableFrom: '2028-03-28'
    })
  })
})
