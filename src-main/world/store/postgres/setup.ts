import { sql } from 'kysely'
import type { PostgresLocation } from '../../../contract/caseFile'
import { fail, succeed, type Result } from '../../../contract/result'
import type { SharedStoreSetup } from '../port'
import { migrate } from '../sql/migrations'
import { expectedFailure, openDatabase, type OpenDatabase } from './database'
import { lockKey, postgresSchema } from './dialect'
import { placeOf } from './failures'
import { inspect, inspectLevel, readVersion } from './inspection'
import { schemaName } from './pool'
import { giveRights, makeRole } from './rights'

/** Sets a PostgreSQL database up for the case file. Every step can be repeated: `prepare` goes on where it broke off. */
export const postgresSetup: SharedStoreSetup = {
  async check(location, password) {
    return onDatabase(location, password, ({ kysely }) => inspect(kysely, location))
  },

  async prepare(location, password, owner) {
    if (owner.role === location.role) {
      return fail('store.tooManyRights', { server: placeOf(location), role: location.role })
    }
    // The role must not come to be with a password that nobody can sign in with.
    if (password === '') return postgresSetup.check(location, password)
    const asOwner = { ...location, role: owner.role }
    const prepared = await onDatabase(asOwner, owner.password, (database) =>
      prepare(database, asOwner, location.role, password)
    )
    // Looked at with the app's own eyes: its password, its rights.
    return prepared.ok ? postgresSetup.check(location, password) : prepared
  }
}

async function prepare(
  { kysely }: OpenDatabase,
  location: PostgresLocation,
  role: string,
  password: string
): Promise<Result<undefined>> {
  return kysely.connection().execute(async (session) => {
    const version = await readVersion(session, location)
    if (!version.ok) return version
    // Two owners at once wait for each other; the lock ends with the session.
    await sql`select pg_advisory_lock(${lockKey('prepare')})`.execute(session)
    const level = await inspectLevel(session, location)
    if (!level.ok) return level
    await makeRole(session, role, password)
    await sql`create schema if not exists ${sql.id(schemaName)}`.execute(session)
    await migrate(session, postgresSchema, new Date().toISOString())
    await giveRights(session, location.database, role)
    return succeed()
  })
}

async function onDatabase<Value>(
  location: PostgresLocation,
  password: string,
  work: (database: OpenDatabase) => Promise<Result<Value>>
): Promise<Result<Value>> {
  let database: OpenDatabase | undefined
  try {
    database = openDatabase(location, password)
    return await work(database)
  } catch (error) {
    return { ok: false, failure: expectedFailure(error) }
  } finally {
    await database?.pool.end()
  }
}
