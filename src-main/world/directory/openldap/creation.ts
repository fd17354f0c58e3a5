import { randomBytes, randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { DirectoryLayout } from '../../../contract/directory'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import { countsAsGone, isAnswered, together } from '../ldap/answers'
import type { LdapEntry } from '../ldap/entry'
import { failureOf, hasResultCode, ResultCode } from '../ldap/failures'
import { containerOf } from '../ldap/kinds'
import { readPostReadEntry } from '../ldap/messages'
import { childName, nameKey } from '../ldap/names'
import { addRequest, PostReadControl, type LdapSession, type NewAttributes } from '../ldap/session'
import { madeMail, type Uniqueness } from '../ldap/uniqueness'
import { parseUuid } from '../ldap/values'
import type { AccountDraft } from '../port'
import { checkSupported, checkTexts, newAttributes } from './changes'
import type { GroupEntry, GroupRegister, MemberName } from './groups'
import { onlyOn } from './identity'
import type { LoginRegister } from './logins'
import { asPasswordFailure, modifyPassword, passwordPolicyControl, passwordPolicyError } from './passwords'
import type { PasswordPolicy } from './policy'

interface Created {
  readonly id: string
  readonly dn: string
}

interface WantedAccount {
  readonly draft: AccountDraft
  readonly password: string
  readonly dn: string
  readonly groups: readonly GroupEntry[]
  /** To be called once the account has asked to join its groups. */
  readonly joins: () => void
}

/** An account that is there, with what nobody else may have. */
export interface MadeAccount {
  readonly dn: string
  readonly login: string
  readonly mail: string | null
  /** null: it has none. */
  readonly uidNumber: number | null
}

/** How often an account is made anew, or gets another number, while somebody else makes accounts at the same time. */
const attempts = 8
/** The longest pauses before the next attempt, milliseconds: from the shortest on twice as long each time. */
const pauses = { shortest: 100, longest: 3_200 } as const

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
  readonly #uniqueness: Uniqueness
  #hashing: 'unknown' | 'yes' | 'no'
  #probing: Promise<unknown> | null = null

  constructor(
    session: LdapSession,
    layout: DirectoryLayout,
    policy: PasswordPolicy,
    groups: GroupRegister,
    logins: LoginRegister,
    uniqueness: Uniqueness
  ) {
    this.#session = session
    this.#layout = layout
    this.#policy = policy
    this.#groups = groups
    this.#logins = logins
    this.#uniqueness = uniqueness
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
    const joins = this.#groups.expect(groups.value)
    try {
      const dn = childName('uid', draft.login, container)
      return await this.#createAfterAll({ draft, password, dn, groups: groups.value, joins })
    } finally {
      joins()
    }
  }

  /** Somebody else may have the login for a moment only. */
  async #createAfterAll(wanted: WantedAccount): Promise<Result<Created>> {
    const { draft } = wanted
    let looked = false
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const created = await this.#createOnce(wanted, looked)
      if (!created.ok) return created
      if (created.value !== null) return succeed(created.value)
      if (attempt > 1) await pauseAfter(attempt)
      const taken = await this.#takenName(draft)
      if (!taken.ok) return taken
      if (taken.value !== null) return exists(taken.value)
      looked = true
    }
    return exists(draft.login)
  }

  /**
   * Makes sure that an account which was made before has a login and a number of its own. `directory.alreadyExists`:
   * another one has the login or the address, too.
   */
  async settle(account: MadeAccount): Promise<Result<undefined>> {
    let { uidNumber } = account
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const shared = await this.#uniqueness.look({ ...account, number: uidNumber })
      if (!shared.ok) return shared
      if (shared.value.login || shared.value.mail) return exists(account.login)
      if (!shared.value.number || uidNumber === null) return succeed()
      if (attempt > 1) await pauseAfter(attempt)
      const next = await this.#logins.anotherNumber()
      if (!next.ok) return next
      const changed = await this.#session.modify(account.dn, [
        { type: 'delete', attribute: 'uidNumber', values: [String(uidNumber)] },
        { type: 'add', attribute: 'uidNumber', values: [String(next.value)] }
      ])
      // A server that watches itself (overlay `unique`) refuses what somebody else has just taken.
      if (!changed.ok && !isNotUnique(changed.failure)) return changed
      if (changed.ok) uidNumber = next.value
    }
    return fail('directory.busy', { reason: 'uidNumber' })
  }

  /** null: somebody else has the login or address, or had it for a moment, and this one gave way. */
  async #createOnce(
    { draft, password, dn, groups, joins }: WantedAccount,
    looked: boolean
  ): Promise<Result<Created | null>> {
    const numbers = await this.#logins.reserve(draft.login, looked)
    if (!numbers.ok) return numbers
    if (numbers.value === null) return looked ? exists(draft.login) : succeed(null)
    const { uidNumber } = numbers.value
    const homeDirectory = this.#layout.homeDirectory.replaceAll('{login}', () => draft.login)
    const mail = this.#mailOf(draft)
    const attributes = newAttributes(draft, numbers.value, homeDirectory, mail)
    const made = await this.#make(dn, draft, attributes, password)
    if (!made.ok) {
      this.#logins.release(draft.login)
      if (!isNotUnique(made.failure)) return made
      // It may have been the number: the next attempt begins with another one.
      const next = await this.#logins.anotherNumber()
      return next.ok ? succeed(null) : next
    }
    const member = { dn, login: draft.login }
    const [settled, joined] = await Promise.all([
      this.settle({ ...member, mail: madeMail(this.#layout, draft.login, mail), uidNumber }),
      this.#join(member, groups, joins)
    ])
    // Without an answer nobody knows how things stand, and whatever was taken back might be what counts.
    const lost = [settled, joined].find((result) => !result.ok && !isKnown(result))
    if (lost?.ok === false || (settled.ok && joined.ok)) {
      this.#logins.isTaken(draft.login)
      return lost?.ok === false ? lost : made
    }
    const removed = await this.#takeBack(made.value.id, dn, draft.login)
    if (!removed.ok) return removed
    const gaveWay = !settled.ok && settled.failure.code === 'directory.alreadyExists'
    const failed = together([settled, joined])
    return gaveWay || failed.ok ? succeed(null) : failed
  }

  /** Into the groups of the draft, and out of all that still hold an account of this name that is no more. */
  async #join(
    member: MemberName,
    groups: readonly GroupEntry[],
    joins: () => void
  ): Promise<Result<undefined>> {
    const inherited = await this.#groups.strays(member)
    if (!inherited.ok) return inherited
    const wanted = new Set(groups.map(({ dn }) => nameKey(dn)))
    const strays = inherited.value.filter(({ dn }) => !wanted.has(nameKey(dn)))
    const changes = [
      ...groups.map((group) => this.#groups.change(group, member, true)),
      ...strays.map((group) => this.#groups.change(group, member, false))
    ]
    joins()
    return together(await Promise.all(changes))
  }

  /** The login or the made address, where another entry has it; null: both are free. */
  async #takenName(draft: AccountDraft): Promise<Result<string | null>> {
    const mail = madeMail(this.#layout, draft.login, this.#mailOf(draft))
    const shared = await this.#uniqueness.look({ dn: null, login: draft.login, number: null, mail })
    if (!shared.ok) return shared
    if (shared.value.login) this.#logins.isTaken(draft.login)
    if (shared.value.login) return succeed(draft.login)
    return succeed(shared.value.mail ? mail : null)
  }

  #mailOf(draft: AccountDraft): string | null {
    const mail = draft.mail ?? this.#layout.mailAddress.replaceAll('{login}', () => draft.login)
    return mail === '' ? null : mail
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
    if (!isAnswered(demanded)) return demanded
    const removed = await this.#takeBack(made.value.id, dn, draft.login)
    return removed.ok ? demanded : removed
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
  async #takeBack(id: string, dn: string, login: string): Promise<Result<undefined>> {
    const groups = await this.#groups.of({ dn, login })
    if (groups.ok)
      await Promise.all(groups.value.map((group) => this.#groups.change(group, { dn, login }, false)))
    const removed = countsAsGone(await this.#session.remove(dn, onlyOn(this.#session, id)))
    this.#logins.release(login)
    return removed
  }
}

/** Chance tells who of two goes first. The slower the server answers, the longer it takes to miss each other. */
function pauseAfter(attempt: number): Promise<void> {
  return delay(randomInt(Math.min(pauses.shortest * 2 ** (attempt - 2), pauses.longest)))
}

/** What the server has said, or what a look of our own has found; else nobody knows what happened. */
function isKnown(result: { readonly ok: false; readonly failure: Failure }): boolean {
  return isAnswered(result) || ['directory.alreadyExists', 'directory.busy'].includes(result.failure.code)
}

function exists(name: string): { ok: false; failure: Failure } {
  return fail('directory.alreadyExists', { name })
}

/** The refusal of slapd's overlay `unique` (slapo-unique(5)); it names no attribute. */
export function isNotUnique(failure: Failure): boolean {
  return (
    hasResultCode(failure, ResultCode.constraintViolation) &&
    /(not|non-)\s*unique/i.test(String(failure.parameters['reason'] ?? ''))
  )
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
