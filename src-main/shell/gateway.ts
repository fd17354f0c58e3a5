import { events, type EventName, type EventPayload } from '../contract/events'
import type { Handlers } from '../contract/handlers'
import { parseInput } from '../contract/input'
import { operations, permits, type OperationName } from '../contract/operations'
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
    if (!isOperation(name)) return fail('application.unknownOperation')
    if (!permits(name, roles())) return fail('application.notAllowed')
    try {
      return await answer(handlers, name, input)
    } catch (error) {
      // What can happen to any store at any time (disk full, server gone) is no bug of whoever wrote to it.
      if (error instanceof StoreFailure) return { ok: false, failure: error.failure }
      return fail('application.unexpected', { reference: log.write(name, error) })
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

function isOperation(name: unknown): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(operations, name)
}

async function answer(
  handlers: Partial<Handlers>,
  name: OperationName,
  input: unknown
): Promise<Result<unknown>> {
  const operation = operations[name]
  const parsed = parseInput(name, input)
  if (!parsed.ok) return parsed
  // Handler and schema belong to the same name; TypeScript cannot pair them over a union of names.
  const handle = handlers[name] as ((input: unknown) => Promise<Result<unknown>>) | undefined
  if (handle === undefined) return fail('application.unknownOperation')
  const result = await handle(parsed.value)
  if (!result.ok) return result
  return succeed(operation.output.parse(result.value))
}
