import type { FlagState } from '../../../contract/flags'
import type { StatementKindName, StatementPayload } from '../../../contract/ledger'
import { germanDayOf } from '../../../core/calendar'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import type { Confidence } from '../../../core/people/reading'
import { flagIdOf, moveOf, nextState } from './course'

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
  readonly reporter: string
  readonly reported: SoundItem
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
      else if (item.statement.kind === 'flag.reported') this.put(this.reported(id, item))
    }
    return this
  }

  private put(record: FlagRecord): void {
    this.records.set(record.id, record)
    if (record.state === 'closed' || record.state === 'pursued') this.waitingIds.delete(record.id)
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

  private reported(id: string, item: SoundItem): FlagRecord {
    const { statement } = item
    const year = germanDayOf(statement.time).slice(0, 4)
    const place = (this.inYear.get(year) ?? 0) + 1
    this.inYear.set(year, place)
    return {
      id,
      number: `${year}-${String(place).padStart(3, '0')}`,
      version: statement.sequence,
      state: 'open',
      since: statement.time,
      reporter: bodyOf(statement, 'flag.reported').by,
      reported: item,
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
  const state = (move === null ? null : nextState(before.state, move)) ?? before.state
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
    case 'reported':
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

/** Who stands how to a flag. */
export function confidenceOf(ledger: LedgerView, { reporter, reported, state }: FlagRecord): Confidence {
  return {
    reporter,
    entrusted: [],
    concerned: () => concernedOf(ledger, reported),
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
