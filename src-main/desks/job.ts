import type { Account, AccountImage, Suspension } from '../contract/accounts'
import type { ApplicationState } from '../contract/application'
import type { Holding } from '../contract/disclosures'
import type { DueAbout, DueDone, DueWaiting } from '../contract/due'
import type { Announce, JobHandlers } from '../contract/handlers'
import type { InboxItem } from '../contract/inbox'
import type { LedgerExport, LedgerProblem, LedgerVerification, Statement } from '../contract/ledger'
import type { OperationName } from '../contract/operations'
import type { Step } from '../contract/plan'
import type { Result } from '../contract/result'
import type { CaseBeginning } from '../contract/sanctions'
import type { Clock } from '../core/clock'
import type {
  CheckPlans,
  Draft,
  Expectation,
  Ledger,
  LedgerClock,
  LedgerRule,
  RecordCopy
} from '../core/ledger'
import type { Actor, FindActor } from '../core/people/actor'
import type { Confidence } from '../core/people/reading'
import type { Signing, Unsealing } from '../core/people/signing'
import type { Desktop } from '../world/desktop/port'
import type { DemoSchool } from '../world/directory/port'
import type { DocumentDesk, Printer } from '../world/documents/port'
import type { FileAccess, SecretFiles } from '../world/files/port'
import type { LogFiles, LogQueries } from '../world/logs/port'
import type { SecretBox } from '../world/secrets/port'
import type { Store } from '../world/store/port'
import type { TellDemoWeeks } from './demoStory'
import type { SharedDirectory } from './directory'
import type { PlanDesk } from './plans'
import type { SettingsDesk } from './settings'

/** What an account plan is about to change. */
export type GuardedChange = Partial<Pick<AccountImage, 'suspension' | 'leaverSince'>> & {
  /** The whole new list. */
  readonly groups?: readonly string[]
}

/**
 * What keeps an account plan from changing an account, everyday actions and undoing included; succeeds where nothing
 * stands in the way.
 */
export type ChangeGuard = (account: Account, change: GuardedChange) => Promise<Result<undefined>>

/** What decisions about people say to whoever works on accounts. */
export interface AccountDecisions {
  readonly guard: ChangeGuard
  /**
   * The suspension of who comes back, given the one that was in force before they left: what the leadership has decided
   * meanwhile, or no longer asks for (P8, P9).
   */
  suspensionAtReturn(account: Account, before: Suspension): Promise<Suspension>
  /** Whether a step does what was decided, so that only whoever has decided takes it back (P26). */
  isDecidedStep(step: Step): boolean
  /** Groups that decisions in force keep an account out of (P10, P26). */
  withheldGroups(account: string): Promise<readonly string[]>
}

/** What a job knows of the things that statements are about. */
export interface SubjectKnowledge {
  /** What it is called; empty: not known. */
  nameOf(id: string): string
  /** Persons whose own work it is, so that a role with a limit reads its contents; none: nobody's. */
  authorsOf(id: string): readonly string[]
  /** What was reported in confidence; null: there is no such thing. Absent: nothing of it is in confidence. */
  confidenceOf?(id: string): Confidence | null
  /** Whether something is still to come of it, so that what it rests on must not be destroyed. Absent: never. */
  isUnderWay?(id: string): boolean
}

/** Subjects by their first word: `case:<id>` is asked of `case`. */
export type Subjects = Readonly<Record<string, SubjectKnowledge>>

/** Whom somebody asks about who may know everything that is held on them (P27). */
export interface HoldingSubject {
  /** Id of the account. */
  readonly person: string
  /** As the directory has it; null: it has none any more. */
  readonly account: Account | null
}

/** What a case can begin from: something that another job has handed to those who propose cases. */
export interface CaseOrigin {
  /** What is known of it. A failure of its job: for whom it is not meant, and where it does not wait any more. */
  beginning(id: string, asker: Actor): Promise<Result<CaseBeginning>>
  /** What is said together with the opening, by the same person, unless something newer stands about the origin by then. */
  whenOpened(
    id: string,
    opened: { readonly case: string; readonly asker: Actor }
  ): Promise<Result<OriginWord>>
}

export interface OriginWord {
  readonly draft: Draft
  readonly seen: Expectation
}

/** Origins by the first word of their subject, as with `Subjects`. */
export type CaseOrigins = Readonly<Record<string, CaseOrigin>>

