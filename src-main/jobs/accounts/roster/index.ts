import type { RosterReading } from '../../../contract/roster'
import { fail, type Result } from '../../../contract/result'
import type { RosterOptions, RosterResult, RosterSource } from './types'

export type {
  ResolvedReading,
  RosterCounts,
  RosterFile,
  RosterOptions,
  RosterResult,
  RosterSource
} from './types'

/** Reads a roster. */
export function readRoster(
  source: RosterSource,
  reading: RosterReading,
  options: RosterOptions
): Promise<Result<RosterResult>> {
  return Promise.resolve(
    fail('application.unexpected', { reference: `${source.name} ${reading.format ?? ''} ${options.today}` })
  )
}
