import { randomBytes } from 'node:crypto'
import type { DirectoryLayout } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import { isAnswered, together } from '../ldap/answers'
import type { LdapEntry } from '../ldap/entry'
import { failureOf, ResultCode } from '../ldap/failures'
import { readPostReadEntry } from '../ldap/messages'
import { childName, nameKey } from '../ldap/names'
import { addRequest, PostReadControl, type LdapSession, type NewAttributes } from '../ldap/session'
import { parseUuid } from '../ldap/values'
import type { AccountDraft } from '../port'
import { checkSupported, checkTexts, newAttributes } from './changes'
import type { GroupEntry, GroupRegister, MemberName } from './groups'
import { onlyOn } from './identity'
import { containerOf } from './layout'
import type { LoginRegister } from './logins'
import { asPasswordFailure, modifyPassword, passwordPolicyControl, passwordPolicyError } from './passwords'
import type { PasswordPolicy } from './policy'

interface Created {
  readonly id: string
  readonly dn: string
}

const postRead = new PostReadControl(['entryUUID'])

/**
 * Makes accounts. Where the server hashes a password that comes with a new entry, one request makes the account
 * with password, forced change and identity; else the password follows in requests of its own. Which of the two
 * it is cannot be read from the server, so the first account of a session finds it out with a throw-away
 * password: a provisional password is never stored readable, not even for a moment.
 */
export class AccountCreation {
  readonly #session: LdapSession
  readonly #layout: DirectoryLayout
  readonly #policy: PasswordPolicy
  readonly #groups: GroupRegister
  readonly #logins: LoginRegister
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
    // A second password right after the throw-away one would be too early for such a policy.
    this.#hashing = !policy.loaded || (policy.entry?.minimumAge ?? 0) > 0 ? 'no' : 'unknown'
  }

  /** Known only after the first account; false until then. */
  get passwordOnCreate(): boolean {
    return this.#hashing === 'yes'
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
    const attributes = newAttributes(draft, numbers.value, homeDirectory, mail === '' ? null : mail)
    const made = await this.#make(dn, draft, attributes, password)
    if (!made.ok) {
      this.#logins.release(draft.login)
      return made
    }
    const joined = await this.#join({ dn, login: draft.login }, groups.value)
    if (joined.ok) return made
    if (isAnswered(joined)) await this.#takeBack(made.value.id, dn, draft.login)
    return joined
  }

  /** Into the groups of the draft, and out of all that still hold an account of this name that is no more. */
  async #join(member: MemberName, groups: readonly GroupEntry[]): Promise<Result<undefined>> {
    const inherited = await this.#groups.of(member)
    if (!inherited.ok) return inherited
    const wanted = new Set(groups.map(({ dn }) => nameKey(dn)))
    const strays = inherited.value.filter(({ dn }) => !wanted.has(nameKey(dn)))
    return together(
      await Promise.all([
        ...groups.map((group) => this.#groups.change(group, member, true)),
        ...strays.map((group) => this.#groups.change(group, member, false))
      ])
    )
  }

  async #make(
    dn: string,
    draft: AccountDraft,
    attributes: NewAttributes,
    password: string
  ): Promise<Result<Created>> {
    if (this.#hashing === 'unknown' && this.#probing !== null) await this.#probing
    if (this.#hashing === 'yes')
      return this.#add(dn, this.#withPassword(attributes, draft, password), password)
    const probes = this.#hashing === 'unknown' && this.#probing === null
    const making = this.#makeInSteps(dn, draft, attributes, password, probes)
    if (probes) this.#probing = making
    const made = await making
    if (probes && this.#hashing === 'unknown') this.#probing = null
    return made
  }

  async #makeInSteps(
    dn: string,
    draft: AccountDraft,
    attributes: NewAttributes,
    password: string,
    probes: boolean
  ): Promise<Result<Created>> {
    const made = await this.#add(dn, attributes, password)
    if (!made.ok) return made
    if (probes) this.#hashing = await hashesCleartext(this.#session, dn)
    const set = await modifyPassword(this.#session, dn, password)
    // A server that demands a change of every password that another has set is told what the draft says.
    const values = draft.mustChangePassword ? ['TRUE'] : []
    const demanded =
      set.ok && this.#policy.loaded
        ? await this.#session.modify(dn, [{ type: 'replace', attribute: 'pwdReset', values }])
        : set
    if (demanded.ok) return made
    if (isAnswered(demanded)) await this.#takeBack(made.value.id, dn, draft.login)
    return demanded
  }

  #withPassword(attributes: NewAttributes, draft: AccountDraft, password: string): NewAttributes {
    return {
      ...attributes,
      userPassword: password,
      pwdReset: draft.mustChangePassword ? 'TRUE' : []
    }
  }

  async #add(dn: string, attributes: NewAttributes, password: string): Promise<Result<Created>> {
    const controls = this.#policy.loaded ? [postRead, passwordPolicyControl] : [postRead]
    const outcome = await this.#session.exchange(addRequest(dn, attributes, controls))
    if (!outcome.ok) return outcome
    if (outcome.value.resultCode !== ResultCode.success) {
      const failed = failureOf(outcome.value, dn, [password])
      const aboutPassword = passwordPolicyError(outcome.value) !== null
      return aboutPassword ? { ok: false, failure: asPasswordFailure(failed.failure) } : failed
    }
    const id = idOf(readPostReadEntry(outcome.value))
    if (id !== null) return succeed({ id, dn })
    const read = await this.#session.read(dn, ['entryUUID'])
    if (!read.ok) return read
    const readId = idOf(read.value)
    return readId === null
      ? fail('directory.notSupported', { capability: 'entryUUID' })
      : succeed({ id: readId, dn })
  }

  /** An account that the server does not let be completed goes again, so that the step can be repeated as a whole. */
  async #takeBack(id: string, dn: string, login: string): Promise<void> {
    const groups = await this.#groups.of({ dn, login })
    if (groups.ok)
      await Promise.all(groups.value.map((group) => this.#groups.change(group, { dn, login }, false)))
    await this.#session.remove(dn, onlyOn(this.#session, id))
    this.#logins.release(login)
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

function idOf(entry: LdapEntry | null): string | null {
  return entry === null ? null : parseUuid(entry.first('entryuuid') ?? '')
}
