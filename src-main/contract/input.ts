import { operations, type OperationName } from './operations'
import { fail, succeed, type Result } from './result'
import { findNoText } from './texts'

/**
 * What comes from outside, parsed as the operation declares it: the one way in, for the window and for the command line.
 * `application.notText`, `application.invalidInput`: the field is named, never its content.
 */
export function parseInput(name: OperationName, input: unknown): Result<unknown> {
  const field = findNoText(input)
  if (field !== null) return fail('application.notText', { field })
  const parsed = operations[name].input.safeParse(input)
  if (parsed.success) return succeed(parsed.data)
  return fail('application.invalidInput', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
}
