import { Client } from 'pg'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Store } from '../../../src-main/world/store/port'
import { openPostgresStore, postgresSetup } from '../../../src-main/world/store/postgres'
import { valueOf } from '../../unit/support/storeSamples'
import { startPostgres, type PostgresServer, type TestDatabase } from '../servers/postgres'

/** A server for all tests of the file that calls this; it is there when they run. */
export function serverOfThisFile(): () => PostgresServer {
  let server: PostgresServer | undefined
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(async () => {
    await server?.stop()
  })
  return () => {
    if (server === undefined) throw new Error('PostgreSQL is not started')
    return server
  }
}

/** A database that its owner has set up for the app. */
export async function preparedDatabase(server: PostgresServer): Promise<TestDatabase> {
  const database = await server.makeDatabase()
  valueOf(await postgresSetup.prepare(database.location, database.password, database.owner))
  return database
}

/** Opens a store as one PC does; it is closed after the test. */
export async function openStore({ location, password }: TestDatabase): Promise<Store> {
  const store = valueOf(await openPostgresStore(location, password))
  onTestFinished(() => store.close())
  return store
}

/** Speaks to the database as a role does, past the app. */
export async function connectAs(
  { location }: TestDatabase,
  role: { readonly role: string; readonly password: string }
): Promise<Client> {
  const { host, port, database, caCertificate } = location
  const client = new Client({
    ...{ host, port, database, user: role.role, password: role.password },
    ssl: { ca: caCertificate }
  })
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end())
  return client
}
