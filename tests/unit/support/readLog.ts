import type { LogEvent, Rejection } from '../../../src-main/jobs/evaluations/logs/events'
import type { LogMapping } from '../../../src-main/contract/logMappings'
import { askedFormat } from '../../../src-main/jobs/evaluations/logs'
import { LogReading } from '../../../src-main/jobs/evaluations/logs/reading'

export interface ReadLog {
  readonly events: LogEvent[]
  readonly lines: number
  readonly parsed: number
  readonly rejected: number
  readonly rejections: readonly (readonly [Rejection, number, number])[]
}

const changedAt = Date.UTC(2026, 10, 28, 12)

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content
}

/** Reads a log in one format, by its name or as somebody has described it; `pieceBytes`: how long the pieces are that it comes in. Several contents are files that follow each other. */
export function readLog(
  name: string | LogMapping,
  contents: string | Uint8Array | readonly (string | Uint8Array)[],
  { pieceBytes = 65_536, changed = changedAt } = {}
): ReadLog {
  const asked = askedFormat(
    typeof name === 'string' ? { format: name } : { format: name.format, mapping: name }
  )
  if (!asked.ok || asked.value === null) throw new Error(asked.ok ? 'no format' : asked.failure.code)
  const format = asked.value
  const events: LogEvent[] = []
  const rejections: [Rejection, number, number][] = []
  let [lines, parsed, rejected] = [0, 0, 0]
  const reading = new LogReading(format)
  for (const content of typeof contents === 'string' || contents instanceof Uint8Array
    ? [contents]
    : contents) {
    const file = reading.begin(changed, {
      event: (event) => events.push(event),
      parsed: (count) => (parsed += count),
      rejected(reason, offset, count) {
        rejected += count
        rejections.push([reason, offset, count])
      }
    })
    const bytes = bytesOf(content)
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      file.take(bytes.subarray(start, start + pieceBytes))
    }
    file.end()
    lines += file.lines
  }
  return { events, lines, parsed, rejected, rejections }
}

/** The persons of a log's events, each with how sure. */
export function personsOf({ events }: ReadLog): string[] {
  return events.map(({ person, surety }) => `${person ?? '-'}: ${surety}`)
}
