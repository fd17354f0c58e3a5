import type { Plan, RunState, Step, StepOutcome } from '../../contract/plan'
import type { Failure, Result } from '../../contract/result'

/**
 * What the journal knows of one step. `started` without an outcome: nobody knows whether it happened. `open`: the
 * intent was taken back before the outside world was touched.
 */
export interface StepRecord {
  readonly step: string
  readonly outcome: StepOutcome
  readonly failure: Failure | null
  /** The lasting id of what the step made, where it made something. */
  readonly targetId: string | null
  /** ISO, UTC. */
  readonly at: string
}

export interface PlanRecord {
  readonly hash: string
  readonly plan: Plan
  readonly createdAt: string
  /** `running` may be left over from a process that was killed. */
  readonly state: RunState
  /** Why the last run stopped before its end. */
  readonly stoppedBy: Failure | null
  /** Answered with the number where the accident guard asks for it; null: no guard. */
  readonly confirmation: { readonly leavers: number; readonly governed: number } | null
}

/**
 * Plans and what became of their steps. Writes are durable when the promise resolves: the engine relies on
 * it, since intent is recorded before the outside world is touched.
 */
export interface PlanJournal {
  /** A plan of the same hash that is there already stays as it is. `createdAt`: ISO, UTC. */
  addPlan(
    plan: Plan,
    hash: string,
    confirmation: PlanRecord['confirmation'],
    createdAt: string
  ): Promise<void>
  findPlan(hash: string): Promise<PlanRecord | null>
  /** Hashes that begin with the prefix (at least 4 digits). */
  findHashes(prefix: string): Promise<readonly string[]>
  /** The plan that takes this one back; null: nobody has begun to. */
  findUndo(hash: string): Promise<string | null>
  /** Newest first, at most `limit`. */
  listPlans(limit: number): Promise<readonly PlanRecord[]>
  setPlanState(hash: string, state: PlanRecord['state'], stoppedBy: Failure | null): Promise<void>
  /** Latest record of each step that has one. */
  readSteps(hash: string): Promise<ReadonlyMap<string, StepRecord>>
  /**
   * Appends all records in one durable transaction, together with the secrets that belong to them. The secret of
   * a step that ends up `open`, `failed` or `undone` is destroyed with it: it opens nothing.
   */
  record(hash: string, records: readonly StepRecord[], secrets?: readonly SealedSecret[]): Promise<void>
  /** Steps of all plans that touched this target, newest first. */
  historyOf(targetId: string): Promise<readonly { plan: string; step: Step; record: StepRecord }[]>
}

/** A provisional password, sealed with the device key; it exists until its slip is printed. */
export interface SealedSecret {
  readonly plan: string
  readonly step: string
  readonly login: string
  readonly sealed: Uint8Array
}

export interface SecretShelf {
  listSecrets(): Promise<readonly (SealedSecret & { readonly at: string })[]>
  destroySecrets(secrets: readonly { readonly plan: string; readonly step: string }[]): Promise<void>
}

/** Logins that were in use once and are blocked for a time, and what rosters told about persons. */
export interface PersonRegister {
  usedLogins(): Promise<readonly { readonly login: string; readonly lastSeen: string }[]>
  rememberLogins(logins: readonly string[], day: string): Promise<void>
  /** For logins whose accounts were taken back before anyone used them. */
  forgetLogins(logins: readonly string[]): Promise<void>
  /** Birth dates by account id, from earlier rosters: what matches persons where a roster has no id number. */
  birthDates(): Promise<ReadonlyMap<string, string>>
  rememberBirthDates(dates: ReadonlyMap<string, string>): Promise<void>
  /**
   * Ends (ISO, UTC) of suspensions by account id, where the directory does not end them itself: there the app
   * lifts them when they are due.
   */
  dueSuspensions(): Promise<ReadonlyMap<string, string>>
  rememberSuspension(account: string, until: string): Promise<void>
  forgetSuspension(account: string): Promise<void>
}

/** Settings and profiles as JSON documents by name. The caller parses what it reads. */
export interface DocumentShelf {
  /** undefined: there is none of this name. A document that is no JSON any more: `store.documentDamaged`. */
  readDocument(name: string): Promise<Result<unknown>>
  writeDocument(name: string, value: unknown): Promise<void>
  deleteDocument(name: string): Promise<void>
}

export interface Store extends PlanJournal, SecretShelf, PersonRegister, DocumentShelf {
  close(): Promise<void>
}

/** Opens the store of a data folder and brings its schema up to date. `store.inUse`: another process has it. */
export type OpenStore = (folder: string) => Promise<Result<Store>>
