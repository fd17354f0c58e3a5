import type { RawState } from '../../../contract/accounts'
import type { LdapEntry } from '../ldap/entry'
import { parseFileTime, parseGeneralizedTime } from '../ldap/values'
import { computedControl } from './account'
import { flagNames } from './accountControl'

type Meaning = (value: string) => string | null

const control: Meaning = (value) => flagNames(Number(value)).join(', ')
const time: Meaning = (value) => parseFileTime(value) ?? 'never'
const lockTime: Meaning = (value) => parseFileTime(value) ?? 'notLocked'
const passwordTime: Meaning = (value) => parseFileTime(value) ?? 'mustChangePassword'
const plain: Meaning = () => null

/** The attributes that decide whether and how somebody can sign in, in the order in which they are shown. */
const meanings: Readonly<Record<string, Meaning>> = {
  userAccountControl: control,
  [computedControl]: control,
  pwdLastSet: passwordTime,
  'msDS-UserPasswordExpiryTimeComputed': time,
  accountExpires: time,
  lockoutTime: lockTime,
  badPwdCount: plain,
  badPasswordTime: time,
  userWorkstations: plain,
  lastLogon: time,
  lastLogonTimestamp: time,
  logonCount: plain,
  'msDS-ResultantPSO': plain,
  adminCount: plain,
  isCriticalSystemObject: plain,
  info: plain,
  whenCreated: parseGeneralizedTime,
  whenChanged: parseGeneralizedTime
}

export const rawAttributes = [...Object.keys(meanings), 'logonHours']

/**
 * The attributes as they are, also those that other tools set. Meanings are codes that the window has words for;
 * flags are decoded to the names that Microsoft's documentation uses, times to ISO.
 */
export function rawStateOf(entry: LdapEntry): RawState {
  const state: RawState = Object.entries(meanings).flatMap(([name, meaning]) =>
    entry.all(name.toLowerCase()).map((value) => ({ name, value, meaning: meaning(value) }))
  )
  const hours = entry.bytes('logonhours')
  return hours === undefined ? state : [...state, logonHours(hours)]
}

/** 21 bytes, one bit for each hour of the week, from Sunday 0:00 UTC ([MS-ADA1] 2.376). */
function logonHours(bytes: Buffer): RawState[number] {
  const allowed = [...bytes].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
  const hours = bytes.length * 8
  return {
    name: 'logonHours',
    value: bytes.toString('hex'),
    meaning: `${allowed}/${hours} h`
  }
}
