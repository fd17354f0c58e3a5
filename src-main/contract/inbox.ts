import { z } from 'zod'
import { failureSchema, parametersSchema } from './result'

/**
 * What can wait for somebody. Parameters of the sentence that the start page makes of it: `ledgerProblem` {count};
 * `clockWentBack` {sequence}; what is about a case {number, name, schoolClass}, `caseDecided` also {outcome};
 * `appointmentEnds` {name, role}; `suspendedAtOnce` {name, by}; `moduleGroupGone` {module, group}.
 */
export const inboxKinds = [
  'ledgerProblem',
  'clockWentBack',
  'caseToDecide',
  'caseNotInForce',
  'caseDiffers',
  'caseDecided',
  'caseOpen',
  'appointmentEnds',
  'suspendedAtOnce',
  'moduleGroupGone'
] as const
export const inboxItemSchema = z.object({
  /** Stays the same while it waits. */
  id: z.string(),
  kind: z.enum(inboxKinds),
  since: z.iso.datetime(),
  deadline: z.iso.datetime().nullable(),
  parameters: parametersSchema,
  /** Of `caseNotInForce`: what stands in the way, where it is known. */
  obstacle: failureSchema.optional(),
  /** Path of the screen where it is done. */
  to: z.string()
})
export type InboxItem = z.infer<typeof inboxItemSchema>
