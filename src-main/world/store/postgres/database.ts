import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresLocation } from '../../../contract/caseFile'
import type { Failure } from '../../../contract/result'
import { StoreFailure } from '../port'
import type { Database } from '../sql/schema'
import { placeOf } from './failures'
import { GuardedPool } from './pool'

export interface OpenDatabase {
  readonly kysely: Kysely<Database>
  readonly pool: GuardedPool
}

/** A pool of connections; the first is made when it is first needed. To be ended by `pool.end`. */
export function openDatabase(location: PostgresLocation, password: string): OpenDatabase {
  // pg would look for another one in the environment and in the user's own files.
  if (password === '') {
    const parameters = { server: placeOf(location), role: location.role }
    throw new StoreFailure({ code: 'store.wrongCredentials', parameters })
  }
  const pool = new GuardedPool(location, password)
  return { pool, kysely: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }) }
}

/** The failure of an error that a person can do something about. @throws every other error */
export function expectedFailure(error: unknown): Failure {
  if (error instanceof StoreFailure) return error.failure
  throw error
}
