import { chmod, mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed } from '../../../contract/result'
import { StoreFailure, type OpenStore, type Store } from '../port'
import { knownLevel, migrate } from '../sql/migrations'
import { createSqlStore } from '../sql/sqlStore'
import { ForeignFileError, NewerSchemaError, openDatabase, type OpenDatabase } from './database'
import { sqliteDialect, sqliteSchema } from './dialect'
import { failureOf, resultCode, resultCodes } from './failures'
import { processLocks } from './locks'
import { isWhole } from './wholeFile'

/** Name of the database in the data folder. */
const fileName = 'netzwart.sqlite'

/** A larger file (bytes) is looked through in a thread of its own, which takes some tens of milliseconds to begin. */
const largestAtOnce = 8_000_000

/**
 * Opens the store in a data folder, which is made where it is missing (mode 0700, the file 0600). Fails with
 * `store.inUse`, `store.notAccessible`, `store.full`, `store.damaged` or `store.newerSchema`; a file that is not ours or that
 * is damaged stays untouched.
 */
export const openSqliteStore: OpenStore = async (folder) => {
  const file = join(folder, fileName)
  let isLarge = false
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Made here rather than by SQLite, which would let the umask decide who may read it. The log takes its mode.
    const handle = await open(file, 'a', 0o600)
    await handle.close()
    await chmod(file, 0o600)
    isLarge = (await stat(file)).size > largestAtOnce
  } catch (error) {
    return fail('store.notAccessible', { folder, reason: systemCode(error) })
  }

  let database: OpenDatabase | undefined
  try {
    if (isLarge && !(await isWhole(file))) throw new ForeignFileError()
    const { kysely, emptyLog } = (database = openDatabase(file, isLarge))
    await migrate(kysely, sqliteSchema, new Date().toISOString())
    return succeed<Store>(
      createSqlStore({
        database: kysely,
        dialect: sqliteDialect(emptyLog),
        lock: processLocks(),
        onForeignChange: () => () => undefined,
        close: () => kysely.destroy()
      })
    )
  } catch (error) {
    await database?.kysely.destroy()
    if (error instanceof ForeignFileError) return fail('store.damaged', { file })
    if (error instanceof NewerSchemaError) {
      return fail('store.newerSchema', { file, found: error.level, known: knownLevel })
    }
    if (resultCode(error) === resultCodes.busy) return fail('store.inUse', { folder })
    const failure = error instanceof StoreFailure ? error.failure : failureOf(error, file)
    if (failure !== null) return { ok: false, failure }
    const code = resultCode(error)
    if (code !== null) return fail('store.notAccessible', { folder, reason: `SQLite ${code}` })
    throw error
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
