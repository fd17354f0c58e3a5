import { aboutNothing, nothingDone, type DueReport } from '../contract/due'
import { succeed } from '../contract/result'
import type { AccountDecisions, DueWork, OpenJob } from '../desks/job'

/** What all jobs decide about people, one after the other. */
export function decisionsOf(open: () => readonly OpenJob<never>[]): AccountDecisions {
  const all = (): AccountDecisions[] => open().flatMap(({ decisions }) => decisions ?? [])
  return {
    async guard(account, change) {
      for (const one of all()) {
        const answer = await one.guard(account, change)
        if (!answer.ok) return answer
      }
      return succeed()
    },
    async suspensionAtReturn(account, before) {
      let suspension = before
      for (const one of all()) suspension = await one.suspensionAtReturn(account, suspension)
      return suspension
    },
    isDecidedStep: (step) => all().some((one) => one.isDecidedStep(step)),
    async withheldGroups(account) {
      const groups: string[] = []
      for (const one of all()) groups.push(...(await one.withheldGroups(account)))
      return groups
    }
  }
}

/** One job after the other; one that has to wait does not hold up the others. */
export async function dueOf(open: readonly OpenJob<never>[]): Promise<DueReport> {
  let report: DueReport = { ...nothingDone, waiting: [] }
  for (const job of open) {
    const done = await job.dueWork?.()
    if (done === undefined) continue
    const { waiting = [], ...work }: DueWork = done.ok ? done.value : { waiting: [{ failure: done.failure }] }
    const waits = waiting.map(({ failure, ...about }) => ({ ...aboutNothing, ...about, failure }))
    report = { ...report, ...work, waiting: [...report.waiting, ...waits] }
  }
  return report
}
