/**
 * Bits of `userAccountControl` and of its computed twin `msDS-User-Account-Control-Computed`
 * ([MS-ADTS] 2.2.16, Microsoft's article "UserAccountControl property flags").
 */
export const AccountControl = {
  script: 0x1,
  accountDisabled: 0x2,
  homeDirectoryRequired: 0x8,
  lockedOut: 0x10,
  passwordNotRequired: 0x20,
  passwordCannotChange: 0x40,
  encryptedTextPasswordAllowed: 0x80,
  temporaryDuplicateAccount: 0x100,
  normalAccount: 0x200,
  interdomainTrustAccount: 0x800,
  workstationTrustAccount: 0x1000,
  serverTrustAccount: 0x2000,
  passwordNeverExpires: 0x1_0000,
  majorityNodeSetAccount: 0x2_0000,
  smartcardRequired: 0x4_0000,
  trustedForDelegation: 0x8_0000,
  notDelegated: 0x10_0000,
  useDesKeyOnly: 0x20_0000,
  preauthenticationNotRequired: 0x40_0000,
  passwordExpired: 0x80_0000,
  trustedToAuthenticateForDelegation: 0x100_0000,
  noAuthenticationDataRequired: 0x200_0000,
  partialSecretsAccount: 0x400_0000
} as const

export type AccountControlFlag = keyof typeof AccountControl

/** The names by which Microsoft's documentation and tools call the flags. */
const vendorNames: Readonly<Record<AccountControlFlag, string>> = {
  script: 'SCRIPT',
  accountDisabled: 'ACCOUNTDISABLE',
  homeDirectoryRequired: 'HOMEDIR_REQUIRED',
  lockedOut: 'LOCKOUT',
  passwordNotRequired: 'PASSWD_NOTREQD',
  passwordCannotChange: 'PASSWD_CANT_CHANGE',
  encryptedTextPasswordAllowed: 'ENCRYPTED_TEXT_PWD_ALLOWED',
  temporaryDuplicateAccount: 'TEMP_DUPLICATE_ACCOUNT',
  normalAccount: 'NORMAL_ACCOUNT',
  interdomainTrustAccount: 'INTERDOMAIN_TRUST_ACCOUNT',
  workstationTrustAccount: 'WORKSTATION_TRUST_ACCOUNT',
  serverTrustAccount: 'SERVER_TRUST_ACCOUNT',
  passwordNeverExpires: 'DONT_EXPIRE_PASSWORD',
  majorityNodeSetAccount: 'MNS_LOGON_ACCOUNT',
  smartcardRequired: 'SMARTCARD_REQUIRED',
  trustedForDelegation: 'TRUSTED_FOR_DELEGATION',
  notDelegated: 'NOT_DELEGATED',
  useDesKeyOnly: 'USE_DES_KEY_ONLY',
  preauthenticationNotRequired: 'DONT_REQ_PREAUTH',
  passwordExpired: 'PASSWORD_EXPIRED',
  trustedToAuthenticateForDelegation: 'TRUSTED_TO_AUTH_FOR_DELEGATION',
  noAuthenticationDataRequired: 'NO_AUTH_DATA_REQUIRED',
  partialSecretsAccount: 'PARTIAL_SECRETS_ACCOUNT'
}

const flags = Object.entries(AccountControl) as [AccountControlFlag, number][]

export function hasFlag(control: number, flag: AccountControlFlag): boolean {
  return (control & AccountControl[flag]) !== 0
}

export function withFlag(control: number, flag: AccountControlFlag, set: boolean): number {
  return set ? control | AccountControl[flag] : control & ~AccountControl[flag]
}

/** Microsoft's names of the flags that are set, lowest bit first; bits without a name as hexadecimal number. */
export function flagNames(control: number): string[] {
  const known = flags.reduce((bits, [, bit]) => bits | bit, 0)
  const unknown = (control & ~known) >>> 0
  const names = flags.filter(([, bit]) => (control & bit) !== 0).map(([flag]) => vendorNames[flag])
  return unknown === 0 ? names : [...names, `0x${unknown.toString(16)}`]
}
