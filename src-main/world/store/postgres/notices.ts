import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { Client } from 'pg'
import type { PostgresLocation } from '../../../contract/caseFile'
import { StoreFailure, type ForeignChange, type SharedWork } from '../port'
import type { Database } from '../sql/schema'
import { thrown } from './failures'
import { connectionSettings } from './pool'

const channel = 'netzwart'
const changes: readonly ForeignChange[] = ['ledger', 'plans', 'documents', 'exchanges']
/** Milliseconds. */
const pauses = {
  /** What is written many times a second is told at most so often. */
  gathered: 300,
  /** A line that is dead without a word is found out by asking. */
  heartbeat: 60_000,
  firstRetry: 1_000,
  longestRetry: 30_000
}

/**
 * Tells other PCs what was written (NOTIFY) and listens to what they write (LISTEN), on a connection of its own. A
 * notice names who tells it, so that one's own are left out. When the connection was lost, nobody knows what was
 * missed: after it is back, everything counts as changed.
 */
export class Notices {
  /** This opened store; another one of the same process is another. */
  private readonly self = randomUUID()
  private readonly listeners = new Set<(change: ForeignChange) => void>()
  private readonly gathered = new Set<ForeignChange>()
  private gathering: NodeJS.Timeout | undefined
  private client: Client | null = null
  private heartbeat: NodeJS.Timeout | undefined
  private retry: NodeJS.Timeout | undefined
  private retryPause = pauses.firstRetry
  private closed = false

  constructor(
    private readonly location: PostgresLocation,
    private readonly password: string,
    private readonly database: Kysely<Database>
  ) {}

  readonly onForeignChange: SharedWork['onForeignChange'] = (listener) => {
    // An entry of its own for each call, also where one function listens twice.
    const entry = (change: ForeignChange): void => {
      listener(change)
    }
    this.listeners.add(entry)
    return () => void this.listeners.delete(entry)
  }

  /** Others hear of it when the transaction is committed, and never where it is not. */
  async tell(transaction: Kysely<Database>, change: ForeignChange): Promise<void> {
    await sql`select pg_notify(${channel}, ${`${this.self} ${change}`})`.execute(transaction)
  }

  tellSoon(change: ForeignChange): void {
    this.gathered.add(change)
    this.gathering ??= setTimeout(() => void this.tellGathered(), pauses.gathered)
  }

  /** @throws StoreFailure */
  async listen(): Promise<void> {
    const client = new Client(connectionSettings(this.location, this.password))
    client.on('error', () => undefined)
    client.on('notification', ({ payload }) => {
      this.hear(payload ?? '')
    })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch (error) {
      void client.end().catch(() => undefined)
      throw thrown(error, this.location)
    }
    if (this.closed) {
      await client.end()
      return
    }
    this.client = client
    this.retryPause = pauses.firstRetry
    client.once('end', () => {
      this.lost(client)
    })
    this.heartbeat = setInterval(() => {
      client.query('select 1').catch(() => void client.end().catch(() => undefined))
    }, pauses.heartbeat)
  }

  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.retry)
    clearInterval(this.heartbeat)
    if (this.gathering !== undefined) await this.tellGathered()
    await this.client?.end().catch(() => undefined)
    this.client = null
  }

  private async tellGathered(): Promise<void> {
    clearTimeout(this.gathering)
    this.gathering = undefined
    const gathered = [...this.gathered]
    this.gathered.clear()
    try {
      for (const change of gathered) await this.tell(this.database, change)
    } catch (error) {
      // The writes are there; who has not heard of them reads them with the next notice.
      if (!(error instanceof StoreFailure)) throw error
    }
  }

  private hear(payload: string): void {
    const [teller, word] = payload.split(' ')
    const change = changes.find((candidate) => candidate === word)
    if (change !== undefined && teller !== this.self) this.report(change)
  }

  private report(change: ForeignChange): void {
    for (const listener of [...this.listeners]) listener(change)
  }

  private lost(client: Client): void {
    if (this.closed || this.client !== client) return
    this.client = null
    clearInterval(this.heartbeat)
    this.tryAgain()
  }

  private tryAgain(): void {
    if (this.closed) return
    this.retry = setTimeout(() => void this.listenAgain(), this.retryPause)
    this.retryPause = Math.min(this.retryPause * 2, pauses.longestRetry)
  }

  private async listenAgain(): Promise<void> {
    try {
      await this.listen()
    } catch {
      // Whatever the reason, it is tried again: without this connection the other PCs' writes are only seen late.
      this.tryAgain()
      return
    }
    for (const change of changes) this.report(change)
  }
}
