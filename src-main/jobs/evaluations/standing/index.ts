import type { JobHandlers } from '../../../contract/handlers'
import type { OperationName } from '../../../contract/operations'
import { fail, succeed, type Result } from '../../../contract/result'
import type { StandingOrder, StandingPreparation } from '../../../contract/standingOrders'
import type { Clock } from '../../../core/clock'
import type { Actor } from '../../../core/people/actor'
import type { House, OpenJob, SubjectKnowledge } from '../../../desks/job'
import type { PackRule } from '../rules/pack'
import { standingDue } from './due'
import { standingItems } from './inbox'
import { confidence, readStandingOrder, readStandingOrders, type StandingOrderRecord } from './records'
import type { StandingRunParts } from './run'
import { Stands } from './stand'
import { standingOrderOf, summaryOf, type KnownStand, type StandingLook } from './views'
import { StandingWork } from './work'

export { tellDemoStandingOrder } from './demo'
export { pseudonymSecret } from './secret'

export type StandingOperation = Extract<OperationName, `standingOrders.${string}`>

export interface StandingOptions
  extends
    Pick<House, 'kind' | 'ledger' | 'store' | 'secretBox' | 'signing' | 'logs'>,
    Pick<StandingRunParts, 'readRules' | 'readKnowledge'> {
  readonly settings: Pick<House['settings'], 'logSources'>
  readonly ledgerClock: Clock
  readonly pack: () => Promise<Result<readonly PackRule[]>>
}

/** Standing orders: rules that the leadership has switched on, running over named sources, with pseudonyms alone (P19). */
export interface StandingOrders extends Required<
  Pick<OpenJob<StandingOperation>, 'handlers' | 'inboxItems' | 'dueWork' | 'close'>
> {
  readonly subject: SubjectKnowledge
  readonly stands: Stands
}

export function createStandingOrders(options: StandingOptions): StandingOrders {
  const { kind, ledger, ledgerClock, settings, pack, store, logs, readRules, readKnowledge } = options
  const now = (): Date => ledgerClock.now()
  const stands = new Stands(store, options.secretBox)
  const work = new StandingWork({ ledger, settings, signing: options.signing, now, pack })
  const parts: StandingRunParts = { ledger, stands, logs, locks: store, readRules, readKnowledge, now }
  const ending = new AbortController()
  /** What could not be read in the last run, for the overview, which asks nobody. */
  let troubled: ReadonlySet<string> = new Set()

  /** Without their titles rules are shown as what they are: not known here. */
  const look = async (): Promise<StandingLook> => {
    const known = await pack()
    return { ledger, now: now(), pack: known.ok ? known.value : [] }
  }

  const knownOf = async ({ id }: StandingOrderRecord): Promise<KnownStand> => {
    const stand = await stands.read(id)
    return { stand, isOpen: stand !== null && stand !== 'damaged' && stands.secretOf(id, stand) !== null }
  }

  const seen = async (asker: Actor, id: string): Promise<Result<StandingOrder>> => {
    const record = readStandingOrder(ledger, id)
    if (record === null) return fail('standingOrders.notFound')
    return succeed(standingOrderOf(await look(), record, await knownOf(record), asker))
  }

  const said = async (asker: Actor, id: Promise<Result<string>>): Promise<Result<StandingOrder>> => {
    const written = await id
    return written.ok ? seen(asker, written.value) : written
  }

  const prepared = async (): Promise<Result<StandingPreparation>> => {
    const rules = await pack()
    if (!rules.ok) return rules
    const sources = await settings.logSources()
    if (!sources.ok) return sources
    return succeed({
      rules: rules.value.map(({ id, title, description }) => ({ id, title, description })),
      sources: sources.value
        .filter(({ contents, server }) => !contents && server === undefined)
        .map(({ id, name }) => ({ id, name }))
    })
  }

  const handlers: JobHandlers<StandingOperation> = {
    async 'standingOrders.list'() {
      const shown = await look()
      const rows = []
      for (const record of readStandingOrders(ledger))
        rows.push(summaryOf(shown, record, await knownOf(record)))
      return succeed({ rows: rows.toReversed() })
    },
    'standingOrders.order': ({ standingOrder }, asker) => seen(asker, standingOrder),
    'standingOrders.prepare': prepared,
    'standingOrders.give': (input, asker) => said(asker, work.give(asker, input)),
    'standingOrders.withdraw': (input, asker) => said(asker, work.withdraw(asker, input))
  }

  return {
    stands,
    handlers,
    subject: {
      nameOf: (id) => readStandingOrder(ledger, id)?.number ?? '',
      authorsOf: () => [],
      confidenceOf: (id) => (readStandingOrder(ledger, id) === null ? null : confidence)
    },
    inboxItems: (asker) => standingItems(ledger, asker, now(), troubled),
    async dueWork() {
      const done = await standingDue(parts, kind === 'commandLine', ending.signal)
      const found = new Set<string>()
      for (const record of readStandingOrders(ledger)) {
        const { stand } = await knownOf(record)
        if (stand === 'damaged' || stand?.lastRun?.sources.some(({ notices }) => notices.length > 0) === true)
          found.add(record.id)
      }
      troubled = found
      return done
    },
    async close() {
      ending.abort()
    }
  }
}
