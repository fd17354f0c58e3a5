import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { EvidenceFile, Gap } from '../../../contract/evidence'
import { succeed, type Result } from '../../../contract/result'
import type { Ending, LogFiles, OpenedLog } from '../../../world/logs/port'
import type { LogFormat } from '../logs/formats/format'
import { exact, type KnownTime } from '../logs/formats/times'
import { beginningBytes, knownFormat, PartReading } from '../logs/partReading'
import type { LogReading } from '../logs/reading'
import type { LogPart } from '../logs/rotation'
import { Account, OutOfOrder, type AccountOptions } from './account'
import { findBeginning } from './beginning'
import { findBlocks } from './blocks'
import { gapOf } from './event'

/** So long before a window a sign-in or a message may have begun that belongs into it. */
export const joinedBefore = 24 * 3_600_000

/** What of a file is read. */
interface Sought {
  readonly from: number
  /** The last byte that can lie in the window, where this is known beforehand; null: reading finds out. */
  readonly until: number | null
  /** The first line with a time. */
  readonly first: KnownTime
  /** Where the middle of a file does not show it; null: what is read does. */
  readonly format: LogFormat | null
}

/** Thrown when everything that can lie in the window was read. */
class Enough extends Error {}

export interface FileWork extends Omit<AccountOptions, 'isSought'> {
  /** As the source has it; null: recognised by content. */
  readonly format: LogFormat | null
  /**
   * Called before a file is read once more from its beginning, since it is not in order of time; throws to break off. Absent: it may
   * always be.
   */
  readonly onAgain?: () => void
  /** Read each file from its beginning to its end. */
  readonly isWhole?: boolean
  /** Called with each piece; throws to break off. */
  readonly onPiece: (bytes: number) => void
}

/** What became of one file. */
export interface FileRead {
  readonly file: EvidenceFile
  readonly account: Account
  readonly gaps: readonly Gap[]
  /** The file goes on beyond the window. */
  readonly isCut: boolean
  /** Whether there is more before what was read, where that is known; absent: what was read shows it. */
  readonly beginsBefore?: boolean
  /** What the next part goes on with; null: from anew. */
  readonly reading: LogReading | null
}

/**
 * Reads of one file what can lie in the window: from the place where it begins to where it is over, if the file is in order of
 * time, and the whole file otherwise. A file that was last changed before the window is not read.
 *
 * @param before what has read the part before
 */
export async function readFile(
  logs: LogFiles,
  part: LogPart,
  before: LogReading | null,
  work: FileWork
): Promise<Result<FileRead>> {
  const opened = await logs.open(part.file)
  if (!opened.ok) return opened
  if (work.window.isOverBefore(opened.value.changedAt)) {
    await opened.value.close()
    return succeed(nothingOf(part, work))
  }
  const beginning = await soughtBeginning(opened.value, work)
  if (beginning !== null) {
    try {
      return succeed(await readLog(opened.value, part, beginning.from === 0 ? before : null, work, beginning))
    } catch (error) {
      if (!(error instanceof OutOfOrder)) throw error
      work.onAgain?.()
      // What was joined on the way there proves nothing for a reading from the beginning.
      before?.forget()
      const again = await logs.open(part.file)
      return again.ok ? succeed(await readLog(again.value, part, null, work, null)) : again
    }
  }
  return succeed(await readLog(opened.value, part, before, work, null))
}

/** null: the file is read from its beginning to its end. */
async function soughtBeginning(
  log: OpenedLog,
  { format: asked, window, isWhole }: FileWork
): Promise<Sought | null> {
  if (isWhole === true) return null
  if (log.compression !== 'none') return null
  const bytes = await log.peek(0, beginningBytes)
  const format = bytes === null ? null : (knownFormat(asked, bytes, log.changedAt)?.format ?? null)
  if (format === null) return null
  if (format.blocks !== undefined) {
    const stretch = await findBlocks(log, format.blocks, window.stretch(exact))
    return stretch === null ? null : { ...stretch, format }
  }
  const earlier = format.joins === true ? joinedBefore : 0
  const beginning = await findBeginning(log, format, ({ timing }) => window.stretch(timing).from - earlier)
  return beginning === null ? null : { ...beginning, until: null, format: null }
}

