import type { Kysely } from 'kysely'
import type { PersonRegister } from '../port'
import { chunks } from './chunks'
import type { Database } from './schema'

/** What is remembered about persons. Rows are written in order: two PCs that write the same ones wait, not deadlock. */
export function personRegister(database: Kysely<Database>): PersonRegister {
  return {
    async usedLogins(): Promise<readonly { readonly login: string; readonly lastSeen: string }[]> {
      const rows = await database.selectFrom('used_logins').selectAll().orderBy('login').execute()
      return rows.map((row) => ({ login: row.login, lastSeen: row.last_seen }))
    },

    async rememberLogins(logins: readonly string[], day: string): Promise<void> {
      const rows = [...new Set(logins)].sort().map((login) => ({ login, last_seen: day }))
      await database.transaction().execute(async (transaction) => {
        for (const chunk of chunks(rows)) {
          await transaction
            .insertInto('used_logins')
            .values(chunk)
            .onConflict((conflict) =>
              conflict
                .column('login')
                .doUpdateSet({ last_seen: (known) => known.ref('excluded.last_seen') })
                .whereRef('excluded.last_seen', '>', 'used_logins.last_seen')
            )
            .execute()
        }
      })
    },

    async forgetLogins(logins: readonly string[]): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        for (const chunk of chunks([...logins].sort())) {
          await transaction.deleteFrom('used_logins').where('login', 'in', chunk).execute()
        }
      })
    },

    async birthDates(): Promise<ReadonlyMap<string, string>> {
      const rows = await database.selectFrom('birth_dates').selectAll().execute()
      return new Map(rows.map((row) => [row.account, row.birth_date]))
    },

    async rememberBirthDates(dates: ReadonlyMap<string, string>): Promise<void> {
      const rows = [...dates]
        .map(([account, day]) => ({ account, birth_date: day }))
        .sort((left, right) => (left.account < right.account ? -1 : 1))
      await database.transaction().execute(async (transaction) => {
        for (const chunk of chunks(rows)) {
          await transaction
            .insertInto('birth_dates')
            .values(chunk)
            .onConflict((conflict) =>
              conflict
                .column('account')
                .doUpdateSet({ birth_date: (known) => known.ref('excluded.birth_date') })
            )
            .execute()
        }
      })
    },

    async dueSuspensions(): Promise<ReadonlyMap<string, string>> {
      const rows = await database.selectFrom('due_suspensions').selectAll().execute()
      return new Map(rows.map((row) => [row.account, row.until]))
    },

    async rememberSuspension(account: string, until: string): Promise<void> {
      await database
        .insertInto('due_suspensions')
        .values({ account, until })
        .onConflict((conflict) => conflict.column('account').doUpdateSet({ until }))
        .execute()
    },

    async forgetSuspension(account: string): Promise<void> {
      await database.deleteFrom('due_suspensions').where('account', '=', account).execute()
    }
  }
}
