import type { ColumnBuilderCallback, ColumnDataType, Kysely } from 'kysely'
import type { Database } from '../schema'

/** What the dialects call or do differently; everything else in a migration is common SQL. */
export interface SchemaDialect {
  readonly bytes: ColumnDataType
  /** A number that the database counts up by itself. */
  readonly sequence: ColumnDataType
  readonly asSequence: ColumnBuilderCallback
  /** From now on the database lets nobody change or delete a row of the table. */
  refuseChanges(database: Kysely<Database>, table: 'statements'): Promise<void>
}

/** One step of the schema. Once released it is never edited; a change is a new number. */
export interface Migration {
  readonly number: number
  readonly name: string
  up(database: Kysely<Database>, dialect: SchemaDialect): Promise<void>
}
