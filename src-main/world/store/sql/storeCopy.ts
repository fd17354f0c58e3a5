import { sql, type Kysely, type RawBuilder } from 'kysely'
import { fail, succeed } from '../../../contract/result'
import type { CopiedRow, StoreCopy } from '../port'
import { copiedRow } from './copiedRows'
import { batches, insertBatch, isEmpty, keys, neverReplaced, rowsAtOnce, takeCopy } from './copying'
import type { Dialect } from './dialect'
import { columns, tableNames, type ColumnKind, type Database, type TableName } from './schema'

/** The largest that every store can hold. */
const largestNumber = 2_147_483_647

const replaced: readonly TableName[] = ['used_logins', 'birth_dates', 'due_suspensions', 'documents']

/**
 * Copies of all tables but the schema's own. In SQLite, which has one connection, everything else that is asked of the
 * store waits while it is copied; who copies must not ask it anything meanwhile.
 */
export function storeCopy(database: Kysely<Database>, dialect: Dialect): StoreCopy {
  return {
    async *copyOut() {
      const transaction = await database
        .startTransaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute()
      try {
        await dialect.beginCopy(transaction)
        for (const { table, condition } of passes()) yield* rowsOf(transaction, table, condition)
      } finally {
        await transaction.rollback().execute()
      }
    },

    copyIn: (rows) =>
      takeCopy(database, dialect, async (transaction, note) => {
        for (const name of neverReplaced) {
          if (!(await isEmpty(transaction, name))) return fail('store.notEmpty')
        }
        for (const name of replaced) await transaction.deleteFrom(name).execute()
        for await (const batch of batches(rows)) {
          note(batch.table)
          await insertBatch(transaction, batch)
        }
        return succeed()
      })
  }
}

/** A plan that takes another one back refers to it and comes after it. */
function* passes(): Generator<{ table: TableName; condition: RawBuilder<unknown> }> {
  for (const table of tableNames) {
    if (table === 'plans') {
      yield { table, condition: sql`undoes is null` }
      yield { table, condition: sql`undoes is not null` }
    } else {
      yield { table, condition: sql`1 = 1` }
    }
  }
}

/**
 * A column of SQLite holds whatever somebody puts in. A damaged value is copied as what can be read of it, so that it
 * keeps nobody from making a backup or from moving.
 */
function readable(column: string, kind: ColumnKind): RawBuilder<unknown> {
  const name = sql.ref(column)
  if (kind === 'bytes') return name
  if (kind !== 'number') return sql`cast(${name} as text) as ${name}`
  return sql`case when ${name} > ${sql.lit(largestNumber)} then ${sql.lit(largestNumber)} else ${name} end as ${name}`
}

async function* rowsOf(
  transaction: Kysely<Database>,
  table: TableName,
  condition: RawBuilder<unknown>
): AsyncGenerator<CopiedRow> {
  // The table's own columns, by which it is sorted already, and not what is read of them.
  const key = sql.join(keys[table].map((column) => sql.ref(`${table}.${column}`)))
  const all = sql.join(Object.entries(columns[table]).map(([column, kind]) => readable(column, kind)))
  const limit = rowsAtOnce(table)
  let beyond = sql``
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${all} from ${sql.table(table)} where ${condition}${beyond} order by ${key} limit ${sql.lit(limit)}
    `.execute(transaction)
    for (const row of rows) yield copiedRow(table, row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < limit) return
    beyond = sql` and (${key}) > (${sql.join(keys[table].map((column) => last[column]))})`
  }
}
