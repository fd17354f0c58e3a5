import { basename } from 'node:path'
import type { EvidenceFile, Gap } from '../../../contract/evidence'
import type { LogServer } from '../../../contract/logServers'
import type { LogSource, OrderScope } from '../../../contract/orders'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import type { LogFiles, LogQueries } from '../../../world/logs/port'
import { formatToRead } from '../logs'
import type { LogFormat } from '../logs/formats/format'
import type { LogReading } from '../logs/reading'
import { orderParts, type LogPart } from '../logs/rotation'
import { TooMuch } from './account'
import { ConcernFilter, type Meant } from './concern'
import type { WrittenEvent } from './content'
import { gapOf, type EvidenceSource } from './event'
import { readFile, type FileRead, type FileWork } from './fileReading'
import { readServer, unansweredGap } from './serverReading'
import { filesOf } from './sourceFiles'
import { LogSpan } from './span'
import { TimeWindow } from './window'

/** More than two people can look at, or a window can show; the order has to be narrower. */
const mostEvents = 200_000

export interface Gathering {
  readonly logs: LogFiles
  readonly logQueries: LogQueries
  /** What the directory takes for one login. */
  readonly fold: (login: string) => string
  /** Whom the pseudonyms of the order mean; absent: it names none. */
  readonly meant?: Meant
  /** Called now and then: bytes read so far. */
  readonly onProgress?: (bytes: number) => void
  readonly signal?: AbortSignal
}

export interface Gathered {
  /** By time. */
  readonly events: readonly WrittenEvent[]
  readonly sources: readonly EvidenceSource[]
}

/** Thrown when somebody has cancelled. */
class Cancelled extends Error {}

/**
 * Reads what an order covers, and nothing of it stays anywhere but in the answer. Files are read in pieces, so that nothing else waits
 * for long. `evidence.tooMuch`: it covers more events than anybody looks at; `application.cancelled`.
 */
export async function gather(
  scope: OrderScope,
  options: Gathering,
  most = mostEvents
): Promise<Result<Gathered>> {
  const work = new SourceWork(scope, options, most)
  try {
    const sources: EvidenceSource[] = []
    for (const source of scope.sources) sources.push(await work.read(source))
    // Each log is in order already, so that this is quick.
    return succeed({ sources, events: work.events.toSorted((left, right) => left.time - right.time) })
  } catch (error) {
    if (error instanceof TooMuch) return fail('evidence.tooMuch', { most })
    if (error instanceof Cancelled) return fail('application.cancelled')
    throw error
  }
}

/** Reads one source after the other. */
class SourceWork {
  readonly events: WrittenEvent[] = []
  private bytes = 0
  private readonly window: TimeWindow
  private readonly filter: ConcernFilter

  constructor(
    private readonly scope: OrderScope,
    private readonly options: Gathering,
    private readonly most: number
  ) {
    this.window = new TimeWindow(scope)
    this.filter = new ConcernFilter(scope, options.fold, options.meant)
  }

  async read(source: LogSource): Promise<EvidenceSource> {
    const { id, name, format } = source
    const nothing = { id, name, format, files: [], events: 0, outside: 0 }
    // Contents of messages take an order that says so, and why (P24).
    if (source.contents && !this.scope.contents)
      return { ...nothing, gaps: [gapOf('contentsNotOrdered', '')] }
    if (source.server !== undefined) return this.readServer(source, source.server)
    const files = await filesOf(this.options.logs, source)
    if (files.length === 0) return { ...nothing, gaps: [gapOf('nothingThere', '')] }
    const read = new SourceRead(source)
    for (const parts of orderParts(files)) await this.readLog(parts, read)
    return read.source()
  }

  private async readServer(source: LogSource, server: LogServer): Promise<EvidenceSource> {
    const { logQueries, signal } = this.options
    const read = new SourceRead(source)
    const done = await readServer(logQueries, source, server, this.work(read), signal)
    if (done.ok) {
      const span = new LogSpan()
      span.add(done.value)
      this.keep(done.value, read)
      read.gaps.push(...span.gaps(this.window, done.value.file.name))
    } else if (done.failure.code === 'application.cancelled') throw new Cancelled()
    else read.gaps.push(unansweredGap(done.failure))
    return read.source()
  }

  private work(read: SourceRead): FileWork {
    return {
      window: this.window,
      filter: this.filter,
      source: read.id,
      file: read.files.length,
      room: this.most - this.events.length,
      format: read.asked,
      onPiece: (bytes) => {
        if (this.options.signal?.aborted === true) throw new Cancelled()
        this.bytes += bytes
        this.options.onProgress?.(this.bytes)
      }
    }
  }

  private keep(done: FileRead, read: SourceRead): void {
    read.add(done)
    for (const event of done.account.kept) this.events.push(event)
  }

  private async readLog(parts: readonly LogPart[], read: SourceRead): Promise<void> {
    let before: LogReading | null = null
    const span = new LogSpan()
    for (const part of parts) {
      const name = basename(part.file)
      if (part.missing.length > 0) read.gaps.push(gapOf('partMissing', name, { names: [...part.missing] }))
      if (!part.follows) before?.forget()
      const done: Result<FileRead> = await readFile(this.options.logs, part, before, this.work(read))
      if (!done.ok) {
        read.gaps.push(unreadGap(name, done.failure))
        before = null
        continue
      }
      before = done.value.reading
      span.add(done.value)
      this.keep(done.value, read)
    }
    read.gaps.push(...span.gaps(this.window, basename(parts.at(-1)?.file ?? '')))
  }
}

function unreadGap(file: string, { code }: Failure): Gap {
  return gapOf(code === 'logs.compressionUnknown' ? 'packedUnknown' : 'notReadable', file)
}

/** What is known of a source by now. */
class SourceRead {
  readonly id: string
  readonly asked: LogFormat | null
  readonly files: EvidenceFile[] = []
  readonly gaps: Gap[] = []
  private readonly name: string
  private format: string | null
  private events = 0
  private outside = 0
  private alike = 0

  constructor({ id, name, format, mapping }: LogSource) {
    this.id = id
    this.name = name
    this.asked = formatToRead({ format, mapping })
    this.format = format
  }

  add({ file, account, gaps }: FileRead): void {
    this.files.push(file)
    this.gaps.push(...gaps)
    this.format ??= account.format?.name ?? null
    this.events += account.kept.length
    this.outside += account.outside
    this.alike += account.alike
  }

  source(): EvidenceSource {
    const { id, name, format, files, events, outside } = this
    const alike = this.alike > 0 ? [gapOf('namesAlike', '', { count: this.alike })] : []
    return { id, name, format, files, events, outside, gaps: [...this.gaps, ...alike] }
  }
}
