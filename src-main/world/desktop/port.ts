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
    suggestedName: string
    filters: readonly FileFilter[]
  }): Promise<string | null>
  openDocument(file: string): Promise<Result<undefined>>
}
