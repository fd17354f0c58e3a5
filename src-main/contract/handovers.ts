import { z } from 'zod'
import { passphraseSchema, personIdSchema } from './people'
import { digestSchema, instant } from './statement'
import { oneLine } from './texts'

/**
 * A public key of age for X25519, to which a bundle is encrypted: Bech32, 62 characters (https://age-encryption.org/v1). Its form alone;
 * checksum and curve are looked at in main.
 */
export const ageRecipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)
export const mostRecipients = 10
/** Nobody is no recipient: what is encrypted to nobody, nobody can open. */
export const ageRecipientsSchema = z.array(ageRecipientSchema).min(1).max(mostRecipients)

/** In characters. */
export const shortestHandoverReason = 10
export const longestHandoverReason = 2_000

/** Of each file in a bundle; `sha256` of its content. */
export const bundledFileSchema = z.strictObject({
  name: z.string(),
  bytes: z.number().int().min(0),
  sha256: digestSchema
})
export type BundledFile = z.infer<typeof bundledFileSchema>

/** To whom the leadership hands evidence over. */
const authority = oneLine(200).trim().min(3)
/** Of the authority; empty: none is known. */
const reference = oneLine(100).trim()

export const handoverDecisionSchema = z.object({
  order: z.uuid(),
  /** Of the state that was seen. */
  version: z.number().int(),
  authority,
  reference,
  /** As typed: `handovers.recipientUnknown` says which one is none. */
  recipients: z
    .array(z.string().trim().min(1).max(2_000))
    .max(mostRecipients)
    .refine((list) => new Set(list).size === list.length),
  reason: z.string().trim().min(shortestHandoverReason).max(longestHandoverReason),
  passphrase: passphraseSchema
})

/** One of the two, in a step of their own: see [Note: a secret leaves the window with its step]. */
export const handoverStepSchema = z.object({
  order: z.uuid(),
  /** The decision that was seen. */
  handover: z.uuid(),
  person: personIdSchema,
  passphrase: passphraseSchema
})
export const handoverRefSchema = z.object({ order: z.uuid() })

const personSchema = z.object({ person: personIdSchema, name: z.string() })

/** What is known of the hand-over of one order's evidence to law enforcement. */
export const handoverStateSchema = z.object({
  order: z.uuid(),
  /** Of the order. */
  number: z.string(),
  version: z.number().int(),
  /**
   * `notConcluded`: the two have not concluded that it is to be handed over. `destroyed`: there is nothing any more. `undecided`: the
   * leadership has not decided.
   */
  state: z.enum(['notConcluded', 'destroyed', 'undecided', 'decided', 'made']),
  /** The last decision, which alone holds; null: none. What is empty of its words was erased. */
  decision: z
    .object({
      handover: z.uuid(),
      at: instant,
      by: z.string(),
      authority: z.string(),
      reference: z.string(),
      reason: z.string(),
      recipients: z.array(z.string())
    })
    .nullable(),
  /** Bundles that were made, oldest first. */
  made: z.array(
    z.object({
      at: instant,
      persons: z.array(personSchema),
      /** SHA-256 of the encrypted file. */
      digest: digestSchema,
      bytes: z.number().int(),
      authority: z.string()
    })
  ),
  evaluators: z.array(personSchema),
  /** One of the two has done their part and waits for the other; null: nobody waits. */
  waiting: z.object({ act: z.literal('handOver'), person: personSchema, until: z.iso.datetime() }).nullable(),
  /** What whoever asks may do now. */
  may: z.object({ decide: z.boolean(), make: z.boolean() })
})
export type HandoverState = z.infer<typeof handoverStateSchema>

/** `file`: where the bundle was saved; null: not yet, or the person closed the file dialog. */
export const handoverStepResultSchema = z.object({ state: handoverStateSchema, file: z.string().nullable() })
