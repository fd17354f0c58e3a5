import type { JobHandlers } from '../../../contract/handlers'
import type { HandoverState } from '../../../contract/handovers'
import type { OperationName } from '../../../contract/operations'
import { succeed, type Result } from '../../../contract/result'
import type { Clock } from '../../../core/clock'
import type { Actor } from '../../../core/people/actor'
import type { OpenJob } from '../../../desks/job'
import { handoverItems } from './inbox'
import { handoverStateOf } from './views'
import { HandoverWork, type HandoverOptions } from './work'

export { HandoverRule } from './handoverRule'

export type HandoverOperation = Extract<OperationName, `handovers.${string}`>

/** Handing evidence over to law enforcement (P23). */
export type Handovers = Required<
  Pick<OpenJob<HandoverOperation>, 'handlers' | 'inboxItems' | 'look' | 'close'>
>

export function createHandovers(
  options: Omit<HandoverOptions, 'now'> & { readonly ledgerClock: Clock }
): Handovers {
  const { ledger, evidence, ledgerClock } = options
  const work = new HandoverWork({ ...options, now: () => ledgerClock.now() })

  const state = (asker: Actor, order: string): Result<HandoverState> => {
    const found = work.find(asker, order)
    if (!found.ok) return found
    work.look()
    return succeed(handoverStateOf({ ledger, evidence, asker, seats: work.seats }, found.value))
  }

  const handlers: JobHandlers<HandoverOperation> = {
    'handovers.state': async ({ order }, asker) => state(asker, order),
    async 'handovers.decide'(input, asker) {
      const decided = await work.decide(asker, input)
      return decided.ok ? state(asker, input.order) : decided
    },
    async 'handovers.make'(input, asker) {
      const made = await work.make(asker, input)
      if (!made.ok) return made
      const now = state(asker, input.order)
      return now.ok ? succeed({ state: now.value, file: made.value?.file ?? null }) : now
    },
    async 'handovers.cancel'({ order }, asker) {
      const cancelled = work.cancel(asker, order)
      return cancelled.ok ? state(asker, order) : cancelled
    }
  }
  return {
    handlers,
    inboxItems: (asker) => handoverItems(ledger, evidence, asker),
    look: () => work.look(),
    async close() {
      work.stop()
    }
  }
}
