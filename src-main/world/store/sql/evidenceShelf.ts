import type { Kysely } from 'kysely'
import type { EvidenceRow, EvidenceShelf, KeptEvidence } from '../port'
import type { Dialect } from './dialect'
import type { Database } from './schema'

/** Sealed evidence and its parts. */
export function evidenceShelf(database: Kysely<Database>, dialect: Dialect): EvidenceShelf {
  return {
    async keepEvidence({ id, order, createdAt, head, recipients, parts }: KeptEvidence): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('evidence')
          .values({ id, order_id: order, created_at: createdAt, head, recipients })
          .execute()
        // One by one: each is large enough for a statement of its own.
        for (const [place, sealed] of parts.entries()) {
          await transaction.insertInto('evidence_parts').values({ evidence: id, place, sealed }).execute()
        }
      })
    },

    async findEvidence(id: string): Promise<KeptEvidence | null> {
      const row = await database.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) return null
      const parts = await database
        .selectFrom('evidence_parts')
        .select('sealed')
        .where('evidence', '=', id)
        .orderBy('place')
        .execute()
      return {
        ...{ id, order: row.order_id, createdAt: row.created_at, head: row.head, recipients: row.recipients },
        parts: parts.map(({ sealed }) => sealed)
      }
    },

    async listEvidence(): Promise<readonly EvidenceRow[]> {
      const rows = await database
        .selectFrom('evidence')
        .select(['id', 'order_id', 'created_at'])
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ id: row.id, order: row.order_id, createdAt: row.created_at }))
    },

    async destroyEvidence(id: string): Promise<boolean> {
      const deleted = await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('evidence_parts').where('evidence', '=', id).execute()
        return transaction.deleteFrom('evidence').where('id', '=', id).executeTakeFirst()
      })
      dialect.afterDestroying()
      return Number(deleted.numDeletedRows) > 0
    }
  }
}
