import type { RosterFormat } from '../../../../contract/roster'
import { asvProfile } from './asv'
import { csvProfile } from './csv'
import { danisProfile } from './danis'
import { linuxmusterProfile } from './linuxmuster'
import { lusdProfile } from './lusd'
import type { TableProfile } from './profile'
import { schildProfile } from './schild'
import { untisProfile } from './untis'

/** The formats that are a table. The more certain ones come first; `csv` takes what is left. */
export const tableProfiles: readonly TableProfile[] = [
  schildProfile,
  lusdProfile,
  danisProfile,
  asvProfile,
  untisProfile,
  linuxmusterProfile,
  csvProfile
]

export function profileOf(format: Exclude<RosterFormat, 'oneroster'>): TableProfile {
  return tableProfiles.find((profile) => profile.format === format) ?? csvProfile
}
