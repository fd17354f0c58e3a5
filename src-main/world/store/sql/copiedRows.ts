import { fail, succeed, type Result } from '../../../contract/result'
import type { CopiedRow } from '../port'
import { columns, tableNames, type ColumnKind, type TableName } from './schema'

/** A row as the database takes it, of a table of ours. */
export interface ReadRow {
  readonly table: TableName
  readonly values: Readonly<Record<string, string | number | Uint8Array | null>>
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** A row of the database as JSON values. */
export function copiedRow(table: TableName, row: Readonly<Record<string, unknown>>): CopiedRow {
  const values = Object.entries(kindsOf(table)).map(([column, kind]) => {
    const value = row[column]
    return [column, kind === 'bytes' ? Buffer.from(value as Uint8Array).toString('base64') : value]
  })
  return { table, row: Object.fromEntries(values) as CopiedRow['row'] }
}

/**
 * A copied row as the database takes it. The copy may come from anywhere, so that only tables and columns of ours with
 * values of their kind pass: else `store.copyUnreadable`.
 */
export function readRow({ table, row }: CopiedRow): Result<ReadRow> {
  const name = tableNames.find((candidate) => candidate === table)
  if (name === undefined) return fail('store.copyUnreadable', { table })
  const kinds = Object.entries(kindsOf(name))
  const values: Record<string, string | number | Uint8Array | null> = {}
  for (const [column, kind] of kinds) {
    const value = Object.hasOwn(row, column) ? row[column] : undefined
    if (value === undefined || !fits(value, kind)) return fail('store.copyUnreadable', { table })
    values[column] = kind === 'bytes' ? new Uint8Array(Buffer.from(String(value), 'base64')) : value
  }
  if (Object.keys(row).length !== kinds.length) return fail('store.copyUnreadable', { table })
  return succeed({ table: name, values })
}

function kindsOf(table: TableName): Readonly<Record<string, ColumnKind>> {
  return columns[table]
}

function fits(value: string | number | null, kind: ColumnKind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'text or null':
      return value === null || typeof value === 'string'
    case 'number':
      return Number.isSafeInteger(value)
    case 'bytes':
      return typeof value === 'string' && base64.test(value)
  }
}
