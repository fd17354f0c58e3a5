import { z } from 'zod'
import { connectionSchema, type Connection } from '../../contract/directory'
import type { LedgerProblem } from '../../contract/ledger'
import { bodyOf, draft, type Draft, type Ledger } from '../../core/ledger'
import { documentDigest } from '../../desks/settings'
import type { DocumentShelf } from '../../world/store/port'

const connectionName = 'connection'
/** Subject of the statements about the connection. */
const subject = 'connection'

/** `embedded` stands in documents of earlier versions: the demo school lay in the same store then. */
const keptSchema = connectionSchema.extend({ embedded: z.boolean().optional() })

/** A change that an administrator has signed. */
export interface SignedChange {
  readonly sequence: number
  /** Name of who has signed; empty: not known any more. */
  readonly by: string
  /** ISO, UTC. */
  readonly at: string
}

/**
 * What the case file says about the connection. `damaged`: the store holds something that this version cannot read.
 * `forged`: none of what is there is what was signed; `connection` is what the store holds, to be looked at.
 */
type RecordedConnection =
  | { readonly kind: 'none' | 'damaged' }
  | { readonly kind: 'forged'; readonly connection: Connection | null }
  | { readonly kind: 'known'; readonly connection: Connection; readonly signed: SignedChange | null }

export function connectionDigest(connection: Connection): string {
  return documentDigest(connection)
}

/**
 * The connection of a case file: a document that everybody with the app's role at the database can write, and statements
 * that nobody but an administrator can make. From the first statement on the newest one counts, with what stands in its
 * payload; the document is then only looked at, and what nobody has signed there is told as a problem.
 */
export class ConnectionRecord {
  constructor(
    private readonly store: DocumentShelf,
    private readonly ledger: Pick<Ledger, 'about' | 'payloadOf' | 'nameOf'>
  ) {}

  /** @param remembered the connection that was last confirmed at this PC: it helps out where the payload was erased */
  async read(remembered: Connection | null): Promise<RecordedConnection> {
    const document = await this.document()
    const newest = this.statements.at(-1)
    if (newest === undefined) {
      if (document === 'damaged') return { kind: 'damaged' }
      return document === null ? { kind: 'none' } : { kind: 'known', connection: document, signed: null }
    }
    const { statement } = newest
    const { digest } = bodyOf(statement, 'connection.changed')
    const told = z.object({ connection: connectionSchema }).safeParse(this.ledger.payloadOf(newest))
    const kept = document === 'damaged' ? null : document
    const connection = [told.success ? told.data.connection : null, kept, remembered].find(
      (candidate) => candidate !== null && connectionDigest(candidate) === digest
    )
    if (connection === undefined || connection === null) return { kind: 'forged', connection: kept }
    const { sequence, time, key } = statement
    return {
      kind: 'known',
      connection,
      signed: { sequence, by: this.ledger.nameOf(key), at: time }
    }
  }

  /**
   * The statement about a connection. It also names what the store held before, so that a crash before the document is
   * written leaves nothing that looks forged. null: this connection is in force already.
   */
  async change(connection: Connection): Promise<Draft | null> {
    const digest = connectionDigest(connection)
    const newest = this.statements.at(-1)
    if (newest?.statement.body['digest'] === digest) return null
    const document = await this.document()
    const former = document === null || document === 'damaged' ? null : connectionDigest(document)
    return draft('connection.changed', subject, { digest, former }, { connection })
  }

  async write(connection: Connection): Promise<void> {
    await this.store.writeDocument(connectionName, { ...connection, embedded: false })
  }

  /** What the demo school was last called, to be shown before its server runs; null: it has not run yet. */
  async readDemo(): Promise<Connection | null> {
    const read = await this.store.readDocument(connectionName)
    const parsed = keptSchema.safeParse(read.ok ? read.value : null)
    if (!parsed.success || parsed.data.embedded !== true) return null
    return connectionSchema.parse(parsed.data)
  }

  async writeDemo(connection: Connection): Promise<void> {
    await this.store.writeDocument(connectionName, { ...connection, embedded: true })
  }

  async forget(): Promise<void> {
    await this.store.deleteDocument(connectionName)
  }

  /** The document in the store is one that nobody has signed. */
  async problems(): Promise<readonly LedgerProblem[]> {
    const newest = this.statements.at(-1)
    if (newest === undefined) return []
    const document = await this.document()
    const held = document === null ? null : document === 'damaged' ? 'damaged' : connectionDigest(document)
    const isNamed = this.statements.some(({ statement }) => {
      const { digest, former } = bodyOf(statement, 'connection.changed')
      return held === digest || held === former
    })
    return isNamed ? [] : [{ sequence: newest.statement.sequence, code: 'documentChanged' }]
  }

  private get statements() {
    return this.ledger.about(subject).filter(({ statement }) => statement.kind === 'connection.changed')
  }

  private async document(): Promise<Connection | 'damaged' | null> {
    const read = await this.store.readDocument(connectionName)
    const parsed = keptSchema.optional().safeParse(read.ok ? read.value : null)
    if (!parsed.success) return 'damaged'
    if (parsed.data === undefined) return null
    const { embedded, ...connection } = parsed.data
    // The school inside the data folder has a store of its own; in any other store it is no connection.
    return (embedded ?? connection.profile === 'demo') ? null : connection
  }
}
