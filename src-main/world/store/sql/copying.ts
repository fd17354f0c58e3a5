import { sql, type Kysely, type Transaction } from 'kysely'
import { fail, type Failure, type Result } from '../../../contract/result'
import { StoreFailure, type CopiedRow } from '../port'
import { readRow, type ReadRow } from './copiedRows'
import type { Dialect } from './dialect'
import { appendOnlyTables, columns, type Database, type TableName } from './schema'

/** Rows that are read or written at once: parts of evidence are larger than all others. */
export function rowsAtOnce(table: TableName): number {
  return table === 'evidence_parts' ? 8 : 500
}

export const keys: Readonly<Record<TableName, readonly string[]>> = {
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
  sealed_keys: ['fingerprint'],
  evidence: ['id'],
  evidence_parts: ['evidence', 'place']
}

/** A store that holds any of these is in use; the rest is what a fresh store collects by itself. */
export const neverReplaced: readonly TableName[] = ['plans', 'evidence', ...appendOnlyTables]

/** Thrown inside the transaction, so that it is rolled back. */
export class RefusedCopy extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** What is done in the transaction of a copy; `note` says which table it has come to. */
type CopyWork = (
  transaction: Transaction<Database>,
  note: (table: TableName) => void
) => Promise<Result<undefined>>

/**
 * Takes a copy in, whole or not at all, while nobody appends. What refuses it is answered: `RefusedCopy`, a store that
 * fails, and a row that the store does not take (`store.copyUnreadable`).
 */
export async function takeCopy(
  database: Kysely<Database>,
  dialect: Dialect,
  work: CopyWork
): Promise<Result<undefined>> {
  let table: TableName | '' = ''
  try {
    return await database
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (transaction) => {
        await dialect.excludeAppends(transaction)
        await dialect.beginCopy(transaction)
        const done = await work(transaction, (name) => (table = name))
        if (!done.ok) return done
        await dialect.endCopy(transaction)
        for (const change of ['ledger', 'plans', 'documents'] as const) {
          await dialect.announce(transaction, change)
        }
        return done
      })
  } catch (error) {
    if (error instanceof RefusedCopy || error instanceof StoreFailure) {
      return { ok: false, failure: error.failure }
    }
    if (dialect.refusesRow(error)) return fail('store.copyUnreadable', { table })
    throw error
  }
}

export async function isEmpty(transaction: Kysely<Database>, table: TableName): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction)
  return rows.length === 0
}

/** Rows of one table each, checked, in the order in which they come. */
export async function* batches(rows: AsyncIterable<CopiedRow>): AsyncGenerator<Batch> {
  let batch: Batch | null = null
  for await (const row of rows) {
    const read = readRow(row)
    if (!read.ok) throw new RefusedCopy(read.failure)
    const { table, values } = read.value
    if (batch !== null && (batch.table !== table || batch.values.length === rowsAtOnce(table))) {
      yield batch
      batch = null
    }
    batch ??= { table, values: [] }
    batch.values.push(values)
  }
  if (batch !== null) yield batch
}

/** Rows of one table. */
export interface Batch {
  readonly table: TableName
  readonly values: ReadRow['values'][]
}

export async function insertBatch(transaction: Kysely<Database>, { table, values }: Batch): Promise<void> {
  const names = Object.keys(columns[table])
  const rows = values.map((row) => sql`(${sql.join(names.map((column) => row[column]))})`)
  const into = sql.join(names.map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${into}) values ${sql.join(rows)}`.execute(transaction)
}
