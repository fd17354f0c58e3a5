import { expect, it } from 'vitest'
import { rosterFormats } from '../../../../../../src-main/contract/roster'
import {
  isTableFormat,
  profileOf,
  tableProfiles
} from '../../../../../../src-main/jobs/accounts/roster/profiles'

it.each(rosterFormats.filter(isTableFormat))('%s is read by its own profile', (format) => {
  expect(profileOf(format).format).toBe(format)
})

it('asks the profile that takes every table last', () => {
  expect(tableProfiles.at(-1)?.format).toBe('csv')
})
