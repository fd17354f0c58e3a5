import type { JobHandlers } from '../../contract/handlers'
import type { OperationName } from '../../contract/operations'
import type { PlanSummary } from '../../contract/plan'
import { fail, succeed } from '../../contract/result'
import type { PlanEngine } from '../../core/plan'
import type { PlanJournal } from '../../world/store/port'
import type { JobPlans } from './jobPlans'
import { stepsOf, summaryOf } from './view'

/** Plans that a list shows, newest first. */
const listedPlans = 200

export type PlanHandlers = JobHandlers<Extract<OperationName, `plans.${string}`>>

/** `offered`: by the name of the job. A plan of any other job is not there. */
export function planHandlers(
  journal: PlanJournal,
  engine: PlanEngine,
  offered: ReadonlyMap<string, JobPlans>
): PlanHandlers {
  const listed = async (
    words: readonly string[],
    offset: number,
    limit: number
  ): Promise<{ total: number; rows: PlanSummary[] }> => {
    const page = await journal.listPlans({ jobs: [...offered.keys()], words, offset, limit })
    const rows = page.plans.map((overview) => summaryOf(overview, engine.stateOf(overview)))
    return { total: page.total, rows }
  }
  const plansOf = async (hash: string): Promise<JobPlans | undefined> => {
    const record = await journal.findPlan(hash)
    return record === null ? undefined : offered.get(record.plan.job)
  }
  return {
    async 'plans.list'() {
      return succeed((await listed([], 0, listedPlans)).rows)
    },

    async 'plans.query'({ text, offset, limit }) {
      return succeed(await listed(text.split(/\s+/).filter(Boolean), offset, limit))
    },

    async 'plans.summary'({ plan }) {
      const plans = await plansOf(plan)
      return plans === undefined ? fail('plan.notFound', { plan }) : plans.summary(plan)
    },

    async 'plans.steps'(query) {
      const { plan } = query
      const record = await (await plansOf(plan))?.find(plan)
      if (record == null) return fail('plan.notFound', { plan })
      return succeed(stepsOf(record.plan.steps, await journal.readSteps(plan), query))
    },

    async 'plans.apply'({ plan, leavers, renames, passphrase }) {
      const plans = await plansOf(plan)
      const record = await plans?.find(plan)
      if (plans === undefined || record == null) return fail('plan.notFound', { plan })
      const { confirmation, state } = record
      if (state === 'planned' && confirmation !== null) {
        const { leavers: leaving, governed, renames: renamed = 0 } = confirmation
        if (leaving > 0 && leaving !== leavers)
          return fail('plan.confirmationNeeded', { leavers: leaving, governed })
        if (renamed > 0 && renamed !== renames)
          return fail('plan.renamesConfirmationNeeded', { renames: renamed, governed })
      }
      return plans.apply(plan, { kind: 'actor', passphrase }, undefined)
    },

    async 'plans.cancel'({ plan }) {
      const plans = await plansOf(plan)
      plans?.cancel(plan)
      return succeed()
    },

    async 'plans.undo'({ plan, passphrase }) {
      const plans = await plansOf(plan)
      if (plans === undefined) return fail('plan.notFound', { plan })
      return plans.undo(plan, { kind: 'actor', passphrase }, undefined)
    },

    async 'plans.discard'({ plan }) {
      const plans = await plansOf(plan)
      return plans === undefined ? fail('plan.notFound', { plan }) : plans.discard(plan)
    }
  }
}
