import type { StatementKindName, StatementPayload } from '../../contract/ledger'
import type { PersonNames } from '../../contract/people'
import type { CaseState, Measure, SanctionCase } from '../../contract/sanctions'
import { germanDayOf } from '../../core/calendar'
import { bodyOf, type LedgerView, type SoundItem } from '../../core/ledger'
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

/** The cases of a ledger; each statement about one is folded in once. */
class CaseBook {
  private place = 0
  private readonly records = new Map<string, CaseRecord>()
  private readonly inYear = new Map<string, number>()
  private readonly byAccount = new Map<string, Set<string>>()
  /** Cases about which something personal was not read yet. */
  private readonly unread = new Set<string>()
  private readonly waitingIds = new Set<string>()
  private listed: readonly CaseRecord[] | null = null

  constructor(private readonly ledger: LedgerView) {}

  /** Folds in what was said since. */
  update(): this {
    const items = this.ledger.inArea('case')
    const isAwaiting = this.ledger.isAwaiting
    if (!isAwaiting) {
      for (const id of this.unread) this.tellAnew(id)
      this.unread.clear()
    }
    for (; this.place < items.length; this.place += 1) {
      const item = items[this.place]
      if (item === undefined) continue
      const { case: id } = item.statement.body
      if (typeof id !== 'string') continue
      const before = this.records.get(id)
      this.put(before === undefined ? this.opened(item) : withItem(this.ledger, before, item))
      if (isAwaiting) this.unread.add(id)
    }
    return this
  }

  /** In the order of their opening. */
  get all(): readonly CaseRecord[] {
    return (this.listed ??= [...this.records.values()])
  }

  find(id: string): CaseRecord | null {
    return this.records.get(id) ?? null
  }

  get waiting(): readonly CaseRecord[] {
    return [...this.waitingIds].flatMap((id) => this.find(id) ?? [])
  }

  of(account: string): readonly CaseRecord[] {
    return [...(this.byAccount.get(account) ?? [])].flatMap((id) => this.find(id) ?? [])
  }

  private put(record: CaseRecord): void {
    this.listed = null
    this.records.set(record.id, record)
    if (waitingStates.includes(record.state)) this.waitingIds.add(record.id)
    else this.waitingIds.delete(record.id)
    const known = this.byAccount.get(record.account)
    if (known === undefined) this.byAccount.set(record.account, new Set([record.id]))
    else known.add(record.id)
  }

  private opened(item: SoundItem): CaseRecord {
    const year = germanDayOf(item.statement.time).slice(0, 4)
    const place = (this.inYear.get(year) ?? 0) + 1
    this.inYear.set(year, place)
    return openedRecord(this.ledger, item, `${year}-${String(place).padStart(3, '0')}`)
  }

  private tellAnew(id: string): void {
    const before = this.find(id)
    const [first, ...others] = this.ledger.about(subjectOf(id)).slice(0, before?.course.length)
    if (before === null || first === undefined) return
    this.byAccount.get(before.account)?.delete(id)
    const opened = openedRecord(this.ledger, first, before.number)
    this.put(others.reduce((record, item) => withItem(this.ledger, record, item), opened))
  }
}

/** In these somebody has something to do. */
const waitingStates: readonly CaseState[] = ['open', 'proposed', 'approved', 'lifting']

const books = new WeakMap<object, CaseBook>()

function bookOf(ledger: LedgerView): CaseBook {
  const { reading } = ledger
  const known = books.get(reading)
  if (known !== undefined) return known.update()
  const book = new CaseBook(ledger)
  books.set(reading, book)
  return book.update()
}

/** All cases, in the order of their opening. */
export function readCases(ledger: LedgerView): readonly CaseRecord[] {
  return bookOf(ledger).all
}

/** null: there is no such case. */
export function readCase(ledger: LedgerView, id: string): CaseRecord | null {
  return bookOf(ledger).find(id)
}

/** Cases in which somebody has something to do. */
export function waitingCases(ledger: LedgerView): readonly CaseRecord[] {
  return bookOf(ledger).waiting
}

/** The cases of an account, in the order of their opening. */
export function casesOf(ledger: LedgerView, account: string): readonly CaseRecord[] {
  return bookOf(ledger).of(account)
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

function openedRecord(ledger: LedgerView, item: SoundItem, number: string): CaseRecord {
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

function withItem(ledger: LedgerView, before: CaseRecord, item: SoundItem): CaseRecord {
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

function entryOf(ledger: LedgerView, item: SoundItem): SanctionCase['course'] {
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
  ledger: LedgerView,
  item: SoundItem,
  kind: Kind
): StatementPayload<Kind> | null {
  if (item.statement.kind !== kind) throw new TypeError(`${item.statement.kind} is no ${kind}`)
  // Its shape was checked when it was read.
  return ledger.payloadOf(item) as StatementPayload<Kind> | null
}

function signatureOf(ledger: LedgerView, { statement, signedBy }: SoundItem): Signature {
  const { sequence, time, key } = statement
  return { sequence, at: time, person: signedBy.person ?? '', name: ledger.nameOf(key) }
}
