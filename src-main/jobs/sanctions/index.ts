import type { Announce, JobHandlers } from '../../contract/handlers'
import type { InboxItem } from '../../contract/inbox'
import type { LedgerExport, LedgerProblem, Statement } from '../../contract/ledger'
import type { OperationName } from '../../contract/operations'
import { fail, succeed, type Result } from '../../contract/result'
import type { SanctionCase } from '../../contract/sanctions'
import type { Settings } from '../../contract/settings'
import type { Clock } from '../../core/clock'
import { LedgerClock, type Ledger, type LedgerRule } from '../../core/ledger'
import type { Actor } from '../../core/people/actor'
import type { Signing } from '../../core/people/signing'
import { SparingDirectory, type DirectoryDesk } from '../../desks/directory'
import type { AccountDecisions, CaseOrigins, JobModule, OpenJob, SubjectKnowledge } from '../../desks/job'
import type { PlanDesk } from '../../desks/plans'
import type { DocumentDesk } from '../../world/documents/port'
import { StoreFailure, type PlanJournal } from '../../world/store/port'
import { CasePlans, type MappedModules } from './casePlans'
import { CaseRule } from './caseRule'
import { readCase, readCases } from './cases'
import { Decisions } from './decisions'
import { tellDemoCases } from './demo'
import { saveCaseDocument } from './documentDesk'
import { decidedAt } from './decided'
import { DueWork, type DueReport } from './due'
import { Endings } from './endings'
import { Enforcement } from './enforcement'
import { demandedBy } from './demands'
import { checkExportedPlans, plansForExport } from './exportedPlans'
import { guardOf } from './guard'
import { caseHoldings } from './holdings'
import { caseItems } from './inbox'
import { decidedReason, jobName } from './measures'
import { SanctionPlanOwner } from './planOwner'
import { PresentGroups } from './presentGroups'
import { Previews } from './previews'
import { suspensionAtReturn } from './returning'
import { isOver } from './transitions'
import { caseOf, maySee, pageOf } from './views'

export type { DueReport } from './due'
export type { MappedModules } from './casePlans'
export { decidedAt } from './decided'
export { checkExportedPlans } from './exportedPlans'
export { newestPlanning, type AccountSnapshot } from './measures'
export { sanctionPlan } from './sanctionPlan'

export interface SanctionsJobOptions {
  readonly ledger: Ledger
  readonly store: PlanJournal
  readonly plans: PlanDesk
  readonly directory: DirectoryDesk
  readonly settings: () => Promise<Result<Settings>>
  readonly mappedModules: MappedModules
  readonly announce: Announce
  readonly clock: Clock
  readonly signing: Signing
  readonly desk: DocumentDesk
  /** What other jobs have handed to those who propose. */
  readonly origins: () => CaseOrigins
}

type SanctionsOperation = Extract<OperationName, `sanctions.${string}`>
export type SanctionsHandlers = JobHandlers<SanctionsOperation>

/** The job of sanctions: what the leadership decides after a violation (P9, P10, P26). */
export interface SanctionsJob extends AccountDecisions, SubjectKnowledge {
  readonly handlers: SanctionsHandlers
  /**
   * Does what is due: carries out what was decided, ends what is over, lets unused approvals expire, compares cases with
   * the directory. To be called when the app opens, now and then, when the directory is back, and by `netzwart due`.
   */
  due(): Promise<Result<DueReport>>
  inboxItems(actor: Actor): readonly InboxItem[]
  /**
   * Proposals and decisions whose kept plan is not what was signed (`planChanged`) or does not follow from the case
   * (`planNotOfCase`).
   */
  planProblems(): Promise<readonly LedgerProblem[]>
  /** Plans that statements about cases name, for an export whose reader may read those statements. */
  plansForExport(reads: (statement: Statement) => boolean): Promise<NonNullable<LedgerExport['plans']>>
}

/** The order of statements about cases, and who may not decide; a ledger is checked against it. */
export function sanctionsRule(): LedgerRule {
  return new CaseRule()
}

