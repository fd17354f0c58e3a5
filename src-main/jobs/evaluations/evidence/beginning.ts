import type { OpenedLog } from '../../../world/logs/port'
import type { LogFormat } from '../logs/formats/format'
import type { KnownTime } from '../logs/formats/times'
import { disorderOf } from './window'

/** At a place of a file, as much is looked at. */
const peekBytes = 4_096
/** Halving ends there: so much more is read than is wanted. */
const nearEnough = 65_536
/** Where no line with a time was found in it, as much at the most. */
const longestPeek = 1_048_576
/** A smaller file is read whole. */
const smallest = 1_048_576
/** So many places, evenly spread, say whether a file is in order of time. */
const samples = 128

interface Mark {
  /** Place of the line. */
  readonly at: number
  readonly known: KnownTime
}

/** What was found out about a file without reading it. */
export interface Beginning {
  /** Where to begin; every line that is wanted comes later, as far as the file is in order. */
  readonly from: number
  /** The first line with a time. */
  readonly first: KnownTime
}

/**
 * Finds in a file that is in order of time where the lines of a stretch begin, by halving: a few dozen looks, however large it is. null:
 * the file is to be read from its beginning (small, packed, of a format whose lines do not stand alone, or visibly out of order).
 *
 * Order is looked at in places alone; whoever reads on checks each line.
 */
export async function findBeginning(
  log: OpenedLog,
  format: LogFormat,
  wantedFrom: (known: KnownTime) => number
): Promise<Beginning | null> {
  if (log.compression !== 'none' || format.timeOf === undefined || log.size < smallest) return null
  const marks: Mark[] = []
  for (let sample = 0; sample < samples; sample++) {
    const mark = await markAt(log, format, Math.floor((log.size / samples) * sample))
    if (mark === null) return null
    marks.push(mark)
  }
  const end = await markAt(log, format, log.size - nearEnough)
  if (end !== null) marks.push(end)
  const [first] = marks
  if (first === undefined || !areInOrder(marks)) return null
  let low = 0
  let high = log.size
  while (high - low > nearEnough) {
    const middle = Math.floor((low + high) / 2)
    const mark = await markAt(log, format, middle)
    if (mark !== null) marks.push(mark)
    // Behind the last line with a time there is nothing to begin with.
    if (mark === null || mark.known.time >= wantedFrom(mark.known)) high = middle
    else low = mark.at
  }
  return areInOrder(marks) ? { from: low, first: first.known } : null
}

function areInOrder(marks: readonly Mark[]): boolean {
  let latest = Number.NEGATIVE_INFINITY
  for (const { known } of marks.toSorted((left, right) => left.at - right.at)) {
    if (known.time < latest - disorderOf(known.timing)) return false
    latest = Math.max(latest, known.time)
  }
  return true
}

/** The first line that begins at or behind a place and has a time; null: none near by, or the disk failed. */
async function markAt(log: OpenedLog, format: LogFormat, place: number): Promise<Mark | null> {
  for (let length = peekBytes; length <= longestPeek; length *= 4) {
    const bytes = await log.peek(place, length)
    if (bytes === null) return null
    const mark = firstMark(Buffer.from(bytes).toString('latin1'), place, format, log.changedAt)
    if (mark !== null || bytes.length < length) return mark
  }
  return null
}

function firstMark(text: string, place: number, format: LogFormat, changedAt: number): Mark | null {
  // At any place but the first one stands in the middle of a line.
  let start = place === 0 ? 0 : text.indexOf('\n') + 1
  if (place > 0 && start === 0) return null
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
    const line = text.slice(start, end).replace(/\r$/, '')
    const known = format.timeOf?.(line, changedAt) ?? null
    if (known !== null) return { at: place + start, known }
    start = end + 1
  }
  return null
}
