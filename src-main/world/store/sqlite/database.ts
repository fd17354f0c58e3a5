import { DatabaseSync } from '@photostructure/sqlite'
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import { searchKey } from '../../../contract/search'
import { knownLevel } from '../sql/migrations'
import type { Database } from '../sql/schema'
import { guarded } from './failures'

/** Marks the file as ours in SQLite's header: "Nzwt". */
const applicationId = 0x4e7a7774
const countTables = 'SELECT count(*) FROM sqlite_schema'
const readLevel = 'SELECT max(number) FROM schema_migrations'
/** Compiled statements that are kept; bulk writes use a handful of shapes. */
const keptStatements = 200

type Connection = InstanceType<typeof DatabaseSync>
type Statement = ReturnType<Connection['prepare']>

/**
 * What Kysely's SQLite dialect expects, on top of the `node:sqlite` interface. Throws `StoreFailure` for a full or
 * failing disk.
 */
class KyselyDatabase implements SqliteDatabase {
  private readonly statements = new Map<string, SqliteStatement>()

  constructor(
    private readonly database: Connection,
    private readonly file: string
  ) {}

  prepare(sql: string): SqliteStatement {
    if (sql === 'rollback' && !this.database.isTransaction) return alreadyRolledBack
    const known = this.statements.get(sql)
    if (known !== undefined) return known
    // Kysely's `begin` takes the write lock only with the first write.
    const words = sql === 'begin' ? 'begin immediate' : sql
    const statement = this.adapt(guarded(this.file, () => this.database.prepare(words)))
    if (this.statements.size >= keptStatements) this.statements.clear()
    this.statements.set(sql, statement)
    return statement
  }

  close(): void {
    this.statements.clear()
    release(this.database)
  }

  private adapt(statement: Statement): SqliteStatement {
    const { file } = this
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => guarded(file, () => statement.all(...parameters) as unknown[]),
      run: (parameters) => guarded(file, () => statement.run(...parameters)),
      iterate: (parameters) => statement.iterate(...parameters) as IterableIterator<unknown>
    }
  }
}

/** A full disk makes SQLite roll back by itself; to ask for it again would hide why. */
const alreadyRolledBack: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator]()
}

/**
 * Closes a database and lets go of its lock. The library finalizes statements only when the garbage collector
 * finds them, and SQLite keeps a closed connection with its lock until then; so the lock is given back first.
 */
function release(database: Connection): void {
  try {
    database.exec('PRAGMA journal_mode = DELETE')
    database.exec('PRAGMA locking_mode = NORMAL')
    database.exec(countTables)
  } catch {
    // Nothing is lost: what a full or failing disk does not take stays in the log, which is read at the next opening.
  } finally {
    database.close()
  }
}

/** An open database file that this process alone holds. */
export interface OpenDatabase {
  readonly kysely: Kysely<Database>
  /**
   * Writes the log into the file and empties it. With `secure_delete`, what was deleted is then overwritten in
   * the file and gone from the log.
   */
  readonly emptyLog: () => void
}

/** Thrown for a file that is a database, but not one of ours, or not whole. */
export class ForeignFileError extends Error {}

/** Thrown for a file that a newer version has written. */
export class NewerSchemaError extends Error {
  constructor(readonly level: number) {
    super(`Schema level ${level}`)
  }
}

/**
 * Opens a database file exclusively. Throws SQLite's own errors, `ForeignFileError` and `NewerSchemaError`.
 *
 * [Note: one process for each file]
 *
 * `locking_mode=EXCLUSIVE` keeps the file's lock from the first access until it is closed. It is a lock of the
 * operating system and vanishes with a killed process, unlike a lock file. Nothing is written before the file says
 * that it is ours and of a level that we know.
 *
 * @param isLookedThrough somebody has looked through all of it just now; false: it is looked through here
 */
export function openDatabase(file: string, isLookedThrough: boolean): OpenDatabase {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 0 })
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.function('search_key', { deterministic: true }, (text: unknown) =>
      typeof text === 'string' ? searchKey([text]) : null
    )
    const found = pragma(database, 'application_id')
    const isEmpty = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as {
      tables: number
    }
    if (found !== applicationId && (found !== 0 || isEmpty.tables > 0)) throw new ForeignFileError()
    if (!isLookedThrough && pragma(database, 'quick_check(1)') !== 'ok') throw new ForeignFileError()
    const level =
      one(database, `${countTables} WHERE name = 'schema_migrations'`) === 0 ? 0 : one(database, readLevel)
    if (typeof level === 'number' && level > knownLevel) throw new NewerSchemaError(level)
    database.exec('PRAGMA secure_delete = ON')
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    database.exec(`PRAGMA application_id = ${applicationId}`)
  } catch (error) {
    release(database)
    throw error
  }
  return {
    kysely: new Kysely<Database>({
      dialect: new SqliteDialect({ database: new KyselyDatabase(database, file) })
    }),
    emptyLog: () =>
      guarded(file, () => {
        database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
      })
  }
}

function pragma(database: Connection, name: string): unknown {
  return one(database, `PRAGMA ${name}`)
}

/** The first column of the first row. */
function one(database: Connection, sql: string): unknown {
  const row = database.prepare(sql).get() as Record<string, unknown> | undefined
  return row === undefined ? undefined : Object.values(row)[0]
}
