import { BerCursor, Malformed, tags } from './ber'
import { readFilter, type Filter } from './filter'

export interface AttributeInput {
  readonly name: string
  readonly values: readonly string[]
}

export interface ChangeInput extends AttributeInput {
  readonly operation: 'add' | 'delete' | 'replace' | 'increment'
}

export interface Control {
  readonly type: string
  readonly critical: boolean
  readonly value: Buffer | null
}

export type Scope = 'base' | 'one' | 'subtree'

export type Operation =
  | { kind: 'bind'; name: string; password: string | null }
  | { kind: 'unbind' }
  | { kind: 'abandon'; target: number }
  | {
      kind: 'search'
      base: string
      scope: Scope
      sizeLimit: number
      typesOnly: boolean
      filter: Filter
      attributes: readonly string[]
    }
  | { kind: 'add'; name: string; attributes: readonly AttributeInput[] }
  | { kind: 'modify'; name: string; changes: readonly ChangeInput[] }
  | { kind: 'rename'; name: string; newRdn: string; deleteOldRdn: boolean; newSuperior: string | null }
  | { kind: 'delete'; name: string }
  | { kind: 'compare'; name: string; attribute: string; value: string }
  | { kind: 'extended'; oid: string; value: Buffer | null }

export type OperationKind = Operation['kind']

export interface Request {
  readonly id: number
  readonly operation: Operation
  readonly controls: readonly Control[]
}

const operationTags = {
  bind: 0x60,
  unbind: 0x42,
  search: 0x63,
  modify: 0x66,
  add: 0x68,
  delete: 0x4a,
  rename: 0x6c,
  compare: 0x6e,
  abandon: 0x50,
  extended: 0x77
} as const

const scopes: readonly Scope[] = ['base', 'one', 'subtree']
const changeKinds: readonly ChangeInput['operation'][] = ['add', 'delete', 'replace', 'increment']

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index]
  if (value === undefined) throw new Malformed('a choice that does not exist')
  return value
}

function readAttribute(cursor: BerCursor): AttributeInput {
  const attribute = cursor.constructed(tags.sequence)
  const name = attribute.text()
  const set = attribute.constructed(tags.set)
  const values: string[] = []
  while (!set.atEnd) values.push(set.text())
  attribute.finish()
  return { name, values }
}

function readBind(cursor: BerCursor): Operation {
  cursor.integer()
  const name = cursor.text()
  if (cursor.nextTag !== 0x80) return { kind: 'bind', name, password: null }
  return { kind: 'bind', name, password: cursor.text(0x80) }
}

function readSearch(cursor: BerCursor): Operation {
  const base = cursor.text()
  const scope = pick(scopes, cursor.integer(tags.enumerated))
  cursor.integer(tags.enumerated)
  const sizeLimit = cursor.integer()
  cursor.integer()
  const typesOnly = cursor.boolean()
  const filter = readFilter(cursor)
  const list = cursor.constructed(tags.sequence)
  const attributes: string[] = []
  while (!list.atEnd) attributes.push(list.text())
  return { kind: 'search', base, scope, sizeLimit, typesOnly, filter, attributes }
}

function readModify(cursor: BerCursor): Operation {
  const name = cursor.text()
  const list = cursor.constructed(tags.sequence)
  const changes: ChangeInput[] = []
  while (!list.atEnd) {
    const change = list.constructed(tags.sequence)
    const operation = pick(changeKinds, change.integer(tags.enumerated))
    changes.push({ operation, ...readAttribute(change) })
  }
  return { kind: 'modify', name, changes }
}

function readAdd(cursor: BerCursor): Operation {
  const name = cursor.text()
  const list = cursor.constructed(tags.sequence)
  const attributes: AttributeInput[] = []
  while (!list.atEnd) attributes.push(readAttribute(list))
  return { kind: 'add', name, attributes }
}

function readRename(cursor: BerCursor): Operation {
  const name = cursor.text()
  const newRdn = cursor.text()
  const deleteOldRdn = cursor.boolean()
  const newSuperior = cursor.nextTag === 0x80 ? cursor.text(0x80) : null
  return { kind: 'rename', name, newRdn, deleteOldRdn, newSuperior }
}

function readCompare(cursor: BerCursor): Operation {
  const name = cursor.text()
  const assertion = cursor.constructed(tags.sequence)
  return { kind: 'compare', name, attribute: assertion.text(), value: assertion.text() }
}

function readExtended(cursor: BerCursor): Operation {
  const oid = cursor.text(0x80)
  return { kind: 'extended', oid, value: cursor.nextTag === 0x81 ? cursor.octets(0x81) : null }
}

function readOperation(message: BerCursor): Operation {
  const tag = message.nextTag
  switch (tag) {
    case operationTags.bind:
      return readBind(message.constructed(tag))
    case operationTags.unbind:
      message.octets(tag)
      return { kind: 'unbind' }
    case operationTags.abandon:
      return { kind: 'abandon', target: message.integer(tag) }
    case operationTags.search:
      return readSearch(message.constructed(tag))
    case operationTags.modify:
      return readModify(message.constructed(tag))
    case operationTags.add:
      return readAdd(message.constructed(tag))
    case operationTags.rename:
      return readRename(message.constructed(tag))
    case operationTags.delete:
      return { kind: 'delete', name: message.text(tag) }
    case operationTags.compare:
      return readCompare(message.constructed(tag))
    case operationTags.extended:
      return readExtended(message.constructed(tag))
    case null:
    default:
      throw new Malformed('an operation that does not exist')
  }
}

function readControls(message: BerCursor): Control[] {
  if (message.nextTag !== 0xa0) return []
  const list = message.constructed(0xa0)
  const controls: Control[] = []
  while (!list.atEnd) {
    const control = list.constructed(tags.sequence)
    const type = control.text()
    const critical = control.nextTag === tags.boolean ? control.boolean() : false
    controls.push({ type, critical, value: control.atEnd ? null : control.octets() })
  }
  return controls
}

/**
 * Reads one complete LDAPMessage (RFC 4511, section 4.1.1).
 *
 * @throws Malformed when it is none
 */
export function readRequest(frame: Buffer): Request {
  const message = new BerCursor(frame).constructed(tags.sequence)
  const id = message.integer()
  if (id < 0) throw new Malformed('a message number')
  const operation = readOperation(message)
  return { id, operation, controls: readControls(message) }
}

/** The value of a Password Modify request (RFC 3062, section 2). */
export function readPasswordModify(value: Buffer | null): {
  identity: string | null
  oldPassword: string | null
  newPassword: string | null
} {
  if (value === null) return { identity: null, oldPassword: null, newPassword: null }
  const fields = new BerCursor(value).constructed(tags.sequence)
  const identity = fields.nextTag === 0x80 ? fields.text(0x80) : null
  const oldPassword = fields.nextTag === 0x81 ? fields.text(0x81) : null
  const newPassword = fields.nextTag === 0x82 ? fields.text(0x82) : null
  fields.finish()
  return { identity, oldPassword, newPassword }
}

/** The value of an assertion control (RFC 4528, section 2). */
export function readAssertion(value: Buffer | null): Filter {
  if (value === null) throw new Malformed('an assertion control without a value')
  return readFilter(new BerCursor(value))
}

/** The value of a paged results control (RFC 2696, section 2). */
export function readPaging(value: Buffer | null): { size: number; cookie: string } {
  if (value === null) throw new Malformed('a paged results control without a value')
  const fields = new BerCursor(value).constructed(tags.sequence)
  const size = fields.integer()
  return { size, cookie: fields.octets().toString('latin1') }
}
