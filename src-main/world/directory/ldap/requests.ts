import { AddRequest, Attribute, Ber, BerWriter, Control, SearchRequest, type Filter } from 'ldapts'
import type { Writable } from './connection'

/** Controls, extensions and features by OID. */
export const Oid = {
  pagedResults: '1.2.840.113556.1.4.319',
  /** Adding what is there and deleting what is not succeeds ([MS-ADTS] 3.1.1.3.4.1.8; OpenLDAP too). */
  permissiveModify: '1.2.840.113556.1.4.1413',
  /** draft-behera-ldap-password-policy. */
  passwordPolicy: '1.3.6.1.4.1.42.2.27.8.5.1',
  /** RFC 4528. */
  assertion: '1.3.6.1.1.12',
  /** RFC 4527. */
  postRead: '1.3.6.1.1.13.2',
  /** draft-zeilenga-ldap-relax: lets a manager change what only the server may change. */
  relax: '1.3.6.1.4.1.4203.666.5.12',
  /** RFC 3062. */
  passwordModify: '1.3.6.1.4.1.4203.1.11.1'
} as const

export type AttributeValue = string | Buffer
/** Attributes of a new entry. What has no value is left out. */
export type NewAttributes = Readonly<Record<string, AttributeValue | readonly AttributeValue[]>>

export interface Modification {
  readonly type: 'add' | 'delete' | 'replace'
  readonly attribute: string
  /** Empty: the whole attribute (delete, replace). */
  readonly values: readonly AttributeValue[]
}

export interface SearchOptions {
  readonly base: string
  readonly scope: 'base' | 'one' | 'sub'
  readonly filter: Filter
  /** Only these attributes are sent; `['1.1']` for none. */
  readonly attributes: readonly string[]
  /** Most entries wanted; 0: all. */
  readonly sizeLimit?: number
  readonly controls?: readonly Control[]
  readonly signal?: AbortSignal
}

export function attributeOf(type: string, values: readonly AttributeValue[]): Attribute {
  // ldapts types a list as all text or all bytes; on the wire each value stands for itself.
  return new Attribute({
    type,
    values: values.map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(value)))
  })
}

/** A request for a new entry, for those who want to look at its outcome themselves (`exchange`). */
export function addRequest(
  dn: string,
  attributes: NewAttributes,
  controls: readonly Control[] = []
): (messageId: number) => Writable {
  const list = Object.entries(attributes).flatMap(([type, given]) => {
    const values = typeof given === 'string' || Buffer.isBuffer(given) ? [given] : given
    return values.length === 0 ? [] : [attributeOf(type, values)]
  })
  return (messageId) => new AddRequest({ messageId, dn, attributes: list, controls: [...controls] })
}

/** Asks for attributes of an entry as they are after the request (RFC 4527). */
export class PostReadControl extends Control {
  readonly #attributes: readonly string[]

  constructor(attributes: readonly string[]) {
    super(Oid.postRead)
    this.#attributes = attributes
  }

  protected override writeControl(writer: BerWriter): void {
    const value = new BerWriter()
    value.startSequence()
    value.writeStringArray([...this.#attributes])
    value.endSequence()
    writer.writeBuffer(value.buffer, Ber.OctetString)
  }
}

/** The request is carried out only where the entry matches; else the server answers `assertionFailed` (RFC 4528). */
export class AssertionControl extends Control {
  readonly #filter: Filter

  constructor(filter: Filter) {
    super(Oid.assertion, { critical: true })
    this.#filter = filter
  }

  protected override writeControl(writer: BerWriter): void {
    const value = new BerWriter()
    this.#filter.write(value)
    writer.writeBuffer(value.buffer, Ber.OctetString)
  }
}

export function searchRequest(options: SearchOptions): (messageId: number) => Writable {
  return (messageId) =>
    new SearchRequest({
      messageId,
      baseDN: options.base,
      scope: options.scope,
      filter: options.filter,
      attributes: [...options.attributes],
      sizeLimit: options.sizeLimit ?? 0,
      timeLimit: 0,
      controls: [...(options.controls ?? [])]
    })
}
