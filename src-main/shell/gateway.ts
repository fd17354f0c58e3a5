import { answer, isOperation } from '../contract/answer'
import { events, type EventName, type EventPayload } from '../contract/events'
import type { Handlers } from '../contract/handlers'
import { operations } from '../contract/operations'
import type { Role } from '../contract/people'
import { fail, succeed, type Result } from '../contract/result'
import { StoreFailure } from '../world/store/port'
import type { ErrorLog } from './errorLog'
import { isOwnAddress } from './origin'

/** Who sent a message, as Electron knows it. */
export interface Sender {
  /** The page of our window, not of another one. */
  readonly isOurWindow: boolean
  readonly isMainFrame: boolean
  /** Address of the frame; empty when it is gone. */
  readonly address: string
}

export type Gateway = (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown>>

/**
 * The border between window and main: checks the sender and the actor's role, parses the input, asks the handler, parses the
 * answer. A store that cannot write answers its failure (`store.*`); a bug reaches the window as
 * `application.unexpected` with the number of its log entry.
 */
export function makeGateway(
  handlers: Partial<Handlers>,
  /** Roles of who sits there, as main knows it; null: nobody has signed in. */
  roles: () => readonly Role[] | null,
  log: ErrorLog
): Gateway {
  return async (sender, name, input) => {
    if (!isTrusted(sender)) return fail('application.notAllowed')
    try {
      const result = await answer(handlers, roles(), name, input)
      if (!result.ok || !isOperation(name)) return result
      return succeed(operations[name].output.parse(result.value))
    } catch (error) {
      // What can happen to any store at any time (disk full, server gone) is no bug of whoever wrote to it.
      if (error instanceof StoreFailure) return { ok: false, failure: error.failure }
      return fail('application.unexpected', { reference: log.write(String(name), error) })
    }
  }
}

/**
 * Parses an event on its way out, so that the window can rely on its shape.
 *
 * @throws when the payload is not what the contract declares: that is a bug of the sender
 */
export function checkEvent<Name extends EventName>(name: Name, payload: EventPayload<Name>): unknown {
  return events[name].parse(payload)
}

function isTrusted(sender: Sender): boolean {
  return sender.isOurWindow && sender.isMainFrame && isOwnAddress(sender.address)
}
