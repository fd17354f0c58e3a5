import type { KnownTime } from '../times'

/** One event as Windows has logged it, from whatever kind of file. */
export interface WindowsRecord {
  readonly eventId: number
  /** Who has logged it (`Microsoft-Windows-Security-Auditing`); empty: the file does not say. */
  readonly provider: string
  /** Empty: the file does not say. */
  readonly channel: string
  /** Name of the computer on which it happened; empty: the file does not say. */
  readonly computer: string
  /** null: none that can be read. */
  readonly time: KnownTime | null
  /** The data of the event by the name that its manifest gives them (`TargetUserName`); null: it has none of this name. */
  data(name: string): string | null
}

/** Event ids whose data are looked at. */
export const wantedIds: ReadonlySet<number> = new Set([
  4608, 4624, 4625, 4634, 4647, 4688, 4740, 4768, 4769, 4771, 4776
])
