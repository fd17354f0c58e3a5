import { z } from 'zod'
import { inboxKinds as journalInboxKinds } from '../jobs/journal/contract'
import { gather } from './jobs'
import { failureSchema, parametersSchema } from './result'

/** What can wait for somebody, each kind declared by its job, with what a notification says of it. */
export const inboxNotices = {
  ...journalInboxKinds,
  ...gather('inboxKinds')
} as const

export type InboxKind = keyof typeof inboxNotices
export const inboxKinds = Object.keys(inboxNotices) as [InboxKind, ...InboxKind[]]

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
