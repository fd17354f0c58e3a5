import { basename } from 'node:path'
import type { FailureCode } from '../../../contract/failures'
import { fail, type Failure } from '../../../contract/result'
import type { Ending, LogFiles } from '../../../world/logs/port'
import type { Act, Rejection, Surety } from './events'
import type { LogFormat } from './formats/format'
import { PartReading } from './partReading'
import type { LogReading } from './reading'
import { orderParts, type LogPart } from './rotation'
import { Tally, type Span } from './tally'

/** What was found in a file: numbers alone, nothing of what stands in it. */
export interface LogCheck {
  readonly file: string
  /** null: not recognised, empty, or not read at all. */
  readonly format: string | null
  /** How much of the beginning the format can read, 0 to 1; 1 where somebody has named it. */
  readonly certainty: number
  /** Of the unpacked file. */
  readonly bytes: number
  /** Whether that is all of it, as far as it can be read at all. */
  readonly isWhole: boolean
  /** `parsed` and `rejected` together. */
  readonly lines: number
  readonly parsed: number
  readonly rejected: ReadonlyMap<Rejection, { readonly lines: number; readonly offsets: readonly number[] }>
  readonly acts: ReadonlyMap<Act, number>
  readonly persons: Readonly<Record<Surety, number>>
  readonly times: {
    /** In UTC. */
    readonly exact: Span | null
    /** In local time of a zone that the log does not name, as if it were UTC. */
    readonly local: Span | null
    /** Events whose year is not in the log. */
    readonly yearInferred: number
    /** Events whose time is the end of the act, or when the server heard of it. */
    readonly end: number
    readonly received: number
  }
  /** What of the file, or before it, was not read, and why. */
  readonly problems: readonly Failure[]
}

const endings: Readonly<Record<Exclude<Ending, 'whole'>, FailureCode>> = {
  cutOff: 'logs.cutOff',
  damaged: 'logs.damaged',
  shrunk: 'logs.shrunk',
  unreadable: 'logs.unreadable'
}

/** Where less than everything is looked at. */
export interface CheckLimits {
  /** Of each file so many bytes, unpacked, from its beginning. */
  readonly mostBytes: number
  /** Called with each piece; throws to break off. */
  readonly onPiece: (bytes: number) => void
}

/** Thrown when as much of a file was looked at as was to be. */
class Enough extends Error {}

/**
 * Reads files and counts. Files of one log are read in the order in which they were written, so that what belongs together is
 * joined over a rotation; where a part is missing, nothing is.
 *
 * @param format null: recognised by content
 */
export async function checkLogs(
  logs: LogFiles,
  files: readonly string[],
  format: LogFormat | null,
  limits: CheckLimits | null = null
): Promise<readonly LogCheck[]> {
  const checks: LogCheck[] = []
  for (const parts of orderParts(files)) {
    let reading: LogReading | null = null
    for (const part of parts) {
      const checked = await checkPart(logs, part, format, reading, limits)
      checks.push(checked.check)
      reading = checked.reading
    }
  }
  return checks
}

interface Checked {
  readonly check: LogCheck
  /** What the next part goes on with; null: from anew. */
  readonly reading: LogReading | null
}

async function checkPart(
  logs: LogFiles,
  part: LogPart,
  asked: LogFormat | null,
  before: LogReading | null,
  limits: CheckLimits | null
): Promise<Checked> {
  const file = basename(part.file)
  const problems: Failure[] = []
  if (part.missing.length > 0) {
    const shown = part.missing.slice(0, 5).join(', ') + (part.missing.length > 5 ? ' …' : '')
    problems.push(fail('logs.partMissing', { file, missing: shown }).failure)
  }
  const opened = await logs.open(part.file)
  if (!opened.ok) return { check: nothingOf(part.file, [...problems, opened.failure]), reading: null }

  if (!part.follows) before?.forget()
  const { changedAt } = opened.value
  const tally = new Tally()
  const checked = new PartReading(asked, before, changedAt, tally)
  const take = (piece: Uint8Array): void => {
    limits?.onPiece(piece.length)
    checked.take(piece)
    if (limits !== null && checked.bytes >= limits.mostBytes) throw new Enough()
  }
  const ending = await opened.value.read(take).catch((error: unknown) => {
    if (error instanceof Enough) return null
    throw error
  })
  if (ending === null) checked.stop()
  const isOpenEnded = ending === null ? false : checked.end()
  if (ending !== null && ending !== 'whole') problems.push(fail(endings[ending], { file }).failure)
  if (isOpenEnded && ending === 'whole') problems.push(fail('logs.lastLineOpen', { file }).failure)
  const { certainty, bytes, lines } = checked
  const format = checked.format?.name ?? null
  if (format === null && lines > 0) problems.push(fail('logs.formatUnknown', { file }).failure)
  const check = {
    ...{ file: part.file, format, certainty, bytes, lines, problems, isWhole: ending !== null },
    parsed: tally.parsedLines,
    rejected: tally.rejections,
    acts: tally.acts,
    persons: tally.persons,
    times: timesOf(tally)
  }
  return { check, reading: ending === 'whole' ? checked.reading : null }
}

export function timesOf(tally: Tally): LogCheck['times'] {
  return {
    exact: tally.spanOf(({ zone }) => zone === 'written'),
    local: tally.spanOf(({ zone }) => zone === 'unknown'),
    yearInferred: tally.spanOf(({ year }) => year === 'fileChange')?.events ?? 0,
    end: tally.spanOf(({ edge }) => edge === 'end')?.events ?? 0,
    received: tally.spanOf(({ edge }) => edge === 'received')?.events ?? 0
  }
}

function nothingOf(file: string, problems: readonly Failure[]): LogCheck {
  const tally = new Tally()
  const nothingRead = { file, format: null, certainty: 0, bytes: 0, lines: 0, parsed: 0, problems }
  const times = timesOf(tally)
  return {
    ...nothingRead,
    isWhole: true,
    rejected: tally.rejections,
    acts: tally.acts,
    persons: tally.persons,
    times
  }
}
