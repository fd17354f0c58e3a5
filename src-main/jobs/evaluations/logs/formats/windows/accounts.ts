/** Whom a record names. */
export interface Account {
  /** `SCHULE\anna`, `anna@SCHULE.EXAMPLE` or `anna`, as much of it as the record says; null: nobody. */
  readonly person: string | null
  /** The account of a machine (`PC01$`); null: it is none. */
  readonly machine: string | null
  /** Windows itself, or one of its services. */
  readonly isSystem: boolean
}

/** Names of Windows's own accounts where their number (SID) is not told, in English and German. */
const systemNames: ReadonlySet<string> = new Set([
  'SYSTEM',
  'LOCAL SERVICE',
  'LOKALER DIENST',
  'NETWORK SERVICE',
  'NETZWERKDIENST',
  'ANONYMOUS LOGON',
  'ANONYMOUS-ANMELDUNG'
])
const systemDomains: ReadonlySet<string> = new Set([
  'NT AUTHORITY',
  'NT-AUTORITÄT',
  'NT SERVICE',
  'WINDOW MANAGER',
  'FONT DRIVER HOST',
  'IIS APPPOOL'
])
/** Where accounts are that no directory of a school has. */
const foreignDomains: ReadonlySet<string> = new Set(['.', 'MICROSOFTACCOUNT', 'AZUREAD'])

/** SIDs of people and machines: of a domain or computer, and of Entra ID; `S-1-0-0` is no SID at all. */
const accountSid = /^S-1-(?:5-21-|12-1-|0-0$)/

/** @param sid empty: it is not told */
export function accountOf(name: string, domain: string, sid: string): Account {
  const isSystem =
    (sid !== '' && sid.startsWith('S-1-') && !accountSid.test(sid)) ||
    systemNames.has(name.toUpperCase()) ||
    systemDomains.has(domain.toUpperCase())
  if (isSystem || name === '') return { person: null, machine: null, isSystem }
  const realm = name.lastIndexOf('@')
  const bare = realm > 0 ? name.slice(0, realm) : name
  if (bare.endsWith('$')) return { person: null, machine: bare, isSystem: false }
  return { person: domain === '' || realm > 0 ? name : `${domain}\\${name}`, machine: null, isSystem: false }
}

/** `PC01` of `PC01.schule.example`. */
export function shortName(computer: string): string {
  const dot = computer.indexOf('.')
  return dot < 0 ? computer : computer.slice(0, dot)
}

/** Whether accounts of this domain are those of the computer itself, or of nobody whom the school's directory knows. */
export function isOfComputer(domain: string, computer: string): boolean {
  const upper = domain.toUpperCase()
  return (
    foreignDomains.has(upper) ||
    upper === computer.toUpperCase() ||
    upper === shortName(computer).toUpperCase()
  )
}