/** What a job may use. It takes what it names. Other jobs are in it only as answers to questions, asked of all. */
export interface House {
  readonly kind: 'window' | 'commandLine'
  readonly clock: Clock
  /** The time of the ledger, as this PC last heard it: what ends by time ends by it. */
  readonly ledgerClock: LedgerClock
  readonly store: Store
  readonly secretBox: SecretBox
  readonly ledger: Ledger
  readonly rules: readonly (() => LedgerRule)[]
  readonly checkPlans: CheckPlans
  /** Plans that go along in an export, and the settings that they follow from. `reads`: what its reader may read. */
  readonly plansForExport: (
    reads: (statement: Statement) => boolean
  ) => Promise<Pick<LedgerExport, 'plans' | 'settings'>>
  readonly signing: Signing & Unsealing
  /** Who sits there; a handler is handed whoever asks. */
  readonly actor: FindActor
  readonly settings: SettingsDesk
  readonly directory: SharedDirectory
  readonly plans: PlanDesk
  readonly desk: DocumentDesk
  readonly recordCopy: RecordCopy
  readonly files: FileAccess & SecretFiles
  /** Where the log rules lie that come with the app. */
  readonly rulesFolder: string
  readonly logs: LogFiles
  readonly logQueries: LogQueries
  readonly desktop: Desktop
  readonly printer: Printer
  readonly demo: Pick<DemoSchool, 'roster'>
  readonly announce: Announce
  readonly applicationState: () => ApplicationState
  /** The first job that refuses, the strictest suspension, every group that any job withholds. */
  readonly decisions: AccountDecisions
  readonly subjects: () => Subjects
  readonly origins: () => CaseOrigins
  /** What waits for somebody, of all jobs. */
  readonly inboxItems: (asker: Actor) => readonly InboxItem[]
  /** What all jobs hold on a person, in the order of the jobs. */
  readonly holdings: (subject: HoldingSubject) => Promise<Result<readonly Holding[]>>
  /** What the last check of the ledger found, also what jobs and desks see past the chain. */
  readonly verification: () => LedgerVerification
  /** Checks everything anew. */
  readonly verify: () => Promise<LedgerVerification>
  /** Tells the person outside the window that something new waits. */
  readonly notify: (items: readonly InboxItem[]) => void
}

/** What a job has done of what fell due; what it leaves out did not concern it. */
export interface DueWork extends Partial<DueDone> {
  readonly waiting?: readonly (Pick<DueWaiting, 'failure'> & Partial<DueAbout>)[]
}

/** A job at work on an open case file. */
export interface OpenJob<Name extends OperationName = OperationName> {
  /** Each is handed who asks; whom the contract does not let ask never reaches it. */
  readonly handlers: JobHandlers<Name>
  readonly subjects?: Subjects
  readonly origins?: CaseOrigins
  readonly decisions?: AccountDecisions
  /** What waits for somebody. */
  inboxItems?(asker: Actor): readonly InboxItem[]
  /** What it holds on a person. A failure: it could not be looked up, so that nothing is said of it to anybody. */
  holdings?(subject: HoldingSubject): Promise<Result<readonly Holding[]>>
  /** After every change of the ledger, and after what was due. */
  look?(): void
  /** Somebody has signed in or out, or the window has locked. */
  whoIsThere?(): void
  /** What the ledger itself cannot see. */
  ledgerProblems?(): Promise<readonly LedgerProblem[]>
  /** Plans that its statements name, for an export. */
  plansForExport?(reads: (statement: Statement) => boolean): Promise<NonNullable<LedgerExport['plans']>>
  /** Does what time has brought. Where the directory is away it waits: a failure, or `waiting`. */
  dueWork?(): Promise<Result<DueWork>>
  /** The demo school's case file was filled: what would have happened by now of itself. */
  furnished?(): Promise<unknown>
  /** What an earlier run that was killed has left half done. */
  settle?(): Promise<void>
  /** Another PC has carried something out. */
  foreignPlans?(): Promise<unknown>
  /** Another PC has said something in passing. */
  foreignExchange?(): Promise<unknown>
  close?(): Promise<void>
}

/** A job: known by name and rules before anything is opened, also to whoever verifies an export. */
export interface JobModule<Opened extends OpenJob<never>> {
  /** `Plan.job`. */
  readonly name: string
  readonly rules: readonly (() => LedgerRule)[]
  /** Looks whether plans in an export follow from its statements. Absent: the job signs none. */
  readonly checkPlans?: CheckPlans
  /** Whether its statements say that this plan was decided. Absent: nothing of it is. */
  readonly decidedAt?: (ledger: Pick<Ledger, 'naming'>, plan: string) => string | null
  /** What it tells of the demo school's weeks. Absent: nothing. */
  readonly demoWeeks?: TellDemoWeeks
  open(house: House): Opened
}
