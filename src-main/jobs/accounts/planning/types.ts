import type { Suspension } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import type { Plan } from '../../../contract/plan'
import type { DoubtfulMatch, MatchDecisions, RosterEntry } from '../../../contract/roster'
import type { Settings } from '../../../contract/settings'
import type { DirectorySnapshot } from '../../../world/directory/port'

/** Everything a plan is computed from. Equal inputs give an equal plan, in whatever order the rows come. */
export interface PlanningInput {
  readonly roster: {
    readonly entries: readonly RosterEntry[]
    /** Hash of the roster's content; goes into the plan's basis. */
    readonly digest: string
    /**
     * Whom the roster lists completely: only accounts of this kind can become leavers. A row of another kind
     * is created or changed, but nobody of its kind leaves because of this roster.
     */
    readonly kind: 'pupil' | 'teacher' | 'staff'
    readonly rows: number
    readonly rejected: number
  }
  readonly snapshot: DirectorySnapshot
  /** What the directory takes for one name has one fold. */
  readonly foldName: (name: string) => string
  readonly layout: DirectoryLayout
  readonly settings: Settings
  /** Logins that were in use once; `lastSeen` is a day or an instant (ISO). */
  readonly usedLogins: readonly { readonly login: string; readonly lastSeen: string }[]
  /** Birth dates (`YYYY-MM-DD`) by account id, known from earlier rosters. */
  readonly birthDates: ReadonlyMap<string, string>
  readonly decisions: MatchDecisions
  /** The day to compute for, `YYYY-MM-DD`. */
  readonly today: string
  /**
   * School ids of rejected rows, as far as they could be read: these persons are not treated as leavers. A row
   * that was rejected because it says that the person is no longer at the school does not belong here.
   */
  readonly rejectedIds?: readonly string[]
  /** Names in rejected rows without an id: an account of that name may be theirs and is not treated as a leaver's. */
  readonly rejectedNames?: readonly { readonly givenName: string; readonly familyName: string }[]
  /**
   * Suspensions that were in force when a person left, by account id: they are in force again when the person
   * comes back (P9).
   */
  readonly suspensionsBeforeLeaving?: ReadonlyMap<string, Suspension>
  /** Groups of modules that come back to a leaver who comes back, by account id. */
  readonly returnableModules?: ReadonlyMap<string, readonly string[]>
}

export interface PlanningCounts {
  readonly create: number
  readonly rename: number
  readonly changeClass: number
  readonly reactivate: number
  readonly leave: number
  /** Persons of the roster whose account is already as it should be. */
  readonly unchanged: number
}

/** What was computed. Nothing was changed. */
export interface Planning {
  /** null: nothing to do. The logins of new accounts stand in its `create` steps (`after.login`). */
  readonly plan: Plan | null
  readonly counts: PlanningCounts
  /** Rows that a person has to decide on; they are left out of the plan. */
  readonly doubtful: DoubtfulMatch[]
  /** Set where so many leave that a person must type in the number; `governed` is what it is compared with. */
  readonly guard: { readonly leavers: number; readonly governed: number } | null
  /**
   * Birth dates that the roster tells, to be remembered for the next one: of matched accounts by account id, of
   * new accounts by the id of their `create` step.
   */
  readonly birthDates: {
    readonly byAccount: ReadonlyMap<string, string>
    readonly byStep: ReadonlyMap<string, string>
  }
}
