import { succeed, type Failure, type Result } from '../../contract/result'
import { isUncertain } from '../../core/plan'
import type { Directory, DirectoryAccess } from '../../world/directory/port'
import type { PersonRegister } from '../../world/store/port'
import { withDueSuspensions } from './dueSuspensions'

/** The way to the directory that all jobs share: one session. */
export interface DirectoryDesk {
  open(): Promise<Result<Directory>>
  /** Asks the directory; a lost connection is noted, so that the next question connects anew. */
  ask<Value>(question: (directory: Directory) => Promise<Result<Value>>): Promise<Result<Value>>
  /** A run met this failure: looks whether it means that the connection is gone. */
  note(failure: Failure): void
  /** These accounts were changed: whoever keeps what was read of them takes it over. */
  changed(ids: readonly string[]): Promise<void>
}

/** Keeps what was read from the directory. */
export interface DirectoryReader {
  /** These accounts were changed by a job. */
  changed(ids: readonly string[]): Promise<void>
  /** Another directory was connected, or none: everything that was read is void. */
  forget(): void
}

export interface SharedDirectoryOptions {
  readonly access: DirectoryAccess
  readonly register: PersonRegister
}

/** The desk itself, with what only whoever builds the house needs. */
export class SharedDirectory implements DirectoryDesk {
  private readonly readers: DirectoryReader[] = []
  private wrapped: { readonly raw: Directory; readonly directory: Directory } | null = null

  constructor(private readonly options: SharedDirectoryOptions) {}

  /** From now on told of what changes. */
  follow(reader: DirectoryReader): void {
    this.readers.push(reader)
  }

  async open(): Promise<Result<Directory>> {
    const opened = await this.options.access.open()
    if (!opened.ok) return opened
    if (this.wrapped?.raw !== opened.value) {
      const directory = withDueSuspensions(opened.value, this.options.register)
      this.wrapped = { raw: opened.value, directory }
    }
    return succeed(this.wrapped.directory)
  }

  async ask<Value>(question: (directory: Directory) => Promise<Result<Value>>): Promise<Result<Value>> {
    const directory = await this.open()
    if (!directory.ok) return directory
    const answer = await question(directory.value)
    if (!answer.ok) this.note(answer.failure)
    return answer
  }

  note(failure: Failure): void {
    if (this.wrapped === null || !isUncertain(failure)) return
    this.options.access.lost(this.wrapped.raw, failure)
    this.wrapped = null
  }

  async changed(ids: readonly string[]): Promise<void> {
    for (const reader of this.readers) await reader.changed(ids)
  }

  /** Another directory was connected, or none. */
  forget(): void {
    this.wrapped = null
    for (const reader of this.readers) reader.forget()
  }
}
