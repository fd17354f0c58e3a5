import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { plainLetters, spelledLetters } from '../../../contract/search'
import { likePattern, type Dialect } from '../sql/dialect'
import type { SchemaDialect } from '../sql/migrations/migration'
import { foundNoJson, refusesRow } from './failures'
import type { Notices } from './notices'

export const postgresSchema: SchemaDialect = {
  bytes: 'bytea',
  sequence: 'bigserial',
  asSequence: (column) => column.primaryKey(),
  /** For the owner too, whom no missing right would stop. */
  async refuseChanges(database, table) {
    await sql`
      create function refuse_changes() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of this table are never changed' using errcode = 'insufficient_privilege';
      end
      $$
    `.execute(database)
    await sql`
      create trigger ${sql.id(`${table}_no_changes`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_changes()
    `.execute(database)
  }
}

/** Escapes of JSON that PostgreSQL makes no text of: NUL and halves of characters. */
const unreadableEscapes = '\\\\u(0000|d[89a-f][0-9a-f]{2})'

/** PostgreSQL, shared by several PCs. */
export function postgresDialect(notices: Notices): Dialect {
  return {
    kind: 'postgres',
    jsonText(column, path) {
      const readable = sql`regexp_replace(${sql.ref(column)}, ${unreadableEscapes}, ${'\\\\ufffd'}, 'g')`
      return sql<string>`(${readable}::json #>> ${`{${path.join(',')}}`}::text[])`
    },
    searchKey: (text) => sql<string>`(${folded(text)} || ' ' || ${folded(spelled(text))})`,
    contains: (text, part) => sql<SqlBool>`${text} like ${likePattern(part)} escape '!'`,
    // Old versions of a row stay in the server's pages until it vacuums: they are sealed, and the key is not there.
    afterDestroying: () => undefined,
    async excludeAppends(transaction) {
      await sql`select pg_advisory_xact_lock(${lockKey('append')})`.execute(transaction)
    },
    async time(transaction) {
      const { rows } = await sql<{ time: string }>`
        select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time
      `.execute(transaction)
      const [row] = rows
      if (row === undefined) throw new Error('The server gave no time')
      return row.time
    },
    announce: (transaction, change) => notices.tell(transaction, change),
    announceSoon: (change) => {
      notices.tellSoon(change)
    },
    async beginCopy(transaction) {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction)
    },
    /** The app's role may count a sequence on, but not set it. */
    async endCopy(transaction) {
      await sql`
        select count(nextval(pg_get_serial_sequence('step_records', 'sequence')))
        from generate_series(1, (select coalesce(max(sequence), 0) from step_records))
      `.execute(transaction)
    },
    foundNoJson,
    refusesRow
  }
}

/** Key of an advisory lock of this app; such locks belong to one database. */
export function lockKey(name: string): RawBuilder<unknown> {
  return sql`hashtextextended(${`netzwart ${name}`}, 0)`
}

/** `fold` of `contract/search`. Accents go first: a server without a locale knows the case of Latin letters only. */
function folded(text: RawBuilder<string>): RawBuilder<string> {
  const bare = sql<string>`regexp_replace(normalize(${text}, NFKD), ${'[\\u0300-\\u036f]'}, '', 'g')`
  return replaced(sql<string>`lower(${bare})`, plainLetters)
}

function spelled(text: RawBuilder<string>): RawBuilder<string> {
  return replaced(sql<string>`normalize(${text}, NFC)`, spelledLetters)
}

function replaced(text: RawBuilder<string>, letters: Readonly<Record<string, string>>): RawBuilder<string> {
  return Object.entries(letters)
    .flatMap(([letter, plain]) => [letter, letter.toUpperCase()].map((written) => [written, plain] as const))
    .reduce((all, [written, plain]) => sql<string>`replace(${all}, ${written}, ${plain})`, text)
}
