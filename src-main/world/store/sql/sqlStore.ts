import type { Kysely } from 'kysely'
import type { SharedWork, Store } from '../port'
import type { Dialect } from './dialect'
import { documentShelf } from './documentShelf'
import { evidenceShelf } from './evidenceShelf'
import { exchangeShelf } from './exchangeShelf'
import { ledgerShelf } from './ledgerShelf'
import { moveTarget } from './moveTarget'
import { personRegister } from './personRegister'
import { planJournal } from './planJournal'
import type { Database } from './schema'
import { storeCopy } from './storeCopy'

/** What the database's kind brings along. */
export interface SqlStoreParts extends SharedWork {
  readonly database: Kysely<Database>
  readonly dialect: Dialect
  close(): Promise<void>
}

/** The store in common SQL. What only one kind of database can do is handed in. */
export function createSqlStore(parts: SqlStoreParts): Store {
  const { database, dialect } = parts
  return {
    kind: dialect.kind,
    ...planJournal(database, dialect),
    ...personRegister(database),
    ...documentShelf(database, dialect),
    ...ledgerShelf(database, dialect),
    ...evidenceShelf(database, dialect),
    ...exchangeShelf(database, dialect),
    ...storeCopy(database, dialect),
    ...moveTarget(database, dialect),
    lock: (name, waitMilliseconds) => parts.lock(name, waitMilliseconds),
    onForeignChange: (listener) => parts.onForeignChange(listener),
    close: () => parts.close()
  }
}
