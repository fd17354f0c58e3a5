import type { LedgerRule, LedgerView } from '../../core/ledger'
import type { LedgerProblem } from '../../contract/ledger'
import { longestEvidencePeriods } from '../../contract/settings'
import { succeed } from '../../contract/result'
import type { DemoStory } from '../../desks/demoStory'
import type { House, JobModule, OpenJob } from '../../desks/job'
import {
  bearerOf,
  createEvaluations,
  EvaluationRule,
  holdsEvidence,
  readKnowledge,
  readSchool,
  SealedEvidenceDesk,
  tellDemoEvaluation,
  type EvaluationOperation
} from './evaluation'
import { createEvidence, EvidenceRule, tellDemoEvidence, type EvidenceOperation } from './evidence'
import { createFlags, FlagRule, ownMatters, tellDemoFlags, type FlagOperation } from './flags'
import { createNotices, NoticeRule, type NoticeOperation } from './orders/notices'
import { evaluationHoldings } from './holdings'
import { createHandovers, HandoverRule, type HandoverOperation } from './handover'
import { createOrders, OrderRule, ownOrders, tellDemoOrder, type OrderOperation } from './orders'
import { readPack, readRuleFiles } from './rules/pack'
import { createSourceChecks, createSources, type SourceCheckOperation, type SourceOperation } from './sources'
import {
  createStandingOrders,
  pseudonymSecret,
  tellDemoStandingOrder,
  type StandingOperation
} from './standing'

/** The order of statements about flags and standing orders, and who may not answer a flag; a ledger is checked against it. */
function flagsRule(): LedgerRule {
  return new FlagRule()
}

/** The order of statements about orders, and who may evaluate. */
function ordersRule(): LedgerRule {
  return new OrderRule()
}

/** Under which orders evidence is sealed, and for whom. */
function evidenceRule(): LedgerRule {
  return new EvidenceRule()
}

/** Who opens, asks, reveals and concludes together. */
function evaluationRule(): LedgerRule {
  return new EvaluationRule()
}

/** When whom an order concerns is told that contents were read. */
function noticesRule(): LedgerRule {
  return new NoticeRule()
}

/** To whom evidence is handed over, and who makes the bundle. */
function handoverRule(): LedgerRule {
  return new HandoverRule()
}

/** What somebody has said in their own matter, as far as the contents are there (P21). */
function ownProblems(ledger: LedgerView): LedgerProblem[] {
  return [...ownMatters(ledger), ...ownOrders(ledger)]
}

/** Flags of the demo school, an order on the one about the computer room, an evaluation that is over, one that waits for its two, and a standing order. */
function tellDemoWeeks(story: DemoStory): void {
  const [, computerRoom] = tellDemoFlags(story)
  if (computerRoom === undefined) throw new Error('a flag of the demo school is missing')
  tellDemoOrder(story, computerRoom)
  tellDemoEvaluation(story)
  tellDemoEvidence(story)
  tellDemoStandingOrder(story)
}

type EvaluationsOperation =
  | FlagOperation
  | OrderOperation
  | NoticeOperation
  | SourceOperation
  | StandingOperation
  | SourceCheckOperation
  | EvidenceOperation
  | EvaluationOperation
  | HandoverOperation

type EvaluationsJob = OpenJob<EvaluationsOperation> &
  Required<Pick<OpenJob<EvaluationsOperation>, 'inboxItems'>>

