import type { Account } from '../../contract/accounts'
import type { Announce } from '../../contract/handlers'
import { succeed, type Result } from '../../contract/result'
import type { DirectoryDesk, DirectoryReader } from '../../desks/directory'
import type { DirectorySnapshot } from '../../world/directory/port'
import { AccountList } from './accountList'
import type { Clock } from '../../core/clock'

/** What was read from the directory last. */
export interface LoadedDirectory {
  readonly list: AccountList
  readonly snapshot: DirectorySnapshot
}

/** So many changed accounts are read one by one; more make a whole reading worthwhile. */
const fewAccounts = 25

/** What was read from the directory: read once, kept up with our own changes, read anew on demand. */
export class DirectoryCache implements DirectoryReader {
  private loaded: LoadedDirectory | null = null
  private loading: Promise<Result<LoadedDirectory>> | null = null

  constructor(
    private readonly options: {
      readonly directory: DirectoryDesk
      readonly announce: Announce
      readonly clock: Clock
    }
  ) {}

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
      const account = await this.options.directory.ask((directory) => directory.readAccount(id))
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
    this.loaded = null
  }

  private async read(): Promise<Result<LoadedDirectory>> {
    const { announce, clock, directory: desk } = this.options
    const snapshot = await desk.ask((directory) =>
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
