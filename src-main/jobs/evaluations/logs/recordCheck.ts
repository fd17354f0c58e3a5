import { fail, type Failure, type Result } from '../../../contract/result'
import type { QueryEnd, RecordTaker } from '../../../world/logs/port'
import { timesOf, type LogCheck } from './check'
import { journalOf } from './formats/journalMessages'
import { RecordReading } from './recordReading'
import { Tally, type Span } from './tally'

/**
 * Counts what a server has, as `checkLogs` does with files.
 *
 * @param host what the server is called
 * @param asked what its messages hold; null: known by their programs
 * @param onRecord called with the bytes of each; throws to break off
 */
export async function checkRecords(
  host: string,
  asked: string | null,
  ask: (taker: RecordTaker) => Promise<Result<QueryEnd>>,
  onRecord: (bytes: number) => void
): Promise<Result<LogCheck>> {
  const format = journalOf(asked)
  if (format === null) return fail('logSources.formatUnknown', { format: asked ?? '' })
  const tally = new Tally()
  const reading = new RecordReading(format, Date.now(), tally)
  let written: Span | null = null
  const note = (time: number): void => {
    const { first, last, events } = written ?? { first: time, last: time, events: 0 }
    written = { first: Math.min(first, time), last: Math.max(last, time), events: events + 1 }
  }
  const read = await ask({
    record(bytes, time) {
      onRecord(bytes.length)
      note(time)
      reading.take(bytes)
    },
    tooLong(time) {
      note(time)
      reading.passOver()
    }
  })
  if (!read.ok) return read
  reading.end()
  const problems: Failure[] = []
  if (read.value.ending === 'brokenOff') problems.push(fail('logs.brokenOff', { file: host }).failure)
  const check: LogCheck = {
    ...{ file: host, format: format.name, certainty: 1, bytes: reading.bytes, problems },
    isWhole: !read.value.hasOlder && read.value.ending === 'whole',
    lines: tally.parsedLines + tally.rejectedLines,
    parsed: tally.parsedLines,
    rejected: tally.rejections,
    acts: tally.acts,
    persons: tally.persons,
    // When the journal took them: also of those in which nobody does anything.
    times: { ...timesOf(tally), exact: written, local: null }
  }
  return { ok: true, value: check }
}
