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
  fileAccess: 'file',
  fileRefused: 'file',
  mailSubmitted: 'mail',
  mailDelivered: 'mail'
}

/** The category of an event's log in the words of the rules (docs/rules.md); null: none. */
export function categoryOf({ act }: Pick<EvidenceEvent, 'act'>): string | null {
  return categories[act] ?? null
}

type Reader = (event: EvidenceEvent) => FieldValue | undefined

const detail =
  (name: string): Reader =>
  ({ details }) =>
    details[name]
const orAbsent = (value: string | null): string | undefined => value ?? undefined

const common: Readonly<Record<string, Reader>> = {
  'person-known': ({ surety }) => surety
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
  action: ({ act }) => (act === 'signIn' ? 'success' : 'failure'),
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

const readers: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  proxy,
  authentication,
  file,
  mail
}

/**
 * An event as rules see it; null: no rule is about such events. What neither the log nor a join tells is absent: rules that need it
 * find nothing.
 */
export function ruleEventOf(event: EvidenceEvent, at: number, place: number, joins: Joins): RuleEvent | null {
  const category = categoryOf(event)
  if (category === null) return null
  const fields = readers[category] ?? {}
  const read: FieldReader = (name) => {
    if (name === '') return [event.person, event.address, event.device, ...Object.values(event.details)]
    if (isJoined(name)) return joins.read(name, event, at)
    return (Object.hasOwn(fields, name) ? fields[name] : common[name])?.(event)
  }
  const logSource: LogSource = { category }
  return { at, place: { source: '', offset: place }, logSource, read }
}

/** Host of an address, or of a tunnel `host:port`; undefined: it has none. */
function hostOf(url: string): string | undefined {
  const [, host] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?(\[[0-9a-f:.]+\]|[^/:?#]+)/i.exec(url) ?? []
  return host?.replace(/^\[(.*)\]$/, '$1')
}
