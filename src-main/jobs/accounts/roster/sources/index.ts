import { succeed, type Result } from '../../../../contract/result'
import type { Breath } from '../../../../core/cooperation'
import type { RosterFile } from '../types'
import { isXml, readAsvXml } from './asvXml'
import { isArchive } from '../archive'
import { isLdif, readLdif } from './ldif'
import type { ReadSource } from './madeTable'

import { readWorkbook } from './workbook'

export type { ReadSource } from './madeTable'

/** Makes a table of a file that is none; every other file stays as it is. */
export async function asTable(
  file: RosterFile,
  school: string | null,
  breath: Breath,
  signal?: AbortSignal
): Promise<Result<ReadSource>> {
  // Every other zip was unpacked.
  if (isArchive(file.bytes)) return readWorkbook(file, breath, signal)
  if (isXml(file)) return readAsvXml(file, school, breath)
  if (isLdif(file)) return readLdif(file, breath)
  return succeed({ file, notices: [] })
}
