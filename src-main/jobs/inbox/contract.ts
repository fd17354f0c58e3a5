import { z } from 'zod'
import { inboxItemSchema } from '../../contract/inbox'
import { type Operation, nothing, signedIn } from '../../contract/operation'

export const operations = {
  'inbox.list': { input: nothing, output: z.array(inboxItemSchema), role: signedIn }
} as const satisfies Record<string, Operation>
