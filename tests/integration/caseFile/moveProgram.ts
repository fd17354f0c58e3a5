import { text } from 'node:stream/consumers'
import { SqliteDriver, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely'
import { Client } from 'pg'
import type { PostgresLocation } from '../../../src-main/contract/caseFile'
import { openHeadless } from '../support/headless'

/** What the program is told on its standard input. */
export interface MoveOrder {
  readonly folder: string
  readonly location: PostgresLocation
  readonly password: string
  /** It is killed at this call of a database, counted from the beginning of the move; null: it lives. */
  readonly killAt: number | null
}

let calls = -1
let killAt = Infinity

function count(): void {
  if (calls >= 0) calls += 1
  if (calls === killAt) process.kill(process.pid, 'SIGKILL')
}

// Every call of either database is a moment at which the app may be killed: before it, and before its answer.
const query: unknown = Reflect.get(Client.prototype, 'query')
if (typeof query !== 'function') throw new TypeError('pg has no query')
Client.prototype.query = function (this: Client, ...words: unknown[]): never {
  count()
  const answer: unknown = Reflect.apply(query, this, words)
  count()
  return answer as never
}
const acquireConnection: unknown = Reflect.get(SqliteDriver.prototype, 'acquireConnection')
if (typeof acquireConnection !== 'function') throw new TypeError('the driver takes no connection')
const counted = new WeakSet<DatabaseConnection>()
SqliteDriver.prototype.acquireConnection = async function (this: SqliteDriver) {
  const connection = (await Reflect.apply(acquireConnection, this, [])) as DatabaseConnection
  if (counted.has(connection)) return connection
  counted.add(connection)
  const executeQuery = connection.executeQuery.bind(connection)
  connection.executeQuery = async <Row>(words: CompiledQuery): Promise<QueryResult<Row>> => {
    count()
    const answer = await executeQuery<Row>(words)
    count()
    return answer
  }
  return connection
}

const order = JSON.parse(await text(process.stdin)) as MoveOrder
const opened = await openHeadless(order.folder)
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
killAt = order.killAt ?? Infinity
calls = 0
const { location, password } = order
const moved = await opened.value.handlers['caseFile.move']({ location, password, keepPassword: false })
process.stdout.write(JSON.stringify({ calls, moved: moved.ok ? 'moved' : moved.failure }))
calls = -1
await opened.value.close()
