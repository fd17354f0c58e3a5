import { createHash } from 'node:crypto'
import type { Gap } from '../../../contract/evidence'
import type { LogServer } from '../../../contract/logServers'
import type { LogSource } from '../../../contract/orders'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import type { LogQueries } from '../../../world/logs/port'
import { exact } from '../logs/formats/times'
import { journalOf } from '../logs/formats/journalMessages'
import { RecordReading } from '../logs/recordReading'
import { logServerName } from '../sources/address'
import { queryOf } from '../sources/query'
import { Account } from './account'
import { gapOf } from './event'
import { gapsOf, joinedBefore, type FileRead, type FileWork } from './fileReading'

/**
 * Reads of a server what can lie in the window, and nothing beside it: time and fields go into the query, persons and addresses do not,
 * since the server need not know them. `logSources.formatUnknown`: it is not asked. `application.cancelled`, and what `LogQueries.read` answers.
 */
export async function readServer(
  queries: LogQueries,
  source: Pick<LogSource, 'path' | 'format'>,
  server: LogServer,
  work: FileWork,
  signal?: AbortSignal
): Promise<Result<FileRead>> {
  const format = journalOf(source.format)
  if (format === null) return fail('logSources.formatUnknown', { format: source.format ?? '' })
  const account = new Account({ ...work, isSought: false }, () => format)
  const stretch = work.window.stretch(exact)
  const from = format.joins === true ? stretch.from - joinedBefore : stretch.from
  const hash = createHash('sha256')
  const reading = new RecordReading(format, Date.now(), account)
  const asked = await queries.read(
    queryOf(source.path, server),
    { from, until: stretch.until },
    {
      record(bytes, time) {
        work.onPiece(bytes.length)
        account.note({ time, timing: exact })
        hash.update(bytes)
        reading.take(bytes)
      },
      tooLong(time) {
        account.note({ time, timing: exact })
        reading.passOver()
      }
    },
    signal
  )
  if (!asked.ok) return asked
  reading.end()
  const { ending, hasOlder, hasNewer } = asked.value
  const file = {
    name: logServerName(source.path),
    from: 0,
    bytes: reading.bytes,
    sha256: hash.digest('hex'),
    lines: account.lines,
    parsed: account.parsedLines,
    rejected: account.rejections
  }
  const gaps = gapsOf(file, account, null, false)
  if (ending === 'brokenOff') gaps.push(gapOf('brokenOff', file.name, { time: account.last?.time ?? null }))
  if (format.joins === true && hasOlder)
    gaps.push(gapOf('joinedFrom', file.name, { time: account.begun?.time ?? null }))
  const isCut = hasNewer || ending === 'brokenOff'
  return succeed({ file, account, gaps, isCut, beginsBefore: hasOlder, reading: null })
}

/** What could not be asked at all. */
export function unansweredGap({ code, parameters }: Failure): Gap {
  if (code === 'logSources.formatUnknown') return gapOf('formatUnknown', '')
  const host = String(parameters['host'] ?? '')
  return gapOf(code === 'logServer.unreachable' ? 'notAnswered' : 'notUnderstood', host)
}
