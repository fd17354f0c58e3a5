import type { Flag, FlagState, FlagStanding, FlagSummary } from '../../../contract/flags'
import { flagStandings } from '../../../contract/flags'
import type { OperationOutput, ParsedInput } from '../../../contract/operations'
import { permits } from '../../../contract/operations'
import { holdsWords, searchKey, searchWords } from '../../../contract/search'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import { fullName, type Actor } from '../../../core/people/actor'
import { mayRead } from '../../../core/people/reading'
import { canBeEvaluated, nextState } from './course'
import type { FoundMatter } from '../../../contract/foundMatter'
import type { PackRule } from '../rules/pack'
import { expiryOf } from '../standing/course'
import { readStandingOrder } from '../standing/records'
import { confidenceOf, matterOf, originOf, payloadOf, readFlags, type FlagRecord } from './records'

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

/** What a look at flags needs besides who asks. */
export interface FlagLook {
  readonly ledger: LedgerView
  /** What rules say of themselves, as far as it is known. */
  readonly pack: readonly PackRule[]
}

export function summaryOf({ ledger, pack }: FlagLook, asker: Actor, record: FlagRecord): FlagSummary {
  const { id, number, version, since, reporter, begun, reported } = record
  const told = payloadOf(ledger, reported, 'flag.reported')
  const state = stateFor(asker, record)
  return {
    id,
    number,
    version,
    state,
    reportedAt: begun.statement.time,
    since: state === record.state ? since : (record.answers.at(-1)?.statement.time ?? since),
    reporter: reporter === null ? null : { person: reporter, name: ledger.nameOfPerson(reporter) },
    found: foundIn({ ledger, pack }, record),
    content: told === null ? null : { person: personOf(told), happenedOn: told.happenedOn, areas: told.areas }
  }
}

type Told = NonNullable<ReturnType<typeof payloadOf<'flag.reported'>>>

function personOf({ person, names, schoolClass }: Told): NonNullable<FlagSummary['content']>['person'] {
  return person === null || names === null ? null : { account: person, names, schoolClass }
}

function foundIn({ ledger, pack }: FlagLook, record: FlagRecord): FlagSummary['found'] {
  if (record.found === null) return null
  const { standingOrder: id } = record.found
  const matter = matterOf(ledger, record)
  return {
    standingOrder: { id, number: readStandingOrder(ledger, id)?.number ?? '' },
    matter,
    title: ruleOf(pack, matter)?.title ?? null
  }
}

function ruleOf(pack: readonly PackRule[], matter: FoundMatter | null): PackRule | undefined {
  return pack.find(({ id }) => id === matter?.rule)
}

/** When a flag expires unless somebody acts on it (ISO, UTC); null: it does not, or somebody has ordered an evaluation on it. */
export function expiresAt(ledger: LedgerView, { id, found, state }: FlagRecord): string | null {
  const standing = found === null ? null : readStandingOrder(ledger, found.standingOrder)
  if (found === null || standing === null || state !== 'open') return null
  if (ledger.ofKind('order.given').some(({ statement }) => statement.body['flag'] === id)) return null
  return expiryOf(found.newest.statement.time, standing.flagDays)
}

/**
 * A flag as one person may see it. The leadership's reasons are for the leadership, and what it has handed over with for who
 * proposes; what it tells the reporter, for both of them.
 *
 * @param caseNumber what the case that was opened from it is called
 */
export function flagOf(
  look: FlagLook,
  asker: Actor,
  record: FlagRecord,
  caseNumber: (id: string) => string
): Flag {
  const { ledger, pack } = look
  const told = payloadOf(ledger, record.reported, 'flag.reported')
  const rule = ruleOf(pack, matterOf(ledger, record))
  const isOwn = isReporter(asker, record)
  const isLeading = leads(asker)
  const signs = isLeading && !isOwn && asker.fingerprint !== null
  const can = (move: Parameters<typeof nextState>[1]): boolean =>
    nextState(record.state, move, originOf(record)) !== null
  const worded = (item: SoundItem | null, kind: 'flag.asked' | 'flag.replied', name: string) =>
    item === null
      ? null
      : { at: item.statement.time, name, words: payloadOf(ledger, item, kind)?.words ?? '' }
  return {
    ...summaryOf(look, asker, record),
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
    explanation:
      rule === undefined
        ? null
        : { description: rule.description, policy: [...rule.policy], innocent: [...rule.innocent] },
    expiresAt: expiresAt(ledger, record),
    question: worded(record.asked, 'flag.asked', signerOf(ledger, record.asked)),
    reply: worded(record.replied, 'flag.replied', ledger.nameOfPerson(record.reporter ?? '')),
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
  look: FlagLook,
  asker: Actor,
  { text, standing, offset, limit }: ParsedInput<'flags.query'>
): OperationOutput<'flags.query'> {
  const { ledger } = look
  const words = searchWords(text)
  const records = readableFlags(ledger, asker)
  const found = records.filter((record) => words.length === 0 || holdsWords(keyOf(look, record), words))
  const wanted = found.filter(({ state }) => standing === null || standingOf(state) === standing).toReversed()
  return {
    all: records.length,
    total: wanted.length,
    rows: wanted.slice(offset, offset + limit).map((record) => summaryOf(look, asker, record)),
    standings: flagStandings
      .map((name) => ({ name, count: found.filter(({ state }) => standingOf(state) === name).length }))
      .filter(({ count }) => count > 0)
  }
}

/** What every reader of a flag may look for: all of it stands on its page. */
function keyOf(look: FlagLook, record: FlagRecord): string {
  const { ledger } = look
  const { number, reporter, reported } = record
  const told = payloadOf(ledger, reported, 'flag.reported')
  const about = told?.names == null ? [] : [fullName(told.names), told.names.login, told.schoolClass]
  const found = foundIn(look, record)
  const { de = '', en = '' } = found?.title ?? {}
  return searchKey([
    ...[number, reporter === null ? '' : ledger.nameOfPerson(reporter), ...about],
    ...[told?.rule ?? '', told?.seen ?? '', found?.standingOrder.number ?? '', de, en],
    ...(found?.matter?.pseudonyms ?? []).map((pseudonym) => pseudonym.slice(pseudonym.indexOf(':') + 1))
  ])
}
