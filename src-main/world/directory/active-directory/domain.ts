import { fail, succeed, type Result } from '../../../contract/result'
import { foldForSamba, foldForWindows, type FoldName } from '../ldap/folding'
import { parseName } from '../ldap/names'
import type { LdapSession } from '../ldap/session'

/** Tells an Active Directory domain controller by its root entry ([MS-ADTS] 3.1.1.3.4.3.1). */
const activeDirectoryCapability = '1.2.840.113556.1.4.800'

/** What holds for the whole domain. */
export interface Domain {
  readonly dn: string
  /** `schule.test`, what a user principal name ends with. */
  readonly dnsName: string
  readonly configurationDn: string
  /** Milliseconds after which a lock for wrong passwords ends; null: only when somebody unlocks. */
  readonly lockoutDuration: number | null
  readonly minimumPasswordLength: number
  /** What its servers take for one name. */
  readonly fold: FoldName
}

const attributes = ['lockoutDuration', 'minPwdLength']
/** "Never" among the negative intervals of the domain's policy ([MS-SAMR] 3.1.1.5). */
const never = -(2n ** 63n)

export async function readDomain(session: LdapSession): Promise<Result<Domain>> {
  const { root } = session
  const dn = root.first('defaultnamingcontext')
  const isActiveDirectory = root.all('supportedcapabilities').includes(activeDirectoryCapability)
  if (dn === undefined || !isActiveDirectory) {
    return fail('directory.notSupported', { capability: 'Active Directory' })
  }
  const entry = await session.read(dn, attributes)
  if (!entry.ok) return entry
  return succeed({
    dn,
    dnsName: dnsNameOf(dn),
    configurationDn: root.first('configurationnamingcontext') ?? '',
    lockoutDuration: intervalOf(entry.value?.first('lockoutduration')),
    minimumPasswordLength: Number(entry.value?.first('minpwdlength') ?? 0),
    fold: /samba/i.test(root.first('vendorname') ?? '') ? foldForSamba : foldForWindows
  })
}

/** `DC=schule,DC=test` is the domain `schule.test`. */
export function dnsNameOf(dn: string): string {
  return (parseName(dn) ?? [])
    .flat()
    .filter(({ attribute }) => attribute.toLowerCase() === 'dc')
    .map(({ value }) => value)
    .join('.')
}

/** A negative count of 100 nanoseconds as milliseconds; null: without end. */
export function intervalOf(text: string | undefined): number | null {
  if (text === undefined || !/^-?\d+$/.test(text)) return null
  const value = BigInt(text)
  return value === never || value === 0n ? null : Number(-value / 10_000n)
}
