/** Names of the attributes that mean an account here, and the values that mean something. */

/** Permanently locked: only an administrator lifts it (draft-behera-ldap-password-policy 5.3.3). */
export const lockedForGood = '000001010000Z'

/**
 * [Note: suspended for good] Two marks. slapd deletes `pwdAccountLockedTime` by itself whenever a password is set, by
 * anybody, also in a modify that sets it anew. `pwdStartTime` stays, and nobody gets in before it; so it keeps who
 * is suspended out while the other one is missing. Later than 2106-02-07 it does not hold: slapd compares 32 bits of
 * the seconds since 1970.
 */
export const startsNever = '21060101000000Z'
/** The last instant at which `pwdStartTime` holds, milliseconds since 1970. */
export const lastStart = 0xffff_ffff * 1000

/** What the list of all accounts needs. Fewer attributes are a faster reading of a whole school. */
export const accountAttributes = [
  'entryUUID',
  'uid',
  'givenName',
  'sn',
  'cn',
  'displayName',
  'mail',
  'employeeNumber',
  'employeeType',
  'description',
  'createTimestamp',
  'pwdReset',
  'pwdAccountLockedTime',
  'pwdStartTime',
  'pwdEndTime',
  'pwdLastSuccess',
  'authTimestamp',
  'shadowExpire'
] as const

/** What a group says of itself and its members. */
export const memberAttributes = {
  groupOfNames: 'member',
  groupOfUniqueNames: 'uniqueMember',
  posixGroup: 'memberUid'
} as const

/** Everything that decides whether somebody can sign in, for the raw view. */
export const stateAttributes = [
  'pwdAccountLockedTime',
  'pwdStartTime',
  'pwdEndTime',
  'pwdReset',
  'pwdChangedTime',
  'pwdFailureTime',
  'pwdGraceUseTime',
  'pwdLastSuccess',
  'pwdPolicySubentry',
  'pwdAccountTmpLockoutEnd',
  'authTimestamp',
  'shadowExpire',
  'shadowInactive',
  'shadowLastChange',
  'shadowMax',
  'shadowMin',
  'shadowWarning',
  'shadowFlag',
  'loginShell',
  'sambaAcctFlags',
  'sambaKickoffTime',
  'sambaPwdLastSet',
  'sambaPwdMustChange',
  'krbPrincipalExpiration',
  'nsAccountLock',
  'employeeType',
  'description'
] as const

/** The mark of a leaver among the values of `description`; all other values belong to other people. */
const leaverMark = /^netzwart:leaver=(\d{4}-\d{2}-\d{2})$/

export function leaverDayOf(descriptions: readonly string[]): string | null {
  for (const description of descriptions) {
    const day = leaverMark.exec(description)?.[1]
    if (day !== undefined && !Number.isNaN(Date.parse(day))) return day
  }
  return null
}

export function isLeaverMark(description: string): boolean {
  return leaverMark.test(description)
}

export function leaverMarkOf(day: string): string {
  return `netzwart:leaver=${day}`
}
