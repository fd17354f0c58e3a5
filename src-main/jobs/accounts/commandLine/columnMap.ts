import { z } from 'zod'
import {
  rosterEncodings,
  rosterFieldSchema,
  rosterSeparators,
  type ColumnMap,
  type RosterReading
} from '../../../contract/roster'
import { fail, succeed, type Result } from '../../../contract/result'

/** A column by its name in the header or by its number, from 1. */
const columnSchema = z.union([z.string().min(1), z.number().int().min(1).max(501)])
const columnsSchema = z.partialRecord(rosterFieldSchema, columnSchema)

/** The document of `--map`: the columns alone, or with how the file is written. */
export const columnMapDocumentSchema = z.union([
  z.strictObject({
    columns: columnsSchema,
    encoding: z.enum(rosterEncodings).optional(),
    separator: z.enum(rosterSeparators).optional(),
    hasHeader: z.boolean().optional()
  }),
  columnsSchema.transform((columns) => ({
    columns,
    encoding: undefined,
    separator: undefined,
    hasHeader: undefined
  }))
])
export type ColumnMapDocument = z.output<typeof columnMapDocumentSchema>

/** How the file of a map is to be read before its columns are known: enough to learn the header's names. */
export function firstReading({ columns, encoding, separator, hasHeader }: ColumnMapDocument): RosterReading {
  const named = Object.values(columns).some((column) => typeof column === 'string')
  return {
    format: 'csv',
    encoding: encoding ?? null,
    separator: separator ?? null,
    // A column that has a name is named by a header.
    hasHeader: hasHeader ?? (named ? true : null)
  }
}

/**
 * The columns by place, from 0, as the contract wants them. Names are compared without regard to case and blanks.
 * `commandLine.columnUnknown`.
 */
export function resolveColumns(
  { columns }: ColumnMapDocument,
  columnNames: readonly string[]
): Result<ColumnMap> {
  const known = columnNames.map(plain)
  const resolved: ColumnMap = {}
  for (const [field, column] of Object.entries(columns) as [keyof ColumnMap, string | number][]) {
    const place = typeof column === 'number' ? column - 1 : known.indexOf(plain(column))
    if (place < 0 || place >= columnNames.length) {
      return fail('commandLine.columnUnknown', { column, columns: columnNames.join(', ') })
    }
    resolved[field] = place
  }
  return succeed(resolved)
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
