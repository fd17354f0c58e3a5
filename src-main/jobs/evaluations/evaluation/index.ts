import type { EvaluationState } from '../../../contract/evaluations'
import { filled } from '../../../contract/language'
import type { JobHandlers } from '../../../contract/handlers'
import type { OperationName } from '../../../contract/operations'
import { fail, succeed, type Result } from '../../../contract/result'
import { usualEvidencePeriods, type EvidencePeriods } from '../../../contract/settings'
import { germanDayOf } from '../../../core/calendar'
import type { Clock } from '../../../core/clock'
import type { Actor } from '../../../core/people/actor'
import type { CaseOrigin, House, OpenJob } from '../../../desks/job'
import { StoreFailure } from '../../../world/store/port'
import type { SavedDocument } from '../../../world/documents/port'
import { readOrder } from '../orders/records'
import { maySee } from '../orders/views'
import { Releasing } from './elsewhere/releasing'
import { askedItems, evaluationItems } from './inbox'
import { EvaluationOrigin, type ProposalOptions } from './proposal'
import { protocolContent, protocolDocument } from './protocol'
import { overviewOf, stateOf } from './views'
import { EvaluationWork, type EvaluationWorkOptions } from './work'

export { readKnowledge, readSchool } from './accounts'
export { bearerOf } from './accounts/bearer'
export { holdsEvidence } from './conclusion'
export { tellDemoEvaluation } from './demo'
export { EvaluationRule } from './evaluationRule'
export { SealedEvidenceDesk } from './sealed'

/** What another PC has said is heard at once, and where the notice of it was lost, after so long, milliseconds. */
const hearInterval = 5_000

export type EvaluationOperation = Extract<OperationName, `evaluations.${string}`>

export interface EvaluationOptions
  extends
    Pick<House, 'ledger' | 'actor' | 'desk' | 'subjects'>,
    Pick<ProposalOptions, 'accountNamed'>,
    Pick<
      EvaluationWorkOptions,
      'unsealing' | 'evidence' | 'readSchool' | 'readRules' | 'exchanges' | 'onChange'
    > {
  readonly ledgerClock: Clock
  readonly settings: Pick<House['settings'], 'settings' | 'latest'>
}

/** Evaluations: two persons look at what an order covers, by pseudonyms, and conclude together (P19 to P24). */
export interface Evaluations extends Required<
  Pick<OpenJob<EvaluationOperation>, 'handlers' | 'inboxItems' | 'look' | 'foreignExchange' | 'close'>
> {
  readonly origin: CaseOrigin
}

