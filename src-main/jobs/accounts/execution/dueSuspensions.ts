import type { Account, Suspension } from '../../../contract/accounts'
import { succeed, type Result } from '../../../contract/result'
import type {
  AccountChange,
  AccountDraft,
  ChangeContext,
  Directory,
  DirectorySnapshot,
  ReadOptions
} from '../../../world/directory/port'
import type { PersonRegister } from '../../../world/store/port'
import { DirectoryDecorator } from './directoryDecorator'

type Register = Pick<PersonRegister, 'dueSuspensions' | 'rememberSuspension' | 'forgetSuspension'>

/**
 * [Note: suspensions that end]
 *
 * Where the directory does not end a suspension by itself (Active Directory), an account suspended until a day is
 * simply disabled there, and the store remembers the day; `liftDue` lifts it then. This wrapper makes such a
 * directory speak of suspensions like any other, so that plans, undo and lists need not know. The day is
 * remembered before the account is disabled: a crash between the two leaves a note without effect, never a
 * suspension that nobody ends.
 */
export async function withDueSuspensions(directory: Directory, register: Register): Promise<Directory> {
  return new EndingSuspensions(directory, register, new Map(await register.dueSuspensions()))
}

class EndingSuspensions extends DirectoryDecorator {
  constructor(
    inner: Directory,
    private readonly register: Register,
    private readonly due: Map<string, string>
  ) {
    super(inner)
  }

  override async readAll(options?: ReadOptions): Promise<Result<DirectorySnapshot>> {
    const snapshot = await this.inner.readAll(options)
    if (!snapshot.ok) return snapshot
    const accounts = snapshot.value.accounts.map((account) => this.seen(account))
    return succeed({ ...snapshot.value, accounts })
  }

  override async readAccount(id: string): Promise<Result<Account | null>> {
    const account = await this.inner.readAccount(id)
    return account.ok && account.value !== null ? succeed(this.seen(account.value)) : account
  }

  override async findAccount(login: string): Promise<Result<Account | null>> {
    const account = await this.inner.findAccount(login)
    return account.ok && account.value !== null ? succeed(this.seen(account.value)) : account
  }

  override async createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>> {
    const created = await this.inner.createAccount(draft, password)
    if (created.ok && draft.suspension.kind === 'until' && !this.endsByItself) {
      await this.remember(created.value.id, draft.suspension.until)
    }
    return created
  }

  override async changeAccount(
    id: string,
    wanted: AccountChange,
    context?: ChangeContext
  ): Promise<Result<undefined>> {
    if (this.endsByItself) return this.inner.changeAccount(id, wanted, context)
    if (wanted.suspension?.kind === 'until') await this.remember(id, wanted.suspension.until)
    const changed = await this.inner.changeAccount(id, wanted, context)
    if (changed.ok && wanted.suspension !== undefined && wanted.suspension.kind !== 'until') {
      await this.register.forgetSuspension(id)
      this.due.delete(id)
    }
    return changed
  }

  /** Asked at each use: the self-test may find that the server does not do what it says of itself. */
  private get endsByItself(): boolean {
    return this.inner.capabilities.selfEndingSuspension
  }

  private async remember(id: string, until: string): Promise<void> {
    await this.register.rememberSuspension(id, until)
    this.due.set(id, until)
  }

  private seen(account: Account): Account {
    const until = this.due.get(account.id)
    if (until === undefined || account.suspension.kind !== 'forever' || this.endsByItself) return account
    const suspension: Suspension = { kind: 'until', until }
    return { ...account, suspension, state: account.state === 'suspended' ? 'suspendedUntil' : account.state }
  }
}
