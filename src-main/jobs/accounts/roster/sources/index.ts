import { succeed, type Result } from '../../../../contract/result'
import type { Breath } from '../../../../core/cooperation'
import type { ReadingProgress } from '../progress'
import type { RosterFile } from '../types'
import { isXml, readAsvXml } from './asvXml'
import { isArchive } from '../archive'
import { isLdif, readLdif } from './ldif'
import type { ReadSource } from './madeTable'

import { readWorkbook } from './workbook'

export type { ReadSource } from './madeTable'

/** How often a file is gone through: where it is made into a table first, once more. The thread of spreadsheets tells nothing. */
export function passesOf(file: RosterFile): number {
  return !isArchive(file.bytes) && isXml(file) ? 2 : 1
}

/** Makes a table of a file that is none; every other file stays as it is. */
export async function asTable(
  file: RosterFile,
  school: string | null,
  breath: Breath,
  progress: ReadingProgress,
  signal?: AbortSignal
): Promise<Result<ReadSource>> {
  // Every other zip was unpacked.
  if (isArchive(file.bytes)) return readWorkbook(file, breath, signal)
  if (isXml(file))
    return readAsvXml(file, school, breath, (share) => {
      progress.reach(file, 1, share)
    })
  if (isLdif(file)) return readLdif(file, breath)
  return succeed({ file, notices: [] })
}
