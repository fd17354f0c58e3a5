import type { Kysely } from 'kysely'
import type { Exchange, ExchangeShelf } from '../port'
import type { Dialect } from './dialect'
import type { Database } from './schema'

/** What two PCs say to each other in passing. */
export function exchangeShelf(database: Kysely<Database>, dialect: Dialect): ExchangeShelf {
  return {
    async postExchange(exchange: Exchange): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        await transaction.insertInto('exchanges').values(exchange).execute()
        await dialect.announce(transaction, 'exchanges')
      })
    },

    async listExchanges(now: string): Promise<readonly Exchange[]> {
      await database.deleteFrom('exchanges').where('until', '<=', now).execute()
      return database.selectFrom('exchanges').selectAll().orderBy('until').orderBy('id').execute()
    },

    async takeExchange(thread: string, kind: string): Promise<Exchange | null> {
      // Whoever deletes it has it: of two that ask at once the database lets one.
      const taken = await database
        .deleteFrom('exchanges')
        .where('id', '=', (expression) =>
          expression
            .selectFrom('exchanges')
            .select('id')
            .where('thread', '=', thread)
            .where('kind', '=', kind)
            .orderBy('until')
            .orderBy('id')
            .limit(1)
        )
        .returningAll()
        .executeTakeFirst()
      return taken ?? null
    },

    async prolongExchange(id: string, until: string): Promise<boolean> {
      const changed = await database
        .updateTable('exchanges')
        .set({ until })
        .where('id', '=', id)
        .executeTakeFirst()
      return Number(changed.numUpdatedRows) > 0
    },

    async removeExchange(id: string): Promise<boolean> {
      return database.transaction().execute(async (transaction) => {
        const deleted = await transaction.deleteFrom('exchanges').where('id', '=', id).executeTakeFirst()
        const wasThere = Number(deleted.numDeletedRows) > 0
        if (wasThere) await dialect.announce(transaction, 'exchanges')
        return wasThere
      })
    }
  }
}
