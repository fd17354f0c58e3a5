/** Rows in one INSERT; SQLite takes 32,766 parameters, PostgreSQL 65,535. */
const rowsAtOnce = 1_000

/** The items in stretches that fit into one statement. */
export function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += rowsAtOnce) yield items.slice(start, start + rowsAtOnce)
}
