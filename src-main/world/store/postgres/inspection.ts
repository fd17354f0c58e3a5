import { sql, type Kysely } from 'kysely'
import type { PostgresCheck, PostgresLocation } from '../../../contract/caseFile'
import { fail, succeed, type Result } from '../../../contract/result'
import { knownLevel, readLevel } from '../sql/migrations'
import type { Database } from '../sql/schema'
import { placeOf } from './failures'
import { schemaName } from './pool'

/** Oldest version that still had support when this was written. */
const oldestVersion = 13

/** Version of the server as its numbers; `store.serverUnsuitable`. */
export async function readVersion(
  database: Kysely<Database>,
  location: PostgresLocation
): Promise<Result<string>> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding
  `.execute(database)
  // Debian adds its package's name.
  const version = rows[0]?.version.split(' ')[0] ?? ''
  const encoding = rows[0]?.encoding ?? ''
  if (Number.parseInt(version, 10) < oldestVersion || encoding !== 'UTF8') {
    return fail('store.serverUnsuitable', { server: placeOf(location), version, encoding })
  }
  return succeed(version)
}

/** Level of the case file's schema; 0: there is none. `store.newerSchema`, `store.noRight`. */
export async function inspectLevel(
  database: Kysely<Database>,
  location: PostgresLocation
): Promise<Result<number>> {
  const server = placeOf(location)
  const schemas = await sql<{ usable: boolean }>`
    select has_schema_privilege(oid, 'usage') as usable from pg_namespace where nspname = ${schemaName}
  `.execute(database)
  const [schema] = schemas.rows
  if (schema === undefined) return succeed(0)
  if (!schema.usable) return fail('store.noRight', { server, role: location.role })
  const table = `${schemaName}.schema_migrations`
  const tables = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(
    database
  )
  const level = tables.rows[0]?.there === true ? await readLevel(database) : 0
  if (level > knownLevel) {
    return fail('store.newerSchema', { file: server, found: level, known: knownLevel })
  }
  return succeed(level)
}

/** What the wizard shows. Changes nothing. */
export async function inspect(
  database: Kysely<Database>,
  location: PostgresLocation
): Promise<Result<PostgresCheck>> {
  const version = await readVersion(database, location)
  if (!version.ok) return version
  const level = await inspectLevel(database, location)
  if (!level.ok) return level
  if (level.value === knownLevel) {
    const rights = await checkRights(database, location)
    if (!rights.ok) return rights
  }
  const { statements } =
    level.value < ledgerLevel
      ? { statements: 0 }
      : await database
          .selectFrom('statements')
          .select((expression) => expression.fn.countAll<number>().as('statements'))
          .executeTakeFirstOrThrow()
  return succeed({
    version: version.value,
    schema: level.value === 0 ? 'empty' : level.value < knownLevel ? 'older' : 'ready',
    statements
  })
}

/** The level that brought the table of statements. */
const ledgerLevel = 2

/**
 * That the ledger can only grow rests on the role's missing rights. A role that owns the tables, or may become who
 * does, could give itself any of them: `store.tooManyRights`.
 */
export async function checkRights(
  database: Kysely<Database>,
  location: PostgresLocation
): Promise<Result<undefined>> {
  const { rows } = await sql<{ excessive: boolean }>`
    select
      has_table_privilege(oid, 'update, delete, truncate') or pg_has_role(relowner, 'member') as excessive
    from pg_class
    where oid = ${`${schemaName}.statements`}::regclass
  `.execute(database)
  if (rows[0]?.excessive === true) {
    return fail('store.tooManyRights', { server: placeOf(location), role: location.role })
  }
  return succeed()
}
