import { dirname } from 'node:path'
import type { Failure } from '../../../contract/result'
import { StoreFailure } from '../port'

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html */
export const resultCodes = {
  busy: 5,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  notADatabase: 26
} as const

const accessCodes = new Set<number>([resultCodes.readOnly, resultCodes.inputOutput, resultCodes.cannotOpen])
const damageCodes = new Set<number>([resultCodes.corrupt, resultCodes.notADatabase])

/** The primary result code of an error of SQLite; null: it is none. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('sqliteCode' in error)) return null
  return typeof error.sqliteCode === 'number' ? error.sqliteCode & 0xff : null
}

/** What a person can do something about; null: everything else. */
export function failureOf(error: unknown, file: string): Failure | null {
  const folder = dirname(file)
  const code = resultCode(error)
  if (code === null) return null
  if (code === resultCodes.full) return { code: 'store.full', parameters: { place: folder } }
  if (accessCodes.has(code)) {
    return { code: 'store.notAccessible', parameters: { folder, reason: `SQLite ${code}` } }
  }
  return damageCodes.has(code) ? { code: 'store.damaged', parameters: { file } } : null
}

/** Does work on the database; what can happen to any store at any time is thrown as `StoreFailure`. */
export function guarded<Value>(file: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    const failure = failureOf(error, file)
    throw failure === null ? error : new StoreFailure(failure, { cause: error })
  }
}
