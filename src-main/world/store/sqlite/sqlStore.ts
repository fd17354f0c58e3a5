import type { Kysely, Transaction } from 'kysely'
import type { Plan, RunState, Step } from '../../../contract/plan'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import type { PlanRecord, SealedSecret, StepRecord, Store } from '../port'
import { planRecord, planRow, recordRow, stepOf, stepRecord, stepRow } from './rows'
import type { Database } from './schema'

/** Rows in one INSERT; SQLite takes 32,766 parameters, PostgreSQL 65,535. */
const rowsAtOnce = 1_000

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += rowsAtOnce) yield items.slice(start, start + rowsAtOnce)
}

/** The store in common SQL. What only one dialect can do is handed in. */
export class SqlStore implements Store {
  constructor(
    private readonly database: Kysely<Database>,
    /** Called after secrets were deleted: leaves no copy of them in logs or free pages. */
    private readonly afterDestroying: () => void
  ) {}

  async addPlan(
    plan: Plan,
    hash: string,
    confirmation: PlanRecord['confirmation'],
    createdAt: string
  ): Promise<void> {
    await this.database.transaction().execute(async (transaction) => {
      const added = await transaction
        .insertInto('plans')
        .values(planRow(plan, hash, confirmation, createdAt))
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .returning('hash')
        .execute()
      if (added.length === 0) return
      const rows = plan.steps.map((step, place) => stepRow(hash, step, place))
      for (const chunk of chunks(rows)) await transaction.insertInto('plan_steps').values(chunk).execute()
    })
  }

  async findPlan(hash: string): Promise<PlanRecord | null> {
    const row = await this.database
      .selectFrom('plans')
      .selectAll()
      .where('hash', '=', hash)
      .executeTakeFirst()
    return row === undefined ? null : planRecord(row, await this.stepsOf(hash))
  }

  async findHashes(prefix: string): Promise<readonly string[]> {
    if (!/^[0-9a-f]{4,64}$/.test(prefix)) return []
    const rows = await this.database
      .selectFrom('plans')
      .select('hash')
      .where('hash', '>=', prefix)
      .where('hash', '<', `${prefix}g`)
      .orderBy('hash')
      .execute()
    return rows.map((row) => row.hash)
  }

  async findUndo(hash: string): Promise<string | null> {
    const row = await this.database
      .selectFrom('plans')
      .select('hash')
      .where('undoes', '=', hash)
      .executeTakeFirst()
    return row?.hash ?? null
  }

  async listPlans(limit: number): Promise<readonly PlanRecord[]> {
    const rows = await this.database
      .selectFrom('plans')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('hash')
      .limit(limit)
      .execute()
    const records: PlanRecord[] = []
    for (const row of rows) records.push(planRecord(row, await this.stepsOf(row.hash)))
    return records
  }

  async setPlanState(hash: string, state: RunState, stoppedBy: Failure | null): Promise<void> {
    await this.database
      .updateTable('plans')
      .set({ state, stopped_by: stoppedBy === null ? null : JSON.stringify(stoppedBy) })
      .where('hash', '=', hash)
      .execute()
  }

  async readSteps(hash: string): Promise<ReadonlyMap<string, StepRecord>> {
    const rows = await this.database
      .selectFrom('step_records')
      .select(['step', 'outcome', 'failure', 'target_id', 'at'])
      .where('plan', '=', hash)
      .orderBy('sequence')
      .execute()
    return new Map(rows.map((row) => [row.step, stepRecord(row)]))
  }

  async record(
    hash: string,
    records: readonly StepRecord[],
    secrets: readonly SealedSecret[] = []
  ): Promise<void> {
    const destroyed = await this.database.transaction().execute(async (transaction) => {
      const rows = records.map((record) => recordRow(hash, record))
      for (const chunk of chunks(rows)) await transaction.insertInto('step_records').values(chunk).execute()
      await keepSecrets(transaction, secrets, records[0]?.at ?? '')
      const gone = records.filter((record) => ['open', 'failed', 'undone'].includes(record.outcome))
      return deleteSecrets(
        transaction,
        gone.map((record) => ({ plan: hash, step: record.step }))
      )
    })
    if (destroyed > 0) this.afterDestroying()
  }

  async historyOf(targetId: string): Promise<readonly { plan: string; step: Step; record: StepRecord }[]> {
    const rows = await this.database
      .selectFrom('step_records')
      .innerJoin('plan_steps', (join) =>
        join
          .onRef('plan_steps.plan', '=', 'step_records.plan')
          .onRef('plan_steps.step', '=', 'step_records.step')
      )
      .select([
        'step_records.plan',
        'step_records.step',
        'step_records.outcome',
        'step_records.failure',
        'step_records.target_id',
        'step_records.at',
        'plan_steps.body'
      ])
      .where('step_records.sequence', 'in', (latest) =>
        latest
          .selectFrom('step_records as other')
          .innerJoin('step_records as touching', (join) =>
            join.onRef('touching.plan', '=', 'other.plan').onRef('touching.step', '=', 'other.step')
          )
          .where('touching.target_id', '=', targetId)
          .groupBy(['other.plan', 'other.step'])
          .select((expression) => expression.fn.max('other.sequence').as('sequence'))
      )
      .orderBy('step_records.sequence', 'desc')
      .execute()
    return rows.map((row) => ({ plan: row.plan, step: stepOf(row), record: stepRecord(row) }))
  }