export function createEvaluations(options: EvaluationOptions): Evaluations {
  const { ledger, evidence, ledgerClock, settings, desk, subjects } = options
  const now = (): Date => ledgerClock.now()
  const periods = (): EvidencePeriods => settings.latest()?.evidence ?? usualEvidencePeriods
  const work = new EvaluationWork({ ...options, now })
  const { exchanges, onChange } = options
  const find = (asker: Actor, order: string) => work.find(asker, order)
  const releasing = exchanges === null ? null : new Releasing({ ...options, now, find, store: exchanges })

  /** What other PCs have said, for whoever sits here. */
  const hear = async (): Promise<void> => {
    await work.lookElsewhere()
    if (releasing === null || options.actor()?.roles.includes('evaluator') !== true) return
    const isNew = await releasing.refresh().catch((error: unknown) => {
      // Whoever asks next hears that the server is gone.
      if (error instanceof StoreFailure) return false
      throw error
    })
    if (isNew) onChange()
  }
  const timer = setInterval(() => void hear(), hearInterval)
  timer.unref()

  const state = (asker: Actor, order: string): Result<EvaluationState> => {
    const found = work.find(asker, order)
    if (!found.ok) return found
    const session = work.peek(asker, order)
    return succeed(
      stateOf(
        {
          ...{ ledger, evidence, now: now(), seats: work.seats, session },
          ...{ asker, cases: subjects()['case'], asking: work.asking, releasing }
        },
        found.value
      )
    )
  }

  /** Does something and answers how the evaluation stands then. */
  const after = async (
    asker: Actor,
    order: string,
    done: Result<null> | Promise<Result<null>>
  ): Promise<Result<EvaluationState>> => {
    const answered = await done
    return answered.ok ? state(asker, order) : answered
  }

  /** For the leadership, too, which opens nothing: `evaluations.notFound`, `evaluations.notConcluded`. */
  const savedProtocol = async (asker: Actor, order: string): Promise<Result<SavedDocument>> => {
    const record = readOrder(ledger, order)
    if (record === null || !maySee({ ledger, asker }, record)) return fail('evaluations.notFound')
    const read = await settings.settings()
    if (!read.ok) return read
    const content = protocolContent(ledger, record, subjects()['case'], read.value.evidence)
    const { head } = ledger
    if (content === null || head === null) return fail('evaluations.notConcluded')
    const day = germanDayOf(now().toISOString())
    return desk.savePdf({
      title: { de: 'Protokoll speichern', en: 'Save the protocol' },
      suggestedName: filled(
        { de: 'Auswertungsprotokoll-{number}.pdf', en: 'Evaluation-protocol-{number}.pdf' },
        { number: record.number }
      ),
      copy: { what: 'letter', count: 1, by: asker.person },
      page: async () => succeed(protocolDocument({ settings: read.value, head, day, content }))
    })
  }

  const handlers: JobHandlers<EvaluationOperation> = {
    async 'evaluations.state'({ order }, asker) {
      await releasing?.refresh()
      return state(asker, order)
    },
    'evaluations.open': (input, asker) => after(asker, input.order, work.open(asker, input)),
    'evaluations.reveal': (input, asker) => after(asker, input.order, work.reveal(asker, input)),
    'evaluations.close': (input, asker) => after(asker, input.order, work.close(asker, input)),
    'evaluations.saveProtocol': ({ order }, asker) => savedProtocol(asker, order),
    'evaluations.cancel': ({ order }, asker) => after(asker, order, work.cancel(asker, order)),
    'evaluations.release': (input, asker) =>
      after(asker, input.order, releasing?.release(asker, input) ?? fail('evaluations.notShared')),
    'evaluations.decline': (input, asker) =>
      after(asker, input.order, releasing?.decline(asker, input) ?? fail('evaluations.notShared')),
    'evaluations.takeBack': ({ order }, asker) =>
      after(asker, order, releasing?.takeBack(asker, order) ?? fail('evaluations.notShared')),
    'evaluations.leave': ({ order }, asker) => after(asker, order, work.leave(asker, order)),
    async 'evaluations.overview'({ order }, asker) {
      const asked = work.ask(asker, order)
      return asked.ok ? succeed(overviewOf(asked.value)) : asked
    },
    async 'evaluations.events'({ order, filter, offset, limit }, asker) {
      const asked = work.ask(asker, order)
      if (!asked.ok) return asked
      const page = asked.value.workspace.page(filter, offset, limit)
      asked.value.asked(filter, page.total)
      return succeed(page)
    },
    async 'evaluations.timeline'({ order, filter, from, until, buckets }, asker) {
      const asked = work.ask(asker, order)
      return asked.ok ? succeed(asked.value.workspace.timeline(filter, from, until, buckets)) : asked
    },
    async 'evaluations.mark'(input, asker) {
      const marked = await work.mark(asker, input)
      return marked.ok ? succeed() : marked
    }
  }

  return {
    handlers,
    origin: new EvaluationOrigin(options),
    inboxItems(asker) {
      const asked = askedItems(ledger, releasing?.asksOf(asker) ?? [])
      const others = evaluationItems(ledger, evidence, asker, now(), periods())
      // Of one evaluation nobody is told twice.
      return [...asked, ...others.filter(({ to }) => !asked.some((item) => item.to === to))]
    },
    look: () => work.look(),
    foreignExchange: hear,
    async close() {
      clearInterval(timer)
      await work.stop()
      releasing?.close()
    }
  }
}