export function createSanctionsJob(options: SanctionsJobOptions): SanctionsJob {
  const { ledger, store: journal, announce, settings, signing } = options
  const clock = new LedgerClock(ledger, options.clock)
  const now = (): Date => clock.now()
  const directory = new SparingDirectory(options.directory)
  const runs = options.plans.own(new SanctionPlanOwner(directory, now))
  const { mappedModules } = options
  const plans = new CasePlans({ ledger, journal, mappedModules })
  const groups = new PresentGroups({ directory, mappedModules })
  const follow = (): Promise<void> => clock.follow()
  const enforcementOptions = { ledger, journal, plans, runs, directory, groups, now, follow }
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
    runs,
    directory: options.directory,
    settings,
    signing,
    origins: options.origins,
    now
  })
  const previews = new Previews(decisions, now)
  const surroundings = { differences: dueWork.differences, obstacles: enforcement.obstacles }

  const seen = (actor: Actor, id: string): Result<SanctionCase> => {
    const found = decisions.find(actor, id)
    return found.ok ? succeed(caseOf(found.value, actor, surroundings)) : found
  }

  /** Nobody works on cases before the case file is founded. */
  const asActor = async <Value>(
    asker: Actor,
    work: (actor: Actor) => Promise<Result<Value>>
  ): Promise<Result<Value>> => (asker.person === null ? fail('people.notFounded') : work(asker))

  /** Says something and answers the case as it is then. */
  const said = (
    asker: Actor,
    work: (actor: Actor) => Promise<Result<string>>
  ): Promise<Result<SanctionCase>> =>
    asActor(asker, async (actor) => {
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
  const decided = (
    asker: Actor,
    decide: (actor: Actor) => Promise<Result<string>>
  ): Promise<Result<SanctionCase>> =>
    said(asker, async (actor) => {
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
    'sanctions.query': (query, asker) =>
      asActor(asker, async (actor) =>
        succeed(
          pageOf(
            readCases(ledger).filter((record) => maySee(actor, record)),
            query
          )
        )
      ),
    'sanctions.case': ({ case: id }, asker) => asActor(asker, async (actor) => seen(actor, id)),
    'sanctions.previewNew': ({ account, measures }, asker) =>
      asActor(asker, () => previews.ofAccount(account, measures)),
    'sanctions.preview': ({ case: id, measures }, asker) =>
      asActor(asker, (actor) => previews.ofCase(actor, id, measures)),
    'sanctions.previewLift': ({ case: id }, asker) => asActor(asker, (actor) => previews.ofLift(actor, id)),
    'sanctions.beginning': ({ origin }, asker) =>
      asActor(asker, (actor) => decisions.beginning(actor, origin)),
    'sanctions.open': (input, asker) => said(asker, (actor) => decisions.open(actor, input)),
    'sanctions.propose': (input, asker) => said(asker, (actor) => decisions.propose(actor, input)),
    'sanctions.recordHearing': (input, asker) =>
      said(asker, (actor) => decisions.recordHearing(actor, input)),
    'sanctions.withdraw': (input, asker) => said(asker, (actor) => decisions.withdraw(actor, input)),
    'sanctions.decide': (input, asker) => decided(asker, (actor) => decisions.decide(actor, input)),
    'sanctions.decideLift': (input, asker) => decided(asker, (actor) => decisions.decideLift(actor, input)),
    'sanctions.enforce': ({ case: id }, asker) =>
      said(asker, async (actor) => {
        const found = decisions.find(actor, id)
        if (!found.ok) return found
        const done = await carryOut(id)
        return done.ok ? succeed(id) : done
      }),
    'sanctions.compare': (_, asker) =>
      asActor(asker, async (actor) => {
        const differing = await dueWork.compare()
        if (!differing.ok) return differing
        return succeed({ differing: differing.value.filter((id) => decisions.find(actor, id).ok) })
      }),
    'sanctions.saveDocument': ({ case: id, document }, asker) =>
      asActor(asker, async (actor) => {
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
    nameOf: (id) => readCase(ledger, id)?.number ?? '',
    authorsOf: (id) => readCase(ledger, id)?.authors ?? [],
    isUnderWay(id) {
      const record = readCase(ledger, id)
      return record !== null && !isOver(record.state)
    },
    // `sanctions.liftIsDecision` for an everyday action that would take back what a case in force asks for.
    guard: (account, change) => guardOf({ plans, clock }, account, change),
    suspensionAtReturn: async ({ id }, before) =>
      suspensionAtReturn(await plans.standingOf(id), before, now()),
    isDecidedStep: ({ reason }) => reason.code === decidedReason,
    withheldGroups: async (account) => demandedBy(await plans.standingOf(account), null, now()).groups,
    planProblems: () => plans.problems(),
    plansForExport: (reads) => plansForExport(ledger, journal, reads)
  }
}

export const sanctionsJob: JobModule<SanctionsJob & OpenJob<SanctionsOperation>> = {
  name: jobName,
  rules: [sanctionsRule],
  checkPlans: checkExportedPlans,
  decidedAt,
  demoWeeks: tellDemoCases,
  open(house) {
    const job = createSanctionsJob({
      ...house,
      settings: () => house.settings.settings(),
      mappedModules: (sequence) => house.settings.mappedModules(sequence)
    })
    return {
      ...job,
      subjects: { case: job },
      decisions: job,
      holdings: async ({ person }) => succeed(caseHoldings(house.ledger, person)),
      ledgerProblems: () => job.planProblems(),
      async dueWork() {
        const done = await job.due()
        if (!done.ok) return done
        const { waiting, ...cases } = done.value
        return succeed({
          cases,
          waiting: waiting.map(({ number, failure }) => ({ case: number, failure }))
        })
      }
    }
  }
}
