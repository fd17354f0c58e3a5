import type { Flag, FlagState, FlagStanding, FlagSummary } from '../../../contract/flags'
import { flagStandings } from '../../../contract/flags'
import type { OperationOutput, ParsedInput } from '../../../contract/operations'
import { permits } from '../../../contract/operations'
import { holdsWords, searchKey, searchWords } from '../../../contract/search'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import { fullName, type Actor } from '../../../core/people/actor'
import { mayRead } from '../../../core/people/reading'
import { canBeEvaluated, nextState } from './course'
import { confidenceOf, payloadOf, readFlags, type FlagRecord } from './records'

/** Everything that the asker may read, oldest first. */
function readableFlags(ledger: LedgerView, asker: Actor): readonly FlagRecord[] {
  return readFlags(ledger).filter((record) => maySee(ledger, asker, record))
}

export function maySee(ledger: LedgerView, asker: Actor, record: FlagRecord): boolean {
  return mayRead(asker, { of: 'confidence', confidence: confidenceOf(ledger, record) })
}

export function isReporter({ person }: Actor, { reporter }: FlagRecord): boolean {
  return person !== null && person === reporter
}

/** They are of the leadership. Whom the flag is about does not even see it. */
export function leads({ roles }: Actor): boolean {
  return permits('flags.answer', roles)
}

/** They propose cases, of what was handed over. */
export function proposes({ roles, fingerprint }: Actor): boolean {
  return fingerprint !== null && permits('sanctions.open', roles)
}

/** They work on it, and do not only wait for what becomes of their report. */
function worksOn(asker: Actor): boolean {
  return leads(asker) || permits('sanctions.open', asker.roles)
}

/** What became of it, as far as it concerns who asks: whether a case was opened is not for who has only reported it. */
function stateFor(asker: Actor, { state }: FlagRecord): FlagState {
  return state === 'pursued' && !worksOn(asker) ? 'handedOver' : state
}

function standingOf(state: FlagState): FlagStanding {
  return state === 'open' || state === 'asked' || state === 'replied' ? 'open' : 'answered'
}

export function summaryOf(ledger: LedgerView, asker: Actor, record: FlagRecord): FlagSummary {
  const { id, number, version, since, reporter, reported } = record
  const told = payloadOf(ledger, reported, 'flag.reported')
  const state = stateFor(asker, record)
  return {
    id,
    number,
    version,
    state,
    reportedAt: reported.statement.time,
    since: state === record.state ? since : (record.answers.at(-1)?.statement.time ?? since),
    reporter: { person: reporter, name: ledger.nameOfPerson(reporter) },
    content: told === null ? null : { person: personOf(told), happenedOn: told.happenedOn, areas: told.areas }
  }
}

type Told = NonNullable<ReturnType<typeof payloadOf<'flag.reported'>>>

function personOf({ person, names, schoolClass }: Told): NonNullable<FlagSummary['content']>['person'] {
  return person === null || names === null ? null : { account: person, names, schoolClass }
}

/**
 * A flag as one person may see it. The leadership's reasons are for the leadership, and what it has handed over with for who
 * proposes; what it tells the reporter, for both of them.
 *
 * @param caseNumber what the case that was opened from it is called
 */
export function flagOf(
  ledger: LedgerView,
  asker: Actor,
  record: FlagRecord,
  caseNumber: (id: string) => string
): Flag {
  const told = payloadOf(ledger, record.reported, 'flag.reported')
  const isOwn = isReporter(asker, record)
  const isLeading = leads(asker)
  const signs = isLeading && !isOwn && asker.fingerprint !== null
  const can = (move: Parameters<typeof nextState>[1]): boolean => nextState(record.state, move) !== null
  const worded = (item: SoundItem | null, kind: 'flag.asked' | 'flag.replied', name: string) =>
    item === null
      ? null
      : { at: item.statement.time, name, words: payloadOf(ledger, item, kind)?.words ?? '' }
  return {
    ...summaryOf(ledger, asker, record),
    details:
      told === null
        ? null
        : {
            seen: told.seen,
            from: told.from,
            until: told.until,
            rule: told.rule,
            certainty: told.certainty,
            contents: told.contents
          },
    question: worded(record.asked, 'flag.asked', signerOf(ledger, record.asked)),
    reply: worded(record.replied, 'flag.replied', ledger.nameOfPerson(record.reporter)),
    answers: record.answers.map((item) => {
      const { outcome } = bodyOf(item.statement, 'flag.answered')
      const answer = payloadOf(ledger, item, 'flag.answered')
      const isGiven = outcome === 'handedOver' && worksOn(asker)
      // Who has reported it and is of the leadership is not answered by the reasons of the other one.
      const readsReason = (isLeading && !isOwn) || isGiven
      return {
        at: item.statement.time,
        name: signerOf(ledger, item),
        outcome,
        message: isOwn || isLeading ? (answer?.message ?? '') : '',
        reason: readsReason ? (answer?.reason ?? '') : ''
      }
    }),
    case:
      record.case === null || !worksOn(asker) ? null : { id: record.case, number: caseNumber(record.case) },
    may: {
      reply: isOwn && can('replied'),
      ask: signs && can('asked'),
      close: signs && can('closed'),
      handOver: signs && can('handedOver'),
      propose: proposes(asker) && !isAbout(asker, told) && can('pursued'),
      order: signs && canBeEvaluated(record.state)
    },
    answerRefusedBecauseOwn: isLeading && isOwn && (can('closed') || can('handedOver'))
  }
}

/** Whoever has reported themselves sees it, and still opens no case from it. */
export function isAbout({ person }: Actor, told: Pick<Told, 'person'> | null): boolean {
  return person !== null && person === told?.person
}

function signerOf(ledger: LedgerView, item: SoundItem | null): string {
  return item === null ? '' : ledger.nameOf(item.statement.key)
}

/** The page of the list that was asked for, newest first. */
export function pageOf(
  ledger: LedgerView,
  asker: Actor,
  { text, standing, offset, limit }: ParsedInput<'flags.query'>
): OperationOutput<'flags.query'> {
  const words = searchWords(text)
  const records = readableFlags(ledger, asker)
  const found = records.filter((record) => words.length === 0 || holdsWords(keyOf(ledger, record), words))
  const wanted = found.filter(({ state }) => standing === null || standingOf(state) === standing).toReversed()
  return {
    all: records.length,
    total: wanted.length,
    rows: wanted.slice(offset, offset + limit).map((record) => summaryOf(ledger, asker, record)),
    standings: flagStandings
      .map((name) => ({ name, count: found.filter(({ state }) => standingOf(state) === name).length }))
      .filter(({ count }) => count > 0)
  }
}

/** What every reader of a flag may look for: all of it stands on its page. */
function keyOf(ledger: LedgerView, { number, reporter, reported }: FlagRecord): string {
  const told = payloadOf(ledger, reported, 'flag.reported')
  const about = told?.names == null ? [] : [fullName(told.names), told.names.login, told.schoolClass]
  return searchKey([number, ledger.nameOfPerson(reporter), ...about, told?.rule ?? '', told?.seen ?? ''])
}
