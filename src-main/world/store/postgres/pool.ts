import { Pool, types, type CustomTypesConfig, type PoolClient, type PoolConfig } from 'pg'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { PostgresLocation } from '../../../contract/caseFile'
import { breaksConnection, thrown } from './failures'

/** Milliseconds. */
const limits = {
  connect: 10_000,
  /** The server ends a statement that takes longer, and a transaction in which this PC has fallen silent. */
  statement: 30_000,
  /** For an answer, where the server cannot even say that it took too long. */
  answer: 40_000,
  idle: 30_000,
  keepAlive: 30_000
}
/** Locks and the ledger hold one each; the window asks little at once. */
const connections = 8

/** The same JavaScript types as SQLite gives: numbers for counts, plain bytes. */
const valueTypes: CustomTypesConfig = {
  getTypeParser: ((oid: Parameters<typeof types.getTypeParser>[0], format?: 'text') => {
    if (oid === types.builtins.INT8) return Number
    const parse = types.getTypeParser(oid, format) as (text: string) => unknown
    return oid === types.builtins.BYTEA ? (text: string) => new Uint8Array(parse(text) as Buffer) : parse
  }) as CustomTypesConfig['getTypeParser']
}

/** Schema of the case file. Temporary tables come last, so that none can stand in for one of ours. */
export const schemaName = 'netzwart'

/**
 * How this app connects: only with TLS, the certificate checked against the school's CA and the host's name
 * (verify-full), with limits for everything that could wait forever.
 */
export function connectionSettings(location: PostgresLocation, password: string): PoolConfig {
  const { host, port, database, role, caCertificate } = location
  return {
    host,
    port,
    database,
    user: role,
    password,
    // pg adds the host's name for SNI and the check, and leaves it out of SNI for an IP address (RFC 6066).
    ssl: { ca: caCertificate, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    application_name: 'netzwart',
    connectionTimeoutMillis: limits.connect,
    statement_timeout: limits.statement,
    idle_in_transaction_session_timeout: limits.statement,
    query_timeout: limits.answer,
    keepAlive: true,
    keepAliveInitialDelayMillis: limits.keepAlive,
    idleTimeoutMillis: limits.idle,
    // The server notices within a minute that a PC is gone, and frees its locks.
    options: [
      `search_path=${schemaName},pg_temp`,
      'tcp_keepalives_idle=30',
      'tcp_keepalives_interval=10',
      'tcp_keepalives_count=3'
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
    types: valueTypes
  }
}

/** pg's pool as Kysely uses it. What can happen to any server at any time is thrown as `StoreFailure`. */
export class GuardedPool implements PostgresPool {
  private readonly pool: Pool
  private ending: Promise<void> | null = null

  constructor(
    private readonly location: PostgresLocation,
    password: string
  ) {
    this.pool = new Pool({ ...connectionSettings(location, password), max: connections })
    // A connection that breaks while nobody uses it is replaced when the next one is needed; without listeners
    // it would end the process.
    this.pool.on('error', () => undefined)
    this.pool.on('connect', (client) => client.on('error', () => undefined))
  }

  async connect(): Promise<GuardedClient> {
    try {
      return new GuardedClient(await this.pool.connect(), this.location)
    } catch (error) {
      throw thrown(error, this.location)
    }
  }

  async end(): Promise<void> {
    this.ending ??= this.pool.end()
    await this.ending
  }
}

/** One connection, from its taking out of the pool to its release. */
export class GuardedClient implements PostgresPoolClient {
  private broken = false

  constructor(
    private readonly client: PoolClient,
    private readonly location: PostgresLocation
  ) {}

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  query<Row>(
    sql: string | PostgresCursor<Row>,
    parameters: readonly unknown[] = []
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof sql !== 'string') throw new Error('This store reads without cursors')
    return this.ask<Row>(sql, parameters)
  }

  /** A connection that is of no use any more, or that holds what must go with it, is closed. */
  release(): void {
    this.client.release(this.broken)
  }

  discard(): void {
    this.client.release(true)
  }

  private async ask<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    // The server rolls back a broken connection's transaction itself; asking for it would hide what broke it.
    if (this.broken && sql === 'rollback') return { command: 'SELECT', rowCount: 0, rows: [] }
    try {
      return (await this.client.query(sql, [...parameters])) as unknown as PostgresQueryResult<Row>
    } catch (error) {
      this.broken ||= breaksConnection(error)
      throw thrown(error, this.location)
    }
  }
}
