import type { Kysely } from 'kysely'
import type { Database } from '../schema'
import { journal } from './0001-journal'
import { ledger } from './0002-ledger'
import { flags } from './0003-flags'
import { orders } from './0004-orders'
import { evidence } from './0005-evidence'
import { outcomes } from './0006-outcomes'
import { standing } from './0007-standing'
import { exchanges } from './0008-exchanges'
import type { Migration, SchemaDialect } from './migration'

/** In order, without gaps. */
const migrations: readonly Migration[] = [
  journal,
  ledger,
  flags,
  orders,
  evidence,
  outcomes,
  standing,
  exchanges
]

/** The newest level of the schema that this version knows. */
export const knownLevel = migrations.length

/** Level of the schema in a database that has the table of levels; 0: nothing there yet. */
export async function readLevel(database: Kysely<Database>): Promise<number> {
  const row = await database
    .selectFrom('schema_migrations')
    .select((expression) => expression.fn.max('number').as('level'))
    .executeTakeFirst()
  return row?.level ?? 0
}

/** Brings the schema up to date. Each step and its note are one transaction: a crash leaves no half level. */
export async function migrate(
  database: Kysely<Database>,
  dialect: SchemaDialect,
  now: string
): Promise<void> {
  await database.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute()
  const level = await readLevel(database)
  for (const migration of migrations.slice(level)) {
    await database.transaction().execute(async (transaction) => {
      await migration.up(transaction, dialect)
      await transaction
        .insertInto('schema_migrations')
        .values({ number: migration.number, name: migration.name, applied_at: now })
        .execute()
    })
  }
}
