import type { StatementKindName, StatementPayload } from '../../contract/ledger'
import type { PersonNames } from '../../contract/people'
import type { CaseState, Measure, SanctionCase } from '../../contract/sanctions'
import { germanDayOf } from '../../core/calendar'
import { bodyOf, type Ledger, type SoundItem } from '../../core/ledger'
import { eventOf, moveOf, subjectOf } from './caseRule'
import { nextState } from './transitions'

export type Signature = SanctionCase['opened']
export type Proposal = NonNullable<SanctionCase['proposal']>
export type Decision = NonNullable<SanctionCase['decision']>
export type Lift = NonNullable<SanctionCase['lift']> & { readonly expires: string }

/** A case as the ledger tells it, without anything of the directory and of who looks at it. */
export interface CaseRecord {
  readonly id: string
  readonly number: string
  /** Sequence number of its newest statement. */
  readonly version: number
  readonly state: CaseState
  /** Since when it is in this state (ISO, UTC). */
  readonly since: string
  /** Id of the account; empty: erased. */
  readonly account: string
  readonly names: PersonNames
  readonly schoolClass: string
  readonly rule: string
  readonly happenedOn: string
  readonly facts: string
  readonly evidence: SanctionCase['evidence']
  readonly opened: Signature
  /** Persons who opened or proposed: they never decide (P21). */
  readonly authors: readonly string[]
  readonly proposal: Proposal | null
  /** How often it was proposed. */
  readonly proposals: number
  readonly hearings: SanctionCase['hearings']
  readonly decision: Decision | null
  readonly lift: Lift | null
  readonly enforcedAt: string | null
  /** When the measures stopped to count: ended or lifted. */
  readonly overAt: string | null
  readonly course: SanctionCase['course']
  /** Code of what stands in the way of what was decided last, as the ledger knows it; null: nothing. */
  readonly obstacle: string | null
}

/** The cases as they were read last from so many statements about them. */
interface ReadBefore {
  /** Another array after the ledger was read anew. */
  readonly items: Ledger['items']
  readonly statements: number
  readonly records: readonly CaseRecord[]
}
const readBefore = new WeakMap<Ledger, ReadBefore>()

/** All cases, in the order of their opening. Read anew only when something was said about one. */
export function readCases(ledger: Ledger): readonly CaseRecord[] {
  const { items } = ledger
  const courses = ledger.subjects('case:').map((subject) => ledger.about(subject))
  const statements = courses.reduce((sum, course) => sum + course.length, 0)
  const before = readBefore.get(ledger)
  if (before?.items === items && before.statements === statements) return before.records
  const records = numbered(ledger, courses)
  // What is personal comes in after its statement: until all of it is there, cases are read each time.
  const isWhole = courses.flat().every((item) => isRead(ledger, item))
  if (isWhole) readBefore.set(ledger, { items, statements, records })
  return records
}

function isRead(ledger: Ledger, item: SoundItem): boolean {
  const { payload, key } = item.statement
  const isNamed = item.signedBy.person === null || ledger.nameOf(key) !== ''
  return isNamed && (payload === null || ledger.payloadOf(item) !== null)
}

function numbered(ledger: Ledger, courses: readonly (readonly SoundItem[])[]): CaseRecord[] {
  const inYear = new Map<string, number>()
  return courses.flatMap((items) => {
    const [first] = items
    if (first === undefined) return []
    const year = germanDayOf(first.statement.time).slice(0, 4)
    const place = (inYear.get(year) ?? 0) + 1
    inYear.set(year, place)
    return [recordOf(ledger, items, `${year}-${String(place).padStart(3, '0')}`)]
  })
}

/** null: there is no such case. */
export function readCase(ledger: Ledger, id: string): CaseRecord | null {
  // Its number follows from all that were opened before it.
  return ledger.about(subjectOf(id)).length === 0
    ? null
    : (readCases(ledger).find((record) => record.id === id) ?? null)
}

/** What counts in a case: decided measures, else proposed ones. */
export function measuresOf({ decision, proposal }: CaseRecord): readonly Measure[] {
  return decision !== null && decision.outcome !== 'refused' ? decision.measures : (proposal?.measures ?? [])
}

/** The measures count, and the directory has to show them. */
export function isInForce({ state }: CaseRecord): boolean {
  return state === 'inForce' || state === 'lifting'
}

export function isEnd(state: CaseState): boolean {
  return nextState(state, 'hearing') === null
}

const unknownNames: PersonNames = { login: '', givenName: '', familyName: '' }

function recordOf(ledger: Ledger, items: readonly SoundItem[], number: string): CaseRecord {
  const [first, ...others] = items
  if (first === undefined) throw new TypeError('a case without a statement')
  return others.reduce((record, item) => withItem(ledger, record, item), openedRecord(ledger, first, number))
}

