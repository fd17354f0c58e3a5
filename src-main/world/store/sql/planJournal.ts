import type { CompiledQuery, Kysely, Transaction } from 'kysely'
import type { Plan, RunState, Step } from '../../../contract/plan'
import type { Failure } from '../../../contract/result'
import type {
  JournalEntry,
  PlanJournal,
  PlanRecord,
  SealedSecret,
  SecretShelf,
  StepPlace,
  StepRecord
} from '../port'
import { chunks } from './chunks'
import type { Dialect } from './dialect'
import { listPlans } from './planList'
import { planRecord, planRow, recordRow, stepOf, stepRecord, stepRow } from './rows'
import type { Database } from './schema'

/** Plans, their steps and what became of them, with the secrets that steps have made. */
export function planJournal(database: Kysely<Database>, dialect: Dialect): PlanJournal & SecretShelf {
  async function stepsOf(hash: string): Promise<(Step | null)[]> {
    const rows = await database
      .selectFrom('plan_steps')
      .select('body')
      .where('plan', '=', hash)
      .orderBy('place')
      .execute()
    return rows.map(stepOf)
  }

  /** Number of the first record of a step; null: it was never begun. */
  async function firstRecordOf({ plan, step }: StepPlace): Promise<number | null> {
    const row = await database
      .selectFrom('step_records')
      .select((expression) => expression.fn.min('sequence').as('first'))
      .where('plan', '=', plan)
      .where('step', '=', step)
      .executeTakeFirst()
    return row?.first ?? null
  }

  return {
    async addPlan(
      plan: Plan,
      hash: string,
      confirmation: PlanRecord['confirmation'],
      createdAt: string,
      steps?: readonly string[]
    ): Promise<boolean> {
      return database.transaction().execute(async (transaction) => {
        const added = await transaction
          .insertInto('plans')
          .values(planRow(plan, hash, confirmation, createdAt))
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .returning('hash')
          .execute()
        if (added.length === 0) return false
        await addSteps(transaction, hash, plan.steps, steps)
        await dialect.announce(transaction, 'plans')
        return true
      })
    },

    async findPlan(hash: string): Promise<PlanRecord | null> {
      const row = await database.selectFrom('plans').selectAll().where('hash', '=', hash).executeTakeFirst()
      return row === undefined ? null : planRecord(row, await stepsOf(hash))
    },

    async findHashes(prefix: string): Promise<readonly string[]> {
      if (!/^[0-9a-f]{4,64}$/.test(prefix)) return []
      const rows = await database
        .selectFrom('plans')
        .select('hash')
        .where('hash', '>=', prefix)
        .where('hash', '<', `${prefix}g`)
        .orderBy('hash')
        .execute()
      return rows.map((row) => row.hash)
    },

    async findUndo(hash: string): Promise<string | null> {
      const row = await database
        .selectFrom('plans')
        .select('hash')
        .where('undoes', '=', hash)
        .executeTakeFirst()
      return row?.hash ?? null
    },

    listPlans: (query) => listPlans(database, dialect, query),

    async setPlanState(hash: string, state: RunState, stoppedBy: Failure | null): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('plans')
          .set({ state, stopped_by: stoppedBy === null ? null : JSON.stringify(stoppedBy) })
          .where('hash', '=', hash)
          .execute()
        await dialect.announce(transaction, 'plans')
      })
    },

    async readSteps(hash: string): Promise<ReadonlyMap<string, StepRecord>> {
      const rows = await database
        .selectFrom('step_records')
        .select(['step', 'outcome', 'failure', 'target_id', 'at'])
        .where('plan', '=', hash)
        .orderBy('sequence')
        .execute()
      return new Map(rows.map((row) => [row.step, stepRecord(row)]))
    },

    async record(
      hash: string,
      records: readonly StepRecord[],
      secrets: readonly SealedSecret[] = []
    ): Promise<void> {
      const destroyed = await database.transaction().execute(async (transaction) => {
        const rows = records.map((record) => recordRow(hash, record))
        for (const chunk of chunks(rows)) await transaction.insertInto('step_records').values(chunk).execute()
        await keepSecrets(transaction, secrets, records[0]?.at ?? '')
        const gone = records.filter((record) => ['open', 'failed', 'undone'].includes(record.outcome))
        return deleteSecrets(
          transaction,
          gone.map((record) => ({ plan: hash, step: record.step }))
        )
      })
      dialect.announceSoon('plans')
      if (destroyed > 0) dialect.afterDestroying()
    },

    async historyOf(targetId: string, since?: StepPlace): Promise<readonly JournalEntry[]> {
      const begun = since === undefined ? null : await firstRecordOf(since)
      const rows = await database
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
        .$if(begun !== null, (query) => query.where('step_records.sequence', '>', begun ?? 0))
        .orderBy('step_records.sequence', 'desc')
        .execute()
      return rows.flatMap((row) => {
        const step = stepOf(row)
        const isItself = row.plan === since?.plan && row.step === since.step
        return step === null || isItself ? [] : [{ plan: row.plan, step, record: stepRecord(row) }]
      })
    },

    async listSecrets(): Promise<readonly (SealedSecret & { readonly at: string })[]> {
      return database.selectFrom('secrets').selectAll().orderBy('at').orderBy('plan').execute()
    },

    async destroySecrets(
      secrets: readonly { readonly plan: string; readonly step: string }[]
    ): Promise<void> {
      const destroyed = await database
        .transaction()
        .execute((transaction) => deleteSecrets(transaction, secrets))
      if (destroyed > 0) dialect.afterDestroying()
    }
  }
}

/** The statement for as many rows is made once: to make it costs more than to carry it out. */
async function addSteps(
  transaction: Transaction<Database>,
  hash: string,
  steps: readonly Step[],
  written: readonly string[] | undefined
): Promise<void> {
  const statements = new Map<number, CompiledQuery>()
  let place = 0
  for (const chunk of chunks(steps)) {
    const rows = chunk.map((step) => {
      const row = stepRow(hash, step, place, written?.[place])
      place += 1
      return row
    })
    const known = statements.get(rows.length)
    const statement = known ?? transaction.insertInto('plan_steps').values(rows).compile()
    statements.set(rows.length, statement)
    const parameters = rows.flatMap((row) => [row.plan, row.place, row.step, row.body])
    await transaction.executeQuery({ ...statement, parameters })
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
