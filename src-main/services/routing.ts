import type { CaseFileGate } from '../caseFileGate'
import type { Handlers } from '../contract/handlers'
import { operations, type OperationName } from '../contract/operations'
import { fail, type Result } from '../contract/result'
import type { CaseFileOperations, OpenCaseFile, OuterOperations } from '../house'

/** One handler for every operation: what belongs to the case file is asked of the one that is open just then. */
export function routed(
  outer: Handlers<OuterOperations>,
  gate: CaseFileGate,
  open: () => OpenCaseFile | null
): Handlers {
  const route = (name: OperationName): ((input: never) => Promise<Result<unknown>>) => {
    if (name in outer) return outer[name as OuterOperations]
    return (input) =>
      gate.enter(async () => {
        const caseFile = open()
        if (caseFile === null) return fail('caseFile.notOpen')
        const handle: (input: never) => Promise<Result<unknown>> =
          caseFile.handlers[name as CaseFileOperations]
        return handle(input)
      })
  }
  const names = Object.keys(operations) as OperationName[]
  // Names and handlers belong together by the two types above; TypeScript cannot follow them through a list.
  return Object.fromEntries(names.map((name) => [name, route(name)])) as unknown as Handlers
}
