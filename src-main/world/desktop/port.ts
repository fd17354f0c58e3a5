import type { Result } from '../../contract/result'
import type { Text } from '../../contract/language'

export interface FileFilter {
  readonly name: Text
  /** Endings without the dot. */
  readonly extensions: readonly string[]
}

/** The dialogs of the operating system. Each answers null when the person closes it. */
export interface Desktop {
  chooseFiles(options: {
    title: Text
    filters: readonly FileFilter[]
    several: boolean
  }): Promise<readonly string[] | null>
  chooseFolder(options: { title: Text }): Promise<string | null>
  chooseSaveTarget(options: {
    title: Text
    suggestedName: Text
    filters: readonly FileFilter[]
  }): Promise<string | null>
  openDocument(file: string): Promise<Result<undefined>>
  /** A notification of the system; a click brings the window to the front. Does nothing where there are none. */
  notify(notice: Notice): void
}

/** Something new that a person should know of while the window is out of sight. */
export interface Notice {
  readonly text: Text
  /** Path of the screen where it is done. */
  readonly to: string
}
