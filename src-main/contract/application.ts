import { z } from 'zod'
import { caseFileStateSchema } from './caseFile'
import { capabilitiesSchema, connectionChangeSchema, directoryProfileSchema } from './directory'
import { ledgerHeadSchema } from './verification'
import { sessionStateSchema } from './people'
import { preferencesSchema } from './settings'

/** What the frame of the window shows at all times. */
export const applicationStateSchema = z.object({
  version: z.string(),
  preferences: preferencesSchema,
  /** null: nothing chosen yet, the first run. */
  directory: z
    .object({
      profile: directoryProfileSchema,
      url: z.string(),
      baseDn: z.string(),
      bindDn: z.string(),
      /**
       * `ready`: connected. `passwordNeeded`: the password is not kept on this PC.
       * `unreachable`: the last attempt failed.
       */
      state: z.enum(['ready', 'passwordNeeded', 'unreachable']),
      capabilities: capabilitiesSchema.nullable(),
      /** The password was not sent: the connection is another one than this PC last sent it to. null: it is the same. */
      change: connectionChangeSchema.nullable()
    })
    .nullable(),
  /** The system can keep a secret (Electron's safeStorage with a real backend). */
  secretsKept: z.boolean(),
  session: sessionStateSchema,
  caseFile: caseFileStateSchema,
  /** The ledger as it was verified last; null: the case file is not open. */
  ledger: z
    .object({
      head: ledgerHeadSchema.nullable(),
      problems: z.number().int(),
      /** Percent of the statements that are verified since the start; nobody signs before all are. null: all are. */
      checking: z.number().int().min(0).max(100).nullable(),
      clockNotices: z.number().int(),
      /** Statements of a newer version that works on this case file, too: this PC says nothing more. 0: none does. */
      unknownKinds: z.number().int()
    })
    .nullable()
})
export type ApplicationState = z.infer<typeof applicationStateSchema>
