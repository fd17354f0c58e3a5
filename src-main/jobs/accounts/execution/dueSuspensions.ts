import type { Account, Suspension } from '../../../contract/accounts'
import { succeed } from '../../../contract/result'
import type { AccountChange, ChangeContext, Directory } from '../../../world/directory/port'
import type { PersonRegister } from '../../../world/store/port'

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
  if (directory.capabilities.selfEndingSuspension) return directory
  const due = new Map(await register.dueSuspensions())

  const seen = (account: Account): Account => {
    const until = due.get(account.id)
    if (until === undefined || account.suspension.kind !== 'forever') return account
    const suspension: Suspension = { kind: 'until', until }
    return { ...account, suspension, state: account.state === 'suspended' ? 'suspendedUntil' : account.state }
  }

  const change = async (
    id: string,
    wanted: AccountChange,
    context?: ChangeContext
  ): ReturnType<Directory['changeAccount']> => {
    if (wanted.suspension?.kind === 'until') {
      await register.rememberSuspension(id, wanted.suspension.until)
      due.set(id, wanted.suspension.until)
    }
    const changed = await directory.changeAccount(id, wanted, context)
    if (changed.ok && wanted.suspension !== undefined && wanted.suspension.kind !== 'until') {
      await register.forgetSuspension(id)
      due.delete(id)
    }
    return changed
  }

  return {
    connection: directory.connection,
    layout: directory.layout,
    capabilities: directory.capabilities,
    ...(directory.concurrency === undefined ? {} : { concurrency: directory.concurrency }),
    changeAccount: change,
    async readAll(options) {
      const snapshot = await directory.readAll(options)
      if (!snapshot.ok) return snapshot
      return succeed({ ...snapshot.value, accounts: snapshot.value.accounts.map(seen) })
    },
    async readAccount(id) {
      const account = await directory.readAccount(id)
      return account.ok && account.value !== null ? succeed(seen(account.value)) : account
    },
    async findAccount(login) {
      const account = await directory.findAccount(login)
      return account.ok && account.value !== null ? succeed(seen(account.value)) : account
    },
    async createAccount(draft, password) {
      const created = await directory.createAccount(draft, password)
      if (created.ok && draft.suspension.kind === 'until') {
        await register.rememberSuspension(created.value.id, draft.suspension.until)
        due.set(created.value.id, draft.suspension.until)
      }
      return created
    },
    test: () => directory.test(),
    readRawState: (id) => directory.readRawState(id),
    createContainer: (dn) => directory.createContainer(dn),
    deleteContainer: (dn) => directory.deleteContainer(dn),
    createClass: (name) => directory.createClass(name),
    deleteClass: (name) => directory.deleteClass(name),
    setPassword: (id, password) => directory.setPassword(id, password),
    // Who gets in is not suspended: there is nothing to tell differently.
    signIn: (login, password) => directory.signIn(login, password),
    unlock: (id) => directory.unlock(id),
    deleteAccount: (id) => directory.deleteAccount(id),
    close: () => directory.close()
  }
}
