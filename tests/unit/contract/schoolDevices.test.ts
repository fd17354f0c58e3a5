import { describe, expect, it } from 'vitest'
import { schoolDevicesSchema } from '../../../src-main/contract/settings'

const isPlace = (place: string): boolean =>
  schoolDevicesSchema.safeParse({ name: 'Raum', kind: 'school', usedBy: null, places: [place] }).success

describe('where logs show devices (P15)', () => {
  it.each([
    ...[
      '10.20.2.0/24',
      '10.20.2.7',
      '10.20.2.*',
      '2001:db8::/32',
      'fe80::1',
      'PC2-*',
      'pc2_07.schule.example'
    ],
    ...['2-07', 'Bücherei PC', '02:00:5e:*', '02-00-5e-*', '*']
  ])('is %s', (place) => {
    expect(isPlace(place)).toBe(true)
  })

  it.each([
    ...['10.20.2.0/33', '10.20.2.0/255.255.255.0', '10.20.2.1-10.20.2.50', '10.20.2.1 - 50', 'PC[1-3]'],
    ...['PC1, PC2', 'PC1;PC2', '<b>', '', '2001:db8::/129']
  ])('is not %s, by which nothing would ever be found', (place) => {
    expect(isPlace(place)).toBe(false)
  })
})
