import { succeed, type Result } from '../../../../contract/result'
import type { Breath } from '../../../../core/cooperation'
import type { RosterFile } from '../types'
import { isXml, readAsvXml } from './asvXml'
import { isLdif, readLdif } from './ldif'
import type { ReadSource } from './madeTable'

/** Makes a table of a file that is none; every other file stays as it is. */
export async function asTable(file: RosterFile, breath: Breath): Promise<Result<ReadSource>> {
  if (isXml(file)) return readAsvXml(file, breath)
  if (isLdif(file)) return readLdif(file, breath)
  return succeed({ file, notices: [] })
}
