import type { DetailName } from '../../../../contract/logEvents'
import type { EvidenceEvent } from '../../evidence/event'
import type { Act } from '../../logs/events'
import type { FieldReader, FieldValue, LogSource, RuleEvent } from '../../rules/event'
import { isJoined, type Joins } from './joins'

/** What a rule about an act calls its log; null: no rule is about it. */
const categories: Readonly<Partial<Record<Act, string>>> = {
  webRequest: 'proxy',
  webRefused: 'proxy',
  signIn: 'authentication',
  signInRefused: 'authentication',
  signOut: 'authentication',
  processStart: 'process_creation',
  fileAccess: 'file',
  fileRefused: 'file',
  mailSubmitted: 'mail',
  mailDelivered: 'mail'
}

/** An event's log in the words of the rules (docs/rules.md); null: no rule is about it. */
export function logSourceOf({ act, details }: Pick<EvidenceEvent, 'act' | 'details'>): LogSource | null {
  const category = categories[act]
  if (isOfWindows({ details })) return { category, product: 'windows', service: 'security' }
  return category === undefined ? null : { category }
}

/** Events of Windows keep the number that Windows gives their kind. */
function isOfWindows({ details }: Pick<EvidenceEvent, 'details'>): boolean {
  return details['eventId'] !== undefined
}

type Reader = (event: EvidenceEvent) => FieldValue | undefined

const detail =
  (name: DetailName): Reader =>
  ({ details }) =>
    details[name]
/** Absent where the log has left it empty. */
function orNone(name: DetailName): Reader {
  return ({ details: { [name]: value } }) => (value === '' ? undefined : value)
}
const orAbsent = (value: string | null): string | undefined => value ?? undefined

const common: Readonly<Record<string, Reader>> = {
  'person-known': ({ surety }) => surety,
  // A computer whose own Security log is a source of the school is one of the school's.
  'device-kind': (event) =>
    isOfWindows(event) && event.device !== null && event.device === event.details['host']
      ? 'school'
      : undefined
}

const proxy: Readonly<Record<string, Reader>> = {
  'c-ip': ({ address }) => orAbsent(address),
  'cs-username': ({ person }) => orAbsent(person),
  'cs-method': detail('method'),
  'c-uri': detail('url'),
  'cs-host': ({ details: { url } }) => (typeof url === 'string' ? hostOf(url) : undefined),
  's-action': detail('result'),
  'sc-status': detail('status'),
  'sc-bytes': detail('bytes')
}

const authentication: Readonly<Record<string, Reader>> = {
  user: ({ person }) => orAbsent(person),
  action: ({ act }) => (act === 'signIn' ? 'success' : act === 'signOut' ? 'logoff' : 'failure'),
  service: detail('service'),
  device: ({ device, details: { workstation } }) =>
    device ?? (typeof workstation === 'string' && workstation !== '' ? workstation : undefined),
  src_ip: ({ address }) => orAbsent(address)
}

/** Samba names its own calls. */
const fileActions: readonly (readonly [RegExp, string])[] = [
  [/unlink|rmdir/, 'delete'],
  [/rename/, 'rename'],
  [/mkdir|create/, 'create'],
  [/write/, 'write']
]

const file: Readonly<Record<string, Reader>> = {
  user: ({ person }) => orAbsent(person),
  action: ({ details: { means } }) => fileActions.find(([form]) => form.test(String(means)))?.[1],
  path: detail('path'),
  device: ({ device }) => orAbsent(device)
}

const mail: Readonly<Record<string, Reader>> = {
  user: ({ person }) => orAbsent(person),
  from: detail('sender'),
  to: detail('recipient'),
  size: detail('bytes')
}

const process: Readonly<Record<string, Reader>> = {
  Image: detail('path'),
  CommandLine: orNone('command'),
  ParentImage: orNone('parent'),
  User: ({ person }) => orAbsent(person),
  device: ({ device }) => orAbsent(device)
}

const nameOf = (person: string | null): string | undefined =>
  person === null ? undefined : person.slice(person.lastIndexOf('\\') + 1)
const domainOf = (person: string | null): string | undefined =>
  person?.includes('\\') === true ? person.slice(0, person.lastIndexOf('\\')) : undefined
const unless =
  (act: Act, read: Reader): Reader =>
  (event) =>
    event.act === act ? undefined : read(event)

/** Fields of the Security log as Windows names them, as far as they are kept. */
const security: Readonly<Record<string, Reader>> = {
  EventID: detail('eventId'),
  Computer: orNone('host'),
  TargetUserName: unless('processStart', ({ person, device }) => nameOf(person) ?? orAbsent(device)),
  TargetDomainName: unless('processStart', ({ person }) => domainOf(person)),
  SubjectUserName: ({ act, person }) => (act === 'processStart' ? nameOf(person) : undefined),
  SubjectDomainName: ({ act, person }) => (act === 'processStart' ? domainOf(person) : undefined),
  LogonType: detail('logonType'),
  AuthenticationPackageName: orNone('means'),
  Status: orNone('status'),
  IpAddress: ({ address }) => orAbsent(address),
  WorkstationName: orNone('workstation'),
  ServiceName: ({ act, details: { target } }) => (act === 'access' ? target : undefined),
  NewProcessName: orNone('path'),
  ParentProcessName: orNone('parent'),
  CommandLine: orNone('command')
}

const readers: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  process_creation: process,
  proxy,
  authentication,
  file,
  mail
}

function readerOf({ category = '', service }: LogSource, name: string): Reader | undefined {
  const known = [readers[category], service === 'security' ? security : undefined, common]
  return known.find((fields) => fields !== undefined && Object.hasOwn(fields, name))?.[name]
}

/**
 * An event as rules see it; null: no rule is about such events. What neither the log nor a join tells is absent: rules that need it
 * find nothing.
 */
export function ruleEventOf(event: EvidenceEvent, at: number, place: number, joins: Joins): RuleEvent | null {
  const logSource = logSourceOf(event)
  if (logSource === null) return null
  const read: FieldReader = (name) => {
    if (name === '') return [event.person, event.address, event.device, ...Object.values(event.details)]
    const joined = isJoined(name) ? joins.read(name, event, at) : undefined
    return joined ?? readerOf(logSource, name)?.(event)
  }
  return { at, place: { source: '', offset: place }, logSource, read }
}

/** Host of an address, or of a tunnel `host:port`; undefined: it has none. */
function hostOf(url: string): string | undefined {
  const [, host] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?(\[[0-9a-f:.]+\]|[^/:?#]+)/i.exec(url) ?? []
  return host?.replace(/^\[(.*)\]$/, '$1')
}
