import type { ModuleId } from '../contract/modules'
import type { AppointedRole, PersonNames, PublicKeys } from '../contract/people'
import type { Plan, Step } from '../contract/plan'
import type { LogSource } from '../contract/orders'
import type { Settings } from '../contract/settings'
import type { Draft } from '../core/ledger'
import { fullName } from '../core/people/actor'
import type { Signer } from '../core/people/keys'
import type { KeptEvidence } from '../world/store/port'

/** Who signs in the demo school. */
export type DemoPart =
  'leadership' | 'deputy' | 'administrator' | 'firstEvaluator' | 'secondEvaluator' | 'dpo'

/** A person of the demo school who signs, with their new keys. */
export interface DemoCharacter {
  readonly id: string
  readonly names: PersonNames
  readonly role: AppointedRole
  readonly deputy: boolean
  readonly scope: string
  readonly keys: PublicKeys
  readonly signer: Signer
}

/** A pupil of the demo school as a plan's steps know them. */
export interface DemoPupil {
  readonly id: string
  readonly names: PersonNames
  readonly schoolClass: string
  /** Nothing is the matter with the account on the first day. */
  readonly isUsual: boolean
  /** Modules that the account may use on the first day. */
  readonly modules: readonly ModuleId[]
}

/**
 * The made-up weeks of the demo school: persons and hours are fixed, days count back from now, so that the history always
 * reaches up to today. Each job tells what has happened in it; it is said in the order of time.
 */
export interface DemoStory {
  readonly now: Date
  /** The case file was founded so many days ago. */
  readonly foundedDays: number
  readonly cast: Readonly<Record<DemoPart, DemoCharacter>>
  /** Has no key and signs nothing. */
  readonly teacher: { readonly id: string; readonly names: PersonNames; readonly schoolClass: string }
  readonly pupils: readonly DemoPupil[]
  readonly settings: Settings
  readonly logSources: LogSource[]
  /** SHA-256 of the file of the pack in which each log rule stands, by its id. */
  readonly ruleDigests: ReadonlyMap<string, string>
  readonly moduleGroups: Readonly<Record<ModuleId, string>>
  /** Base of the demo directory. */
  readonly directory: string
  readonly device: Signer
  readonly computer: string
  /** So many days ago at a time of the school's clock; never later than now. */
  at(days: number, hour: number, minute: number): Date
  /** The day so many days from now, `YYYY-MM-DD`. */
  dayIn(days: number): string
  /** Something that happened. `tell` is called when everything earlier has been said. */
  happens(at: Date, tell: () => void | Promise<void>): void
  /** Says it as happened just then; answers its number in the ledger. */
  say(at: Date, signer: Signer, said: Draft): number
  /** Keeps sealed evidence that is then named. */
  keepEvidence(evidence: KeptEvidence): void
  /** Keeps a plan that is then named; answers its hash. `done`: it was carried out. */
  keep(plan: Plan, at: Date, done: boolean): string
}

/** What a job tells of the demo school's weeks. */
export type TellDemoWeeks = (story: DemoStory) => void

/** The pupil's account as the target of a step. */
export function pupilTarget({ id, names, schoolClass }: DemoPupil): Step['target'] {
  return { type: 'account', id, name: names.login, label: fullName(names), schoolClass }
}
