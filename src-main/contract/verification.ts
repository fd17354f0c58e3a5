import { z } from 'zod'
import { fingerprintSchema } from './people'
import { digestSchema } from './statement'

/** What verification can find. `docs/case-file.md` says what each means. */
export const ledgerProblemCodes = [
  'notReadable',
  'missing',
  'wrongOrder',
  'chainBroken',
  'wrongHash',
  'wrongLedger',
  'wrongSignature',
  'unknownKey',
  'revokedKey',
  'notAppointed',
  'wrongSigner',
  'timeBackwards',
  'payloadChanged',
  'fourEyesBroken',
  'wrongTransition',
  'planChanged',
  'documentChanged',
  'planNotOfCase',
  'truncated'
] as const
export const ledgerProblemSchema = z.object({
  /** Sequence number of the statement; of one that is missing, the number it should have. */
  sequence: z.number().int(),
  code: z.enum(ledgerProblemCodes)
})
export type LedgerProblem = z.infer<typeof ledgerProblemSchema>
export type LedgerProblemCode = LedgerProblem['code']

/** The newest statement, as printed on documents: `42:3f5a …`. */
export const ledgerHeadSchema = z.object({ sequence: z.number().int(), hash: digestSchema })
export type LedgerHead = z.infer<typeof ledgerHeadSchema>

/** What somebody has on paper, to be compared with a ledger. */
export interface PrintedLedger {
  /** From any document; of the hash at least the first 16 digits. null: not compared. */
  readonly head: LedgerHead | null
  /** Fingerprint of the leadership's key, from the founding document. null: not compared. */
  readonly root: string | null
}

export const ledgerVerificationSchema = z.object({
  statements: z.number().int(),
  /** null: the ledger is empty. */
  head: ledgerHeadSchema.nullable(),
  /** Fingerprint of the leadership's key in the founding statement; null: not founded. */
  root: fingerprintSchema.nullable(),
  problems: z.array(ledgerProblemSchema),
  /** Sequence numbers of `clock.wentBack`, to be looked at. */
  clockNotices: z.array(z.number().int()),
  /** Sequence numbers of statements of kinds that this version does not know. No fault, and without effect here. */
  unknownKinds: z.array(z.number().int()),
  /**
   * Sequence numbers of proposals and decisions whose plan could not be compared with their case: the plan, or what is
   * personal about the case, is not there.
   */
  uncheckedPlans: z.array(z.number().int()),
  /** The same, where only the groups of the modules could not be compared with the settings. */
  uncheckedGroups: z.array(z.number().int())
})
export type LedgerVerification = z.infer<typeof ledgerVerificationSchema>
