import type {
  AccountChange,
  AccountDraft,
  ChangeContext,
  Directory,
  DirectorySnapshot,
  ReadOptions
} from '../../world/directory/port'
import type { Account, RawState } from '../../contract/accounts'
import type { Capabilities, Connection, DirectoryLayout, SelfTest } from '../../contract/directory'
import type { Result } from '../../contract/result'

/**
 * Speaks for another directory. Whoever decorates extends this and overrides only what is told differently; a member that
 * the port gains is missing here until it is forwarded, and the class does not compile. What can change while the session
 * lasts is asked for at each look, never copied.
 */
export class DirectoryDecorator implements Directory {
  constructor(protected readonly inner: Directory) {}

  get connection(): Connection {
    return this.inner.connection
  }

  get layout(): DirectoryLayout {
    return this.inner.layout
  }

  get capabilities(): Capabilities {
    return this.inner.capabilities
  }

  get concurrency(): number | null {
    return this.inner.concurrency
  }

  get minimumPasswordLength(): number {
    return this.inner.minimumPasswordLength
  }

  test(): Promise<Result<SelfTest>> {
    return this.inner.test()
  }

  readAll(options?: ReadOptions): Promise<Result<DirectorySnapshot>> {
    return this.inner.readAll(options)
  }

  readAccount(id: string): Promise<Result<Account | null>> {
    return this.inner.readAccount(id)
  }

  findAccount(login: string): Promise<Result<Account | null>> {
    return this.inner.findAccount(login)
  }

  foldName(name: string): string {
    return this.inner.foldName(name)
  }

  readRawState(id: string): Promise<Result<RawState>> {
    return this.inner.readRawState(id)
  }

  groupNames(): Promise<Result<readonly string[]>> {
    return this.inner.groupNames()
  }

  createContainer(dn: string): Promise<Result<undefined>> {
    return this.inner.createContainer(dn)
  }

  deleteContainer(dn: string): Promise<Result<undefined>> {
    return this.inner.deleteContainer(dn)
  }

  createClass(name: string): Promise<Result<undefined>> {
    return this.inner.createClass(name)
  }

  deleteClass(name: string): Promise<Result<undefined>> {
    return this.inner.deleteClass(name)
  }

  createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>> {
    return this.inner.createAccount(draft, password)
  }

  settleNames(id: string): Promise<Result<undefined>> {
    return this.inner.settleNames(id)
  }

  changeAccount(id: string, change: AccountChange, context?: ChangeContext): Promise<Result<undefined>> {
    return this.inner.changeAccount(id, change, context)
  }

  setPassword(id: string, password: string): Promise<Result<undefined>> {
    return this.inner.setPassword(id, password)
  }

  signIn(login: string, password: string): Promise<Result<Account>> {
    return this.inner.signIn(login, password)
  }

  unlock(id: string): Promise<Result<undefined>> {
    return this.inner.unlock(id)
  }

  deleteAccount(id: string): Promise<Result<undefined>> {
    return this.inner.deleteAccount(id)
  }

  close(): Promise<void> {
    return this.inner.close()
  }
}
