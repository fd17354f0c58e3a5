import { randomBytes } from 'node:crypto'
import type { DirectoryLayout, Problem } from '../../../contract/directory'
import { succeed, type Failure, type Result } from '../../../contract/result'
import { hasResultCode, ResultCode } from '../ldap/failures'
import { childName } from '../ldap/names'
import type { LdapSession, Modification } from '../ldap/session'
import type { SignIn } from '../ldap/signIn'
import { formatGeneralizedTime } from '../ldap/values'
import { lockedForGood } from './attributes'
import { hashesCleartext, isNotUnique } from './creation'
import { newClassAttributes } from './groups'
import { modifyPassword, trySignIn } from './passwords'
import type { PasswordPolicy } from './policy'

/** What trying it out has shown. null: it could not be tried. */
export interface ProbeFindings {
  readonly create: boolean
  readonly change: boolean | null
  readonly setPassword: boolean | null
  readonly passwordOnCreate: boolean | null
  readonly mustChange: boolean | null
  readonly suspension: boolean | null
  readonly selfEndingSuspension: boolean | null
  readonly manageGroups: boolean
  readonly delete: boolean | null
  /** The server refuses a second entry of one login or number. */
  readonly uniqueNames: boolean | null
  readonly problems: readonly Problem[]
}

const anHour = 3_600_000

/**
 * Goes through the life of an account on a probe entry of its own, with real sign-ins: what an attribute says is
 * no proof that the server acts on it. Everything made is removed, also after a failure midway.
 */
export class Probe {
  readonly #session: LdapSession
  readonly #layout: DirectoryLayout
  readonly #policy: PasswordPolicy
  readonly #baseDn: string
  readonly #missing: ReadonlySet<string>
  readonly #problems: Problem[] = []
  /** What was made, in the order in which it was made. */
  readonly #made: string[] = []
  readonly #name = `netzwart-probe-${randomBytes(6).toString('hex')}`

  constructor(
    session: LdapSession,
    layout: DirectoryLayout,
    policy: PasswordPolicy,
    baseDn: string,
    missing: readonly string[]
  ) {
    this.#session = session
    this.#layout = layout
    this.#policy = policy
    this.#baseDn = baseDn
    this.#missing = new Set(missing)
  }

  /** Fails only when the connection does. */
  async run(): Promise<Result<ProbeFindings>> {
    try {
      return await this.#run()
    } finally {
      for (const dn of this.#made.splice(0).reverse()) await this.#session.remove(dn)
    }
  }

  async #run(): Promise<Result<ProbeFindings>> {
    const { pupil, teacher, staff, classes, groups } = this.#layout.containers
    const people = await this.#container(pupil, teacher, staff)
    if (!people.ok) return people
    const dn = childName('uid', this.#name, people.value)
    const nothing = { setPassword: null, passwordOnCreate: null, mustChange: null, suspension: null }
    const created = await this.#try(
      this.#add(dn, personAttributes(this.#name)),
      'noRightToCreate',
      people.value
    )
    if (!created.ok) return created
    const change = created.value ? await this.#tryChange(dn, people.value) : succeed(null)
    if (!change.ok) return change
    const password = created.value ? await this.#tryPassword(dn, people.value) : succeed(null)
    if (!password.ok) return password
    const group = await this.#tryGroup(await this.#container(classes, groups), dn)
    if (!group.ok) return group
    const unique = created.value ? await this.#tryUnique(people.value) : succeed(null)
    if (!unique.ok) return unique
    const removed = created.value ? await this.#tryDelete(dn, people.value) : succeed(null)
    if (!removed.ok) return removed
    return succeed({
      ...nothing,
      selfEndingSuspension: null,
      ...password.value,
      create: created.value,
      change: change.value,
      manageGroups: group.value,
      delete: removed.value,
      uniqueNames: unique.value,
      problems: this.#problems
    })
  }

