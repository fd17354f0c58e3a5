import type { LogEvent, Rejection, Surety } from '../events'
import type { LineTaker } from '../lines'
import type { KnownTime } from './times'

/** Who takes what a reader finds. Each line is told once: as parsed, or as rejected with its reason. */
export interface Sink {
  event(event: LogEvent): void
  /** Lines whose form is known, whether or not they gave an event. */
  parsed(lines: number): void
  /** A record of which nothing else is told has this time. */
  time?(known: KnownTime): void
  /** `offset`: where the first of them begins, in bytes of the unpacked file. */
  rejected(reason: Rejection, offset: number, lines: number): void
}

/**
 * Reads one log, which may lie in several files that follow each other. A line comes as a string of bytes (Latin-1: one character
 * a byte), so that offsets are exact and nothing is lost that is no valid text; `textOf` makes text of a part of it.
 */
export interface LineReader {
  /** Without its line break. */
  line(bytes: string, offset: number): void
  /**
   * A line that is longer than any service writes: its first bytes, and its length in bytes. Absent: it is rejected, and what
   * came before is forgotten.
   */
  tooLong?(beginning: string, length: number, offset: number): void
  /** What a format cuts that has blocks; the bytes are its reader's only during the call. @returns records that were told */
  block?(bytes: Uint8Array, offset: number): number
  /** The file ends: what is incomplete is told as rejected, what was joined holds on into the next file. */
  end(): void
  /** A line or a whole file is missing: nothing that came before proves anything about what follows. */
  forget(): void
}

/** What a reader must know about the file and cannot see in its lines. */
export interface FileFacts {
  /** Last change of the file that is being read, milliseconds since 1970. */
  changedAt: number
}

/** Who takes what a file is cut into. */
export interface CutTaker extends LineTaker {
  block(bytes: Uint8Array, offset: number): void
}

/** Cuts the pieces of a file into what a reader takes, wherever the borders of the pieces are. */
export interface Cutter {
  take(piece: Uint8Array): void
  /** @returns whether a last record without an end was there; it is handed over where `isWanted`. */
  end(isWanted: boolean): { readonly offset: number; readonly isLeft: boolean }
}

/** From when to when a block was written, in milliseconds since 1970 (UTC), and the number of its first record. */
export interface BlockSpan {
  readonly first: number
  readonly last: number
  readonly number: number
}

/** A file of blocks of one length, each of which can be read without the others. */
export interface BlockForm {
  /** Where the first block begins, and how long each is, in bytes. */
  readonly first: number
  readonly bytes: number
  /** null: it does not say; `unused`: nothing was written into it. */
  span(
    peek: (from: number, length: number) => Promise<Uint8Array | null>,
    at: number
  ): Promise<BlockSpan | 'unused' | null>
  /** Whether the time of writing is that of the events in a block: what other computers have sent may have come days later. */
  isOwn(block: Uint8Array): boolean
}

export interface LogFormat {
  readonly name: string
  /** How each of its files begins, as a string of bytes; what begins so is of this format, however little of it can be read. */
  readonly signature?: string
  /** Its records are no lines: what cuts them, from a place in the file on. */
  cut?(taker: CutTaker, from: number): Cutter
  /** Its files are read in blocks, of which those are sought that can lie in a stretch of time. */
  readonly blocks?: BlockForm
  /** A record ends by itself, so that a last line without a line break is whole where it can be read. */
  readonly selfDelimiting?: true
  /** Lines may hold binary values; a carriage return at their end is theirs. */
  readonly binary?: true
  /** Messages of services that are not read are ordinary in it. */
  readonly carriesOthers?: true
  /**
   * The time that stands in a line, whatever else does; null: none. Absent: what a line is depends on what came before, so that a
   * file is read from its beginning. `changedAt`: of the file.
   */
  timeOf?(bytes: string, changedAt: number): KnownTime | null
  /** What is joined over lines: a sign-in or a message may have begun long before a line that belongs to it. */
  readonly joins?: true
  /** Names stand with a realm (`anna@schule.example`) or a domain (`SCHULE\anna`) that is the service's own, all or those of some events. */
  readonly namesRealm?: true | ((event: LogEvent) => boolean)
  open(sink: Sink, facts: Readonly<FileFacts>): LineReader
}

/** Whether realm or domain of the name in an event are the school's own, so that what is left of it is a login. */
export function ownsRealm(format: LogFormat | null, event: LogEvent): boolean {
  const names = format?.namesRealm
  return typeof names === 'function' ? names(event) : names === true
}

/** A reader of formats in which each line stands for itself. */
export function singleLines(
  read: (bytes: string, offset: number) => Rejection | null,
  sink: Sink
): LineReader {
  return {
    line(bytes, offset) {
      const rejection = bytes === '' ? 'empty' : read(bytes, offset)
      if (rejection === null) sink.parsed(1)
      else sink.rejected(rejection, offset, 1)
    },
    end: nothing,
    forget: nothing
  }
}

export function nothing(): void {
  // Nothing is kept from one line to the next.
}

/** How sure an event without a name is: where it came from is all that is known. */
export function suretyWithoutName(address: string | null, device: string | null): Surety {
  if (address !== null) return 'address'
  return device === null ? 'unknown' : 'device'
}
