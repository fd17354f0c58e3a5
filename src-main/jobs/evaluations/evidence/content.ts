import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'
import { z } from 'zod'
import { instant } from '../../../contract/statement'
import { fail, succeed, type Result } from '../../../contract/result'
import { through } from '../../../core/backup/through'
import { createBreath } from '../../../core/cooperation'
import {
  evidenceEventSchema,
  evidenceSourceSchema,
  type EvidenceEvent,
  type EvidenceSource,
  type OpenedEvidence
} from './event'

/** What is sealed is gzip, and in it lines of JSON: about the evidence, sources, events by time, and how many there were. */
const aboutSchema = z.strictObject({
  about: z.strictObject({ format: z.literal(1), evidence: z.uuid(), order: z.uuid(), sealedAt: instant })
})
const sourceLineSchema = z.strictObject({ source: evidenceSourceSchema })
const endSchema = z.strictObject({
  end: z.strictObject({ sources: z.number().int(), events: z.number().int() })
})

/** Lines are joined to about this many characters. */
const pieceLength = 65_536
/** The most that 200,000 events with long values come to; evidence that unpacks to more is none of ours. */
const longestContent = 1_073_741_824
/** Nothing else in the process waits longer, in milliseconds. */
const longestStretch = 15

/** An event as it was written down when it was read. */
export interface WrittenEvent {
  readonly time: number
  /** JSON of an `EvidenceEvent`. */
  readonly text: string
}

type About = Pick<OpenedEvidence, 'evidence' | 'order' | 'sealedAt'>

/** The bytes that are sealed. */
export function writeContent(
  about: About,
  sources: readonly EvidenceSource[],
  events: readonly WrittenEvent[]
): AsyncIterable<Uint8Array> {
  return through(linesOf(about, sources, events), createGzip())
}

async function* linesOf(
  { evidence, order, sealedAt }: About,
  sources: readonly EvidenceSource[],
  events: readonly WrittenEvent[]
): AsyncGenerator<string> {
  const about = { about: { format: 1, evidence, order, sealedAt } } satisfies z.input<typeof aboutSchema>
  let piece = `${JSON.stringify(about)}\n`
  for (const source of sources) piece += `${JSON.stringify({ source })}\n`
  const breath = createBreath(longestStretch)
  for (const { text } of events) {
    piece += `${text}\n`
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
    await breath()
  }
  yield `${piece}${JSON.stringify({ end: { sources: sources.length, events: events.length } })}\n`
}

/** What was sealed: `evidence.damaged` where it is not of this form. The content is the caller's to wipe. */
export async function readContent(
  content: Uint8Array,
  expected: Pick<OpenedEvidence, 'evidence' | 'order'>
): Promise<Result<OpenedEvidence>> {
  try {
    const bytes = await promisify(gunzip)(content, { maxOutputLength: longestContent })
    try {
      return await readLines(bytes, expected)
    } finally {
      bytes.fill(0)
    }
  } catch (error) {
    // Of the unpacking, of what is no JSON, of what has another form.
    if (error instanceof z.ZodError || error instanceof SyntaxError || isUnpacking(error)) {
      return fail('evidence.damaged')
    }
    throw error
  }
}

async function readLines(
  bytes: Buffer,
  expected: Pick<OpenedEvidence, 'evidence' | 'order'>
): Promise<Result<OpenedEvidence>> {
  const sources: EvidenceSource[] = []
  const events: EvidenceEvent[] = []
  const breath = createBreath(longestStretch)
  let about: About | null = null
  let end: z.infer<typeof endSchema>['end'] | null = null
  for (const line of linesIn(bytes)) {
    const value: unknown = JSON.parse(line)
    if (end !== null) return fail('evidence.damaged')
    if (about === null) about = aboutSchema.parse(value).about
    else if (line.startsWith('{"source":{')) sources.push(sourceLineSchema.parse(value).source)
    else if (line.startsWith('{"end":{')) end = endSchema.parse(value).end
    else events.push(evidenceEventSchema.parse(value))
    await breath()
  }
  const isWhole = end?.events === events.length && end.sources === sources.length
  if (about === null || !isWhole) return fail('evidence.damaged')
  const { evidence, order, sealedAt } = about
  if (evidence !== expected.evidence || order !== expected.order) return fail('evidence.damaged')
  return succeed({ evidence, order, sealedAt, sources, events })
}

function* linesIn(bytes: Buffer): Generator<string> {
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    yield bytes.toString('utf8', start, end)
    start = end + 1
  }
  // What has no end is no line of ours.
  if (start < bytes.length) throw new SyntaxError('the last line has no end')
}

function isUnpacking(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE'
}
