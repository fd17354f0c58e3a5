import type { FlagState } from '../../../contract/flags'
import type { FoundMatter } from '../../../contract/foundMatter'
import type { StatementKindName, StatementPayload } from '../../../contract/ledger'
import { germanDayOf } from '../../../core/calendar'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import type { Confidence } from '../../../core/people/reading'
import { flagIdOf, moveOf, nextState, type FlagOrigin } from './course'

/** A flag as the ledger tells it. What is personal about it stays in the ledger until somebody reads it. */
export interface FlagRecord {
  readonly id: string
  /** `2026-014`: year and place in it. */
  readonly number: string
  /** Sequence number of its newest statement. */
  readonly version: number
  readonly state: FlagState
  /** Since when it is in this state (ISO, UTC). */
  readonly since: string
  /** null: a standing order has found it. */
  readonly reporter: string | null
  /** The statement that it begins with. */
  readonly begun: SoundItem
  /** null: a standing order has found it. */
  readonly reported: SoundItem | null
  /** What a standing order has found; null: somebody has reported it. */
  readonly found: {
    readonly standingOrder: string
    /** The newest word about it, which holds all that was found by then. */
    readonly newest: SoundItem
  } | null
  readonly asked: SoundItem | null
  readonly replied: SoundItem | null
  /** Oldest first. */
  readonly answers: readonly SoundItem[]
  /** The case that was opened from it; null: none. */
  readonly case: string | null
}

/** The flags of a ledger; each statement about one is folded in once. */
class FlagBook {
  private place = 0
  private readonly records = new Map<string, FlagRecord>()
  private readonly inYear = new Map<string, number>()
  private readonly waitingIds = new Set<string>()

  constructor(private readonly ledger: LedgerView) {}

  /** Folds in what was said since. */
  update(): this {
    const items = this.ledger.inArea('flag')
    for (; this.place < items.length; this.place += 1) {
      const item = items[this.place]
      if (item === undefined) continue
      const id = flagIdOf(item.statement)
      const before = this.records.get(id)
      if (before !== undefined) this.put(withItem(before, item))
      else if (item.statement.kind === 'flag.reported' || item.statement.kind === 'flag.found')
        this.put(this.begun(id, item))
    }
    return this
  }

  private put(record: FlagRecord): void {
    this.records.set(record.id, record)
    if (isOver(record.state)) this.waitingIds.delete(record.id)
    else this.waitingIds.add(record.id)
  }

  get all(): readonly FlagRecord[] {
    return [...this.records.values()]
  }

  get waiting(): readonly FlagRecord[] {
    return [...this.waitingIds].flatMap((id) => this.find(id) ?? [])
  }

  find(id: string): FlagRecord | null {
    return this.records.get(id) ?? null
  }

  private begun(id: string, item: SoundItem): FlagRecord {
    const { statement } = item
    const isReported = statement.kind === 'flag.reported'
    const year = germanDayOf(statement.time).slice(0, 4)
    const place = (this.inYear.get(year) ?? 0) + 1
    this.inYear.set(year, place)
    return {
      id,
      number: `${year}-${String(place).padStart(3, '0')}`,
      version: statement.sequence,
      state: 'open',
      since: statement.time,
      reporter: isReported ? bodyOf(statement, 'flag.reported').by : null,
      begun: item,
      reported: isReported ? item : null,
      found: isReported
        ? null
        : { standingOrder: bodyOf(statement, 'flag.found').standingOrder, newest: item },
      asked: null,
      replied: null,
      answers: [],
      case: null
    }
  }
}

function withItem(before: FlagRecord, item: SoundItem): FlagRecord {
  const { statement } = item
  const move = moveOf(statement)
  const state = (move === null ? null : nextState(before.state, move, originOf(before))) ?? before.state
  const record = { ...before, version: statement.sequence, state, since: statement.time }
  switch (move) {
    case 'asked':
      return { ...record, asked: item }
    case 'replied':
      return { ...record, replied: item }
    case 'closed':
    case 'handedOver':
      return { ...record, answers: [...record.answers, item] }
    case 'pursued':
      return { ...record, case: bodyOf(statement, 'flag.pursued').case }
    case 'grown':
      return before.found === null ? record : { ...record, found: { ...before.found, newest: item } }
    case 'reported':
    case 'found':
    case 'expired':
    case null:
      return record
  }
}

const books = new WeakMap<object, FlagBook>()

function bookOf(ledger: LedgerView): FlagBook {
  const { reading } = ledger
  const known = books.get(reading)
  if (known !== undefined) return known.update()
  const book = new FlagBook(ledger)
  books.set(reading, book)
  return book.update()
}

/** All flags, in the order in which they were reported. */
export function readFlags(ledger: LedgerView): readonly FlagRecord[] {
  return bookOf(ledger).all
}

/** Flags in which somebody has something to do, in no order. */
export function waitingFlags(ledger: LedgerView): readonly FlagRecord[] {
  return bookOf(ledger).waiting
}

/** null: there is no such flag. */
export function readFlag(ledger: LedgerView, id: string): FlagRecord | null {
  return bookOf(ledger).find(id)
}

/** What a statement says in confidence, in its declared shape; null: there is none, or it was erased. */
export function payloadOf<Kind extends StatementKindName>(
  ledger: LedgerView,
  item: SoundItem | null,
  kind: Kind
): StatementPayload<Kind> | null {
  if (item === null) return null
  if (item.statement.kind !== kind) throw new TypeError(`${item.statement.kind} is no ${kind}`)
  // Its shape was checked when it was read.
  return ledger.payloadOf(item) as StatementPayload<Kind> | null
}

/** Whence a flag comes. */
export function originOf({ found }: Pick<FlagRecord, 'found'>): FlagOrigin {
  return found === null ? 'reported' : 'found'
}

/** Nothing more becomes of it. */
function isOver(state: FlagState): boolean {
  return state === 'closed' || state === 'pursued' || state === 'expired'
}

/** What a standing order has found by now; null: erased, or somebody has reported it. */
export function matterOf(ledger: LedgerView, { found }: Pick<FlagRecord, 'found'>): FoundMatter | null {
  // Its shape was checked when it was read.
  return found === null ? null : (ledger.payloadOf(found.newest) as FoundMatter | null)
}

/** Who stands how to a flag. Of what a standing order has found nobody knows whom it is about. */
export function confidenceOf(ledger: LedgerView, { reporter, reported, state }: FlagRecord): Confidence {
  return {
    reporter,
    entrusted: [],
    concerned: () => (reported === null ? { persons: [] } : concernedOf(ledger, reported)),
    handedOver: state === 'handedOver' || state === 'pursued'
  }
}

/** Whom a report is about, once it was read: whoever looks at a list asks it of every flag. */
const read = new WeakMap<SoundItem, { readonly persons: readonly string[] }>()

function concernedOf(ledger: LedgerView, reported: SoundItem): ReturnType<Confidence['concerned']> {
  const known = read.get(reported)
  if (known !== undefined) return known
  const told = payloadOf(ledger, reported, 'flag.reported')
  if (told === null) return ledger.isAwaiting ? 'unread' : { persons: [] }
  const concerned = { persons: told.person === null ? [] : [told.person] }
  read.set(reported, concerned)
  return concerned
}
