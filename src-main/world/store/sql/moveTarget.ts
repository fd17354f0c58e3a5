import { sql, type Kysely } from 'kysely'
import { fail, succeed } from '../../../contract/result'
import type { CopiedRow, MoveTarget } from '../port'
import {
  batches,
  insertBatch,
  isEmpty,
  keys,
  neverReplaced,
  RefusedCopy,
  takeCopy,
  type Batch
} from './copying'
import type { Dialect } from './dialect'
import { appendOnlyTables, columns, type Database, type TableName } from './schema'

/** Name of the document that says: what lies here is the unfinished copy of a move and does not count yet. */
const markName = 'case-file-incoming'

/** What refers to others comes first. */
const renewed: readonly TableName[] = [
  'evidence_parts',
  'evidence',
  'secrets',
  'step_records',
  'plan_steps',
  'plans',
  'used_logins',
  'birth_dates',
  'due_suspensions',
  'documents'
]

/** Id of the move whose unfinished copy lies here; null: what lies here counts. */
export async function incomingMove(database: Kysely<Database>): Promise<string | null> {
  const row = await database
    .selectFrom('documents')
    .select('body')
    .where('name', '=', markName)
    .executeTakeFirst()
  return row?.body ?? null
}

/**
 * [Note: a case file that moves]
 *
 * Of two copies of one case file only one may accept statements, whenever the app is killed. The old place counts until
 * it says itself that the case file has moved; until then the copy in the new place carries a mark, and whoever has that
 * store open, on whatever PC, appends nothing to it. The mark comes with the copy in one transaction. It goes when the old
 * place has said where the case file is. A copy that was given up is no loss: the next attempt of the same move brings it
 * up to date, since nobody can have added anything to it.
 */
export function moveTarget(database: Kysely<Database>, dialect: Dialect): MoveTarget {
  return {
    receive: (rows, move) =>
      takeCopy(database, dialect, async (transaction, note) => {
        const known = await incomingMove(transaction)
        if (known !== null && known !== move) return fail('caseFile.incoming')
        if (known === null) {
          for (const name of neverReplaced) {
            if (!(await isEmpty(transaction, name))) return fail('store.notEmpty')
          }
        }
        for (const name of renewed) await transaction.deleteFrom(name).execute()
        const taken = new Map<TableName, number>()
        for await (const batch of batches(withoutMark(rows))) {
          const { table, values } = batch
          note(table)
          taken.set(table, (taken.get(table) ?? 0) + values.length)
          await (known === null ? insertBatch(transaction, batch) : insertMissing(transaction, batch))
        }
        for (const name of appendOnlyTables) {
          const there = await countOf(transaction, name)
          // Thrown, so that what was written by now is rolled back.
          if (there !== (taken.get(name) ?? 0)) throw notEmpty()
        }
        await transaction.insertInto('documents').values({ name: markName, body: move }).execute()
        return succeed()
      }),

    incomingMove: () => incomingMove(database),

    async countFromNow(move) {
      await database.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('documents')
          .where('name', '=', markName)
          .where('body', '=', move)
          .execute()
        await dialect.announce(transaction, 'documents')
      })
    }
  }
}

async function* withoutMark(rows: AsyncIterable<CopiedRow>): AsyncGenerator<CopiedRow> {
  for await (const copied of rows) {
    if (copied.table !== 'documents' || copied.row['name'] !== markName) yield copied
  }
}

/** Rows that nobody may change are compared where they are there already: another one in their place is another case file. */
async function insertMissing(transaction: Kysely<Database>, { table, values }: Batch): Promise<void> {
  if (!appendOnlyTables.some((name) => name === table)) {
    await insertBatch(transaction, { table, values })
    return
  }
  const [key] = keys[table]
  if (key === undefined) throw new Error(`${table} has no key`)
  const names = sql.join(Object.keys(columns[table]).map((column) => sql.ref(column)))
  const { rows } = await sql<Record<string, unknown>>`
    select ${names} from ${sql.table(table)}
    where ${sql.ref(key)} in (${sql.join(values.map((row) => row[key]))})
  `.execute(transaction)
  const there = new Map(rows.map((row) => [row[key], row]))
  const missing: Batch['values'] = []
  for (const row of values) {
    const known = there.get(row[key])
    if (known === undefined) missing.push(row)
    else if (!isSame(known, row)) throw notEmpty()
  }
  if (missing.length > 0) await insertBatch(transaction, { table, values: missing })
}

function notEmpty(): RefusedCopy {
  return new RefusedCopy({ code: 'store.notEmpty', parameters: {} })
}

function isSame(known: Record<string, unknown>, row: Batch['values'][number]): boolean {
  return Object.entries(row).every(([column, value]) => {
    const other = known[column]
    if (value instanceof Uint8Array) return other instanceof Uint8Array && Buffer.from(other).equals(value)
    return other === value
  })
}

async function countOf(transaction: Kysely<Database>, table: TableName): Promise<number> {
  const { rows } = await sql<{
    count: number | string
  }>`select count(*) as count from ${sql.table(table)}`.execute(transaction)
  return Number(rows[0]?.count ?? 0)
}
