import type { LineRejection as Rejection } from '../../../contract/lineRejections'
import type { Act, DetailName, Surety } from '../../../contract/logEvents'

export { acts, sureties, type Act, type Surety } from '../../../contract/logEvents'

/** How the time of an event is known. */
export interface Timing {
  /** `unknown`: the log has local time and does not say of which zone; it is never guessed. */
  readonly zone: 'written' | 'unknown'
  /** `fileChange`: the log has no year; it is the latest one that is not after the last change of the file. */
  readonly year: 'written' | 'fileChange'
  /** What the instant is of: the begin or the end of the act, its one moment, or when the server heard of it. */
  readonly edge: 'start' | 'end' | 'moment' | 'received'
}

export type Details = Readonly<Partial<Record<DetailName, string | number>>>

/** What one or several lines of a log say. Text is as the service meant it, with its escapes undone. */
export interface LogEvent {
  readonly act: Act
  /** Milliseconds since 1970: in UTC, or where the zone is unknown, the local time as if it were UTC. */
  readonly time: number
  readonly timing: Timing
  /** As the log names them; null: it does not. */
  readonly person: string | null
  readonly surety: Surety
  /** Address of the client, without a port; null: not known. */
  readonly address: string | null
  /** MAC address or the account of a machine; null: not known. */
  readonly device: string | null
  readonly details: Details
  /** Place of the line in the unpacked file that completes it, in bytes. */
  readonly offset: number
}

export type { Rejection }
