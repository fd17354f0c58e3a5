import type { Handlers, JobHandlers } from './handlers'
import { parseInput } from './input'
import { operations, permits, type OperationName } from './operations'
import type { Actor, Role } from './people'
import { fail, type Result } from './result'

/**
 * The one way in, of window and command line: asks for the role, parses the input, hands it to the handler.
 * `application.unknownOperation`, `application.notAllowed`; what `parseInput` refuses.
 */
export async function answer(
  handlers: Partial<Handlers>,
  /** Of who sits there; null: nobody has signed in. */
  roles: readonly Role[] | null,
  name: unknown,
  input: unknown
): Promise<Result<unknown>> {
  if (!isOperation(name)) return fail('application.unknownOperation')
  if (!permits(name, roles)) return fail('application.notAllowed')
  const parsed = parseInput(name, input)
  if (!parsed.ok) return parsed
  // Handler and schema belong to the same name; TypeScript cannot pair them over a union of names.
  const handle = handlers[name] as ((input: unknown) => Promise<Result<unknown>>) | undefined
  return handle === undefined ? fail('application.unknownOperation') : handle(parsed.value)
}

/**
 * Hands over whoever sits there when the handler is called. Closed: who may not ask by then, since the window has locked or
 * another case file was opened meanwhile, gets `application.notAllowed`.
 */
export function withAsker<Name extends OperationName>(
  handlers: JobHandlers<Name>,
  asker: () => Actor | null
): Handlers<Name> {
  const names = Object.keys(handlers) as Name[]
  const handed = names.map((name) => {
    const handle = handlers[name] as (input: unknown, asker: Actor | null) => Promise<Result<unknown>>
    return [
      name,
      async (input: unknown): Promise<Result<unknown>> => {
        const who = asker()
        return permits(name, who?.roles ?? null) ? handle(input, who) : fail('application.notAllowed')
      }
    ]
  })
  // Names and handlers belong together by the contract; TypeScript cannot follow them through a list.
  return Object.fromEntries(handed) as Handlers<Name>
}

export function isOperation(name: unknown): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(operations, name)
}
