import type { ActGroup, EvaluationEvent, MaskedText, Pseudonym } from '../../../../contract/evaluations'
import { fold, searchKey } from '../../../../contract/search'
import type { EvidenceEvent } from '../../evidence/event'
import type { Act, Timing } from '../../logs/events'
import type { Rule } from '../../rules/ruleFile'
import type { Masking } from './masking'
import type { KnownLogin } from './names'
import { addressKey, deviceKey, type Pseudonyms } from './pseudonyms'

export const groupOf: Readonly<Record<Act, ActGroup>> = {
  webRequest: 'web',
  webRefused: 'web',
  signIn: 'signIn',
  signInRefused: 'signIn',
  signOut: 'signIn',
  access: 'signIn',
  directoryRead: 'directory',
  directoryChange: 'directory',
  groupChange: 'directory',
  passwordChange: 'directory',
  passwordChangeRefused: 'directory',
  accountLocked: 'directory',
  networkStart: 'network',
  networkUpdate: 'network',
  networkStop: 'network',
  fileAccess: 'files',
  fileRefused: 'files',
  processStart: 'programs',
  print: 'print',
  mailSubmitted: 'mail',
  mailDelivered: 'mail'
}

/** Details that name a device as a whole. */
const deviceDetails = new Set(['workstation', 'host'])

export interface Maskable {
  readonly masking: Masking
  readonly pseudonyms: Pseudonyms
}

/** The pseudonyms of events by their places in the evidence; null: an event has none. */
export interface Columns {
  readonly persons: readonly (Pseudonym | null)[]
  readonly addresses: readonly (Pseudonym | null)[]
  readonly devices: readonly (Pseudonym | null)[]
}

export function detailsOf(
  { masking, pseudonyms }: Maskable,
  { details }: EvidenceEvent
): { name: string; text: MaskedText }[] {
  return Object.entries(details).flatMap(([name, value]) => {
    if (value === '' || value === -1) return []
    if (typeof value === 'number') return [{ name, text: [String(value)] }]
    if (!deviceDetails.has(name)) return [{ name, text: masking.mask(value) }]
    const known = pseudonyms.find('address', addressKey(value))
    return [{ name, text: [known ?? pseudonyms.of('device', deviceKey(value), value)] }]
  })
}

/** How pseudonyms are called in both languages, so that `Gerät 2` and `device 2` find the same. */
const words = {
  person: ['Person'],
  address: ['Adresse', 'address'],
  device: ['Gerät', 'device'],
  mail: ['Mailadresse', 'mail address'],
  name: ['Name']
} as const satisfies Record<Pseudonym['kind'], readonly string[]>

function wordOf({ kind, number }: Pseudonym): string {
  return words[kind].map((word) => `${word} ${number}`).join(' ')
}

export function keyOf(held: Maskable & Columns, event: number, one: EvidenceEvent): string {
  const columns = [held.persons[event], held.addresses[event], held.devices[event]]
  const texts = detailsOf(held, one).map(({ text }) =>
    text.map((part) => (typeof part === 'string' ? part : wordOf(part))).join('')
  )
  return searchKey([...columns.flatMap((column) => (column == null ? [] : [wordOf(column)])), ...texts])
}

/** What a search key holds where the pseudonym stands in the event, or one of a longer number that begins alike. */
export function keyPartOf(pseudonym: Pseudonym): string {
  return fold(wordOf(pseudonym))
}

/** A login with what stands around it in a log: `SCHULE\mia`, `mia@schule.example`, `uid=mia,ou=…`. */
export function loginOf(person: string, key: string): KnownLogin {
  if (/^[a-z]+=/i.test(person)) {
    const [, name = null] = /^[a-z]+=([^,+\\=]+),/i.exec(person) ?? []
    return key === name ? { login: name, key, bare: null } : { login: person, key, bare: name }
  }
  const bare = person.split('\\').at(-1)?.split('@')[0] ?? ''
  return { login: person, key, bare: bare === person || bare === '' ? null : bare }
}

export function titleOf({ own, title }: Rule): { readonly de: string; readonly en: string } {
  return own?.title ?? { de: title, en: title }
}

export function timeKnown({ zone, year }: Timing): EvaluationEvent['timeKnown'] {
  if (year !== 'written') return 'yearAssumed'
  return zone === 'written' ? 'written' : 'zoneAssumed'
}
