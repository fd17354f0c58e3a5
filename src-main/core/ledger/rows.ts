import type { LedgerShelf, StatementRow } from '../../world/store/port'

/** Below every number that a store can hold; what stands below 1 is to be seen too. */
export const lowestNumber = -2_147_483_648

/**
 * The rows above a number in their order, in portions: all of a large ledger at once would take its memory twice.
 *
 * @param count how many at most
 */
export async function* rowsAbove(
  after: number,
  shelf: Pick<LedgerShelf, 'readStatements'>,
  atOnce: number,
  count = Number.POSITIVE_INFINITY
): AsyncGenerator<readonly StatementRow[]> {
  let last = after
  for (let left = count; left > 0;) {
    const limit = Math.min(atOnce, left)
    const rows = await shelf.readStatements(last, limit)
    if (rows.length > 0) yield rows
    const reached = rows.at(-1)?.sequence ?? last
    if (rows.length < limit || reached === last) return
    last = reached
    left -= rows.length
  }
}
