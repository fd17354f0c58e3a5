import type { Text } from '../../contract/language'
import { z } from 'zod'
import {
  ledgerEntrySchema,
  ledgerPageSchema,
  ledgerQuerySchema,
  ledgerVerificationSchema
} from '../../contract/ledger'
import { type Operation, nothing, signedIn } from '../../contract/operation'

/** Who sees the procedure of everything. */
const overseers = ['administrator', 'leadership', 'dpo'] as const

export const operations = {
  'ledger.query': { input: ledgerQuerySchema, output: ledgerPageSchema, role: overseers },
  /** An entry with its neighbours in the chain. */
  'ledger.entry': {
    input: z.object({ sequence: z.number().int().min(1) }),
    output: z.object({
      entry: ledgerEntrySchema,
      /** The statement exactly as it was signed, and its signature; what is personal stands in neither. */
      text: z.string(),
      signature: z.string(),
      previous: ledgerEntrySchema.nullable(),
      next: ledgerEntrySchema.nullable()
    }),
    role: overseers
  },
  /** Reads the whole ledger anew and checks it. */
  'ledger.verify': { input: nothing, output: ledgerVerificationSchema, role: overseers },
  /** What the last check found. */
  'ledger.state': { input: nothing, output: ledgerVerificationSchema, role: signedIn },
  /** `withheld`: contents that are there and were left out, since they are not for the one who asked. */
  'ledger.export': {
    input: nothing,
    output: z.object({ file: z.string(), withheld: z.number().int() }).nullable(),
    role: overseers
  }
} as const satisfies Record<string, Operation>

/** What waits, with what a notification says: no names. Parameters: `ledgerProblem` {count}; `clockWentBack` {sequence}. */
export const inboxKinds = {
  ledgerProblem: { de: 'Im Journal stimmt etwas nicht.', en: 'Something is wrong with the journal.' },
  clockWentBack: { de: 'Die Uhr ging nach.', en: 'The clock went back.' }
} as const satisfies Record<string, Text>
