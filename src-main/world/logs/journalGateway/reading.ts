import { setTimeout as delay } from 'node:timers/promises'
import { fail, succeed, type Result } from '../../../contract/result'
import type { LogExtent, QueryEnd, RecordTaker } from '../port'
import type { Entry } from './entries'
import type { EntryRange, Gateway } from './requests'

/*
 * [Note: cursors of time]
 *
 * Version 252 has no filter by time. A cursor, though, may consist of its time alone (`t=` and microseconds in hex), and each file of the
 * journal is then entered by halving: at the first entry that is not older, or, going back, at the last that is not newer. journald
 * begins a new file whenever its clock was set back, so that each of its files is in order of time, whatever the journal as a whole is. So
 *
 * - what is read begins where the time does, in each file, and misses nothing;
 * - it ends at the last entry, in the order of the journal, that the extent can hold, and not at the first that is too late: behind
 *   that one may come more, of a clock that was set back. Only where the journal has a single entry before the end of the extent this
 *   cannot be told, and all that follows is looked through.
 *
 * A cursor with `:1:` behind it (the entries that follow) repeats the last entry where there is nothing new, and leaves one out where
 * the cursor's own was deleted. With `:0:` it begins at the entry itself, or at the next one there is: what was taken already is left
 * out here, by its cursor.
 */

/** Milliseconds to wait before a server that went away is asked again; once more than there are, it is given up. */
const usualPauses: readonly number[] = [1_000, 2_000, 4_000]
/** Entries of so many microseconds are known by their cursors when the server repeats itself. */
const repeatedWithin = 1_000_000
/** How far to go for what is being looked for; as for the last one, its neighbour comes along. */
const two = 2

type Place = Pick<Entry, 'cursor' | 'time'>

/** Thrown when everything was taken. */
class Enough extends Error {}

/**
 * Reads the entries of an extent from a journal, each once ([Note: cursors of time]).
 *
 * @param pauses in milliseconds, between one loss of the server and the next question
 */
export async function readJournal(
  gateway: Gateway,
  extent: LogExtent,
  taker: RecordTaker,
  signal?: AbortSignal,
  pauses = usualPauses
): Promise<Result<QueryEnd>> {
  const journal = new Journal(gateway, pauses, signal)
  return 'newest' in extent
    ? readNewest(journal, Math.max(two, extent.newest), taker)
    : readStretch(journal, { from: extent.from * 1_000, until: extent.until * 1_000 }, taker)
}

/** Both in microseconds. */
interface Stretch {
  readonly from: number
  readonly until: number
}

async function readStretch(
  journal: Journal,
  stretch: Stretch,
  taker: RecordTaker
): Promise<Result<QueryEnd>> {
  const { from, until } = stretch
  const end = await findEnd(journal, until)
  if (!end.ok) return end
  const older = await journal.places({ cursor: timeCursor(from - 1), skip: -1, count: 1 })
  if (!older.ok) return older
  const newer = await journal.places({ cursor: timeCursor(until), skip: 0, count: 1 })
  if (!newer.ok) return newer
  const known = { hasOlder: from > 0 && older.value.length > 0, hasNewer: newer.value.length > 0 }
  const beginning = await journal.places({ cursor: timeCursor(from), skip: 0, count: 1 })
  if (!beginning.ok) return beginning
  const [first] = beginning.value
  if (first === undefined || end.value === null) return succeed({ ending: 'whole', ...known })
  const before = await journal.before(first)
  if (!before.ok) return before
  if (before.value?.cursor === end.value.last) return succeed({ ending: 'whole', ...known })
  // A server that enters elsewhere than it was told to is read from the beginning.
  const isRight = before.value === null || before.value.time < from
  const isOver = endingAt(end.value, until)
  const begin: EntryRange = { cursor: isRight ? timeCursor(from) : null, skip: 0, count: null }
  const read = await journal.read(begin, from, (entry) => {
    if (entry.time < until) give(taker, entry)
    if (isOver(entry)) throw new Enough()
  })
  return read.ok ? succeed({ ending: read.value, ...known }) : read
}

/** Where the entries end that are older than a time. */
interface StretchEnd {
  /** The last of them, in the order of the journal; null: it follows `near`, somewhere. */
  readonly last: string | null
  /** The one before the last, or the last where there is no other. */
  readonly near: string
}

/** null: there are none. */
async function findEnd(journal: Journal, until: number): Promise<Result<StretchEnd | null>> {
  // Going back lands on the one before the last, and from there it goes on in the order of the journal.
  const cursor = timeCursor(until - 1)
  const found = await journal.places({ cursor, skip: -1, count: two })
  if (!found.ok) return found
  const [near, next] = found.value
  if (near === undefined) return succeed(null)
  if (next === undefined) return succeed({ last: near.cursor, near: near.cursor })
  return succeed({ last: next.time < until ? next.cursor : null, near: near.cursor })
}

/** Behind the one before the last, what is older than the time is the last. */
function endingAt({ last, near }: StretchEnd, until: number): (entry: Place) => boolean {
  let isNear = false
  return ({ cursor, time }) => {
    if (last !== null) return cursor === last
    if (isNear && time < until) return true
    isNear ||= cursor === near
    return false
  }
}

