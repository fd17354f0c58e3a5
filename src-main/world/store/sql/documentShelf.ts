import type { Kysely } from 'kysely'
import { fail, succeed, type Result } from '../../../contract/result'
import type { DocumentShelf } from '../port'
import type { Dialect } from './dialect'
import type { Database } from './schema'

/** Settings and profiles as JSON text. */
export function documentShelf(database: Kysely<Database>, dialect: Dialect): DocumentShelf {
  return {
    async readDocument(name: string): Promise<Result<unknown>> {
      const row = await database
        .selectFrom('documents')
        .select('body')
        .where('name', '=', name)
        .executeTakeFirst()
      if (row === undefined) return succeed<unknown>(undefined)
      try {
        return succeed<unknown>(JSON.parse(row.body))
      } catch {
        return fail('store.documentDamaged', { document: name })
      }
    },

    async writeDocument(name: string, value: unknown): Promise<void> {
      const body = JSON.stringify(value)
      await database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('documents')
          .values({ name, body })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ body }))
          .execute()
        await dialect.announce(transaction, 'documents')
      })
    },

    async deleteDocument(name: string): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('documents').where('name', '=', name).execute()
        await dialect.announce(transaction, 'documents')
      })
    }
  }
}
