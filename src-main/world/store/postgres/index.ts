import { fail, succeed, type Result } from '../../../contract/result'
import type { OpenSharedStore, Store } from '../port'
import { knownLevel } from '../sql/migrations'
import { createSqlStore } from '../sql/sqlStore'
import { expectedFailure, openDatabase, type OpenDatabase } from './database'
import { postgresDialect } from './dialect'
import { placeOf } from './failures'
import { checkRights, inspectLevel, readVersion } from './inspection'
import { SharedLocks } from './locks'
import { Notices } from './notices'

export { postgresSetup } from './setup'

/**
 * Opens the case file on a PostgreSQL server as the app's role, over TLS only. The role never changes the schema: one
 * that is missing or older is `store.notPrepared`, see `postgresSetup`. Fails with `store.*`.
 */
export const openPostgresStore: OpenSharedStore = async (location, password) => {
  let database: OpenDatabase | undefined
  let result: Result<Store>
  try {
    database = openDatabase(location, password)
    result = await open(database, location, password)
  } catch (error) {
    await database?.pool.end()
    return { ok: false, failure: expectedFailure(error) }
  }
  if (!result.ok) await database.pool.end()
  return result
}

async function open(
  { kysely, pool }: OpenDatabase,
  location: Parameters<OpenSharedStore>[0],
  password: string
): Promise<Result<Store>> {
  const version = await readVersion(kysely, location)
  if (!version.ok) return version
  const level = await inspectLevel(kysely, location)
  if (!level.ok) return level
  if (level.value < knownLevel) return fail('store.notPrepared', { server: placeOf(location) })
  const rights = await checkRights(kysely, location)
  if (!rights.ok) return rights

  const notices = new Notices(location, password, kysely)
  await notices.listen()
  const locks = new SharedLocks(pool)
  return succeed(
    createSqlStore({
      database: kysely,
      dialect: postgresDialect(notices),
      lock: locks.lock,
      onForeignChange: notices.onForeignChange,
      async close() {
        await notices.close()
        await locks.close()
        await pool.end()
      }
    })
  )
}
