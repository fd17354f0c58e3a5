import type { Plan, Step } from '../../contract/plan'
import type { Failure, Result } from '../../contract/result'

/** What the journal knows of one step. `started` without an outcome: nobody knows whether it happened. */
export interface StepRecord {
  readonly step: string
  readonly outcome: 'started' | 'done' | 'failed' | 'undone'
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
  readonly state: 'planned' | 'running' | 'interrupted' | 'finished' | 'undone' | 'discarded'
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
  addPlan(plan: Plan, hash: string, confirmation: PlanRecord['confirmation']): Promise<void>
  findPlan(hash: string): Promise<PlanRecord | null>
  /** Hashes that begin with the prefix (at least 4 digits). */
  findHashes(prefix: string): Promise<readonly string[]>
  listPlans(): Promise<readonly PlanRecord[]>
  setPlanState(hash: string, state: PlanRecord['state'], stoppedBy: Failure | null): Promise<void>
  /** Latest record of each step that has one. */
  readSteps(hash: string): Promise<ReadonlyMap<string, StepRecord>>
  /** Appends all records in one durable transaction, together with the secrets that belong to them. */
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
  /** Birth dates by account id, from earlier rosters: what matches persons where a roster has no id number. */
  birthDates(): Promise<ReadonlyMap<string, string>>
  rememberBirthDates(dates: ReadonlyMap<string, string>): Promise<void>
}

/** Settings and profiles as JSON documents by name. The caller parses what it reads. */
export interface DocumentShelf {
  readDocument(name: string): Promise<unknown>
  writeDocument(name: string, value: unknown): Promise<void>
  deleteDocument(name: string): Promise<void>
}

export interface Store extends PlanJournal, SecretShelf, PersonRegister, DocumentShelf {
  close(): Promise<void>
}

/** Opens the store of a data folder and brings its schema up to date. `store.inUse`: another process has it. */
export type OpenStore = (folder: string) => Promise<Result<Store>>
