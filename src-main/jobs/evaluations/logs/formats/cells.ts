import { parse } from 'csv-parse/sync'

/** The cells of one row; null: no row of CSV. */
export function cellsOf(text: string, delimiter: string): readonly string[] | null {
  try {
    const [row] = parse(text, { delimiter, relax_column_count: true }) as readonly (readonly string[])[]
    return row ?? null
  } catch {
    return null
  }
}
