import type { Handlers, JobHandlers } from '../../../src-main/contract/handlers'
import { operations, type OperationName } from '../../../src-main/contract/operations'
import type { Actor } from '../../../src-main/contract/people'
import { fail, type Result } from '../../../src-main/contract/result'

/** Handlers as whoever sits there asks them, without the gateway's question for roles, so that a job's own show. */
export function asked<Name extends OperationName>(
  handlers: JobHandlers<Name>,
  actor: () => Actor | null
): Handlers<Name> {
  const names = Object.keys(handlers) as Name[]
  const handed = names.map((name) => {
    const handle = handlers[name] as (input: unknown, asker: Actor | null) => Promise<Result<unknown>>
    return [
      name,
      async (input: unknown) => {
        const who = actor()
        const isOpen = who !== null || operations[name].role === 'anyone'
        return isOpen ? handle(input, who) : fail('people.notSignedIn')
      }
    ]
  })
  return Object.fromEntries(handed) as Handlers<Name>
}
