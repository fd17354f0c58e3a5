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
