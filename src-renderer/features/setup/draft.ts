import {
  directoryProfiles,
  type Certificate,
  type Connection,
  type DirectoryLayout,
  type DirectoryProfile,
  type SelfTest
} from '../../../src-main/contract/directory'

/** The kinds of directory a school connects to; the demo school needs no wizard. */
export type SchoolProfile = Exclude<DirectoryProfile, 'demo'>
export const schoolProfiles = directoryProfiles.filter(
  (profile): profile is SchoolProfile => profile !== 'demo'
)

/** What the wizard has gathered so far. It is dropped with the screen; nothing of it is stored. */
export interface Draft {
  profile: SchoolProfile
  url: string
  /** The certificate to pin. */
  certificate: Certificate | null
  /** The person compared the fingerprint and said so. */
  confirmed: boolean
  /** The server's certificate comes from an authority that the system trusts anyway. */
  publicAuthority: boolean
  bindDn: string
  baseDn: string
  password: string
  keepPassword: boolean
  /** null: found by looking at the directory. */
  layout: DirectoryLayout | null
}

export function emptyDraft(): Draft {
  return {
    profile: 'openldap',
    url: '',
    certificate: null,
    confirmed: false,
    publicAuthority: false,
    bindDn: '',
    baseDn: '',
    password: '',
    keepPassword: false,
    layout: null
  }
}

/** What is wrong with an address: not an LDAP address, or unencrypted to another machine. */
export type AddressProblem = 'invalid' | 'plainText'

/** The address as typed, with `ldaps://` put before a bare server name. */
export function completeAddress(typed: string): string {
  const address = typed.trim()
  return address === '' || address.includes('://') ? address : `ldaps://${address}`
}

/** The host of an LDAP address; null: it has none. Other schemes than `http` are parsed the same way this way. */
function hostOf(address: string): string | null {
  const match = /^ldaps?:\/\/(?<rest>[^/\s]+)\/?$/i.exec(address)
  const rest = match?.groups?.['rest']
  if (rest === undefined || !URL.canParse(`http://${rest}`)) return null
  return new URL(`http://${rest}`).hostname
}

/** Whether the address leads to this PC itself, where encryption is not needed. */
export function isLoopback(address: string): boolean {
  const host = hostOf(address)
  return host !== null && (host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host))
}

/** Whether the connection is encrypted from its first byte. */
export function isEncrypted(address: string): boolean {
  return /^ldaps:/i.test(address)
}

export function addressProblem(address: string): AddressProblem | null {
  if (hostOf(address) === null) return 'invalid'
  return isEncrypted(address) || isLoopback(address) ? null : 'plainText'
}

/** Whether the step about trust is answered. */
export function isTrustSettled(draft: Draft): boolean {
  if (!isEncrypted(draft.url) || draft.publicAuthority) return true
  return draft.certificate !== null && draft.confirmed
}

/** Whether the step about the bind account is answered. */
export function isAccountComplete(draft: Draft): boolean {
  return [draft.bindDn, draft.baseDn].every((name) => name.trim() !== '') && draft.password !== ''
}

/** The certificate of a chain (server first) to offer for pinning: the authority that signed, else the last. */
export function certificateToPin(chain: readonly Certificate[]): Certificate | null {
  return chain.findLast((certificate) => certificate.isCertificateAuthority) ?? chain.at(-1) ?? null
}

/** Whether a certificate is valid at an instant. */
export function isValidAt(certificate: Certificate, instant: Date): boolean {
  return new Date(certificate.validFrom) <= instant && instant <= new Date(certificate.validTo)
}

/** What main is asked to test and to keep. */
export function connectionOf(draft: Draft): Connection {
  return {
    profile: draft.profile,
    url: draft.url,
    bindDn: draft.bindDn.trim(),
    baseDn: draft.baseDn.trim(),
    caCertificate: isEncrypted(draft.url) && !draft.publicAuthority ? (draft.certificate?.pem ?? null) : null,
    layout: draft.layout
  }
}

/** Whether the self-test lets the app do its job. */
export function isUsable(test: SelfTest): boolean {
  return test.problems.every((problem) => problem.severity !== 'blocks')
}
