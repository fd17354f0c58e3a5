import type { Account, Suspension } from '../../contract/accounts'
import type { Announce, Handlers } from '../../contract/handlers'
import type { InboxItem } from '../../contract/inbox'
import type { LedgerExport, LedgerProblem, Statement } from '../../contract/ledger'
import { fail, succeed, type Result } from '../../contract/result'
import type { SanctionCase } from '../../contract/sanctions'
import type { Settings } from '../../contract/settings'
import type { Ledger, LedgerRule } from '../../core/ledger'
import type { Actor, FindActor } from '../../core/people/actor'
import type { Signing } from '../../core/people/signing'
import { PlanEngine } from '../../core/plan'
import type { DocumentDesk } from '../../world/documents/port'
import { StoreFailure, type PlanJournal, type SharedWork } from '../../world/store/port'
import { CasePlans, type MappedModules } from './casePlans'
import { CaseRule } from './caseRule'
import { readCase, readCases } from './cases'
import { Decisions } from './decisions'
import { SparingDirectory, type DirectoryQuestions } from './directoryQuestions'
import { saveCaseDocument } from './documentDesk'
import { DueWork, type DueReport } from './due'
import { Endings } from './endings'
import { Enforcement } from './enforcement'
import { demandedBy } from './demands'
import { plansForExport } from './exportedPlans'
import { guardOf, type EverydayChange } from './guard'
import { caseItems } from './inbox'
import { Previews } from './previews'
import { suspensionAtReturn } from './returning'
import { caseOf, maySee, pageOf } from './views'

export type { DueReport } from './due'
export type { MappedModules } from './casePlans'
export { checkExportedPlans } from './exportedPlans'
export { newestPlanning, type AccountSnapshot } from './measures'
export { sanctionPlan } from './sanctionPlan'

export interface SanctionsJobOptions {
  readonly ledger: Ledger
  readonly store: PlanJournal & Pick<SharedWork, 'lock'>
  readonly directory: DirectoryQuestions
  readonly settings: () => Promise<Result<Settings>>
  readonly mappedModules: MappedModules
  readonly announce: Announce
  readonly clock: { now(): Date }
  readonly signing: Signing
  readonly actor: FindActor
  readonly desk: DocumentDesk
}

export type SanctionsHandlers = Pick<Handlers, Extract<keyof Handlers, `sanctions.${string}`>>

/** The job of sanctions: what the leadership decides after a violation (P9, P10, P26). */
export interface SanctionsJob {
  readonly handlers: SanctionsHandlers
  /**
   * Does what is due: carries out what was decided, ends what is over, lets unused approvals expire, compares cases with
   * the directory. To be called when the app opens, now and then, when the directory is back, and by `netzwart due`.
   */
  due(): Promise<Result<DueReport>>
  inboxItems(actor: Actor): readonly InboxItem[]
  /** `2026-014`; empty: there is no such case. */
  numberOf(id: string): string
  /** Persons who opened or proposed it; none: there is no such case. */
  authorsOf(id: string): readonly string[]
  /** `sanctions.liftIsDecision` for an everyday action that would take back what a case in force asks for. */
  guard(account: Account, change: EverydayChange): Promise<Result<undefined>>
  /**
   * The suspension of a person who comes back after leaving (P8): what cases in force ask for (P9), and `before`, which
   * was there when they left, unless it was that of a case that is over.
   */
  suspensionAtReturn(account: Account, before: Suspension): Promise<Suspension>
  /** Groups that cases in force keep an account out of. */
  withheldGroups(account: string): Promise<readonly string[]>
  /**
   * Proposals and decisions whose kept plan is not what was signed (`planChanged`) or does not follow from the case
   * (`planNotOfCase`).
   */
  planProblems(): Promise<readonly LedgerProblem[]>
  /** Plans that statements about cases name, for an export whose reader may read those statements. */
  plansForExport(reads: (statement: Statement) => boolean): Promise<NonNullable<LedgerExport['plans']>>
  isBusy(): boolean
  /** Lets what is under way end. */
  stop(): Promise<void>
}

/** The order of statements about cases, and who may not decide; a ledger is checked against it. */
export function sanctionsRule(): LedgerRule {
  return new CaseRule()
}

