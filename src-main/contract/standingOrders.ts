import { z } from 'zod'
import { daySchema } from './accounts'
import { gapCodes } from './evidence'
import { logSourceSchema, longestReason, shortestReason } from './orders'
import { fingerprintSchema, passphraseSchema, personIdSchema } from './people'

/**
 * `given`: its rules run. `withdrawn`: the leadership has switched it off. `expired`: its last day is over. Nothing is read under
 * one of the last two.
 */
export const standingOrderStates = ['given', 'withdrawn', 'expired'] as const
export const standingOrderStateSchema = z.enum(standingOrderStates)
export type StandingOrderState = z.infer<typeof standingOrderStateSchema>

/** In days: how long one is in force unless somebody says otherwise, and at the longest. */
export const usualStandingDays = 180
export const longestStandingDays = 366
/** In days: how long a flag of it waits for the leadership since it last grew, unless somebody says otherwise, and at the longest. */
export const usualFlagDays = 14
export const longestFlagDays = 90
export const flagDaysSchema = z.number().int().min(1).max(longestFlagDays)

/** A rule of the pack, and the SHA-256 of the file that it stands in: another text takes another signature. */
export const standingRuleSchema = z.strictObject({ id: z.uuid(), sha256: fingerprintSchema })

const reasonWords = z.string().trim().min(shortestReason).max(longestReason)

export const newStandingOrderSchema = z.object({
  /** Ids of rules of the pack. */
  rules: z.array(z.uuid()).min(1).max(100),
  /** Ids of log sources. */
  sources: z.array(z.uuid()).min(1).max(20),
  /** Why it is needed (P19). */
  reason: reasonWords,
  /** The last day on which it is in force. */
  until: daySchema,
  flagDays: flagDaysSchema,
  /** Why it lasts so long, and flags wait so long. */
  periodsReason: reasonWords,
  passphrase: passphraseSchema
})

export const standingOrderWithdrawalSchema = z.object({
  standingOrder: z.uuid(),
  version: z.number().int(),
  reason: reasonWords,
  passphrase: passphraseSchema
})

const text = z.object({ de: z.string(), en: z.string() })
const named = z.object({ person: personIdSchema, name: z.string() })
const namedSource = logSourceSchema.pick({ id: true, name: true })

/** What there is to choose from for a new one. Sources with contents of messages are not among it (P24). */
export const standingPreparationSchema = z.object({
  rules: z.array(z.object({ id: z.uuid(), title: text, description: text })),
  sources: z.array(namedSource)
})
export type StandingPreparation = z.infer<typeof standingPreparationSchema>

/** What became of one source in the last run. */
export const standingSourceSchema = z.object({
  id: z.uuid(),
  /** Empty: what it says was erased. */
  name: z.string(),
  /** What could not be read, by reason, with how many files or lines; none: all of it was. */
  notices: z.array(z.object({ code: z.enum(gapCodes), count: z.number().int() }))
})

/** `never`: nothing was looked at yet. `here`, `elsewhere`: where it runs. `keyLost`: nobody can run it any more. */
export const standingPlaces = ['never', 'here', 'elsewhere', 'keyLost'] as const

export const standingOrderSummarySchema = z.object({
  id: z.uuid(),
  /** `2026-001`: year and place in it. */
  number: z.string(),
  /** Sequence number of the newest statement about it. */
  version: z.number().int(),
  state: standingOrderStateSchema,
  givenAt: z.iso.datetime(),
  by: named,
  until: daySchema,
  /** `title` null: the pack does not have it any more. `changed`: its text is not the signed one, so that it does not run. */
  rules: z.array(z.object({ id: z.uuid(), title: text.nullable(), changed: z.boolean() })),
  sources: z.array(standingSourceSchema),
  /** Its flags: all, and those that wait for the leadership. */
  flags: z.object({ all: z.number().int(), open: z.number().int() }),
  lastRun: z.object({
    place: z.enum(standingPlaces),
    /** Name of the PC; empty: none, or not known. */
    computer: z.string(),
    /** null: it has not run. */
    at: z.iso.datetime().nullable(),
    /** Events that came in too late, or for which there was no room: rules may have missed something. */
    missed: z.number().int()
  })
})
export type StandingOrderSummary = z.infer<typeof standingOrderSummarySchema>

export const standingOrderSchema = standingOrderSummarySchema.extend({
  /** null: erased. */
  details: z.object({ reason: z.string(), periodsReason: z.string() }).nullable(),
  flagDays: flagDaysSchema,
  /** `reason` empty: erased. */
  withdrawal: z.object({ at: z.iso.datetime(), name: z.string(), reason: z.string() }).nullable(),
  /** Its flags, newest first. */
  found: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      isOpen: z.boolean(),
      /** null: not known. */
      title: text.nullable(),
      count: z.number().int(),
      until: z.iso.datetime().nullable()
    })
  ),
  may: z.object({ withdraw: z.boolean() })
})
export type StandingOrder = z.infer<typeof standingOrderSchema>

export const standingOrdersSchema = z.object({ rows: z.array(standingOrderSummarySchema) })
