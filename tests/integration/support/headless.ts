import { resolve } from 'node:path'
import type { Result } from '../../../src-main/contract/result'
import { openServices, type Services, type ServicesOptions } from '../../../src-main/services'

/** A checkpoint counts for this version only. */
export const headlessVersion = 'test'

/** The whole app on a data folder, without a window. A bug in work that nobody waits for ends the test. */
export function openHeadless(
  dataFolder: string,
  options: Partial<Omit<ServicesOptions, 'dataFolder'>> = {}
): Promise<Result<Services>> {
  return openServices({
    version: headlessVersion,
    dataFolder,
    rulesFolder: resolve('resources/rules'),
    language: 'de',
    announce: () => undefined,
    desktop: null,
    printer: null,
    keychain: null,
    bindPassword: null,
    databasePassword: null,
    watchDue: false,
    program: { executable: process.execPath, leadingWords: [] },
    onBug: (error) => {
      throw error
    },
    ...options
  })
}
