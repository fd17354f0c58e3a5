import type { EventName, EventPayload } from '../../src-main/contract/events'
import type { OperationInput, OperationName, OperationOutput } from '../../src-main/contract/operations'
import type { Result } from '../../src-main/contract/result'

/** Operations without an input are called with the name alone. */
type InputArguments<Name extends OperationName> =
  undefined extends OperationInput<Name> ? [] : [input: OperationInput<Name>]

/**
 * Asks main to do something: the only way from the window to the outside. Main parses both ways, so the
 * answer has the type that the contract declares.
 */
export async function call<Name extends OperationName>(
  name: Name,
  ...input: InputArguments<Name>
): Promise<Result<OperationOutput<Name>>> {
  const answer = await window.netzwart.call(name, input[0])
  return answer as Result<OperationOutput<Name>>
}

/** Listens to what main tells without being asked. The answer ends listening. */
export function on<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void
): () => void {
  return window.netzwart.on(name, (payload) => {
    listener(payload as EventPayload<Name>)
  })
}
