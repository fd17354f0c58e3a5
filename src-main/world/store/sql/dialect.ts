import type { Kysely, RawBuilder, SqlBool } from 'kysely'
import type { ForeignChange, Store } from '../port'
import type { Database } from './schema'

/**
 * What only one kind of database can do or needs. Every method that takes a database works inside the transaction
 * that it is handed.
 */
export interface Dialect {
  readonly kind: Store['kind']
  /** A text inside a column of JSON, by its path; null, or an error that `foundNoJson` knows, where it holds no JSON. */
  jsonText(column: string, path: readonly string[]): RawBuilder<string>
  /** The text that `searchKey` of `contract/search` makes of one. */
  searchKey(text: RawBuilder<string>): RawBuilder<string>
  /** Whether a text holds another one. */
  contains(text: RawBuilder<string>, part: string): RawBuilder<SqlBool>
  /** Called after secrets were deleted: leaves no copy of them in logs or free pages. */
  afterDestroying(): void
  /** Lets no other append come between, from any PC, until the transaction ends. */
  excludeAppends(transaction: Kysely<Database>): Promise<void>
  /** The store's time (ISO, UTC). */
  time(transaction: Kysely<Database>): Promise<string>
  /** Tells other PCs what this transaction has written, once it is committed. */
  announce(transaction: Kysely<Database>, change: ForeignChange): Promise<void>
  /** The same for what is written many times a second: gathered, and told a little later. */
  announceSoon(change: ForeignChange): void
  /** The transaction copies whole tables and may wait long for the other end. */
  beginCopy(transaction: Kysely<Database>): Promise<void>
  /** Lets the database count on from what was copied in with its numbers. */
  endCopy(transaction: Kysely<Database>): Promise<void>
  /** Whether an error says that a column of JSON holds something else. */
  foundNoJson(error: unknown): boolean
  /** Whether the database refused an error's row for what stands in it (constraint, type, length). */
  refusesRow(error: unknown): boolean
}

/** A pattern for LIKE with `!` as escape character that holds a text as it stands. */
export function likePattern(part: string): string {
  return `%${part.replaceAll(/[!%_]/g, (character) => `!${character}`)}%`
}
