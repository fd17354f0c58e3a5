import { basename } from 'node:path'
import type { JobHandlers } from '../../../contract/handlers'
import type { LogServer } from '../../../contract/logServers'
import type { OperationName } from '../../../contract/operations'
import type { LogSource } from '../../../contract/orders'
import { fail, succeed, type Result } from '../../../contract/result'
import type { CheckedSource } from '../../../contract/sourceChecks'
import type { House } from '../../../desks/job'
import type { LogFiles, LogQueries } from '../../../world/logs/port'
import { filesOf } from '../evidence/sourceFiles'
import { checkLogs, checkRecords, formatToRead, type CheckLimits, type LogCheck } from '../logs'
import { orderParts } from '../logs/rotation'
import { logServerName } from './address'
import { queryOf } from './query'

export type SourceCheckOperation = Extract<OperationName, 'logSources.check' | 'logSources.cancelCheck'>

/** Enough to know whether a log can be read, and little enough not to wait for long. */
const limits = { bytesOfFile: 4_194_304, partsOfLog: 3, files: 20, records: 5_000 } as const
/** Milliseconds between two words about the progress. */
const progressEvery = 250

/** Thrown when somebody has cancelled. */
class Cancelled extends Error {}

export interface SourceChecks {
  readonly handlers: JobHandlers<SourceCheckOperation>
  close(): Promise<void>
}

/** Looks whether a source can be read: a part of it, which is counted and shown to nobody (P19). */
export function createSourceChecks({
  settings,
  logs,
  logQueries,
  announce
}: {
  readonly settings: Pick<House['settings'], 'logSources'>
  readonly logs: LogFiles
  readonly logQueries: LogQueries
  readonly announce: House['announce']
}): SourceChecks {
  /** By id of the source. */
  const underWay = new Map<string, AbortController>()

  const check = async (source: LogSource, { signal }: AbortController): Promise<Result<CheckedSource>> => {
    let bytes = 0
    let toldAt = 0
    const onPiece = (more: number): void => {
      if (signal.aborted) throw new Cancelled()
      bytes += more
      if (performance.now() - toldAt < progressEvery) return
      toldAt = performance.now()
      announce('logSources.progress', { source: source.id, bytes })
    }
    try {
      return source.server === undefined
        ? succeed(await checkFiles(logs, source, { mostBytes: limits.bytesOfFile, onPiece }))
        : await checkServer(logQueries, source, source.server, { onPiece, signal })
    } catch (error) {
      if (error instanceof Cancelled) return fail('application.cancelled')
      throw error
    }
  }

  return {
    handlers: {
      async 'logSources.check'({ id }) {
        if (underWay.has(id)) return fail('logSources.checkUnderWay')
        const cancelling = new AbortController()
        underWay.set(id, cancelling)
        try {
          const known = await settings.logSources()
          if (!known.ok) return known
          const source = known.value.find((one) => one.id === id)
          return source === undefined ? fail('logSources.gone') : await check(source, cancelling)
        } finally {
          underWay.delete(id)
        }
      },
      async 'logSources.cancelCheck'({ id }) {
        underWay.get(id)?.abort()
        return succeed()
      }
    },
    async close() {
      for (const cancelling of underWay.values()) cancelling.abort()
    }
  }
}

/** Of each log the newest parts. */
async function checkFiles(logs: LogFiles, source: LogSource, bounds: CheckLimits): Promise<CheckedSource> {
  const files = await filesOf(logs, source)
  const newest = orderParts(files)
    .flatMap((parts) => parts.slice(-limits.partsOfLog))
    .map(({ file }) => file)
    .slice(0, limits.files)
  const checks = await checkLogs(logs, newest, formatToRead(source), bounds)
  return { logs: checks.map(checkedLog), left: files.length - newest.length }
}

async function checkServer(
  queries: LogQueries,
  { path, format }: LogSource,
  server: LogServer,
  { onPiece, signal }: { readonly onPiece: (bytes: number) => void; readonly signal: AbortSignal }
): Promise<Result<CheckedSource>> {
  const ask: Parameters<typeof checkRecords>[2] = (taker) =>
    queries.read(queryOf(path, server), { newest: limits.records }, taker, signal)
  const checked = await checkRecords(logServerName(path), format, ask, onPiece)
  return checked.ok ? succeed({ logs: [checkedLog(checked.value)], left: 0 }) : checked
}

function checkedLog(check: LogCheck): CheckedSource['logs'][number] {
  const { file, format, bytes, isWhole, lines, parsed, rejected, times, problems } = check
  const span = times.exact ?? times.local
  return {
    ...{ name: basename(file), format, bytes, isWhole, lines, parsed },
    rejected: [...rejected]
      .map(([reason, found]) => ({ reason, lines: found.lines }))
      .toSorted((left, right) => right.lines - left.lines),
    span:
      span === null
        ? null
        : { first: span.first, last: span.last, zone: times.exact === null ? 'unknown' : 'written' },
    problems: [...problems]
  }
}
