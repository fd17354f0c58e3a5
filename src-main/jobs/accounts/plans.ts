import type { Handlers } from '../../contract/handlers'
import type { PlanSummary } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import type { PlanEngine } from '../../core/plan'
import type { PlanRecord, Store } from '../../world/store/port'
import { jobName } from './actions'
import { findAccountPlan, type PlanRunner } from './planRunner'
import { overviewOf, stepsOf, summaryOf } from './planView'

/** Plans that a list shows, newest first. */
const listedPlans = 200

export type PlanHandlers = Pick<
  Handlers,
  | 'plans.list'
  | 'plans.query'
  | 'plans.summary'
  | 'plans.steps'
  | 'plans.apply'
  | 'plans.cancel'
  | 'plans.undo'
  | 'plans.discard'
>

export async function planSummary(
  store: Store,
  engine: PlanEngine,
  record: PlanRecord
): Promise<PlanSummary> {
  return summaryOf(overviewOf(record, await store.readSteps(record.hash)), engine.stateOf(record))
}

/** `prefix`: at least four digits of a plan's hash, as one types it at the command line. */
export async function findPlanHash(store: Store, prefix: string): Promise<Result<string>> {
  const hashes = await store.findHashes(prefix.toLowerCase())
  const [hash] = hashes
  if (hash === undefined) return fail('plan.notFound', { plan: prefix })
  return hashes.length > 1 ? fail('plan.ambiguous', { plan: prefix }) : succeed(hash)
}

export function planHandlers(store: Store, engine: PlanEngine, runner: PlanRunner): PlanHandlers {
  const listed = async (
    words: readonly string[],
    offset: number,
    limit: number
  ): Promise<{ total: number; rows: PlanSummary[] }> => {
    const page = await store.listPlans({ job: jobName, words, offset, limit })
    const rows = page.plans.map((overview) => summaryOf(overview, engine.stateOf(overview)))
    return { total: page.total, rows }
  }
  return {
    async 'plans.list'() {
      return succeed((await listed([], 0, listedPlans)).rows)
    },

    async 'plans.query'({ text, offset, limit }) {
      return succeed(await listed(text.split(/\s+/).filter(Boolean), offset, limit))
    },

    async 'plans.summary'({ plan }) {
      const record = await findAccountPlan(store, plan)
      return record === null
        ? fail('plan.notFound', { plan })
        : succeed(await planSummary(store, engine, record))
    },

    async 'plans.steps'(query) {
      const record = await findAccountPlan(store, query.plan)
      if (record === null) return fail('plan.notFound', { plan: query.plan })
      return succeed(stepsOf(record.plan.steps, await store.readSteps(query.plan), query))
    },

    async 'plans.apply'({ plan, leavers, passphrase }) {
      const record = await findAccountPlan(store, plan)
      if (record === null) return fail('plan.notFound', { plan })
      const { confirmation, state } = record
      if (state === 'planned' && confirmation !== null && confirmation.leavers !== leavers) {
        return fail('plan.confirmationNeeded', confirmation)
      }
      return runner.apply(plan, { kind: 'actor', passphrase })
    },

    async 'plans.cancel'({ plan }) {
      engine.cancel(plan)
      return succeed()
    },

    async 'plans.undo'({ plan, passphrase }) {
      return runner.undo(plan, { kind: 'actor', passphrase })
    },

    async 'plans.discard'({ plan }) {
      const record = await findAccountPlan(store, plan)
      return record === null ? fail('plan.notFound', { plan }) : engine.discard(plan)
    }
  }
}
