import type { OperationName } from './contract/operations'
import type { CheckPlans, Ledger } from './core/ledger'
import type { TellDemoWeeks } from './desks/demoStory'
import type { House, JobModule, OpenJob } from './desks/job'
import { accountsJob } from './jobs/accounts'
import { disclosuresJob } from './jobs/disclosures'
import { evaluationsJob } from './jobs/evaluations'
import { inboxJob } from './jobs/inbox'
import { journalJob } from './jobs/journal'
import { tellDemoPeople } from './jobs/people'
import { sanctionsJob } from './jobs/sanctions'

/**
 * Every job that works on an open case file, in the order in which they are opened and do what is due. Connecting the
 * directory and signing in are no jobs of this list: the house itself stands on them (`house.ts`).
 */
const jobs = {
  accounts: accountsJob,
  sanctions: sanctionsJob,
  evaluations: evaluationsJob,
  disclosures: disclosuresJob,
  journal: journalJob,
  inbox: inboxJob
} as const

export type OpenJobs = { readonly [Name in keyof typeof jobs]: ReturnType<(typeof jobs)[Name]['open']> }

/** Operations that the jobs of the list answer. */
export type JobOperations = Extract<
  { [Name in keyof OpenJobs]: keyof OpenJobs[Name]['handlers'] }[keyof OpenJobs],
  OperationName
>

/** The jobs' rules about their statements; each ledger is checked against them. */
export const ledgerRules = Object.values(jobs).flatMap(({ rules }) => rules)

/** Each job's look at the plans of an export, one after the other. */
export const checkPlans: CheckPlans = (ledger, exported) => {
  const found = Object.values<JobModule<OpenJob<never>>>(jobs).flatMap(
    (job) => job.checkPlans?.(ledger, exported) ?? []
  )
  return {
    problems: found.flatMap(({ problems }) => problems),
    uncheckedPlans: found.flatMap(({ uncheckedPlans }) => uncheckedPlans),
    uncheckedGroups: found.flatMap(({ uncheckedGroups }) => uncheckedGroups)
  }
}

/** What each job tells of the demo school's weeks; people come first, since they found the case file. */
export const demoWeeks: readonly TellDemoWeeks[] = [
  tellDemoPeople,
  ...Object.values<JobModule<OpenJob<never>>>(jobs).flatMap((job) => job.demoWeeks ?? [])
]

/** Whether some job's statements say that a plan was decided. */
export function decidedAt(ledger: Pick<Ledger, 'naming'>, plan: string): string | null {
  for (const job of Object.values<JobModule<OpenJob<never>>>(jobs)) {
    const time = job.decidedAt?.(ledger, plan) ?? null
    if (time !== null) return time
  }
  return null
}

export function openJobs(house: House): OpenJobs {
  const opened = Object.entries(jobs).map(([name, job]) => [name, job.open(house)])
  // Names and jobs belong together by the list; TypeScript cannot follow them through it.
  return Object.fromEntries(opened) as OpenJobs
}
