import type { ParsedInput, OperationOutput } from '../../contract/operations'
import { failureCodes } from '../../contract/failures'
import type { Failure } from '../../contract/result'
import { approvalDays, caseStates, type CaseSummary, type SanctionCase } from '../../contract/sanctions'
import { holdsWords, searchKey, searchWords } from '../../contract/search'
import { fullName, type Actor } from '../../core/people/actor'
import { mayRead } from '../../core/people/reading'
import { isEnd, measuresOf, type CaseRecord } from './cases'
import type { KnownDifference } from './due'

/** What beside the ledger is known of a case: from the last look at the directory. */
export interface CaseSurroundings {
  readonly differences: ReadonlyMap<string, KnownDifference>
  readonly obstacles: ReadonlyMap<string, Failure>
}

const millisecondsADay = 86_400_000

/** Evaluators see the cases that they have opened or proposed; administrators and leadership all. */
export function maySee(actor: Actor, record: CaseRecord): boolean {
  return mayRead(actor, { of: 'case', authors: () => record.authors })
}

/** They opened or proposed the case, and so never decide on it (P21). */
export function isAuthor({ person }: Actor, { authors }: CaseRecord): boolean {
  return person !== null && authors.includes(person)
}

/** The case is about them: nobody decides, proposes or says anything in their own matter. */
export function isConcerned({ person }: Actor, { account }: CaseRecord): boolean {
  return person !== null && person === account
}

/** Placeholder of the contract's non-empty account id where the person was erased. */
const erasedAccount = '-'

export function summaryOf(record: CaseRecord): CaseSummary {
  const { id, number, version, state, account, names, schoolClass, rule, opened, since } = record
  return {
    id,
    number,
    version,
    state,
    person: { account: account === '' ? erasedAccount : account, names, schoolClass },
    rule,
    openedAt: opened.at,
    measures: [...measuresOf(record)],
    deadline: deadlineOf(record),
    waitingSince: since
  }
}

/** By when the next one should act (ISO, UTC); null: nobody has to. */
export function deadlineOf({ state, proposal, decision, lift }: CaseRecord): string | null {
  if (state === 'approved') return decision?.expires ?? null
  if (state === 'lifting') return lift?.expires ?? null
  return state === 'proposed' && proposal !== null
    ? new Date(Date.parse(proposal.at) + approvalDays * millisecondsADay).toISOString()
    : null
}

export function caseOf(record: CaseRecord, actor: Actor, surroundings: CaseSurroundings): SanctionCase {
  const { happenedOn, facts, evidence, opened, proposal, hearings, decision, lift, enforcedAt, state } =
    record
  const differences = surroundings.differences.get(record.id)?.differences ?? []
  const isAbout = isConcerned(actor, record)
  const isOwn = isAbout || isAuthor(actor, record)
  const signs = actor.fingerprint !== null && !isAbout
  const proposes = signs && (actor.roles.includes('administrator') || actor.roles.includes('evaluator'))
  const leads = actor.fingerprint !== null && actor.roles.includes('leadership')
  const decides = signs && leads
  const isUndecided = state === 'open' || state === 'proposed'
  return {
    ...summaryOf(record),
    happenedOn,
    facts,
    evidence: [...evidence],
    opened,
    proposal,
    hearings: [...hearings],
    decision,
    lift: lift === null ? null : liftOf(lift),
    course: [...record.course],
    enforcedAt,
    obstacle: obstacleOf(record, surroundings),
    differences: [...differences],
    may: {
      propose: proposes && isUndecided,
      withdraw: proposes && isUndecided,
      recordHearing: (proposes || decides) && !isEnd(state),
      decide: decides && !isOwn && state === 'proposed',
      lift: decides && !isOwn && state === 'inForce',
      enforce:
        state === 'approved' ||
        state === 'lifting' ||
        (state === 'inForce' && differences.some(({ kind }) => kind === 'missing'))
    },
    decideRefusedBecauseOwn: leads && isOwn && (state === 'proposed' || state === 'inForce')
  }
}

function liftOf({ sequence, at, person, name, reasons, plan }: NonNullable<CaseRecord['lift']>) {
  return { sequence, at, person, name, reasons, plan }
}

/** Why it is not in force yet; null: nothing is known to stand in the way. */
export function obstacleOf(
  { id, state, obstacle }: CaseRecord,
  { obstacles }: Pick<CaseSurroundings, 'obstacles'>
): Failure | null {
  if (state !== 'approved' && state !== 'lifting') return null
  const known = obstacles.get(id)
  if (known !== undefined) return known
  const code = failureCodes.find((one) => one === obstacle)
  return code === undefined ? null : { code, parameters: {} }
}

/** The page of the list that was asked for, newest first. */
export function pageOf(
  records: readonly CaseRecord[],
  { text, states, account, offset, limit }: ParsedInput<'sanctions.query'>
): OperationOutput<'sanctions.query'> {
  const words = searchWords(text)
  const found = records.filter(
    (record) => (account === null || record.account === account) && holdsWords(keyOf(record), words)
  )
  const wanted = found.filter(({ state }) => states.length === 0 || states.includes(state)).toReversed()
  return {
    all: records.length,
    total: wanted.length,
    rows: wanted.slice(offset, offset + limit).map(summaryOf),
    states: caseStates
      .map((name) => ({ name, count: found.filter(({ state }) => state === name).length }))
      .filter(({ count }) => count > 0)
  }
}

function keyOf({ number, names, schoolClass, rule }: CaseRecord): string {
  return searchKey([number, fullName(names), names.login, schoolClass, rule])
}