async function readNewest(journal: Journal, newest: number, taker: RecordTaker): Promise<Result<QueryEnd>> {
  const range = { cursor: null, skip: 1 - newest, count: newest }
  const places: Place[] = []
  const read = await journal.read(range, 0, (entry) => {
    if (places.length === 0) places.push({ cursor: entry.cursor, time: entry.time })
    give(taker, entry)
  })
  if (!read.ok) return read
  const [first] = places
  const before = first === undefined ? succeed(null) : await journal.before(first)
  if (!before.ok) return before
  return succeed({ ending: read.value, hasOlder: before.value !== null, hasNewer: false })
}

function timeCursor(microseconds: number): string {
  return `t=${Math.max(0, microseconds).toString(16)}`
}

function give(taker: RecordTaker, { bytes, time }: Entry): void {
  const milliseconds = Math.floor(time / 1_000)
  if (bytes === null) taker.tooLong(milliseconds)
  else taker.record(bytes, milliseconds)
}

/** Asks, and asks again where the server went away in between. */
class Journal {
  constructor(
    private readonly gateway: Gateway,
    private readonly pauses: readonly number[],
    private readonly signal: AbortSignal | undefined
  ) {}

  /** Where a few entries stand. */
  async places(range: EntryRange): Promise<Result<readonly Place[]>> {
    for (let tries = 0; ; tries++) {
      const found: Place[] = []
      const asked = await this.gateway.ask(
        range,
        ({ cursor, time }) => void found.push({ cursor, time }),
        this.signal
      )
      if (asked.ok && asked.value === 'whole') return succeed(found)
      if (!asked.ok && (tries === 0 || !isLoss(asked))) return asked
      const paused = await this.pause(tries)
      if (!paused.ok) return paused
      if (!paused.value)
        return asked.ok
          ? fail('logServer.unreachable', { host: this.gateway.host, reason: 'ECONNRESET' })
          : asked
    }
  }

  /** The entry before another one; null: that is the first. */
  async before({ cursor: known }: Place): Promise<Result<Place | null>> {
    const found = await this.places({ cursor: known, skip: -1, count: two })
    if (!found.ok) return found
    const [first] = found.value
    return succeed(first === undefined || first.cursor === known ? null : first)
  }

  /** Reads on, over losses of the server, until `take` throws `Enough` or there is no more; what is older than `from` is left out. */
  async read(
    begin: EntryRange,
    from: number,
    take: (entry: Entry) => void
  ): Promise<Result<QueryEnd['ending']>> {
    const progress = new Progress(begin, from, take)
    for (let tries = 0; ; tries++) {
      const takenBefore = progress.taken
      try {
        const asked = await this.gateway.ask(progress.range(), (entry) => progress.give(entry), this.signal)
        if (asked.ok && asked.value === 'whole') return succeed(progress.isPassing ? 'brokenOff' : 'whole')
        if (!asked.ok && (progress.taken === 0 || !isLoss(asked))) return asked
      } catch (error) {
        if (error instanceof Enough) return succeed('whole')
        if (error instanceof OtherJournal) return succeed('brokenOff')
        throw error
      }
      if (progress.taken > takenBefore) tries = 0
      const paused = await this.pause(tries)
      if (!paused.ok) return paused
      if (!paused.value) return succeed('brokenOff')
    }
  }

  /** @returns whether to ask once more */
  private async pause(tries: number): Promise<Result<boolean>> {
    const milliseconds = this.pauses[tries]
    if (milliseconds === undefined) return succeed(false)
    try {
      await delay(milliseconds, undefined, this.signal === undefined ? {} : { signal: this.signal })
      return succeed(true)
    } catch {
      return fail('application.cancelled')
    }
  }
}

function isLoss(asked: Result<unknown>): boolean {
  return !asked.ok && asked.failure.code === 'logServer.unreachable'
}

/** Thrown where a journal that is read anew is another one than before. */
class OtherJournal extends Error {}

/** What was taken of a journal, and how to go on after a loss. */
class Progress {
  taken = 0
  private last: Place | null = null
  private newest = 0
  /** Whether a clock was set back in what was taken. */
  private isDisordered = false
  /** Cursors of the newest entries, in the order of the journal. */
  private readonly near = new Map<string, number>()
  /** How many entries are still to be passed over. */
  private passing = 0

  constructor(
    private readonly begin: EntryRange,
    private readonly from: number,
    private readonly take: (entry: Entry) => void
  ) {}

  /** Whether what was taken already is still being passed over. */
  get isPassing(): boolean {
    return this.passing > 0
  }

  /**
   * What to ask for next. Behind a clock that was set back a cursor is entered by time in one file and by number in another, so that much
   * would come again: then all is read anew, and passed over as far as it was taken.
   */
  range(): EntryRange {
    const { last, begin, isDisordered, taken } = this
    if (last === null) return begin
    if (begin.count !== null || isDisordered) {
      this.passing = taken
      return begin
    }
    return { cursor: last.cursor, skip: 0, count: null }
  }

  give(entry: Entry): void {
    const { cursor, time } = entry
    if (time < this.from) return
    if (this.passing > 0) {
      this.passing--
      if (this.passing === 0 && cursor !== this.last?.cursor) throw new OtherJournal()
      return
    }
    if (this.near.has(cursor)) return
    this.remember(cursor, time)
    this.take(entry)
  }

  private remember(cursor: string, time: number): void {
    this.taken++
    this.last = { cursor, time }
    if (time < this.newest) this.isDisordered = true
    this.newest = Math.max(time, this.newest)
    this.near.set(cursor, time)
    for (const [known, at] of this.near) {
      if (at >= time - repeatedWithin && this.near.size <= mostNear) break
      this.near.delete(known)
    }
  }
}

/** More than a journal writes in that time. */
const mostNear = 100_000
