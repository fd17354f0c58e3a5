import type { Result } from '../../contract/result'

/** How the bytes of a log file lie on the disk. */
export type Compression = 'none' | 'gzip' | 'zstd'

/**
 * How the reading of a file came to its end. `cutOff`: a compressed file ends in the middle; `damaged`: it cannot be
 * unpacked any further; `shrunk`: the file became shorter while it was read; `unreadable`: the disk or share failed.
 */
export type Ending = 'whole' | 'cutOff' | 'damaged' | 'shrunk' | 'unreadable'

/** A log file that is open, and was looked at by nobody yet. */
export interface OpenedLog {
  readonly compression: Compression
  /** When the file was last changed, in milliseconds since 1970 (UTC). Rotation and packing leave it as it was. */
  readonly changedAt: number
  /** In bytes, as it lies on the disk. */
  readonly size: number
  /** Bytes of a file that is not packed, at most so many from a place on; null: the disk or share failed. */
  peek(from: number, length: number): Promise<Uint8Array | null>
  /**
   * Hands over the unpacked bytes in pieces, each of which may be written over once `take` has returned, and answers how it came to
   * its end; what was handed over before a damage is right. Read once; closes the file, also where `take` throws.
   *
   * @param from where to begin in a file that is not packed; a packed one is unpacked from its beginning
   */
  read(take: (bytes: Uint8Array) => void, from?: number): Promise<Ending>
  /** For who does not read it. */
  close(): Promise<void>
}

/** Log files of this PC or of a share. They are read and never changed; nothing of them is copied to another place. */
export interface LogFiles {
  /** `application.fileNotReadable`; `logs.compressionUnknown`: packed in a way that this build cannot unpack. */
  open(file: string): Promise<Result<OpenedLog>>
  /**
   * Paths of the ordinary files that lie in a folder, without those of its subfolders, by their names; null: it is no folder.
   * `application.fileNotReadable`: there is nothing of this name, or it may not be looked into.
   */
  list(folder: string): Promise<Result<readonly string[] | null>>
}

/** What a server is asked for. */
export interface LogQuery {
  /** `https://logs.schule.example:19531`. */
  readonly address: string
  /** The only CA that is trusted, PEM; null: the public ones. */
  readonly caCertificate: string | null
  /** Of each field a record must have one of the values; a field without values is not asked for. */
  readonly fields: Readonly<Record<string, readonly string[]>>
}

/**
 * How much of it: by the time at which the server's logs were written, in milliseconds since 1970 (UTC), from the first to before the
 * last; or so many of the newest records.
 */
export type LogExtent = { readonly from: number; readonly until: number } | { readonly newest: number }

/** Who takes what a server has; whoever throws ends the reading. */
export interface RecordTaker {
  /** One whole record, in the order of the server's log; its bytes are the reader's own again after the call. */
  record(bytes: Uint8Array, time: number): void
  /** One that is longer than any service writes, and was passed over. */
  tooLong(time: number): void
}

/** What is known of a server's log when reading has ended. */
export interface QueryEnd {
  /** `brokenOff`: the server was lost and did not come back; what follows the last record is not known. */
  readonly ending: 'whole' | 'brokenOff'
  /** Whether it has records before the extent, and behind it. */
  readonly hasOlder: boolean
  readonly hasNewer: boolean
}

/** A server that is asked for logs; nothing there is changed. As much of an order's scope as it understands goes into the query. */
export interface LogQueries {
  /**
   * Each record of the extent once, and none left out; those of a clock that was set back may lie outside.
   *
   * `application.cancelled`, `logServer.unreachable`, `logServer.certificateNotTrusted`, `logServer.certificateWrongHost`,
   * `logServer.certificateExpired`, `logServer.certificateUnreadable`, `logServer.encryptionFailed`, `logServer.refused`: there is
   * none of this kind, or it does not understand the query.
   */
  read(
    query: LogQuery,
    extent: LogExtent,
    taker: RecordTaker,
    signal?: AbortSignal
  ): Promise<Result<QueryEnd>>
}
