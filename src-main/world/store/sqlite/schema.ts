import type { Generated } from 'kysely'

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
}
