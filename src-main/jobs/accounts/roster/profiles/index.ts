import type { RosterFormat } from '../../../../contract/roster'
import { asvProfile } from './asv'
import { csvProfile } from './csv'
import { danisProfile } from './danis'
import { magellanProfile } from './magellan'
import { ldifProfile } from './ldif'
import { linuxmusterProfile } from './linuxmuster'
import { lusdProfile } from './lusd'
import { powerSchoolProfile } from './powerschool'
import type { TableFormat, TableProfile } from './profile'

import { schildProfile } from './schild'
import { sokratesProfile } from './sokrates'
import { untisProfile } from './untis'
import { webuntisProfile } from './webuntis'

export type { TableFormat } from './profile'

/** The formats that are a table, each by its profile; one without a profile does not compile. */
const profiles: Readonly<Record<TableFormat, TableProfile>> = {
  // Asked in this order: the more certain ones come first; `csv` takes what is left.
  schild: schildProfile,
  lusd: lusdProfile,
  danis: danisProfile,
  asv: asvProfile,
  webuntis: webuntisProfile,
  sokrates: sokratesProfile,
  magellan: magellanProfile,
  powerschool: powerSchoolProfile,
  ldif: ldifProfile,
  untis: untisProfile,
  linuxmuster: linuxmusterProfile,
  csv: csvProfile
}

export const tableProfiles: readonly TableProfile[] = Object.values(profiles)

export function profileOf(format: TableFormat): TableProfile {
  return profiles[format]
}

export function isTableFormat(format: RosterFormat): format is TableFormat {
  return format in profiles
}
