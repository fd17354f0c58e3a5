import type { OperationName, OperationOutput, ParsedInput } from './operations'
import type { Result } from './result'
import type { EventName, EventPayload } from './events'

/** One function for every operation. A job supplies the ones under its own names. */
export type Handlers<Name extends OperationName = OperationName> = {
  readonly [Key in Name]: (input: ParsedInput<Key>) => Promise<Result<OperationOutput<Key>>>
}

/** How a service tells the window something without being asked. */
export type Announce = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