async function readLog(
  log: OpenedLog,
  part: LogPart,
  before: LogReading | null,
  work: FileWork,
  sought: Sought | null
): Promise<FileRead> {
  const from = sought?.from ?? 0
  const account: Account = new Account({ ...work, isSought: sought !== null }, () => reading.format)
  const reading: PartReading = new PartReading(
    sought?.format ?? work.format,
    before,
    log.changedAt,
    account,
    from
  )
  if (sought !== null) account.first = sought.first
  const hash = createHash('sha256')
  const take = (piece: Uint8Array): void => {
    work.onPiece(piece.length)
    hash.update(piece)
    reading.take(piece)
    if (sought !== null && sought.until !== null && from + reading.bytes >= sought.until) throw new Enough()
    const known = lastTimeOf(piece, reading.format, log.changedAt)
    if (known === null) return
    account.note(known)
    if (sought !== null && known.time >= work.window.stretch(known.timing).until) throw new Enough()
  }
  const ending = await log.read(take, from).catch((error: unknown) => {
    if (error instanceof Enough) return null
    throw error
  })
  const isCut = ending === null
  if (isCut) reading.stop()
  const isOpenEnded = isCut ? false : reading.end()
  const file = {
    name: basename(part.file),
    from,
    bytes: reading.bytes,
    sha256: hash.digest('hex'),
    lines: account.lines,
    parsed: account.parsedLines,
    rejected: account.rejections
  }
  const gaps = gapsOf(file, account, ending, isOpenEnded)
  if (reading.format?.joins === true && from > 0) {
    gaps.push(gapOf('joinedFrom', file.name, { time: account.begun?.time ?? null }))
  }
  return { file, account, gaps, isCut, reading: ending === 'whole' ? reading.reading : null }
}

export function gapsOf(
  { name, lines }: EvidenceFile,
  account: Account,
  ending: Ending | null,
  isOpenEnded: boolean
): Gap[] {
  const gaps: Gap[] = []
  if (account.format === null && lines > 0) gaps.push(gapOf('formatUnknown', name, { count: lines }))
  if (ending !== null && ending !== 'whole')
    gaps.push(gapOf(ending, name, { time: account.last?.time ?? null }))
  if (isOpenEnded && ending === 'whole') gaps.push(gapOf('lastLineOpen', name))
  if (account.isOutOfOrder) gaps.push(gapOf('outOfOrder', name))
  if (account.rejectedInside > 0) gaps.push(gapOf('linesRejected', name, { count: account.rejectedInside }))
  return gaps
}

/** The time of the last whole line of a piece that is one by itself; null: it has none, or the format does not say. */
function lastTimeOf(
  piece: Uint8Array,
  format: LogFormat | null,
  changedAt: number
): ReturnType<NonNullable<LogFormat['timeOf']>> {
  if (format?.timeOf === undefined) return null
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  const end = bytes.lastIndexOf(10)
  const start = end <= 0 ? -1 : bytes.lastIndexOf(10, end - 1)
  if (start < 0) return null
  return format.timeOf(bytes.toString('latin1', start + 1, end).replace(/\r$/, ''), changedAt)
}

function nothingOf(part: LogPart, work: FileWork): FileRead {
  const account = new Account({ ...work, isSought: false }, () => null)
  const sha256 = createHash('sha256').digest('hex')
  const file = { name: basename(part.file), from: 0, bytes: 0, sha256, lines: 0, parsed: 0, rejected: {} }
  return { file, account, gaps: [], isCut: false, reading: null }
}
