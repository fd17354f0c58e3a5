import type { JobHandlers } from '../../../contract/handlers'
import type { Flag } from '../../../contract/flags'
import type { OperationName } from '../../../contract/operations'
import { fail, succeed, type Result } from '../../../contract/result'
import type { Clock } from '../../../core/clock'
import type { Actor } from '../../../core/people/actor'
import type { DirectoryDesk } from '../../../desks/directory'
import type { CaseOrigin, House, OpenJob, SubjectKnowledge } from '../../../desks/job'
import { flagItems } from './inbox'
import { ownMatters } from './ownMatter'
import { confidenceOf, readFlag } from './records'
import { flagOf, pageOf } from './views'
import { FlagWork, type EvaluationBeginning } from './work'

export { tellDemoFlags } from './demo'
export { FlagRule } from './flagRule'
export { ownMatters } from './ownMatter'

export type FlagOperation = Extract<OperationName, `flags.${string}`>

export interface FlagsOptions extends Pick<House, 'ledger' | 'signing' | 'subjects'> {
  readonly ledgerClock: Clock
  readonly directory: Pick<DirectoryDesk, 'ask'>
}

/** Flags: what people have seen and report, and what the leadership answers (P19, P21, P25). */
export interface Flags extends Pick<OpenJob<FlagOperation>, 'handlers' | 'inboxItems' | 'ledgerProblems'> {
  readonly subject: SubjectKnowledge
  readonly origin: CaseOrigin
  /** `flags.notFound`, `flags.ownReport`, `flags.notPossibleNow`: this person orders no evaluation on the flag. */
  mayOrderOn(asker: Actor, id: string): Result<undefined>
  /** What a new order begins with; fails as `mayOrderOn` does. */
  evaluationBeginning(asker: Actor, id: string): Result<EvaluationBeginning>
  /** Whether this person may read the flag. */
  reads(asker: Actor, id: string): boolean
}

export function createFlags({ ledger, ledgerClock, directory, signing, subjects }: FlagsOptions): Flags {
  const now = (): Date => ledgerClock.now()
  const work = new FlagWork({ ledger, directory, signing, now })
  const caseNumber = (id: string): string => subjects()['case']?.nameOf(id) ?? ''

  const seen = (asker: Actor, id: string): Result<Flag> => {
    const found = work.find(asker, id)
    return found.ok ? succeed(flagOf(ledger, asker, found.value, caseNumber)) : found
  }

  /** Nobody reports anything before there are persons: somebody has to answer it. */
  const asPerson = async <Value>(
    { person }: Actor,
    answer: (person: string) => Result<Value> | Promise<Result<Value>>
  ): Promise<Result<Value>> => (person === null ? fail('people.notFounded') : answer(person))

  /** Says something and answers the flag as it is then. */
  const said = (asker: Actor, say: (person: string) => Promise<Result<string>>): Promise<Result<Flag>> =>
    asPerson(asker, async (person) => {
      const id = await say(person)
      return id.ok ? seen(asker, id.value) : id
    })

  const handlers: JobHandlers<FlagOperation> = {
    'flags.report': (input, asker) => said(asker, (person) => work.report(person, input)),
    'flags.query': (query, asker) => asPerson(asker, () => succeed(pageOf(ledger, asker, query))),
    'flags.flag': ({ flag }, asker) => asPerson(asker, () => seen(asker, flag)),
    'flags.reply': (input, asker) => said(asker, () => work.reply(asker, input)),
    'flags.ask': (input, asker) => said(asker, () => work.ask(asker, input)),
    'flags.answer': (input, asker) => said(asker, () => work.answer(asker, input))
  }

  return {
    handlers,
    subject: {
      nameOf: (id) => readFlag(ledger, id)?.number ?? '',
      authorsOf: () => [],
      confidenceOf(id) {
        const record = readFlag(ledger, id)
        return record === null ? null : confidenceOf(ledger, record)
      }
    },
    origin: {
      beginning: (id, asker) => work.beginning(id, asker),
      whenOpened: (id, opened) => work.whenOpened(id, opened)
    },
    mayOrderOn: (asker, id) => work.mayOrderOn(asker, id),
    evaluationBeginning: (asker, id) => work.evaluationBeginning(asker, id),
    reads: (asker, id) => work.find(asker, id).ok,
    inboxItems: (asker) => flagItems(ledger, asker, now()),
    ledgerProblems: async () => ownMatters(ledger)
  }
}
