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

export interface FolderAccess {
  /**
   * Makes a folder, with those above it, for the person alone (mode 0700); one that is there stays as it is.
   * `application.fileNotWritable`.
   */
  makeFolder(folder: string): Promise<Result<undefined>>
}

/** Which file it is, whatever it is called. */
export type FileMark = string

/** Files whose content must never lie under another name than the person's own, not for a moment. */
export interface SecretFiles {
  /**
   * Makes an empty file, readable only by the person themselves (mode 0600). `application.fileNotWritable`: also where
   * anything of this name is there.
   */
  claim(file: string): Promise<Result<FileMark>>
  /** null: there is no such file. */
  markOf(file: string): Promise<FileMark | null>
  /**
   * `here`: the name is still the file's own. `gone`: its folder is there, and it is not. `away`: nobody can say, since
   * what it lies on is not there: a memory stick that was pulled out, a share without a connection.
   */
  lookFor(file: string, mark: FileMark): Promise<'here' | 'gone' | 'away'>
  /**
   * Gives the file its new content in place; what was cut short is left as it is. Until the last byte is on the disk nobody
   * may read it (mode 0000, where the file system has modes), then the person alone. `application.fileNotWritable`: also
   * where the name is another file's by now.
   */
  overwrite(file: string, mark: FileMark, content: Uint8Array): Promise<Result<undefined>>
  /** Removes the file, if the name is still its own. False: it may still be there. */
  remove(file: string, mark: FileMark): Promise<boolean>
}

/** Files that are too large to be held in memory. */
export interface FileStreams {
  /** `application.fileNotReadable`. An error while reading on is thrown. Iterated once; ending it closes the file. */
  readStream(file: string): Promise<Result<AsyncIterable<Uint8Array>>>
  /**
   * As `writePrivately`, piece by piece. `inspect` looks at what lies on the disk, under another name, before the file
   * gets its own; a failure of it removes it again. An error of the content or of `inspect` is thrown on, and nothing
   * is left behind.
   */
  writeStreamPrivately(
    file: string,
    content: AsyncIterable<Uint8Array>,
    inspect: (draft: string) => Promise<Result<undefined>>
  ): Promise<Result<undefined>>
}
