import type { ListedKind, Suspension } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import type { Plan } from '../../../contract/plan'
import type {
  DoubtfulMatch,
  KeptAccount,
  MatchDecisions,
  RosterEntry,
  RosterTrace
} from '../../../contract/roster'
import type { RosterNotice } from '../../../contract/rosterNotices'
import type { KnownDifference, RosterScope } from '../../../contract/rosterScope'
import type { Settings } from '../../../contract/settings'
import type { DirectorySnapshot } from '../../../world/directory/port'

/** What a person must type in before a plan may run. */
export interface Confirmation {
  /** 0: it is not asked for. */
  readonly leavers: number
  /** What the numbers are compared with. */
  readonly governed: number
  /** Absent: it is not asked for. */
  readonly renames?: number
}

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
    readonly kind: ListedKind
    readonly rows: number
    readonly rejected: number
    /** Somebody has typed it in; absent: it was read. */
    readonly typed?: true
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
  /** Ids of children by the account of their guardian, known from earlier rosters; absent: none. */
  readonly childrenOf?: ReadonlyMap<string, readonly string[]>
  readonly decisions: MatchDecisions
  /** What the roster may decide about; absent: everybody of its kind. */
  readonly scope?: RosterScope
  /** The day to compute for, `YYYY-MM-DD`. */
  readonly today: string
  /**
   * School ids of rejected rows, as far as they could be read: these persons are not treated as leavers. A row
   * that was rejected because it says that the person is no longer at the school does not belong here.
   */
  readonly rejectedIds?: readonly string[]
  /** What rejected rows still say about whose they are: an account that one may mean is not treated as a leaver's. */
  readonly traces?: readonly RosterTrace[]
  /** Files of the roster that hold a header and nobody: the class that they are about has not left. */
  readonly silentFiles?: readonly string[]
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
  /** Persons who become members of groups; absent: nobody. */
  readonly changeGroups?: number
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
  /** Accounts that are kept since a damaged row may mean them. */
  readonly mayBeMeant: KeptAccount[]
  /** What a roster that only adds says otherwise about those who have an account. */
  readonly notPlanned: KnownDifference[]
  /** Accounts that are there and that a roster that only adds leaves as they are, with the line that means them. */
  readonly known: { readonly line: number; readonly account: string }[]
  /** What was mended by looking at the directory. */
  readonly notices: RosterNotice[]
  /** Set where a person must type in numbers. */
  readonly guard: Confirmation | null
  /**
   * Birth dates that the roster tells, to be remembered for the next one: of matched accounts by account id, of
   * new accounts by the id of their `create` step.
   */
  readonly birthDates: {
    readonly byAccount: ReadonlyMap<string, string>
    readonly byStep: ReadonlyMap<string, string>
  }
  /** Ids of children that the roster tells of guardians, as birth dates are told. */
  readonly children: {
    readonly byAccount: ReadonlyMap<string, readonly string[]>
    readonly byStep: ReadonlyMap<string, readonly string[]>
  }
}