export function createSanctionsJob(options: SanctionsJobOptions): SanctionsJob {
  const { ledger, store: journal, announce, clock, settings, signing } = options
  const now = (): Date => clock.now()
  const engine = new PlanEngine({
    journal,
    lock: (name, waitMilliseconds) => journal.lock(name, waitMilliseconds),
    now: () => now().toISOString(),
    onProgress: () => undefined
  })
  const directory = new SparingDirectory(options.directory)
  const plans = new CasePlans({ ledger, journal, mappedModules: options.mappedModules })
  const enforcementOptions = { ledger, journal, plans, engine, directory, now }
  const enforcement = new Enforcement(enforcementOptions)
  const endings = new Endings(enforcementOptions, enforcement)
  const dueWork = new DueWork(
    {
      ...enforcementOptions,
      onDifferences: () => announce('ledger.changed', { head: ledger.head })
    },
    enforcement,
    endings
  )
  const decisions = new Decisions({
    ledger,
    plans,
    engine,
    directory: options.directory,
    settings,
    signing,
    now
  })
  const previews = new Previews(decisions, now)
  const surroundings = { differences: dueWork.differences, obstacles: enforcement.obstacles }

  /** Whoever asks; nobody works on cases before the case file is founded. */
  const present = (): Result<Actor> => {
    const actor = options.actor()
    if (actor === null) return fail('people.notSignedIn')
    return actor.person === null ? fail('people.notFounded') : succeed(actor)
  }

  const seen = (actor: Actor, id: string): Result<SanctionCase> => {
    const found = decisions.find(actor, id)
    return found.ok ? succeed(caseOf(found.value, actor, surroundings)) : found
  }

  const asActor = async <Value>(work: (actor: Actor) => Promise<Result<Value>>): Promise<Result<Value>> => {
    const actor = present()
    return actor.ok ? work(actor.value) : actor
  }

  /** Says something and answers the case as it is then. */
  const said = (work: (actor: Actor) => Promise<Result<string>>): Promise<Result<SanctionCase>> =>
    asActor(async (actor) => {
      const id = await work(actor)
      return id.ok ? seen(actor, id.value) : id
    })

  /** Carries out what is decided, and looks at the directory afterwards. */
  const carryOut = (id: string): Promise<Result<undefined>> =>
    enforcement.inTurn(async () => {
      const record = readCase(ledger, id)
      if (record?.state === 'lifting') {
        // What is over already would be given back by nobody once the case is closed.
        const given = await endings.giveBack(record)
        if (!given.ok) {
          await enforcement.noteObstacle(record, given.failure)
          return given
        }
      }
      if (record?.state === 'inForce') {
        const compared = await dueWork.compareOne(record)
        if (!compared.ok) return compared
        const differences = dueWork.differences.get(id)?.differences ?? []
        if (!differences.some(({ kind }) => kind === 'missing')) return fail('sanctions.notPossibleNow')
      }
      const done = await enforcement.carryOut(id)
      const after = readCase(ledger, id)
      if (done.ok && after !== null) await dueWork.compareOne(after)
      return done
    })

  /** Decides, then carries out; a directory or a store that fails then does not take the decision back: it is signed. */
  const decided = (decide: (actor: Actor) => Promise<Result<string>>): Promise<Result<SanctionCase>> =>
    said(async (actor) => {
      const id = await decide(actor)
      if (!id.ok || readCase(ledger, id.value)?.state === 'refused') return id
      try {
        await carryOut(id.value)
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error
        enforcement.obstacles.set(id.value, error.failure)
      }
      return id
    })

  const handlers: SanctionsHandlers = {
    'sanctions.query': (query) =>
      asActor(async (actor) =>
        succeed(
          pageOf(
            readCases(ledger).filter((record) => maySee(actor, record)),
            query
          )
        )
      ),
    'sanctions.case': ({ case: id }) => asActor(async (actor) => seen(actor, id)),
    'sanctions.previewNew': ({ account, measures }) => asActor(() => previews.ofAccount(account, measures)),
    'sanctions.preview': ({ case: id, measures }) => asActor((actor) => previews.ofCase(actor, id, measures)),
    'sanctions.previewLift': ({ case: id }) => asActor((actor) => previews.ofLift(actor, id)),
    'sanctions.open': (input) => said((actor) => decisions.open(actor, input)),
    'sanctions.propose': (input) => said((actor) => decisions.propose(actor, input)),
    'sanctions.recordHearing': (input) => said((actor) => decisions.recordHearing(actor, input)),
    'sanctions.withdraw': (input) => said((actor) => decisions.withdraw(actor, input)),
    'sanctions.decide': (input) => decided((actor) => decisions.decide(actor, input)),
    'sanctions.decideLift': (input) => decided((actor) => decisions.decideLift(actor, input)),
    'sanctions.enforce': ({ case: id }) =>
      said(async (actor) => {
        const found = decisions.find(actor, id)
        if (!found.ok) return found
        const done = await carryOut(id)
        return done.ok ? succeed(id) : done
      }),
    'sanctions.compare': () =>
      asActor(async (actor) => {
        const differing = await dueWork.compare()
        if (!differing.ok) return differing
        return succeed({ differing: differing.value.filter((id) => decisions.find(actor, id).ok) })
      }),
    'sanctions.saveDocument': ({ case: id, document }) =>
      asActor(async (actor) => {
        const found = seen(actor, id)
        if (!found.ok) return found
        const { desk } = options
        return saveCaseDocument({
          document,
          case: found.value,
          ledger,
          settings,
          desk,
          now,
          by: actor.person
        })
      })
  }

  return {
    handlers,
    due: () => dueWork.due(),
    inboxItems: (actor) => caseItems(ledger, actor, surroundings, now()),
    numberOf: (id) => readCase(ledger, id)?.number ?? '',
    authorsOf: (id) => readCase(ledger, id)?.authors ?? [],
    guard: (account, change) => guardOf({ plans, now }, account, change),
    suspensionAtReturn: async ({ id }, before) =>
      suspensionAtReturn(await plans.standingOf(id), before, now()),
    withheldGroups: async (account) => demandedBy(await plans.standingOf(account), null, now()).groups,
    planProblems: () => plans.problems(),
    plansForExport: (reads) => plansForExport(ledger, journal, reads),
    isBusy: () => engine.isBusy,
    stop: () => engine.stop()
  }
}
