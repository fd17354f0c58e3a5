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
import { confidenceOf, matterOf, readFlag } from './records'
import type { PackRule } from '../rules/pack'
import { flagOf, pageOf, type FlagLook } from './views'
import { FlagWork, type EvaluationBeginning } from './work'

export { tellDemoFlags } from './demo'
export { FlagRule } from './flagRule'
export { ownMatters } from './ownMatter'

export type FlagOperation = Extract<OperationName, `flags.${string}`>

export interface FlagsOptions extends Pick<House, 'ledger' | 'signing' | 'subjects'> {
  readonly ledgerClock: Clock
  readonly directory: Pick<DirectoryDesk, 'ask'>
  /** The log rules that there are: what they say of themselves. */
  readonly pack: () => Promise<Result<readonly PackRule[]>>
}

/** Flags: what people have seen and report, and what the leadership answers (P19, P21, P25). */
export interface Flags extends Pick<OpenJob<FlagOperation>, 'handlers' | 'inboxItems' | 'ledgerProblems'> {
  readonly subject: SubjectKnowledge
  readonly origin: CaseOrigin
  /** `flags.notFound`, `flags.ownReport`, `flags.notPossibleNow`: this person orders no evaluation on the flag. */
  mayOrderOn(asker: Actor, id: string): Result<undefined>
  /** What a new order begins with; fails as `mayOrderOn` does. */
  evaluationBeginning(asker: Actor, id: string): Promise<Result<EvaluationBeginning>>
  /** Whom a flag is about that a standing order has found; none: it is another one, or names nobody. */
  pseudonymsOf(id: string): readonly string[]
  /** Whether this person may read the flag. */
  reads(asker: Actor, id: string): boolean
}

export function createFlags(options: FlagsOptions): Flags {
  const { ledger, ledgerClock, directory, signing, subjects, pack } = options
  const now = (): Date => ledgerClock.now()
  const work = new FlagWork({ ledger, directory, signing, now, pack })
  const caseNumber = (id: string): string => subjects()['case']?.nameOf(id) ?? ''

  /** Without their titles rules are shown as what they are: not known here. */
  const look = async (): Promise<FlagLook> => {
    const known = await pack()
    return { ledger, pack: known.ok ? known.value : [] }
  }

  const seen = async (asker: Actor, id: string): Promise<Result<Flag>> => {
    const shown = await look()
    const found = work.find(asker, id)
    return found.ok ? succeed(flagOf(shown, asker, found.value, caseNumber)) : found
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
    'flags.query': (query, asker) => asPerson(asker, async () => succeed(pageOf(await look(), asker, query))),
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
    pseudonymsOf(id) {
      const record = readFlag(ledger, id)
      return record === null ? [] : (matterOf(ledger, record)?.pseudonyms ?? [])
    },
    reads: (asker, id) => work.find(asker, id).ok,
    inboxItems: (asker) => flagItems(ledger, asker, now()),
    ledgerProblems: async () => ownMatters(ledger)
  }
}
