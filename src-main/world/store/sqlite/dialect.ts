import { sql, type SqlBool } from 'kysely'
import { likePattern, type Dialect } from '../sql/dialect'
import type { SchemaDialect } from '../sql/migrations/migration'
import { resultCode, resultCodes } from './failures'

export const sqliteSchema: SchemaDialect = {
  bytes: 'blob',
  sequence: 'integer',
  asSequence: (column) => column.primaryKey().autoIncrement(),
  async refuseChanges(database, table) {
    const refusal = sql`begin select raise(abort, 'rows of this table are never changed'); end`
    for (const change of ['update', 'delete']) {
      await sql`
        create trigger ${sql.id(`${table}_no_${change}`)} before ${sql.raw(change)} on ${sql.table(table)} ${refusal}
      `.execute(database)
    }
    // The row that an `insert or replace` takes away passes by the trigger for deleting.
    await sql`
      create trigger ${sql.id(`${table}_no_replace`)} before insert on ${sql.table(table)}
      when exists (select 1 from ${sql.table(table)} where sequence = new.sequence or hash = new.hash) ${refusal}
    `.execute(database)
  }
}

/**
 * SQLite in one process: the one connection is the turn of every transaction, and nobody else is there to be told.
 *
 * @param emptyLog see `OpenDatabase`
 */
export function sqliteDialect(emptyLog: () => void): Dialect {
  const nothing = async (): Promise<void> => undefined
  return {
    kind: 'sqlite',
    jsonText(column, path) {
      const json = sql.ref(column)
      return sql<string>`case when json_valid(${json}) then json_extract(${json}, ${`$.${path.join('.')}`}) end`
    },
    foundNoJson: () => false,
    searchKey: (text) => sql<string>`search_key(${text})`,
    contains: (text, part) => sql<SqlBool>`${text} like ${likePattern(part)} escape '!'`,
    afterDestroying: emptyLog,
    excludeAppends: nothing,
    time: async () => new Date().toISOString(),
    announce: nothing,
    announceSoon: () => undefined,
    beginCopy: nothing,
    endCopy: nothing,
    refusesRow: (error) => resultCode(error) === resultCodes.constraint
  }
}
