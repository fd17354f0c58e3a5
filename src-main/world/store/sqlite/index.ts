import { chmod, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed, type Result } from '../../../contract/result'
import type { OpenStore, Store } from '../port'
import { ForeignFileError, openDatabase, sqliteTypes, type OpenDatabase } from './database'
import { knownLevel, migrate, readLevel } from './migrations'
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
    return await prepared(database, file)
  } catch (error) {
    await database?.kysely.destroy()
    if (error instanceof ForeignFileError) return fail('store.damaged', { file })
    const code = sqliteCode(error)
    if (code === sqliteBusy) return fail('store.inUse', { folder })
    if (code === sqliteCorrupt || code === sqliteNotADatabase) return fail('store.damaged', { file })
    if (code !== null) return fail('store.notAccessible', { folder, reason: `SQLite ${code}` })
    throw error
  }
}

async function prepared(database: OpenDatabase, file: string): Promise<Result<Store>> {
  const level = await readLevel(database.kysely)
  if (level > knownLevel) {
    await database.kysely.destroy()
    return fail('store.newerSchema', { file, found: level, known: knownLevel })
  }
  await migrate(database.kysely, sqliteTypes, new Date().toISOString())
  return succeed<Store>(new SqlStore(database.kysely, database.emptyLog))
}

function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('sqliteCode' in error)) return null
  return typeof error.sqliteCode === 'number' ? error.sqliteCode & 0xff : null
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
