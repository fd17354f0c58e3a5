import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Step, StepOutcome } from '../../../contract/plan'
import { holdsWords, searchKey, searchWords } from '../../../contract/search'
import type { PlanOverview, PlanPage, PlanQuery, PlanRecord } from '../port'
import { chunks } from './chunks'
import type { Dialect } from './dialect'
import { planHead, planRecord, stepOf } from './rows'
import type { Database } from './schema'

/**
 * A page of plans. Steps are counted by the database: a plan of a whole school has thirty thousand, and a list
 * shows how many, not which. Where a row is damaged, as somebody may have put it there past the app, counting fails or
 * counts what is no plan; then the rows are read one by one, so that it takes no sound plan's place.
 */
export async function listPlans(
  database: Kysely<Database>,
  dialect: Dialect,
  query: PlanQuery
): Promise<PlanPage> {
  try {
    const counted = await countedPlans(database, dialect, query)
    if (counted !== null) return counted
  } catch (error) {
    if (!dialect.foundNoJson(error)) throw error
  }
  return readPlans(database, query)
}

/** null: one of them is damaged. */
async function countedPlans(
  database: Kysely<Database>,
  dialect: Dialect,
  { jobs, words, offset, limit }: PlanQuery
): Promise<PlanPage | null> {
  if (jobs.length === 0) return { total: 0, plans: [] }
  const ofJob = sql<SqlBool>`${dialect.jsonText('plans.head', ['job'])} in (${sql.join(jobs)})`
  const searched = sql<string>`${dialect.jsonText('plan_steps.body', ['target', 'name'])} || ' ' ||
    ${dialect.jsonText('plan_steps.body', ['target', 'label'])} || ' ' ||
    ${dialect.jsonText('plan_steps.body', ['target', 'schoolClass'])}`
  const wanted = searchWords(words.join(' '))
  let matching = database.selectFrom('plans').where(ofJob)
  if (wanted.length > 0) {
    matching = matching.where((expression) =>
      expression.exists(
        expression
          .selectFrom('plan_steps')
          .select('plan_steps.plan')
          .whereRef('plan_steps.plan', '=', 'plans.hash')
          .where(
            expression.and(
              wanted.map((word) =>
                expression.or(word.map((spelling) => dialect.contains(dialect.searchKey(searched), spelling)))
              )
            )
          )
      )
    )
  }
  const counted = await matching
    .select(({ fn }) => fn.countAll<number | string>().as('total'))
    .executeTakeFirst()
  const rows = await matching
    .selectAll('plans')
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .offset(offset)
    .limit(limit)
    .execute()
  const hashes = rows.map(({ hash }) => hash)
  const tallies = await talliesOf(database, dialect, hashes)
  const outcomes = await outcomesOf(database, hashes)
  const plans: PlanOverview[] = []
  for (const row of rows) {
    const head = planHead(row)
    const { label, ...own } = tallies.get(row.hash) ?? { label: '', tallies: [] }
    const steps = own.tallies.reduce((sum, { count }) => sum + count, 0)
    const texts: readonly unknown[] = own.tallies.flatMap(({ kind, schoolClass }) => [
      kind,
      schoolClass,
      label
    ])
    if (head === null || texts.some((text) => typeof text !== 'string')) return null
    plans.push({
      ...head,
      tallies: own.tallies,
      subject: steps === 1 ? label : null,
      outcomes: outcomes.get(row.hash) ?? {}
    })
  }
  return { total: Number(counted?.total ?? 0), plans }
}

interface PlanTallies {
  /** Of one of its steps. */
  label: string
  readonly tallies: { kind: string; schoolClass: string; count: number }[]
}

