import type { LineReader, LogFormat, Sink } from '../format'
import { exact, isoTime, type KnownTime } from '../times'
import { fileTimeOf } from './binaryValues'
import { BinaryXml, Malformed, type ContentTaker, type SystemName } from './binaryXml'
import {
  BlockCutter,
  chunkHead,
  evtxBlocks,
  fileSignature,
  firstRecord,
  recordAt,
  recordHead
} from './blocks'
import { ownsRealm, WindowsReader } from './events'
import { wantedIds, type WindowsRecord } from './record'

/** The Windows event log as Windows keeps it (`Security.evtx`, `Archive-Security-….evtx`, `wevtutil epl`). Its "lines" are records. */
export const evtx: LogFormat = {
  name: 'evtx',
  signature: fileSignature,
  namesRealm: ownsRealm,
  blocks: { ...evtxBlocks, isOwn },
  cut: (taker, from) => new BlockCutter(taker, from),
  open: (sink) => new EvtxReader(sink)
}

/** Writing takes no longer. */
const writingTime = 1_000

/** A log of one computer, written when things happened. */
function isOwn(block: Uint8Array): boolean {
  const chunk = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const xml = new BinaryXml(chunk)
  const computers = new Set<string>()
  let at = firstRecord
  for (let record = recordAt(chunk, at); record !== null; record = recordAt(chunk, at)) {
    const content = new WholeContent()
    try {
      xml.read(at + recordHead, at + record.size - 4, content)
    } catch (error) {
      if (error instanceof Malformed) return false
      throw error
    }
    const { computer, time } = content
    const written = fileTimeOf(chunk, at + 16)
    computers.add(computer)
    if (computers.size > 1 || time === null || Math.abs(time.time - written) > writingTime) return false
    at += record.size
  }
  return true
}

/** Steps over what is no record, in bytes: records begin at multiples of it. */
const recordStep = 8

class EvtxReader implements LineReader {
  private readonly reader: WindowsReader
  private lastNumber: bigint | null = null

  constructor(private readonly sink: Sink) {
    this.reader = new WindowsReader(sink)
  }

  line(): void {
    throw new Error('evtx has no lines')
  }

  block(bytes: Uint8Array, offset: number): number {
    const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (offset === 0) return this.readHead(block)
    return this.readChunk(block, offset)
  }

  end(): void {
    // Chunks are told when they come.
  }

  forget(): void {
    // The numbers of records say whether a part is missing: an archive goes on where the one before has ended.
  }

  private readHead(head: Buffer): number {
    // What it says of chunks and records is out of date where the file was copied while Windows wrote: nothing of it is asked.
    if (head.toString('latin1', 0, 8) === fileSignature) return 0
    this.sink.rejected('malformed', 0, 1)
    return 1
  }

  private readChunk(chunk: Buffer, offset: number): number {
    const head = chunkHead(chunk)
    const isWhole = chunk.length === evtxBlocks.bytes
    if (!head.isSigned && chunk.every((byte) => byte === 0)) return 0
    let told = 0
    const xml = new BinaryXml(chunk)
    let last: bigint | null = null
    let lastAt = firstRecord
    let at = firstRecord
    while (at + recordHead <= chunk.length) {
      const record = recordAt(chunk, at)
      if (record === null) {
        // Behind the last one there may be rests of an older chunk; in a damaged chunk there are records behind the damage.
        if (head.isSound && last !== null && last >= head.lastNumber) break
        at += recordStep
        continue
      }
      if (last !== null && record.number <= last) break
      if (last === null && head.isSound) this.tellTime(chunk, at)
      last = record.number
      lastAt = at
      this.readRecord(xml, record.number, { at, until: at + record.size, offset, isSound: head.isSound })
      told++
      at += record.size
    }
    if (last !== null && head.isSound) this.tellTime(chunk, lastAt)
    const isMissing = head.isSigned && (last === null || last < head.lastNumber)
    if (isWhole && head.isSigned && head.isSound && !isMissing) return told
    this.sink.rejected(isWhole ? 'blockDamaged' : 'cutOff', offset, 1)
    return told + 1
  }

  /** When a record was written, whatever stands in it. */
  private tellTime(chunk: Buffer, at: number): void {
    this.sink.time?.({ time: fileTimeOf(chunk, at + 16), timing: exact })
  }

  private readRecord(
    xml: BinaryXml,
    number: bigint,
    {
      at,
      until,
      offset,
      isSound
    }: { readonly at: number; readonly until: number; readonly offset: number; readonly isSound: boolean }
  ): void {
    // The log was written over from its beginning, or a part is missing: a restart may lie between the two.
    if (this.lastNumber !== null && number !== this.lastNumber + 1n) this.reader.forget()
    this.lastNumber = number
    const content = new RecordContent()
    try {
      xml.read(at + recordHead, until - 4, content)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      this.sink.rejected('malformed', offset + at, 1)
      return
    }
    if (Number.isInteger(content.eventId)) this.reader.read(content, offset + at, isSound)
    else this.sink.rejected('malformed', offset + at, 1)
  }
}

/** What stands in one record; of what stands twice, the first. */
export class RecordContent implements ContentTaker, WindowsRecord {
  private readonly systems = new Map<SystemName, string>()
  readonly items = new Map<string, string>()

  system(name: SystemName, text: string): void {
    if (!this.systems.has(name)) this.systems.set(name, text)
  }

  wantsMore(): boolean {
    return wantedIds.has(this.eventId)
  }

  dataItem(label: string, text: string): void {
    if (!this.items.has(label)) this.items.set(label, text)
  }

  data(label: string): string | null {
    return this.items.get(label) ?? null
  }

  get eventId(): number {
    return Number.parseInt(this.systems.get('EventID') ?? '', 10)
  }

  get provider(): string {
    return this.systems.get('Provider@Name') ?? ''
  }

  get channel(): string {
    return this.systems.get('Channel') ?? ''
  }

  get computer(): string {
    return this.systems.get('Computer') ?? ''
  }

  get time(): KnownTime | null {
    return isoTime(this.systems.get('TimeCreated@SystemTime') ?? '')
  }
}

class WholeContent extends RecordContent {
  override wantsMore(): boolean {
    return true
  }
}
