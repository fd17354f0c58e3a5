import type { Result } from '../../contract/result'

/** Single files of this PC: rosters in, documents out. */
export interface FileAccess {
  /**
   * `application.fileNotReadable`; more than `maximumBytes`: `application.fileTooLarge`. The limit is looked at
   * before anything is read.
   */
  read(file: string, maximumBytes: number): Promise<Result<Uint8Array>>
  /** Whether anything of this name is there. */
  exists(file: string): Promise<boolean>
  /** Full paths of the files directly in a folder, sorted by name. */
  list(folder: string): Promise<Result<readonly string[]>>
  /**
   * Writes the whole file or nothing, readable only by the person themselves (mode 0600). The content is on the
   * disk when the promise resolves. `application.fileNotWritable`.
   */
  writePrivately(file: string, content: Uint8Array): Promise<Result<undefined>>
}
