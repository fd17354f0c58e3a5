import { createHmac } from 'node:crypto'
import { loginsIn, placeOf } from '../evidence/concern'
import type { LogEvent } from '../logs/events'

/** Crockford's Base32: no letter that looks like another one. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Of five bits each. */
const length = 10
/** Names whose pseudonyms are kept at hand; a log can hold any number of made-up ones. */
const mostKept = 50_000

/** Fields of rules that hold a person, an address or a device (docs/rules.md). */
const kindsOfFields: Readonly<Record<string, 'person' | 'address' | 'device'>> = {
  user: 'person',
  User: 'person',
  'cs-username': 'person',
  TargetUserName: 'person',
  SubjectUserName: 'person',
  'c-ip': 'address',
  src_ip: 'address',
  IpAddress: 'address',
  device: 'device',
  Computer: 'device',
  WorkstationName: 'device'
}

/** What in an event says whom it is about. */
type Named = Pick<LogEvent, 'person' | 'address' | 'device'>

/**
 * Makes the pseudonyms of one standing order: an HMAC under its secret, so that a repeat is seen and nobody without the secret can try
 * names. What is one login, address or device to an order (docs/evidence.md) is one pseudonym.
 */
export class KeyedPseudonyms {
  private readonly kept = new Map<string, string>()
  /** Names as they stood in events of services whose realm is the school's. */
  private readonly withRealm = new Set<string>()

  /**
   * @param key of the standing order
   * @param fold what the directory takes for one login
   */
  constructor(
    private readonly key: Uint8Array,
    private readonly fold: (login: string) => string
  ) {}

  /** Whom an event is about, the surest first; null: nobody is named in it. */
  of({ person, address, device }: Named, namesRealm: boolean): string | null {
    if (person !== null) return this.ofPerson(person, namesRealm)
    if (device !== null) return this.make('device', placeOf(device))
    return address === null ? null : this.make('address', placeOf(address))
  }

  /** All that an event names. */
  allOf({ person, address, device }: Named, namesRealm: boolean): readonly string[] {
    return [
      ...(person === null ? [] : [this.ofPerson(person, namesRealm)]),
      ...(address === null ? [] : [this.make('address', placeOf(address))]),
      ...(device === null ? [] : [this.make('device', placeOf(device))])
    ]
  }

  /** Of the value of a field that a rule groups by; null: the field holds neither person nor address nor device. */
  ofField(field: string, value: string): string | null {
    const kind = Object.hasOwn(kindsOfFields, field) ? kindsOfFields[field] : undefined
    if (kind === undefined) return null
    return kind === 'person'
      ? this.ofPerson(value, this.withRealm.has(value))
      : this.make(kind, placeOf(value))
  }

  /** Tells the same text again without holding it: where a log lies, what a rule groups by. */
  markOf(text: string): string {
    return createHmac('sha256', this.key).update(`mark\n${text}`).digest('hex').slice(0, 32)
  }

  private ofPerson(person: string, namesRealm: boolean): string {
    if (namesRealm && this.withRealm.size < mostKept) this.withRealm.add(person)
    return this.make('person', this.fold(loginsIn(person, namesRealm).at(-1) ?? person))
  }

  private make(kind: 'person' | 'address' | 'device', value: string): string {
    const name = `${kind}\n${value}`
    const known = this.kept.get(name)
    if (known !== undefined) return known
    const digest = createHmac('sha256', this.key).update(name).digest()
    const pseudonym = `${kind}:${base32(digest)}`
    if (this.kept.size < mostKept) this.kept.set(name, pseudonym)
    return pseudonym
  }
}

/** Whom the pseudonyms of an order mean. */
export class Meant {
  private readonly named: ReadonlySet<string>

  constructor(
    private readonly pseudonyms: KeyedPseudonyms,
    named: readonly string[]
  ) {
    this.named = new Set(named)
  }

  holds(event: Named, namesRealm: boolean): boolean {
    return this.pseudonyms.allOf(event, namesRealm).some((one) => this.named.has(one))
  }

  holdsLogin(login: string): boolean {
    return this.holds({ person: login, address: null, device: null }, false)
  }
}

function base32(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length }, (_, place) => letters[Number((bits >> BigInt(59 - place * 5)) & 31n)]).join(
    ''
  )
}
