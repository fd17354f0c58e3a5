import type { ColumnBuilderCallback, ColumnDataType, Kysely } from 'kysely'
import type { Database } from '../schema'

/** What the dialects call differently; everything else in a migration is common SQL. */
export interface ColumnTypes {
  readonly bytes: ColumnDataType
  /** A number that the database counts up by itself. */
  readonly sequence: ColumnDataType
  readonly asSequence: ColumnBuilderCallback
}

/** One step of the schema. Once released it is never edited; a change is a new number. */
export interface Migration {
  readonly number: number
  readonly name: string
  up(database: Kysely<Database>, types: ColumnTypes): Promise<void>
}
