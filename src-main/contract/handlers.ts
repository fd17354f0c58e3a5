import type { OperationName, OperationOutput, Operations, ParsedInput } from './operations'
import type { Actor } from './people'
import type { Result } from './result'
import type { EventName, EventPayload } from './events'

/** One function for every operation, for whoever sits there. */
export type Handlers<Name extends OperationName = OperationName> = {
  readonly [Key in Name]: (input: ParsedInput<Key>) => Promise<Result<OperationOutput<Key>>>
}

/** Who asks for an operation: for what is open to anyone, perhaps nobody. */
export type Asker<Name extends OperationName> = Operations[Name]['role'] extends 'anyone'
  ? Actor | null
  : Actor

/** The same as a job answers them: it is handed whoever asks, and never asked by whom the contract does not let ask. */
export type JobHandlers<Name extends OperationName = OperationName> = {
  readonly [Key in Name]: (
    input: ParsedInput<Key>,
    asker: Asker<Key>
  ) => Promise<Result<OperationOutput<Key>>>
}

/** How a service tells the window something without being asked. */
export type Announce = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