async function talliesOf(
  database: Kysely<Database>,
  dialect: Dialect,
  hashes: readonly string[]
): Promise<Map<string, PlanTallies>> {
  const found = new Map<string, PlanTallies>()
  const kind = dialect.jsonText('body', ['kind'])
  const schoolClass = dialect.jsonText('body', ['target', 'schoolClass'])
  const label = dialect.jsonText('body', ['target', 'label'])
  for (const chunk of chunks(hashes)) {
    const rows = await database
      .selectFrom('plan_steps')
      .select(({ fn }) => [
        'plan',
        kind.as('kind'),
        schoolClass.as('school_class'),
        fn.countAll<number | string>().as('steps'),
        sql<string>`min(${label})`.as('label'),
        fn.min('place').as('first')
      ])
      .where('plan', 'in', chunk)
      .groupBy(['plan', 'kind', 'school_class'])
      .orderBy('first')
      .execute()
    for (const row of rows) {
      const plan = found.get(row.plan) ?? { label: row.label, tallies: [] }
      plan.tallies.push({ kind: row.kind, schoolClass: row.school_class, count: Number(row.steps) })
      found.set(row.plan, plan)
    }
  }
  return found
}

/** By the latest record of each step. */
async function outcomesOf(
  database: Kysely<Database>,
  hashes: readonly string[]
): Promise<Map<string, Partial<Record<StepOutcome, number>>>> {
  const found = new Map<string, Partial<Record<StepOutcome, number>>>()
  for (const chunk of chunks(hashes)) {
    const rows = await database
      .selectFrom('step_records')
      .select(({ fn }) => ['plan', 'outcome', fn.countAll<number | string>().as('steps')])
      .where('sequence', 'in', (latest) =>
        latest
          .selectFrom('step_records as other')
          .where('other.plan', 'in', chunk)
          .groupBy(['other.plan', 'other.step'])
          .select(({ fn }) => fn.max('other.sequence').as('sequence'))
      )
      .groupBy(['plan', 'outcome'])
      .execute()
    for (const { plan, outcome, steps } of rows) {
      found.set(plan, { ...found.get(plan), [outcome as StepOutcome]: Number(steps) })
    }
  }
  return found
}

/** The same, without trusting any row. Slow: it reads the steps of every plan that is searched. */
async function readPlans(
  database: Kysely<Database>,
  { jobs, words, offset, limit }: PlanQuery
): Promise<PlanPage> {
  const rows = await database
    .selectFrom('plans')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .execute()
  const wanted = searchWords(words.join(' '))
  const found: PlanOverview[] = []
  for (const row of rows) {
    const job = planHead(row)?.head.job
    if (job === undefined || !jobs.includes(job)) continue
    const bodies = database.selectFrom('plan_steps').select('body').where('plan', '=', row.hash)
    const record = planRecord(row, (await bodies.orderBy('place').execute()).map(stepOf))
    if (record === null) continue
    const isMeant = wanted.length === 0 || record.plan.steps.some((step) => hasWords(step, wanted))
    if (isMeant) found.push(overviewOf(record))
  }
  const plans = found.slice(offset, offset + limit)
  const outcomes = await outcomesOf(
    database,
    plans.map(({ hash }) => hash)
  )
  return {
    total: found.length,
    plans: plans.map((plan) => ({ ...plan, outcomes: outcomes.get(plan.hash) ?? {} }))
  }
}

function hasWords({ target }: Step, words: ReturnType<typeof searchWords>): boolean {
  return holdsWords(searchKey([target.name, target.label, target.schoolClass]), words)
}

function overviewOf({ plan, ...record }: PlanRecord): PlanOverview {
  const { steps, ...head } = plan
  const tallies = new Map<string, PlanOverview['tallies'][number]>()
  for (const { kind, target } of steps) {
    const key = JSON.stringify([kind, target.schoolClass])
    const count = (tallies.get(key)?.count ?? 0) + 1
    tallies.set(key, { kind, schoolClass: target.schoolClass, count })
  }
  const [only, ...others] = steps
  return {
    ...record,
    head,
    tallies: [...tallies.values()],
    subject: others.length === 0 ? (only?.target.label ?? null) : null,
    outcomes: {}
  }
}
