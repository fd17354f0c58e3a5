import type { EvidenceState } from '../../../contract/evidence'
import type { JobHandlers } from '../../../contract/handlers'
import type { OperationName } from '../../../contract/operations'
import { succeed, type Result } from '../../../contract/result'
import type { Clock } from '../../../core/clock'
import { bodyOf, draft } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import type { DirectoryDesk } from '../../../desks/directory'
import type { DueWork, House, OpenJob } from '../../../desks/job'
import { subjectOf } from '../orders/course'
import { orderState, readOrders, type OrderRecord } from '../orders/records'
import { evaluates } from '../orders/evaluators'
import { evidenceOf, sourcesOf, type EvidenceRecord } from './records'
import { dueDestruction, keptUntil } from './retention'
import { EvidenceWork, type EvidenceWorkOptions } from './work'

export { tellDemoEvidence } from './demo'
export { EvidenceRule } from './evidenceRule'

export type EvidenceOperation = Extract<OperationName, `evidence.${string}`>

export interface EvidenceOptions extends Pick<
  House,
  'ledger' | 'store' | 'logs' | 'logQueries' | 'announce'
> {
  readonly ledgerClock: Clock
  readonly directory: Pick<DirectoryDesk, 'ask'>
  /** The secret by which the pseudonyms of an order are made. */
  readonly pseudonymSecret: EvidenceWorkOptions['pseudonymSecret']
  /** Whether a case still needs evidence of this order, so that it is not destroyed yet. */
  readonly isHeld: (order: string) => boolean
}

/** Evidence: what an order covers of the logs, sealed for two and destroyed in time (P19, P21). */
export interface Evidence extends Required<
  Pick<OpenJob<EvidenceOperation>, 'handlers' | 'dueWork' | 'close'>
> {
  readonly work: EvidenceWork
}

/** Milliseconds between two words about the progress. */
const progressEvery = 250
/** Sealed evidence that no statement names may belong to another PC that is about to say it; later it was left behind. */
const leftBehindAfter = 86_400_000

export function createEvidence(options: EvidenceOptions): Evidence {
  const { ledger, ledgerClock, store, announce, isHeld, pseudonymSecret } = options
  const now = (): Date => ledgerClock.now()
  let toldAt = 0
  const work = new EvidenceWork({
    ...{ ledger, shelf: store, logs: options.logs, logQueries: options.logQueries },
    ...{ directory: options.directory, now },
    pseudonymSecret,
    onProgress(order, bytes) {
      if (performance.now() - toldAt < progressEvery) return
      toldAt = performance.now()
      announce('evidence.progress', { order, bytes })
    }
  })

  const stateOf = (asker: Actor, record: OrderRecord): EvidenceState => {
    const underWay = work.underWay.get(record.id)
    return {
      order: record.id,
      gathering: underWay === undefined ? null : { bytes: underWay.bytes },
      evidence: work.of(record.id).map((one) => shown(one)),
      may: {
        gather: evaluates(asker, record) && orderState(record, now()) === 'given' && underWay === undefined
      }
    }
  }

  const shown = (record: EvidenceRecord): EvidenceState['evidence'][number] => {
    const { statement } = record.sealed
    const { sources } = bodyOf(statement, 'evidence.sealed')
    const { destroyed } = record
    return {
      id: record.id,
      sealedAt: statement.time,
      destroyedFrom: destroyed === null ? keptUntil(ledger, record) : null,
      destroyed:
        destroyed === null
          ? null
          : {
              at: destroyed.statement.time,
              reason: bodyOf(destroyed.statement, 'evidence.destroyed').reason
            },
      events: sources.reduce((sum, { events }) => sum + events, 0),
      sources: [...(sourcesOf(ledger, record) ?? [])]
    }
  }

  const seen = (asker: Actor, id: string): Result<EvidenceState> => {
    const found = work.find(asker, id)
    return found.ok ? succeed(stateOf(asker, found.value)) : found
  }

  /** Does something and answers how it stands then. */
  const done = async (
    asker: Actor,
    id: string,
    deed: Result<undefined> | Promise<Result<undefined>>
  ): Promise<Result<EvidenceState>> => {
    const result = await deed
    return result.ok ? seen(asker, id) : result
  }

  const handlers: JobHandlers<EvidenceOperation> = {
    'evidence.state': async ({ order }, asker) => seen(asker, order),
    'evidence.gather': ({ order }, asker) => done(asker, order, work.gather(asker, order)),
    'evidence.cancel': ({ order }, asker) => done(asker, order, work.cancel(asker, order))
  }

  return {
    work,
    handlers,
    dueWork: () => destroyDue(options, now(), isHeld),
    async close() {
      work.cancelAll()
    }
  }
}

/**
 * Destroys what was kept long enough or lost its order. It is destroyed first and said then; whoever was interrupted in between says
 * it the next time.
 */
async function destroyDue(
  { ledger, store }: Pick<EvidenceOptions, 'ledger' | 'store'>,
  now: Date,
  isHeld: EvidenceOptions['isHeld']
): Promise<Result<DueWork>> {
  const known = new Set<string>()
  for (const { id: order } of readOrders(ledger)) {
    for (const record of evidenceOf(ledger, order)) {
      if (record.destroyed === null) known.add(record.id)
      const reason = isHeld(order) ? null : dueDestruction(ledger, record, now)
      if (reason === null) continue
      await store.destroyEvidence(record.id)
      const said = draft('evidence.destroyed', subjectOf(order), { order, evidence: record.id, reason }, null)
      const written = await ledger.append([{ signer: ledger.device, draft: said }])
      if (!written.ok) return written
    }
  }
  for (const { id, createdAt } of await store.listEvidence()) {
    const isLeft = Date.parse(createdAt) + leftBehindAfter < now.getTime()
    if (!known.has(id) && isLeft) await store.destroyEvidence(id)
  }
  return succeed({})
}
