import type { Rejection } from '../../events'
import type { Sink } from '../format'
import type { KnownTime } from '../times'

/** What a service has said, freed of whatever carried it: syslog, the journal, a file of its own. */
export interface Message extends KnownTime {
  /** The host and process that said it, as far as the carrier knows: numbers of connections are of one process only. */
  readonly source: string
  /** The program's name. */
  readonly program: string
  /** A string of bytes. */
  readonly text: string
  readonly offset: number
}

/** Reads the messages of one service. Lines are counted by the carrier. */
export interface MessageReader {
  /** null: the form is known. */
  read(message: Message): Rejection | null
  forget(): void
}

export interface Program {
  readonly name: string
  /** Whether messages under this name are the service's. */
  accepts(program: string): boolean
  open(sink: Sink): MessageReader
}
