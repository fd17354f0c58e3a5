import type { Generated, Selectable } from 'kysely'

/** The rows as they lie in the database. Images, plans and failures are JSON text; instants are ISO, UTC. */
export interface Database {
  schema_migrations: { number: number; name: string; applied_at: string }
  plans: {
    hash: string
    /** The plan without its steps. */
    head: string
    undoes: string | null
    created_at: string
    state: string
    stopped_by: string | null
    confirmation: string | null
  }
  plan_steps: { plan: string; place: number; step: string; body: string }
  step_records: {
    sequence: Generated<number>
    plan: string
    step: string
    outcome: string
    failure: string | null
    target_id: string | null
    at: string
  }
  secrets: { plan: string; step: string; login: string; sealed: Uint8Array; at: string }
  used_logins: { login: string; last_seen: string }
  birth_dates: { account: string; birth_date: string }
  due_suspensions: { account: string; until: string }
  documents: { name: string; body: string }
  /** Rows are only ever added; triggers and rights of the database keep to it. */
  statements: { sequence: number; hash: string; text: string; signature: string }
  payloads: { hash: string; salt: string; text: string }
  sealed_keys: {
    fingerprint: string
    person: string
    description: string
    sealed: Uint8Array
    created_at: string
  }
  evidence: { id: string; order_id: string; created_at: string; head: string; recipients: string }
  evidence_parts: { evidence: string; place: number; sealed: Uint8Array }
  exchanges: { id: string; thread: string; kind: string; content: string; until: string }
}

/** Tables of what is said in passing: no copy holds them. */
export const passingTables = ['exchanges'] as const satisfies readonly (keyof Database)[]

/** Every table that a copy holds: all but what is said in passing and the note of the schema's own level. */
export type TableName = Exclude<keyof Database, 'schema_migrations' | (typeof passingTables)[number]>

export type ColumnKind = 'text' | 'text or null' | 'number' | 'bytes'
type KindOf<Value> = Value extends string
  ? 'text'
  : Value extends number
    ? 'number'
    : Value extends Uint8Array
      ? 'bytes'
      : 'text or null'

/** Complete by type: a table or column that is missing here does not compile. */
type Columns<Row> = {
  readonly [Column in keyof Row]: null extends Row[Column] ? 'text or null' : KindOf<Row[Column]>
}

/** The columns of each table, in an order of tables in which rows can be inserted again. */
export const columns: { readonly [Table in TableName]: Columns<Selectable<Database[Table]>> } = {
  plans: {
    hash: 'text',
    head: 'text',
    undoes: 'text or null',
    created_at: 'text',
    state: 'text',
    stopped_by: 'text or null',
    confirmation: 'text or null'
  },
  plan_steps: { plan: 'text', place: 'number', step: 'text', body: 'text' },
  step_records: {
    sequence: 'number',
    plan: 'text',
    step: 'text',
    outcome: 'text',
    failure: 'text or null',
    target_id: 'text or null',
    at: 'text'
  },
  secrets: { plan: 'text', step: 'text', login: 'text', sealed: 'bytes', at: 'text' },
  used_logins: { login: 'text', last_seen: 'text' },
  birth_dates: { account: 'text', birth_date: 'text' },
  due_suspensions: { account: 'text', until: 'text' },
  documents: { name: 'text', body: 'text' },
  statements: { sequence: 'number', hash: 'text', text: 'text', signature: 'text' },
  payloads: { hash: 'text', salt: 'text', text: 'text' },
  sealed_keys: {
    fingerprint: 'text',
    person: 'text',
    description: 'text',
    sealed: 'bytes',
    created_at: 'text'
  },
  evidence: { id: 'text', order_id: 'text', created_at: 'text', head: 'text', recipients: 'text' },
  evidence_parts: { evidence: 'text', place: 'number', sealed: 'bytes' }
}

export const tableNames = Object.keys(columns) as readonly TableName[]

/** Tables whose rows are never changed or deleted: in a shared store the app has no right to. */
export const appendOnlyTables = [
  'statements',
  'payloads',
  'sealed_keys'
] as const satisfies readonly TableName[]
