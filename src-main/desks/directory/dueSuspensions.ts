import type { Account, Suspension } from '../../contract/accounts'
import { succeed, type Result } from '../../contract/result'
import type {
  AccountChange,
  AccountDraft,
  ChangeContext,
  Directory,
  DirectorySnapshot,
  ReadOptions
} from '../../world/directory/port'
import type { PersonRegister } from '../../world/store/port'
import { DirectoryDecorator } from './directoryDecorator'

type Register = Pick<PersonRegister, 'dueSuspensions' | 'rememberSuspension' | 'forgetSuspension'>

/**
 * [Note: suspensions that end]
 *
 * Where the directory does not end a suspension by itself (Active Directory), an account suspended until a day is
 * simply disabled there, and the store remembers the day; `liftDue` lifts it then. This wrapper makes such a
 * directory speak of suspensions like any other, so that plans, undo and lists need not know. The day is
 * remembered before the account is disabled: a crash between the two leaves a note without effect, never a
 * suspension that nobody ends. Another PC remembers days in the same store, so each look asks it anew.
 */
export function withDueSuspensions(directory: Directory, register: Register): Directory {
  return new EndingSuspensions(directory, register)
}

class EndingSuspensions extends DirectoryDecorator {
  constructor(
    inner: Directory,
    private readonly register: Register
  ) {
    super(inner)
  }

  override async readAll(options?: ReadOptions): Promise<Result<DirectorySnapshot>> {
    const snapshot = await this.inner.readAll(options)
    if (!snapshot.ok) return snapshot
    const due = await this.register.dueSuspensions()
    const accounts = snapshot.value.accounts.map((account) => this.seen(account, due))
    return succeed({ ...snapshot.value, accounts })
  }

  override async readAccount(id: string): Promise<Result<Account | null>> {
    return this.seenAlone(await this.inner.readAccount(id))
  }

  override async findAccount(login: string): Promise<Result<Account | null>> {
    return this.seenAlone(await this.inner.findAccount(login))
  }

  override async createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>> {
    const created = await this.inner.createAccount(draft, password)
    if (created.ok && draft.suspension.kind === 'until' && !this.endsByItself) {
      await this.register.rememberSuspension(created.value.id, draft.suspension.until)
    }
    return created
  }

  override async changeAccount(
    id: string,
    wanted: AccountChange,
    context?: ChangeContext
  ): Promise<Result<undefined>> {
    if (this.endsByItself) return this.inner.changeAccount(id, wanted, context)
    if (wanted.suspension?.kind === 'until') {
      await this.register.rememberSuspension(id, wanted.suspension.until)
    }
    const changed = await this.inner.changeAccount(id, wanted, context)
    if (changed.ok && wanted.suspension !== undefined && wanted.suspension.kind !== 'until') {
      await this.register.forgetSuspension(id)
    }
    return changed
  }

  /** Asked at each use: the self-test may find that the server does not do what it says of itself. */
  private get endsByItself(): boolean {
    return this.inner.capabilities.selfEndingSuspension
  }

  private async seenAlone(account: Result<Account | null>): Promise<Result<Account | null>> {
    if (!account.ok || account.value?.suspension.kind !== 'forever' || this.endsByItself) return account
    return succeed(this.seen(account.value, await this.register.dueSuspensions()))
  }

  private seen(account: Account, due: ReadonlyMap<string, string>): Account {
    const until = due.get(account.id)
    if (until === undefined || account.suspension.kind !== 'forever' || this.endsByItself) return account
    const suspension: Suspension = { kind: 'until', until }
    return { ...account, suspension, state: account.state === 'suspended' ? 'suspendedUntil' : account.state }
  }
}