  async listSecrets(): Promise<readonly (SealedSecret & { readonly at: string })[]> {
    return this.database.selectFrom('secrets').selectAll().orderBy('at').orderBy('plan').execute()
  }

  async destroySecrets(secrets: readonly { readonly plan: string; readonly step: string }[]): Promise<void> {
    const destroyed = await this.database
      .transaction()
      .execute((transaction) => deleteSecrets(transaction, secrets))
    if (destroyed > 0) this.afterDestroying()
  }

  async usedLogins(): Promise<readonly { readonly login: string; readonly lastSeen: string }[]> {
    const rows = await this.database.selectFrom('used_logins').selectAll().orderBy('login').execute()
    return rows.map((row) => ({ login: row.login, lastSeen: row.last_seen }))
  }

  async rememberLogins(logins: readonly string[], day: string): Promise<void> {
    const rows = [...new Set(logins)].map((login) => ({ login, last_seen: day }))
    await this.database.transaction().execute(async (transaction) => {
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
  }

  async forgetLogins(logins: readonly string[]): Promise<void> {
    await this.database.transaction().execute(async (transaction) => {
      for (const chunk of chunks(logins)) {
        await transaction.deleteFrom('used_logins').where('login', 'in', chunk).execute()
      }
    })
  }

  async birthDates(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.selectFrom('birth_dates').selectAll().execute()
    return new Map(rows.map((row) => [row.account, row.birth_date]))
  }

  async rememberBirthDates(dates: ReadonlyMap<string, string>): Promise<void> {
    const rows = [...dates].map(([account, day]) => ({ account, birth_date: day }))
    await this.database.transaction().execute(async (transaction) => {
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
  }

  async dueSuspensions(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.selectFrom('due_suspensions').selectAll().execute()
    return new Map(rows.map((row) => [row.account, row.until]))
  }

  async rememberSuspension(account: string, until: string): Promise<void> {
    await this.database
      .insertInto('due_suspensions')
      .values({ account, until })
      .onConflict((conflict) => conflict.column('account').doUpdateSet({ until }))
      .execute()
  }

  async forgetSuspension(account: string): Promise<void> {
    await this.database.deleteFrom('due_suspensions').where('account', '=', account).execute()
  }

  async readDocument(name: string): Promise<Result<unknown>> {
    const row = await this.database
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
  }

  async writeDocument(name: string, value: unknown): Promise<void> {
    const body = JSON.stringify(value)
    await this.database
      .insertInto('documents')
      .values({ name, body })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ body }))
      .execute()
  }

  async deleteDocument(name: string): Promise<void> {
    await this.database.deleteFrom('documents').where('name', '=', name).execute()
  }

  async close(): Promise<void> {
    await this.database.destroy()
  }

  private async stepsOf(hash: string): Promise<Step[]> {
    const rows = await this.database
      .selectFrom('plan_steps')
      .select('body')
      .where('plan', '=', hash)
      .orderBy('place')
      .execute()
    return rows.map(stepOf)
  }
}

async function keepSecrets(
  transaction: Transaction<Database>,
  secrets: readonly SealedSecret[],
  at: string
): Promise<void> {
  const rows = secrets.map(({ plan, step, login, sealed }) => ({ plan, step, login, sealed, at }))
  for (const chunk of chunks(rows)) {
    await transaction
      .insertInto('secrets')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['plan', 'step']).doUpdateSet({
          login: (known) => known.ref('excluded.login'),
          sealed: (known) => known.ref('excluded.sealed'),
          at: (known) => known.ref('excluded.at')
        })
      )
      .execute()
  }
}

/** Answers how many secrets there were. */
async function deleteSecrets(
  transaction: Transaction<Database>,
  secrets: readonly { readonly plan: string; readonly step: string }[]
): Promise<number> {
  let deleted = 0
  const stepsByPlan = new Map<string, string[]>()
  for (const { plan, step } of secrets) stepsByPlan.set(plan, [...(stepsByPlan.get(plan) ?? []), step])
  for (const [plan, steps] of stepsByPlan) {
    for (const chunk of chunks(steps)) {
      const { numDeletedRows } = await transaction
        .deleteFrom('secrets')
        .where('plan', '=', plan)
        .where('step', 'in', chunk)
        .executeTakeFirst()
      deleted += Number(numDeletedRows)
    }
  }
  return deleted
}
