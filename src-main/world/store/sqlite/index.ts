import { chmod, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed } from '../../../contract/result'
import type { OpenStore, Store } from '../port'
import { ForeignFileError, NewerSchemaError, openDatabase, sqliteTypes, type OpenDatabase } from './database'
import { knownLevel, migrate } from './migrations'
import { SqlStore } from './sqlStore'

/** Name of the database in the data folder. */
const fileName = 'netzwart.sqlite'

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const sqliteBusy = 5
const sqliteCorrupt = 11
const sqliteNotADatabase = 26

/**
 * Opens the store in a data folder, which is made where it is missing (mode 0700, the file 0600). Fails with
 * `store.inUse`, `store.notAccessible`, `store.damaged` or `store.newerSchema`; a file that is not ours or that
 * is damaged stays untouched.
 */
export const openSqliteStore: OpenStore = async (folder) => {
  const file = join(folder, fileName)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Made here rather than by SQLite, which would let the umask decide who may read it. The log takes its mode.
    const handle = await open(file, 'a', 0o600)
    await handle.close()
    await chmod(file, 0o600)
  } catch (error) {
    return fail('store.notAccessible', { folder, reason: systemCode(error) })
  }

  let database: OpenDatabase | undefined
  try {
    database = openDatabase(file)
    await migrate(database.kysely, sqliteTypes, new Date().toISOString())
    return succeed<Store>(new SqlStore(database.kysely, database.emptyLog))
  } catch (error) {
    await database?.kysely.destroy()
    if (error instanceof ForeignFileError) return fail('store.damaged', { file })
    if (error instanceof NewerSchemaError) {
      return fail('store.newerSchema', { file, found: error.level, known: knownLevel })
    }
    const code = sqliteCode(error)
    if (code === sqliteBusy) return fail('store.inUse', { folder })
    if (code === sqliteCorrupt || code === sqliteNotADatabase) return fail('store.damaged', { file })
    if (code !== null) return fail('store.notAccessible', { folder, reason: `SQLite ${code}` })
    throw error
  }
}

function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('sqliteCode' in error)) return null
  return typeof error.sqliteCode === 'number' ? error.sqliteCode & 0xff : null
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
