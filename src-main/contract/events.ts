import { z } from 'zod'
import { applicationStateSchema } from './application'
import { planProgressSchema } from './plan'

/** What main tells the window without being asked. */
export const events = {
  'application.state': applicationStateSchema,
  'plan.progress': planProgressSchema,
  /** Accounts were read or changed: lists and pages ask again. */
  'accounts.changed': z.object({ all: z.number().int() }),
  /** Reading the directory takes longer. */
  'accounts.reading': z.object({ read: z.number().int() })
} as const

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>