  /** The first container that exists; else one of the probe's own. */
  async #container(...containers: readonly string[]): Promise<Result<string>> {
    const existing = containers.find((dn) => !this.#missing.has(dn))
    if (existing !== undefined) return succeed(existing)
    const dn = childName('ou', this.#name, this.#baseDn)
    if (this.#made.includes(dn)) return succeed(dn)
    const made = await this.#try(
      this.#add(dn, { objectClass: 'organizationalUnit', ou: this.#name }),
      'noRightToCreate',
      this.#baseDn
    )
    return made.ok ? succeed(made.value ? dn : this.#baseDn) : made
  }

  async #add(dn: string, attributes: Parameters<LdapSession['add']>[1]): Promise<Result<undefined>> {
    const added = await this.#session.add(dn, attributes)
    if (added.ok) this.#made.push(dn)
    return added
  }

  async #tryChange(dn: string, container: string): Promise<Result<boolean>> {
    const write = this.#session.modify(dn, [{ type: 'replace', attribute: 'displayName', values: ['Probe'] }])
    return this.#try(write, 'noRightToChange', container)
  }

  async #tryPassword(dn: string, container: string): Promise<Result<Partial<ProbeFindings>>> {
    const passwordOnCreate = (await hashesCleartext(this.#session, dn)) === 'yes'
    await this.#noteCleartext(dn)
    const password = `Probe-${randomBytes(15).toString('base64url')}-7x`
    const set = await this.#try(
      modifyPassword(this.#session, dn, password),
      'noRightToSetPassword',
      container
    )
    if (!set.ok) return set
    if (!set.value) return succeed({ setPassword: false, passwordOnCreate: false })
    const entered = await trySignIn(this.#session, dn, password)
    if (!entered.ok) return entered
    if (entered.value === 'refused') {
      this.#problem('notChecked', 'note', { what: 'mustChange, suspension', reason: 'invalidCredentials' })
      return succeed({ setPassword: true, passwordOnCreate })
    }
    if (!this.#policy.loaded) return succeed({ setPassword: true, passwordOnCreate: false })
    const policy = this.#policy.entry?.dn ?? ''
    const attempt = async (
      attribute: string,
      value: string,
      expected: SignIn,
      problem: 'mustChangeDisabled' | 'lockoutDisabled' | 'selfEndingSuspensionMissing'
    ): Promise<Result<boolean | null>> => {
      const worked = await this.#effect(dn, password, attribute, value, expected)
      if (worked.ok && worked.value === false) this.#problem(problem, 'weakens', { policy })
      return worked
    }
    const mustChange = await attempt('pwdReset', 'TRUE', 'mustChange', 'mustChangeDisabled')
    if (!mustChange.ok) return mustChange
    const suspension = await attempt('pwdAccountLockedTime', lockedForGood, 'refused', 'lockoutDisabled')
    if (!suspension.ok) return suspension
    const end = formatGeneralizedTime(new Date(Date.now() + anHour).toISOString())
    const selfEnding = await attempt('pwdStartTime', end, 'refused', 'selfEndingSuspensionMissing')
    if (!selfEnding.ok) return selfEnding
    return succeed({
      setPassword: true,
      passwordOnCreate,
      mustChange: mustChange.value,
      suspension: suspension.value,
      selfEndingSuspension: selfEnding.value
    })
  }

  /** Writes an attribute, signs in, takes it back. null: the attribute may not be written. */
  async #effect(
    dn: string,
    password: string,
    attribute: string,
    value: string,
    expected: SignIn
  ): Promise<Result<boolean | null>> {
    const write = (values: readonly string[]): Promise<Result<undefined>> => {
      const modification: Modification = { type: 'replace', attribute, values }
      return this.#session.modify(dn, [modification])
    }
    const written = await write([value])
    if (!written.ok) {
      if (isNetworkFailure(written.failure)) return written
      this.#problem('notChecked', 'weakens', { what: attribute, reason: reasonOf(written.failure) })
      return succeed(null)
    }
    const entered = await trySignIn(this.#session, dn, password)
    if (!entered.ok) return entered
    const lifted = await write([])
    return lifted.ok ? succeed(entered.value === expected) : lifted
  }

  /** The throw-away password is still there: what the server keeps of it can be looked at. */
  async #noteCleartext(dn: string): Promise<void> {
    const entry = await this.#session.read(dn, ['userPassword'])
    const stored = entry.ok ? entry.value?.first('userpassword') : undefined
    if (stored !== undefined && !stored.startsWith('{'))
      this.#problem('passwordStoredInPlainText', 'note', {})
  }

  async #tryGroup(container: Result<string>, member: string): Promise<Result<boolean>> {
    if (!container.ok) return container
    const dn = childName('cn', this.#name, container.value)
    const write = async (): Promise<Result<undefined>> => {
      const added = await this.#add(dn, newClassAttributes(this.#name, this.#baseDn))
      if (!added.ok) return added
      const joined = await this.#session.modify(dn, [{ type: 'add', attribute: 'member', values: [member] }])
      return joined.ok
        ? this.#session.modify(dn, [{ type: 'delete', attribute: 'member', values: [member] }])
        : joined
    }
    return this.#try(write(), 'noRightToManageGroups', container.value)
  }

  /** Two more entries beside the probe, one of its login and one of its number. null: neither yes nor no came of it. */
  async #tryUnique(container: string): Promise<Result<boolean | null>> {
    const { uid, uidNumber, ...others } = personAttributes(this.#name)
    let watched = true
    for (const second of [
      { ...others, uid, uidNumber: '65532' },
      { ...others, uid: `${this.#name}-2`, uidNumber }
    ]) {
      const dn = childName('cn', `${this.#name}-2`, container)
      const added = await this.#add(dn, { ...second, cn: `${this.#name}-2` })
      if (!added.ok) {
        if (isNetworkFailure(added.failure)) return added
        if (!isNotUnique(added.failure)) return succeed(null)
        continue
      }
      watched = false
      const removed = await this.#session.remove(dn)
      if (!removed.ok) return isNetworkFailure(removed.failure) ? removed : succeed(false)
      this.#made.splice(this.#made.indexOf(dn), 1)
    }
    return succeed(watched)
  }

  async #tryDelete(dn: string, container: string): Promise<Result<boolean>> {
    const removed = await this.#session.remove(dn)
    if (removed.ok) {
      this.#made.splice(this.#made.indexOf(dn), 1)
      return succeed(true)
    }
    if (isNetworkFailure(removed.failure)) return removed
    this.#problem('noRightToDelete', 'weakens', { container, entry: dn })
    return succeed(false)
  }

  /** Whether a write went through; a refusal becomes the problem, only a lost connection fails. */
  async #try(
    write: Promise<Result<undefined>>,
    problem: Problem['code'],
    container: string
  ): Promise<Result<boolean>> {
    const result = await write
    if (result.ok) return succeed(true)
    if (isNetworkFailure(result.failure)) return result
    const denied = hasResultCode(result.failure, ResultCode.insufficientAccessRights)
    this.#problem(problem, 'blocks', { container, reason: reasonOf(result.failure) })
    if (!denied) this.#problem('notChecked', 'note', { what: container, reason: reasonOf(result.failure) })
    return succeed(false)
  }

  #problem(code: Problem['code'], severity: Problem['severity'], parameters: Problem['parameters']): void {
    this.#problems.push({ code, severity, parameters })
  }
}

function personAttributes(name: string) {
  return {
    objectClass: ['inetOrgPerson', 'posixAccount'],
    uid: name,
    cn: name,
    sn: name,
    description: 'Netzwart: Selbsttest / self-test',
    uidNumber: '65533',
    gidNumber: '65533',
    homeDirectory: '/nonexistent'
  }
}

/** Nothing is known about the server's mind: the network failed, not the request. */
export function isNetworkFailure(failure: Failure): boolean {
  return typeof failure.parameters['resultCode'] !== 'number'
}

function reasonOf(failure: Failure): string {
  return String(failure.parameters['reason'] ?? failure.code)
}