function openedRecord(ledger: Ledger, item: SoundItem, number: string): CaseRecord {
  const { case: id, rule } = bodyOf(item.statement, 'case.opened')
  const payload = payloadOf(ledger, item, 'case.opened')
  const opened = signatureOf(ledger, item)
  return {
    id,
    number,
    version: item.statement.sequence,
    state: 'open',
    since: item.statement.time,
    account: payload?.person ?? '',
    names: payload?.names ?? unknownNames,
    schoolClass: payload?.schoolClass ?? '',
    rule,
    happenedOn: payload?.happenedOn ?? germanDayOf(item.statement.time),
    facts: payload?.facts ?? '',
    evidence: payload?.evidence ?? [],
    opened,
    authors: [opened.person],
    proposal: null,
    proposals: 0,
    hearings: [],
    decision: null,
    lift: null,
    enforcedAt: null,
    overAt: null,
    course: entryOf(ledger, item),
    obstacle: null
  }
}

function withItem(ledger: Ledger, before: CaseRecord, item: SoundItem): CaseRecord {
  const { statement } = item
  const { time, sequence } = statement
  const move = moveOf(statement)
  const state = (move === null ? null : nextState(before.state, move)) ?? before.state
  const isNews = state !== before.state || move === 'proposed'
  const record: CaseRecord = {
    ...before,
    version: sequence,
    state,
    since: isNews ? time : before.since,
    course: [...before.course, ...entryOf(ledger, item)]
  }
  switch (eventOf(statement)) {
    case 'proposed': {
      const payload = payloadOf(ledger, item, 'case.proposed')
      const signature = signatureOf(ledger, item)
      const { plan } = bodyOf(statement, 'case.proposed')
      return {
        ...record,
        authors: [...record.authors, signature.person],
        proposals: record.proposals + 1,
        proposal: { ...signature, plan, measures: payload?.measures ?? [], reasons: payload?.reasons ?? '' }
      }
    }
    case 'hearing': {
      const { party, event: happened, on } = bodyOf(statement, 'case.hearing')
      const note = payloadOf(ledger, item, 'case.hearing')?.note ?? ''
      const hearing = { ...signatureOf(ledger, item), party, event: happened, on, note }
      return { ...record, hearings: [...record.hearings, hearing] }
    }
    case 'decided': {
      const { outcome, plan, expires } = bodyOf(statement, 'case.decided')
      const payload = payloadOf(ledger, item, 'case.decided')
      const signature = signatureOf(ledger, item)
      const { measures = [], reasons = '' } = payload ?? {}
      return { ...record, decision: { ...signature, outcome, plan, expires, measures, reasons } }
    }
    case 'liftDecided': {
      const { plan, expires } = bodyOf(statement, 'case.liftDecided')
      const reasons = payloadOf(ledger, item, 'case.liftDecided')?.reasons ?? ''
      return { ...record, obstacle: null, lift: { ...signatureOf(ledger, item), plan, expires, reasons } }
    }
    case 'enforced':
      return { ...record, obstacle: null, enforcedAt: record.enforcedAt ?? time }
    case 'enforcementFailed':
      return { ...record, obstacle: bodyOf(statement, 'case.enforcementFailed').code }
    case 'expired':
      // A lifting that was not carried out in time is as good as never decided.
      return before.state === 'lifting'
        ? { ...record, obstacle: null, lift: null }
        : { ...record, obstacle: null }
    case 'lifted':
    case 'ended':
      return { ...record, obstacle: null, overAt: time }
    case 'opened':
    case 'withdrawn':
    case null:
      return record
  }
}

function entryOf(ledger: Ledger, item: SoundItem): SanctionCase['course'] {
  const { statement, signedBy } = item
  const event = eventOf(statement)
  if (event === null) return []
  const { sequence, time, key } = statement
  const payload = ledger.payloadOf(item) ?? {}
  const words = ['reasons', 'reason', 'note']
    .map((name) => payload[name])
    .find((text) => typeof text === 'string')
  return [
    { sequence, at: time, event, person: signedBy.person, name: ledger.nameOf(key), words: words ?? '' }
  ]
}

/** The statement's personal part in its declared shape; null: erased. */
function payloadOf<Kind extends StatementKindName>(
  ledger: Ledger,
  item: SoundItem,
  kind: Kind
): StatementPayload<Kind> | null {
  if (item.statement.kind !== kind) throw new TypeError(`${item.statement.kind} is no ${kind}`)
  // Its shape was checked when it was read.
  return ledger.payloadOf(item) as StatementPayload<Kind> | null
}

function signatureOf(ledger: Ledger, { statement, signedBy }: SoundItem): Signature {
  const { sequence, time, key } = statement
  return { sequence, at: time, person: signedBy.person ?? '', name: ledger.nameOf(key) }
}