/** The job of evaluations: what people report, what the leadership lets two others evaluate, and what becomes of it (P18 to P24). */
export const evaluationsJob: JobModule<EvaluationsJob> = {
  name: 'evaluations',
  rules: [flagsRule, ordersRule, evidenceRule, evaluationRule, noticesRule, handoverRule],
  checkPlans: (ledger) => ({ problems: ownProblems(ledger), uncheckedPlans: [], uncheckedGroups: [] }),
  demoWeeks: tellDemoWeeks,
  open(house: House) {
    // The pack comes with the app: it does not change while that runs.
    let known: Promise<Awaited<ReturnType<typeof readPack>>> | null = null
    const pack = async (): ReturnType<typeof readPack> => {
      known ??= readPack(house.files, house.rulesFolder)
      const read = await known
      if (!read.ok) known = null
      return read
    }
    const readRules = (ids: readonly string[]): ReturnType<typeof readRuleFiles> =>
      readRuleFiles(house.files, house.rulesFolder, ids)
    const schoolParts = { ...house, now: () => house.ledgerClock.now() }
    const flags = createFlags({ ...house, pack })
    const orders = createOrders({
      ...house,
      pseudonymsOf: (flag) => flags.pseudonymsOf(flag),
      mayPursue: (asker, flag) => flags.mayOrderOn(asker, flag),
      readsFlag: (asker, flag) => flags.reads(asker, flag),
      flagBeginning: (asker, flag) => flags.evaluationBeginning(asker, flag),
      pack
    })
    const notices = createNotices(house)
    const sources = createSources(house)
    const standing = createStandingOrders({
      ...house,
      ...{ pack, readRules },
      readKnowledge: (withStates) => readKnowledge(schoolParts, withStates)
    })
    const sourceChecks = createSourceChecks(house)
    const evidence = createEvidence({
      ...house,
      pseudonymSecret: (order) => pseudonymSecret(house.ledger, standing.stands, order),
      isHeld: (order) =>
        holdsEvidence(
          house.ledger,
          order,
          house.ledgerClock.now(),
          house.subjects()['case'],
          house.settings.latest()?.evidence ?? longestEvidencePeriods
        )
    })
    const sealed = new SealedEvidenceDesk(house.ledger, house.store)
    const handovers = createHandovers({ ...house, evidence: sealed })
    const evaluations = createEvaluations({
      ...house,
      unsealing: house.signing,
      exchanges: house.store.kind === 'postgres' ? house.store : null,
      onChange: () => house.announce('ledger.changed', { head: house.ledger.head }),
      accountNamed: (login, since) => bearerOf(house, login, since),
      evidence: sealed,
      readSchool: () => readSchool(schoolParts),
      readRules
    })
    return {
      handlers: {
        ...flags.handlers,
        ...orders.handlers,
        ...notices.handlers,
        ...sources,
        ...standing.handlers,
        ...sourceChecks.handlers,
        ...evidence.handlers,
        ...evaluations.handlers,
        ...handovers.handlers
      },
      subjects: { flag: flags.subject, order: orders.subject, standingOrder: standing.subject },
      origins: { flag: flags.origin, order: evaluations.origin },
      inboxItems: (asker) => [
        ...(flags.inboxItems?.(asker) ?? []),
        ...(orders.inboxItems?.(asker) ?? []),
        ...notices.inboxItems(asker),
        ...evaluations.inboxItems(asker),
        ...handovers.inboxItems(asker),
        ...standing.inboxItems(asker)
      ],
      look() {
        evaluations.look()
        handovers.look()
      },
      whoIsThere() {
        evaluations.look()
        handovers.look()
      },
      foreignExchange: () => evaluations.foreignExchange(),
      ledgerProblems: async () => ownProblems(house.ledger),
      async holdings(subject) {
        const fold = await house.directory.ask(async (directory) =>
          succeed((login: string) => directory.foldName(login))
        )
        if (!fold.ok) return fold
        return succeed(
          evaluationHoldings(
            { ledger: house.ledger, now: house.ledgerClock.now(), fold: fold.value },
            subject
          )
        )
      },
      async dueWork() {
        const destroyed = await evidence.dueWork()
        if (!destroyed.ok) return destroyed
        const told = await notices.dueWork()
        if (!told.ok) return told
        // Last, since it takes longest.
        const found = await standing.dueWork()
        if (!found.ok) return found
        const waiting = [...(told.value.waiting ?? []), ...(found.value.waiting ?? [])]
        return succeed({ ...told.value, ...found.value, waiting })
      },
      // What a standing order has found in its weeks waits from the beginning.
      furnished: () => standing.dueWork(),
      async close() {
        await standing.close()
        await sourceChecks.close()
        await evaluations.close()
        await handovers.close()
        await evidence.close()
      }
    }
  }
}
