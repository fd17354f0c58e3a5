import { sql, type Kysely } from 'kysely'
import { escapeIdentifier, escapeLiteral } from 'pg'
import { appendOnlyTables, passingTables, tableNames, type Database } from '../sql/schema'
import { schemaName } from './pool'
import { scramVerifier } from './scram'

/** Makes the app's role where it is missing. One that is there keeps its password. */
export async function makeRole(database: Kysely<Database>, role: string, password: string): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${role}`.execute(database)
  if (rows.length > 0) return
  const verifier = escapeLiteral(await scramVerifier(password))
  // What defines objects takes no parameters.
  await sql
    .raw(
      `create role ${escapeIdentifier(role)} login nosuperuser nocreatedb nocreaterole noreplication password ${verifier}`
    )
    .execute(database)
}

/**
 * Gives the app's role what it needs and takes everything else from it and from everybody: in the ledger it may only
 * read and add. Nobody but owner and role can connect to the database afterwards, unless they were named before.
 */
export async function giveRights(database: Kysely<Database>, name: string, role: string): Promise<void> {
  const who = escapeIdentifier(role)
  const schema = escapeIdentifier(schemaName)
  const changing = tableNames.filter((table) => !appendOnlyTables.some((other) => other === table))
  const everybody = `public, ${who}`
  const statements = [
    `revoke all on database ${escapeIdentifier(name)} from ${everybody}`,
    `revoke all on schema ${schema} from ${everybody}`,
    `revoke all on all tables in schema ${schema} from ${everybody}`,
    `revoke all on all sequences in schema ${schema} from ${everybody}`,
    `revoke all on all functions in schema ${schema} from ${everybody}`,
    `grant connect on database ${escapeIdentifier(name)} to ${who}`,
    `grant usage on schema ${schema} to ${who}`,
    `grant usage on all sequences in schema ${schema} to ${who}`,
    `grant select on schema_migrations to ${who}`,
    `grant select, insert on ${listed(appendOnlyTables)} to ${who}`,
    `grant select, insert, update, delete on ${listed([...changing, ...passingTables])} to ${who}`
  ]
  await database.transaction().execute(async (transaction) => {
    for (const statement of statements) await sql.raw(statement).execute(transaction)
  })
}

function listed(tables: readonly string[]): string {
  return tables.map((table) => escapeIdentifier(table)).join(', ')
}
