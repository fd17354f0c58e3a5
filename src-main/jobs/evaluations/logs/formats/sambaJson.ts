import type { Act, LogEvent, Rejection } from '../events'
import { singleLines, suretyWithoutName, type LogFormat, type Sink } from './format'
import { jsonObjectOf, type JsonObject } from './json'
import { addressOf } from './text'
import { isoTime } from './times'

/**
 * Samba's JSON audit (`auth_json_audit`, `dsdb_json_audit`, `dsdb_password_json_audit`, `dsdb_group_json_audit`): records between the
 * ordinary lines of the log, each on a line of its own.
 */
export const sambaJson: LogFormat = {
  name: 'samba-json',
  namesRealm: true,
  timeOf: (bytes) => isoTime(jsonObjectOf(bytes)?.text('timestamp') ?? ''),
  open: (sink) => singleLines((bytes, offset) => readLine(bytes, offset, sink), sink)
}

/** `[2026/11/28 01:05:22.186865,  3] ../../auth/auth_log.c:…`: stands before each message. */
const debugHeader = /^\[\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/

function readLine(bytes: string, offset: number, sink: Sink): Rejection | null {
  const start = bytes.search(/\S/)
  if (start < 0) return 'empty'
  if (bytes.charAt(start) !== '{') return debugHeader.test(bytes) ? null : 'otherProgram'
  const record = jsonObjectOf(bytes)
  if (record === null) return 'malformed'
  const type = record.text('type')
  const content = record.object(type)
  const read = readers[type]
  // Begin and end of a transaction: what it held has records of its own.
  if (type === 'dsdbTransaction') return null
  if (read === undefined || content === null) return 'malformed'
  const known = isoTime(record.text('timestamp'))
  if (known === null) return 'timeUnreadable'
  const found = read(content)
  if (found !== null) sink.event({ ...found, ...known, offset })
  return null
}

type Found = Omit<LogEvent, 'time' | 'timing' | 'offset'>

const readers: Readonly<Record<string, (content: JsonObject) => Found | null>> = {
  Authentication: readAuthentication,
  Authorization: readAuthorization,
  dsdbChange: readChange,
  passwordChange: readPasswordChange,
  groupChange: readGroupChange
}

/**
 * Whom a sign-in was for is proved only where it succeeded. Kerberos names `becameAccount` also where the password was wrong
 * or the account disabled, so that without `NT_STATUS_OK` the name is the client's.
 */
function readAuthentication(content: JsonObject): Found {
  const isProved = content.text('status') === 'NT_STATUS_OK'
  const became = content.text('becameAccount')
  const name =
    isProved && became !== '' ? became : content.text('mappedAccount') || content.text('clientAccount')
  const isPasswordChange = content.text('serviceDescription') === 'SAMR Password Change'
  const act: Act = isPasswordChange
    ? isProved
      ? 'passwordChange'
      : 'passwordChangeRefused'
    : isProved
      ? 'signIn'
      : 'signInRefused'
  return {
    act,
    ...whoIs(name, isProved && became !== '', remoteAddress(content)),
    details: {
      status: content.text('status'),
      service: content.text('serviceDescription'),
      means: content.text('authDescription'),
      workstation: content.text('workstation')
    }
  }
}

function readAuthorization(content: JsonObject): Found {
  return {
    act: 'access',
    ...whoIs(content.text('account'), true, remoteAddress(content)),
    details: { service: content.text('serviceDescription'), means: content.text('authType') }
  }
}

/** A directory entry was changed. What the server does by itself (S-1-5-18) is nobody's act. */
function readChange(content: JsonObject): Found | null {
  if (content.text('userSid') === systemSid) return null
  return {
    act: 'directoryChange',
    ...whoIs(content.text('userSid'), true, remoteAddress(content)),
    details: { status: content.text('status'), means: content.text('operation'), target: content.text('dn') }
  }
}

function readPasswordChange(content: JsonObject): Found | null {
  if (content.text('userSid') === systemSid) return null
  return {
    act: content.text('status') === 'Success' ? 'passwordChange' : 'passwordChangeRefused',
    ...whoIs(content.text('userSid'), true, remoteAddress(content)),
    details: { status: content.text('status'), means: content.text('action'), target: content.text('dn') }
  }
}

function readGroupChange(content: JsonObject): Found | null {
  if (content.text('userSid') === systemSid) return null
  // A new user is reported as a member of itself.
  if (content.text('group') === content.text('user')) return null
  return {
    act: 'groupChange',
    ...whoIs(content.text('userSid'), true, remoteAddress(content)),
    details: { means: content.text('action'), group: content.text('group'), target: content.text('user') }
  }
}

const systemSid = 'S-1-5-18'
const nobody: readonly string[] = ['', 'ANONYMOUS LOGON', 'S-1-5-7']

function whoIs(
  name: string,
  isProved: boolean,
  address: string | null
): Pick<Found, 'person' | 'surety' | 'address' | 'device'> {
  // The account of a machine is no person.
  const isMachine = name.endsWith('$')
  const device = isMachine ? name : null
  if (isMachine || nobody.includes(name)) {
    return { person: null, surety: suretyWithoutName(address, device), address, device }
  }
  return { person: name, surety: isProved ? 'proved' : 'claimed', address, device }
}

/** `ipv4:10.1.2.3:59280`, `ipv6:fe80::1:59280`. */
function remoteAddress(content: JsonObject): string | null {
  const found = /^ipv[46]:(.+):\d+$/.exec(content.text('remoteAddress'))
  return addressOf(found?.[1] ?? '')
}
