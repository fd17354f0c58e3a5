import { setTimeout as delay } from 'node:timers/promises'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import { oneAfterTheOther } from '../../../core/cooperation'
import { StoreFailure, type Appendix, type LedgerShelf, type SealedKeyRow, type StatementRow } from '../port'
import { chunks } from './chunks'
import type { Dialect } from './dialect'
import { knownLevel, readLevel } from './migrations'
import { incomingMove } from './moveTarget'
import type { Database } from './schema'

/** How often a store that broke off in a commit is asked what became of it, and the pause before each (milliseconds). */
const askings = 10
const pause = 1_000

/** The ledger's rows, and the sealed keys of those who sign them. */
export function ledgerShelf(database: Kysely<Database>, dialect: Dialect): LedgerShelf {
  // Appends of this process wait for each other here and not in the database, where each would hold a connection.
  const inTurn = oneAfterTheOther()

  /**
   * [Note: a commit without an answer]
   *
   * A connection that breaks off in a commit, or a disk that fails in it, leaves open whether the statements are there. To
   * say "nothing was written" then would be a guess, so the store is asked. The lock of appends is taken for the question:
   * the transaction that broke off holds it until the server has ended it, either way.
   */
  async function wasWritten(hash: string): Promise<boolean | null> {
    for (let asking = 0; asking < askings; asking += 1) {
      // A file has no lines that come back; there the answer is to be had at once.
      if (dialect.kind === 'postgres' || asking > 0) await delay(pause)
      try {
        return await database.transaction().execute(async (transaction) => {
          await dialect.excludeAppends(transaction)
          const row = await transaction
            .selectFrom('statements')
            .select('sequence')
            .where('hash', '=', hash)
            .executeTakeFirst()
          return row !== undefined
        })
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error
      }
    }
    return null
  }

  async function settle<Value>(failure: Failure, sent: Sent<Value>): Promise<Result<Value>> {
    const [first] = sent.appendix.statements
    if (first === undefined) return { ok: false, failure }
    const written = await wasWritten(first.hash)
    if (written === null) {
      const { place, folder, server } = failure.parameters
      const where = server ?? folder ?? place ?? ''
      return fail('store.outcomeUnknown', { reason: failure.code, ...failure.parameters, server: where })
    }
    return written ? succeed(sent.value) : { ok: false, failure }
  }

  return {
    async readStatements(after, limit) {
      return statementsAbove(database, after, limit)
    },

    readTime: () => dialect.time(database),

    isNewer: async () => (await readLevel(database)) > knownLevel,

    async readPayloads(hashes) {
      const found = []
      for (const chunk of chunks(hashes)) {
        found.push(
          ...(await database
            .selectFrom('payloads')
            .select([asText('hash').as('hash'), asText('salt').as('salt'), asText('text').as('text')])
            .where('hash', 'in', chunk)
            .execute())
        )
      }
      return found
    },

    append<Value>(after: number, compose: Compose<Value>): Promise<Result<Value>> {
      return inTurn(async () => {
        const sent: Sent<Value>[] = []
        try {
          return await database
            .transaction()
            // What was committed before the lock was given must be seen after it.
            .setIsolationLevel('read committed')
            .execute(async (transaction) => {
              await dialect.excludeAppends(transaction)
              if ((await incomingMove(transaction)) !== null) return fail('caseFile.incoming')
              const fresh = await statementsAbove(transaction, after)
              const composed = compose(fresh, await dialect.time(transaction))
              if (!composed.ok) return composed
              await insert(transaction, composed.value.appendix)
              await dialect.announce(transaction, 'ledger')
              sent.push(composed.value)
              return succeed(composed.value.value)
            })
        } catch (error) {
          if (!(error instanceof StoreFailure)) throw error
          const { failure } = error
          const [last] = sent
          return last === undefined ? { ok: false, failure } : settle(failure, last)
        }
      })
    },

    async keepKey(key) {
      const { fingerprint, person, description, sealed, createdAt } = key
      await database
        .insertInto('sealed_keys')
        .values({ fingerprint, person, description, sealed, created_at: createdAt })
        .execute()
    },

    async findKey(fingerprint) {
      const row = await database
        .selectFrom('sealed_keys')
        .selectAll()
        .where('fingerprint', '=', fingerprint)
        .executeTakeFirst()
      return row === undefined ? null : keyOf(row)
    },

    async keysOf(person) {
      const rows = await database
        .selectFrom('sealed_keys')
        .selectAll()
        .where('person', '=', person)
        .orderBy('created_at', 'desc')
        .orderBy('fingerprint')
        .execute()
      return rows.map(keyOf)
    }
  }
}

/** A column of SQLite holds whatever somebody puts in; a row of another type is a damaged one, and no end of all reading. */
function asText(column: string): RawBuilder<string> {
  return sql<string>`cast(${sql.ref(column)} as text)`
}

/** Larger numbers cannot be told apart in JavaScript, and reading one would throw. */
const safeNumber = sql<number>`
  case when sequence > 9007199254740991 then 9007199254740991 else sequence end
`

type Sent<Value> = { appendix: Appendix; value: Value }
type Compose<Value> = (fresh: readonly StatementRow[], time: string) => Result<Sent<Value>>

async function statementsAbove(
  database: Kysely<Database>,
  after: number,
  limit?: number
): Promise<StatementRow[]> {
  const query = database
    .selectFrom('statements')
    .select([
      safeNumber.as('sequence'),
      asText('hash').as('hash'),
      asText('text').as('text'),
      asText('signature').as('signature')
    ])
    .where('sequence', '>', after)
    // The column, which is sorted already, and not what is read of it.
    .orderBy('statements.sequence')
  return (limit === undefined ? query : query.limit(limit)).execute()
}

async function insert(transaction: Kysely<Database>, { statements, payloads }: Appendix): Promise<void> {
  for (const chunk of chunks(statements)) {
    await transaction
      .insertInto('statements')
      .values(chunk.map(({ sequence, hash, text, signature }) => ({ sequence, hash, text, signature })))
      .execute()
  }
  for (const chunk of chunks(payloads)) {
    await transaction
      .insertInto('payloads')
      .values(chunk.map(({ hash, salt, text }) => ({ hash, salt, text })))
      .execute()
  }
}

function keyOf(row: Database['sealed_keys']): SealedKeyRow {
  const { fingerprint, person, description, sealed, created_at: createdAt } = row
  return { fingerprint, person, description, sealed, createdAt }
}
