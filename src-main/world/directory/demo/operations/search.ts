import { randomBytes } from 'node:crypto'
import type { DirectoryRules } from './directory'
import type { Session } from './session'
import { BerWriter, tags } from '../protocol/ber'
import { refuse } from '../protocol/results'
import type { Operation } from '../protocol/requests'
import { matches } from '../tree/matching'
import { parseName } from '../tree/distinguishedName'
import type { Entry } from '../tree/entry'
import { attributeRule } from '../tree/schema'
import type { Tree } from '../tree/tree'

export type SearchOperation = Operation & { kind: 'search' }

/** Names the server adds to what an entry holds. */
const computed = ['entryUUID', 'entryDN', 'hasSubordinates', 'subschemaSubentry']

/** Which attributes a search wants (RFC 4511, section 4.5.1.8; `+` by RFC 3673). */
export function selectAttributes(entry: Entry, wanted: readonly string[]): string[] {
  const lower = wanted.map((name) => name.toLowerCase())
  const users = lower.length === 0 || lower.includes('*')
  const operational = lower.includes('+')
  const names = new Set<string>()
  if (users || operational) {
    for (const name of entry.names()) {
      if (attributeRule(name).operational ? operational : users) names.add(name)
    }
  }
  if (operational) for (const name of computed) names.add(name)
  for (const name of lower) {
    if (name !== '*' && name !== '+' && name !== '1.1') names.add(attributeRule(name).name)
  }
  return [...names]
}

/** A page that waits for the client to ask for more. */
interface Paging {
  readonly cookie: string
  readonly rest: readonly Entry[]
}

/** Everything a search needs to know; one per connection, since pages belong to a connection. */
export class Searcher {
  private readonly pagings = new Map<string, Paging>()

  constructor(
    private readonly tree: Tree,
    private readonly rules: DirectoryRules,
    private readonly root: Entry,
    private readonly subschema: Entry
  ) {}

  private base(operation: SearchOperation): Entry {
    const name = parseName(operation.base)
    if (name.levels.length === 0) return this.root
    if (name.key === this.subschema.name.key) return this.subschema
    return this.tree.find(name.key) ?? refuse('noSuchObject', `no such object: ${name.text}`)
  }

  /** The entries that match, in the order in which they were made. */
  find(session: Session, operation: SearchOperation): Entry[] {
    const visible = (entry: Entry, attribute: string): readonly string[] =>
      this.rules.visible(session, entry, attribute)
    const base = this.base(operation)
    const special = base === this.root || base === this.subschema
    if (special && operation.scope === 'base') {
      if (base === this.subschema && session.user === null)
        refuse('insufficientAccessRights', 'sign in first')
      return matches(base, operation.filter, visible) ? [base] : []
    }
    if (session.user === null) refuse('insufficientAccessRights', 'sign in first')
    this.rules.demandNoPendingChange(session)
    const found: Entry[] = []
    const scope = this.tree.inScope(base, operation.scope, operation.filter)
    for (const entry of scope) {
      if (this.rules.mayRead(session, entry) && matches(entry, operation.filter, visible)) found.push(entry)
    }
    return found
  }

  /** Cuts off one page (RFC 2696). `next` is empty after the last one. */
  page(
    session: Session,
    operation: SearchOperation,
    paging: { size: number; cookie: string }
  ): { entries: readonly Entry[]; next: string } {
    const former = this.pagings.get(paging.cookie)
    if (paging.cookie !== '' && !former) refuse('unwillingToPerform', 'paged results cookie is invalid')
    this.pagings.delete(paging.cookie)
    if (former && paging.size === 0) return { entries: [], next: '' }
    const all = former ? former.rest : this.find(session, operation)
    const size = paging.size > 0 ? paging.size : all.length
    const rest = all.slice(size)
    if (rest.length === 0) return { entries: all, next: '' }
    const next = randomBytes(8).toString('hex')
    this.pagings.set(next, { cookie: next, rest })
    // A client that never asks for its next page must not pile them up.
    for (const oldest of this.pagings.keys()) {
      if (this.pagings.size <= 8) break
      this.pagings.delete(oldest)
    }
    return { entries: all.slice(0, size), next }
  }

  /** A SearchResultEntry message (RFC 4511, section 4.5.2), appended in front of what the writer holds. */
  encode(writer: BerWriter, id: number, session: Session, entry: Entry, operation: SearchOperation): void {
    const message = writer.size
    const names = selectAttributes(entry, operation.attributes)
    for (const name of names.reverse()) {
      const values = this.rules.visible(session, entry, name)
      if (values.length === 0) continue
      const attribute = writer.size
      if (!operation.typesOnly) {
        for (let index = values.length - 1; index >= 0; index -= 1) writer.text(values[index] ?? '')
      }
      writer.close(tags.set, attribute)
      writer.text(name)
      writer.close(tags.sequence, attribute)
    }
    writer.close(tags.sequence, message)
    writer.text(entry.name.text)
    writer.close(0x64, message)
    writer.integer(id)
    writer.close(tags.sequence, message)
  }
}
