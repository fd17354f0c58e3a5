import { succeed, type Result } from '../../../contract/result'
import type { LdapEntry } from '../ldap/entry'
import { equals } from '../ldap/filters'
import { firstNameValue } from '../ldap/names'
import { Oid, type LdapSession } from '../ldap/session'

/** What the server's password policy says, as far as the bind account may see it. */
export interface PasswordPolicy {
  /** The overlay is loaded: the server knows suspension, lockout and forced change at all. */
  readonly loaded: boolean
  /** The default policy; null: there is none or it may not be read. */
  readonly entry: {
    readonly dn: string
    readonly lockout: boolean
    readonly mustChange: boolean
    /** Seconds after which the server's own lock ends; 0: never. */
    readonly lockoutDuration: number
    readonly minimumAge: number
    readonly minimumLength: number
  } | null
}

const policyAttributes = ['pwdLockout', 'pwdMustChange', 'pwdLockoutDuration', 'pwdMinAge', 'pwdMinLength']

/**
 * Finds the default policy. The server does not tell which entry it is (olcPPolicyDefault is in cn=config),
 * so: the only one, else the one that is called "default", else the first by name.
 */
export async function readPasswordPolicy(
  session: LdapSession,
  baseDn: string
): Promise<Result<PasswordPolicy>> {
  const loaded = session.supports(Oid.passwordPolicy)
  if (!loaded) return succeed({ loaded, entry: null })
  const context = session.root
    .all('namingcontexts')
    .find((name) => baseDn.toLowerCase().endsWith(name.toLowerCase()))
  const found = await session.search({
    base: context ?? baseDn,
    scope: 'sub',
    filter: equals('objectClass', 'pwdPolicy'),
    attributes: policyAttributes
  })
  if (!found.ok) {
    const { code } = found.failure
    const unseen =
      code === 'directory.noRights' || code === 'directory.notFound' || code === 'directory.sizeLimit'
    return unseen ? succeed({ loaded, entry: null }) : found
  }
  const entry = chooseDefault(found.value)
  return succeed({ loaded, entry: entry === undefined ? null : describe(entry) })
}

function chooseDefault(policies: readonly LdapEntry[]): LdapEntry | undefined {
  const byName = policies.toSorted((one, other) => (one.dn.toLowerCase() < other.dn.toLowerCase() ? -1 : 1))
  return byName.find(({ dn }) => firstNameValue(dn)?.toLowerCase() === 'default') ?? byName[0]
}

function describe(entry: LdapEntry): NonNullable<PasswordPolicy['entry']> {
  return {
    dn: entry.dn,
    lockout: entry.first('pwdlockout') === 'TRUE',
    mustChange: entry.first('pwdmustchange') === 'TRUE',
    lockoutDuration: Number(entry.first('pwdlockoutduration') ?? 0),
    minimumAge: Number(entry.first('pwdminage') ?? 0),
    minimumLength: Number(entry.first('pwdminlength') ?? 0)
  }
}

/** Suspending works: the overlay is there and nothing that can be seen speaks against it. */
export function canSuspend(policy: PasswordPolicy): boolean {
  return policy.loaded && policy.entry?.lockout !== false
}

export function canDemandChange(policy: PasswordPolicy): boolean {
  return policy.loaded && policy.entry?.mustChange !== false
}
