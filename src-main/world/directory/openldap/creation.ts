import { randomBytes } from 'node:crypto'
import type { DirectoryLayout } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import { failureOf, ResultCode } from '../ldap/failures'
import { readPostReadEntry } from '../ldap/messages'
import { childName } from '../ldap/names'
import { addRequest, PostReadControl, type LdapSession } from '../ldap/session'
import { parseUuid } from '../ldap/values'
import type { AccountDraft } from '../port'
import { CreationBatches, readId, supportsBatches, type Created, type NewAccount } from './batches'
import { checkSupported, checkTexts, newAttributes } from './changes'
import type { GroupRegister } from './groups'
import { containerOf } from './layout'
import type { LoginRegister } from './logins'
import { asPasswordFailure, modifyPassword, passwordPolicyControl, passwordPolicyError } from './passwords'
import type { PasswordPolicy } from './policy'

const postRead = new PostReadControl(['entryUUID'])

/**
 * Makes accounts. Where the server hashes a password that comes with a new entry, one request makes the account
 * with password, forced change and identity; else the password follows in requests of its own. Which of the two
 * it is cannot be read from the server, so the first account of a session finds it out with a throw-away
 * password: a provisional password is never stored readable, not even for a moment. Where one request is enough,
 * many accounts are made at once if the server can do that.
 */
export class AccountCreation {
  readonly #session: LdapSession
  readonly #layout: DirectoryLayout
  readonly #policy: PasswordPolicy
  readonly #groups: GroupRegister
  readonly #logins: LoginRegister
  readonly #batches: CreationBatches | null
  #hashing: 'unknown' | 'yes' | 'no'
  #probing: Promise<unknown> | null = null

  constructor(
    session: LdapSession,
    layout: DirectoryLayout,
    policy: PasswordPolicy,
    groups: GroupRegister,
    logins: LoginRegister
  ) {
    this.#session = session
    this.#layout = layout
    this.#policy = policy
    this.#groups = groups
    this.#logins = logins
    this.#batches = supportsBatches(session) ? new CreationBatches(session) : null
    // A second password right after the throw-away one would be too early for such a policy.
    this.#hashing = !policy.loaded || (policy.entry?.minimumAge ?? 0) > 0 ? 'no' : 'unknown'
  }

  /** Known only after the first account; false until then. */
  get passwordOnCreate(): boolean {
    return this.#hashing === 'yes'
  }

  /** Many accounts may be made at once. */
  get inBatches(): boolean {
    return this.#batches !== null
  }

  close(): void {
    this.#batches?.close()
  }

  async create(draft: AccountDraft, password: string): Promise<Result<Created>> {
    const checked = checkTexts(draft)
    if (!checked.ok) return checked
    const container = containerOf(this.#layout, draft.kind)
    if (container === null) return fail('directory.notSupported', { capability: draft.kind })
    const supported = checkSupported({ suspension: draft.suspension }, this.#policy)
    if (!supported.ok) return supported
    const groups = await this.#groups.find(draft.classes, draft.groups)
    if (!groups.ok) return groups
    const numbers = await this.#logins.reserve(draft.login)
    if (!numbers.ok) return numbers
    if (numbers.value === null) return fail('directory.alreadyExists', { name: draft.login })

    const dn = childName('uid', draft.login, container)
    const homeDirectory = this.#layout.homeDirectory.replaceAll('{login}', () => draft.login)
    const mail = draft.mail ?? this.#layout.mailAddress.replaceAll('{login}', () => draft.login)
    const account: NewAccount = {
      dn,
      login: draft.login,
      attributes: newAttributes(draft, numbers.value, homeDirectory, mail === '' ? null : mail),
      groups: groups.value
    }
    const created = await this.#createChecked(account, draft.mustChangePassword, password)
    if (!created.ok) this.#logins.release(draft.login)
    return created
  }

  async #createChecked(account: NewAccount, mustChange: boolean, password: string): Promise<Result<Created>> {
    while (this.#hashing === 'unknown' && this.#probing !== null) await this.#probing
    if (this.#hashing === 'yes') {
      const pwdReset = mustChange ? 'TRUE' : []
      const complete = { ...account, attributes: { ...account.attributes, userPassword: password, pwdReset } }
      const alone = (): Promise<Result<Created>> => this.#join(complete, this.#add(complete, password))
      return this.#batches === null ? alone() : this.#batches.create(complete, alone)
    }
    const probes = this.#hashing === 'unknown'
    const making = this.#makeInSteps(account, mustChange, password, probes)
    if (probes) {
      this.#probing = making
      await making
      this.#probing = null
    }
    return this.#join(account, making)
  }

  /** Puts an account into its groups, once it is made. */
  async #join(account: NewAccount, making: Promise<Result<Created>>): Promise<Result<Created>> {
    const made = await making
    if (!made.ok) return made
    const joined = await Promise.all(account.groups.map((group) => this.#groups.change(group, account, true)))
    const failed = joined.find((result) => !result.ok)
    if (failed === undefined) return made
    await this.#takeBack(account)
    return failed
  }

  async #makeInSteps(
    account: NewAccount,
    mustChange: boolean,
    password: string,
    probes: boolean
  ): Promise<Result<Created>> {
    const { dn } = account
    const made = await this.#add(account, password)
    if (!made.ok) return made
    if (probes) this.#hashing = await hashesCleartext(this.#session, dn)
    const set = await modifyPassword(this.#session, dn, password)
    const demanded =
      set.ok && this.#policy.loaded && mustChange
        ? await this.#session.modify(dn, [{ type: 'replace', attribute: 'pwdReset', values: ['TRUE'] }])
        : set
    if (demanded.ok) return made
    await this.#takeBack(account)
    return demanded
  }

  async #add({ dn, attributes }: NewAccount, password: string): Promise<Result<Created>> {
    const controls = this.#policy.loaded ? [postRead, passwordPolicyControl] : [postRead]
    const outcome = await this.#session.exchange(addRequest(dn, attributes, controls))
    if (!outcome.ok) return outcome
    if (outcome.value.resultCode !== ResultCode.success) {
      const failed = failureOf(outcome.value, dn, [password])
      const aboutPassword = passwordPolicyError(outcome.value) !== null
      return aboutPassword ? { ok: false, failure: asPasswordFailure(failed.failure) } : failed
    }
    const id = parseUuid(readPostReadEntry(outcome.value)?.first('entryuuid') ?? '')
    return id === null ? readId(this.#session, dn) : succeed({ id, dn })
  }

  /** An account that is not complete goes again, so that the step can be repeated as a whole. */
  async #takeBack(account: NewAccount): Promise<void> {
    const groups = await this.#groups.of(account)
    if (groups.ok) await Promise.all(groups.value.map((group) => this.#groups.change(group, account, false)))
    await this.#session.remove(account.dn)
  }
}

/** Whether the server turns a readable password in an ordinary write into a hash. Tried with a throw-away one. */
export async function hashesCleartext(session: LdapSession, dn: string): Promise<'unknown' | 'yes' | 'no'> {
  const password = `Probe-${randomBytes(18).toString('base64url')}-1`
  const written = await session.modify(dn, [
    { type: 'replace', attribute: 'userPassword', values: [password] }
  ])
  if (!written.ok) return 'no'
  const entry = await session.read(dn, ['userPassword'])
  const stored = entry.ok ? entry.value?.first('userpassword') : undefined
  // Without the right to read it nobody knows; a server that hashes later is not worth the risk.
  return stored?.startsWith('{') === true ? 'yes' : 'no'
}
