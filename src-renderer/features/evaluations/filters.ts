import type { LocationQuery } from 'vue-router'
import { flagStandings, type FlagStanding } from '../../../src-main/contract/flags'

/** What the list of flags shows. Lives in the address of the screen. */
export interface FlagFilters {
  readonly text: string
  readonly standing: FlagStanding | null
}

export const noFilters: FlagFilters = { text: '', standing: null }

/** Reads the filters from the address; what is no filter is left out. */
export function filtersFrom({ text, standing }: LocationQuery): FlagFilters {
  return {
    text: typeof text === 'string' ? text.slice(0, 200) : '',
    standing: flagStandings.find((name) => name === standing) ?? null
  }
}

/** Writes the filters into the address, so that going back shows the same list. */
export function addressOf({ text, standing }: FlagFilters): Record<string, string> {
  return { ...(text === '' ? {} : { text }), ...(standing === null ? {} : { standing }) }
}

export function isFiltered({ text, standing }: FlagFilters): boolean {
  return text.trim() !== '' || standing !== null
}
