import { sql, type Kysely, type RawBuilder } from 'kysely'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import { StoreFailure, type CopiedRow, type StoreCopy } from '../port'
import { copiedRow, readRow, type ReadRow } from './copiedRows'
import type { Dialect } from './dialect'
import { appendOnlyTables, columns, tableNames, type Database, type TableName } from './schema'

/** Rows that are read or written at once. */
const rowsAtOnce = 500

const keys: Readonly<Record<TableName, readonly string[]>> = {
  plans: ['hash'],
  plan_steps: ['plan', 'step'],
  step_records: ['sequence'],
  secrets: ['plan', 'step'],
  used_logins: ['login'],
  birth_dates: ['account'],
  due_suspensions: ['account'],
  documents: ['name'],
  statements: ['sequence'],
  payloads: ['hash'],
  sealed_keys: ['fingerprint']
}

/** A store that holds any of these is in use; the rest is what a fresh store collects by itself. */
const neverReplaced: readonly TableName[] = ['plans', ...appendOnlyTables]
const replaced: readonly TableName[] = ['used_logins', 'birth_dates', 'due_suspensions', 'documents']

/** Thrown inside the transaction, so that it is rolled back. */
class RefusedCopy extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

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

    async copyIn(rows) {
      let table: TableName | '' = ''
      try {
        return await database
          .transaction()
          .setIsolationLevel('read committed')
          .execute(async (transaction) => {
            await dialect.excludeAppends(transaction)
            await dialect.beginCopy(transaction)
            for (const name of neverReplaced) {
              if (!(await isEmpty(transaction, name))) return fail('store.notEmpty')
            }
            for (const name of replaced) await transaction.deleteFrom(name).execute()
            for await (const batch of batches(rows)) {
              table = batch.table
              await insert(transaction, batch)
            }
            await dialect.endCopy(transaction)
            for (const change of ['ledger', 'plans', 'documents'] as const) {
              await dialect.announce(transaction, change)
            }
            return succeed()
          })
      } catch (error) {
        if (error instanceof RefusedCopy || error instanceof StoreFailure) return refused(error.failure)
        if (dialect.refusesRow(error)) return fail('store.copyUnreadable', { table })
        throw error
      }
    }
  }
}

function refused(failure: Failure): Result<undefined> {
  return { ok: false, failure }
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

async function* rowsOf(
  transaction: Kysely<Database>,
  table: TableName,
  condition: RawBuilder<unknown>
): AsyncGenerator<CopiedRow> {
  const key = sql.join(keys[table].map((column) => sql.ref(column)))
  const all = sql.join(Object.keys(columns[table]).map((column) => sql.ref(column)))
  let beyond = sql``
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${all} from ${sql.table(table)} where ${condition}${beyond} order by ${key} limit ${sql.lit(rowsAtOnce)}
    `.execute(transaction)
    for (const row of rows) yield copiedRow(table, row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsAtOnce) return
    beyond = sql` and (${key}) > (${sql.join(keys[table].map((column) => last[column]))})`
  }
}

async function isEmpty(transaction: Kysely<Database>, table: TableName): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction)
  return rows.length === 0
}

/** Rows of one table each, checked, in the order in which they come. */
async function* batches(rows: AsyncIterable<CopiedRow>): AsyncGenerator<Batch> {
  let batch: Batch | null = null
  for await (const row of rows) {
    const read = readRow(row)
    if (!read.ok) throw new RefusedCopy(read.failure)
    const { table, values } = read.value
    if (batch !== null && (batch.table !== table || batch.values.length === rowsAtOnce)) {
      yield batch
      batch = null
    }
    batch ??= { table, values: [] }
    batch.values.push(values)
  }
  if (batch !== null) yield batch
}

interface Batch {
  readonly table: TableName
  readonly values: ReadRow['values'][]
}

async function insert(transaction: Kysely<Database>, { table, values }: Batch): Promise<void> {
  const names = Object.keys(columns[table])
  const rows = values.map((row) => sql`(${sql.join(names.map((column) => row[column]))})`)
  const into = sql.join(names.map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${into}) values ${sql.join(rows)}`.execute(transaction)
}
