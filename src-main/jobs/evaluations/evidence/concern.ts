import type { OrderScope } from '../../../contract/orders'
import type { LogEvent } from '../logs/events'
import { addressOf, macOf } from '../logs/formats/text'

/** `alike`: the name is one of an order only without its realm, of which the format does not say whose it is. */
export type Concern = 'concerned' | 'alike' | 'other'

/** Whom the pseudonyms of an order mean (`standing/pseudonyms.ts`). */
export interface Meant {
  holds(event: Pick<LogEvent, 'person' | 'address' | 'device'>, namesRealm: boolean): boolean
}

/**
 * Whether an event is about somebody or something that an order names; all are where it names nobody.
 *
 * @param fold what the directory takes for one name
 */
export class ConcernFilter {
  private readonly logins: ReadonlySet<string>
  private readonly places: ReadonlySet<string>
  private readonly isOpen: boolean

  constructor(
    { concerned, addresses, pseudonyms }: Pick<OrderScope, 'concerned' | 'addresses' | 'pseudonyms'>,
    private readonly fold: (login: string) => string,
    private readonly meant: Meant | null = null
  ) {
    this.logins = new Set(concerned.map(({ names }) => fold(names.login)))
    this.places = new Set(addresses.map(placeOf))
    this.isOpen = concerned.length === 0 && addresses.length === 0 && pseudonyms === undefined
  }

  /** `namesRealm`: see `LogFormat`. */
  judge({ person, address, device }: LogEvent, namesRealm: boolean): Concern {
    if (this.isOpen) return 'concerned'
    if (this.meant?.holds({ person, address, device }, namesRealm) === true) return 'concerned'
    if (address !== null && this.places.has(placeOf(address))) return 'concerned'
    if (device !== null && this.places.has(placeOf(device))) return 'concerned'
    if (person === null || this.logins.size === 0) return 'other'
    if (this.isNamed(person)) return 'concerned'
    const entry = loginOfEntry(person)
    if (entry !== null) return this.isNamed(entry) ? 'concerned' : 'other'
    const bare = withoutRealm(person)
    if (bare === person || !this.isNamed(bare)) return 'other'
    return namesRealm ? 'concerned' : 'alike'
  }

  private isNamed(login: string): boolean {
    return this.logins.has(this.fold(login))
  }
}

/**
 * The logins of the directory that a name in a log may be, the surest first: the name as it stands, or what is left of an entry, a
 * realm or a domain.
 *
 * @param namesRealm see `LogFormat`
 */
export function loginsIn(person: string, namesRealm: boolean): readonly string[] {
  const entry = loginOfEntry(person)
  if (entry !== null) return [person, entry]
  return namesRealm ? [person, withoutRealm(person)] : [person]
}

/** An entry of the directory (`uid=anna,ou=…`), as LDAP servers name who signs in; null: no such name. */
function loginOfEntry(person: string): string | null {
  return (
    /^(?:uid|cn|sAMAccountName)=((?:[^,+\\]|\\.)+),/i.exec(person)?.[1]?.replaceAll(/\\(.)/g, '$1') ?? null
  )
}

/** `anna@schule.example` and `SCHULE\anna`. */
function withoutRealm(person: string): string {
  const domain = person.lastIndexOf('\\')
  const bare = person.slice(domain + 1)
  const realm = bare.indexOf('@')
  return realm > 0 ? bare.slice(0, realm) : bare
}

/** One spelling of an address or a device. */
export function placeOf(text: string): string {
  const address = addressOf(text)
  if (address === null) return macOf(text) ?? text.toLowerCase()
  return address.includes(':') ? (longForm(address) ?? address.toLowerCase()) : address
}

/** An IPv6 address with all its groups; null: it has not eight. */
function longForm(address: string): string | null {
  const [bare = '', zone] = address.toLowerCase().split('%')
  if (bare.includes('.')) return null
  const [head = '', tail] = bare.split('::')
  const [left, right] = [head, tail ?? ''].map((text) => (text === '' ? [] : text.split(':'))) as [
    string[],
    string[]
  ]
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  if (missing < 0) return null
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  if (groups.length !== 8) return null
  const long = groups.map((group) => group.padStart(4, '0')).join(':')
  return zone === undefined ? long : `${long}%${zone}`
}
