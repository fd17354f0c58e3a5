import type { JobCommandLine } from './commandLine/words'
import { accountsCommandLine } from './jobs/accounts/commandLine'
import { evaluationsCommandLine } from './jobs/evaluations/commandLine'
import { journalCommandLine } from './jobs/journal/commandLine'
import { sanctionsCommandLine } from './jobs/sanctions/commandLine'
import { setupCommandLine } from './jobs/setup/commandLine'
import type { OpenJobs } from './jobs'

/**
 * The words of each job at the command line, in the order in which the usage shows them; null: it has none. A list beside
 * `jobs.ts`, since the window has no use for what reads words; whoever is missing here does not compile.
 */
const jobs = {
  setup: setupCommandLine,
  accounts: accountsCommandLine,
  sanctions: sanctionsCommandLine,
  journal: journalCommandLine,
  inbox: null,
  disclosures: null,
  evaluations: evaluationsCommandLine
} as const satisfies Readonly<Record<keyof OpenJobs | 'setup', JobCommandLine<never> | null>>

type CommandLines = NonNullable<(typeof jobs)[keyof typeof jobs]>

type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All
) => void
  ? All
  : never

/** The services that jobs bring for their own words. */
export type JobServices = Intersection<
  CommandLines extends infer One ? (One extends JobCommandLine<never, infer Own> ? Own : never) : never
>

export const commandLines: readonly CommandLines[] = Object.values(jobs).filter((job) => job !== null)
