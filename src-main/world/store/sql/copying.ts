import { sql, type Kysely } from 'kysely'
import type { Failure, Result } from '../../../contract/result'
import type { CopiedRow } from '../port'
import { readRow, type ReadRow } from './copiedRows'
import { appendOnlyTables, columns, type Database, type TableName } from './schema'

/** Rows that are read or written at once. */
export const rowsAtOnce = 500

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
  sealed_keys: ['fingerprint']
}

/** A store that holds any of these is in use; the rest is what a fresh store collects by itself. */
export const neverReplaced: readonly TableName[] = ['plans', ...appendOnlyTables]

/** Thrown inside the transaction, so that it is rolled back. */
export class RefusedCopy extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

export function refused(failure: Failure): Result<undefined> {
  return { ok: false, failure }
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
    if (batch !== null && (batch.table !== table || batch.values.length === rowsAtOnce)) {
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
