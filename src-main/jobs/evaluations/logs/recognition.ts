import type { Rejection } from './events'
import { logFormats } from './formats'
import type { LogFormat } from './formats/format'
import { LogReading } from './reading'

/** A format that fits, and how well: the share of the lines looked at that it can read, from 0 to 1. */
export interface Recognised {
  readonly format: LogFormat
  readonly certainty: number
}

/** A file of which less can be read is of no known format. */
const leastCertainty = 0.5

/** Rejections that are ordinary where a file carries messages of many services. */
const foreign: readonly Rejection[] = ['otherProgram', 'untrustedWriter', 'valueLeftOut']

/**
 * Recognises a format by content alone: each one tries to read the beginning of the file. Of equals the first of the list is
 * taken, which is the narrower one. null: none fits, or there is nothing to look at.
 */
export function recognise(beginning: Uint8Array, changedAt: number): Recognised | null {
  const begins = Buffer.from(beginning.buffer, beginning.byteOffset, beginning.byteLength)
  const signed = logFormats.find(
    ({ signature }) => signature !== undefined && begins.toString('latin1', 0, signature.length) === signature
  )
  if (signed !== undefined) return { format: signed, certainty: 1 }
  let best: Recognised | null = null
  for (const format of logFormats) {
    const certainty = certaintyOf(format, beginning, changedAt)
    if (certainty >= leastCertainty && certainty > (best?.certainty ?? 0)) best = { format, certainty }
  }
  return best
}

function certaintyOf(format: LogFormat, beginning: Uint8Array, changedAt: number): number {
  let read = 0
  let notRead = 0
  let events = 0
  const sample = new LogReading(format).begin(changedAt, {
    event: () => events++,
    parsed: (lines) => (read += lines),
    rejected(reason, _, lines) {
      if (format.carriesOthers === true && foreign.includes(reason)) read += lines
      // The beginning ends somewhere in a record.
      else if (reason !== 'empty' && reason !== 'cutOff') notRead += lines
    }
  })
  sample.take(beginning)
  sample.end()
  if (read === 0) return 0
  // Lines around the records of a format are no sign of it by themselves.
  return notRead > 0 && events === 0 && format.carriesOthers !== true ? 0 : read / (read + notRead)
}
