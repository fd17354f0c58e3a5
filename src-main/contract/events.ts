import { z } from 'zod'
import { applicationStateSchema } from './application'
import { evidenceProgressSchema } from './evidence'
import { sourceCheckProgressSchema } from './sourceChecks'
import { ledgerHeadSchema } from './verification'
import { planProgressSchema } from './plan'

/** What main tells the window without being asked. */
export const events = {
  'application.state': applicationStateSchema,
  'plan.progress': planProgressSchema,
  /** Accounts were read or changed: lists and pages ask again. */
  'accounts.changed': z.object({ all: z.number().int() }),
  /** Something was said in the ledger, here or on another PC: cases, inbox and journal ask again. */
  'ledger.changed': z.object({ head: ledgerHeadSchema.nullable() }),
  /** A notification was clicked: the window shows this screen. */
  'window.goTo': z.object({ path: z.string() }),
  /** Logs are read for an order. */
  'evidence.progress': evidenceProgressSchema,
  /** A source of logs is looked at. */
  'logSources.progress': sourceCheckProgressSchema,
  /** Reading the directory takes longer. */
  'accounts.reading': z.object({ read: z.number().int() }),
  /**
   * A roster, as the person calls it, is being read; what follows is the answer to who asked. `percent`: of its files' bytes,
   * at most once each; null: it has begun, and how far it is cannot be told yet.
   */
  'rosters.reading': z.object({ name: z.string(), percent: z.number().int().min(0).max(100).nullable() })
} as const

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>
