import type { Account } from '../../contract/accounts'
import type { Announce } from '../../contract/handlers'
import { succeed, type Failure, type Result } from '../../contract/result'
import { isUncertain } from '../../core/plan'
import type { Directory, DirectoryAccess, DirectorySnapshot } from '../../world/directory/port'
import type { PersonRegister } from '../../world/store/port'
import { AccountList } from './accountList'
import type { Clock } from './calendar'
import { withDueSuspensions } from './execution'

/** What was read from the directory last. */
export interface LoadedDirectory {
  readonly list: AccountList
  readonly snapshot: DirectorySnapshot
}

/** So many changed accounts are read one by one; more make a whole reading worthwhile. */
const fewAccounts = 25

/** The open directory and what was read from it: read once, kept up with our own changes, read anew on demand. */
export class DirectoryCache {
  private wrapped: { readonly raw: Directory; readonly directory: Directory } | null = null
  private loaded: LoadedDirectory | null = null
  private loading: Promise<Result<LoadedDirectory>> | null = null

  constructor(
    private readonly options: {
      readonly access: DirectoryAccess
      readonly register: PersonRegister
      readonly announce: Announce
      readonly clock: Clock
    }
  ) {}

  async open(): Promise<Result<Directory>> {
    const opened = await this.options.access.open()
    if (!opened.ok) return opened
    if (this.wrapped?.raw !== opened.value) {
      const directory = withDueSuspensions(opened.value, this.options.register)
      this.wrapped = { raw: opened.value, directory }
    }
    return succeed(this.wrapped.directory)
  }

  /** Looks whether a failure means that the connection is gone; the next `open` then connects anew. */
  note(failure: Failure): void {
    if (this.wrapped === null || !isUncertain(failure)) return
    this.options.access.lost(this.wrapped.raw, failure)
    this.wrapped = null
  }

  /** Asks the directory; a lost connection is noted. */
  async ask<Value>(question: (directory: Directory) => Promise<Result<Value>>): Promise<Result<Value>> {
    const directory = await this.open()
    if (!directory.ok) return directory
    const answer = await question(directory.value)
    if (!answer.ok) this.note(answer.failure)
    return answer
  }

  /** What was read last; reads where nothing was yet. */
  async load(): Promise<Result<LoadedDirectory>> {
    return this.loaded === null ? this.refresh() : succeed(this.loaded)
  }

  /** Reads everything anew. Callers at the same time share one reading. */
  async refresh(): Promise<Result<LoadedDirectory>> {
    this.loading ??= this.read().finally(() => (this.loading = null))
    return this.loading
  }

  /** Takes over what has become of these accounts and tells the window. */
  async changed(ids: readonly string[]): Promise<void> {
    if (this.loaded === null) return
    if (ids.length > fewAccounts) {
      // What cannot be read now is read at the next refresh; the change itself has been made.
      await this.refresh()
      return
    }
    for (const id of new Set(ids)) {
      const account = await this.ask((directory) => directory.readAccount(id))
      if (account.ok) this.loaded.list.update(id, account.value)
    }
    this.tell(this.loaded)
  }

  /** What was read last; null: nothing yet. Reads nothing. */
  get present(): LoadedDirectory | null {
    return this.loaded
  }

  /** The account as it was read last. */
  find(id: string): Account | undefined {
    return this.loaded?.list.find(id)
  }

  /** Another directory was connected, or none: forgets everything read. */
  forget(): void {
    this.wrapped = null
    this.loaded = null
  }

  private async read(): Promise<Result<LoadedDirectory>> {
    const { announce, clock } = this.options
    const snapshot = await this.ask((directory) =>
      directory.readAll({ onProgress: (read) => announce('accounts.reading', { read }) })
    )
    if (!snapshot.ok) return snapshot
    const list = new AccountList(snapshot.value.accounts, clock.now().toISOString())
    this.loaded = { list, snapshot: snapshot.value }
    void list.warm()
    this.tell(this.loaded)
    return succeed(this.loaded)
  }

  private tell({ list }: LoadedDirectory): void {
    this.options.announce('accounts.changed', { all: list.size })
  }
}
