import type { z } from 'zod'
import { operations as journalOperations } from '../jobs/journal/contract'
import { operations as inboxOperations } from '../jobs/inbox/contract'
import { gather } from './jobs'
import type { Operation } from './operation'
import type { Role } from './people'

export type { Applied } from '../jobs/accounts/contract'

/**
 * Every operation the window may ask for, each declared by its job or desk: name, input, output, role. The gateway parses
 * both ways; nothing else crosses the border.
 */
export const operations = {
  ...gather('operations'),
  ...journalOperations,
  ...inboxOperations
} as const satisfies Record<string, Operation>

/** Whether somebody with these roles may ask for an operation; null: nobody has signed in. */
export function permits(name: OperationName, held: readonly Role[] | null): boolean {
  const { role }: Operation = operations[name]
  if (role === 'anyone') return true
  const wanted: readonly Role[] = typeof role === 'string' ? [role] : role
  return held !== null && wanted.some((one) => held.includes(one))
}

export type Operations = typeof operations
export type OperationName = keyof Operations
/** What the window sends: fields with a default may be left out. */
export type OperationInput<Name extends OperationName> = z.input<Operations[Name]['input']>
/** What the handler gets: parsed, defaults filled in. */
export type ParsedInput<Name extends OperationName> = z.output<Operations[Name]['input']>
export type OperationOutput<Name extends OperationName> = z.output<Operations[Name]['output']>
