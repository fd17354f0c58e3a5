import { z } from 'zod'
import { daySchema } from './accounts'
import { longestReason, shortestReason } from './orders'
import { passphraseSchema, personIdSchema } from './people'

/**
 * In days: by when the persons concerned are told that contents were read (P24: without delay). As long as an order usually runs, so
 * that nobody is warned while the evaluation is under way; who needs longer puts it off, by signature and with a reason.
 */
export const noticeDays = 14
/** In days: as far as one signature puts it off. */
export const longestPostponementDays = 90

/** How somebody was told: face to face, by a letter, by e-mail. */
export const noticeWays = ['inPerson', 'letter', 'mail'] as const
export const noticeWaySchema = z.enum(noticeWays)
export type NoticeWay = z.infer<typeof noticeWaySchema>

/**
 * Whom a notice is for, without a name: the statement that names them (the order, or the second of the two that revealed a pseudonym)
 * by its sequence number, and the place among the persons that it names, from 0.
 */
export const noticeRecipientSchema = z.object({
  named: z.number().int().min(1),
  place: z.number().int().min(0).max(49)
})
export type NoticeRecipient = z.infer<typeof noticeRecipientSchema>

/** As far as rosters have told a birth date; only of pupils. `unknown`: a pupil of whom none is known. */
export const noticeAges = ['minor', 'ofAge', 'unknown'] as const
export type NoticeAge = (typeof noticeAges)[number]

/**
 * `noContents`: the order allows none to be read. `nothingRead`: nothing was sealed under it, which is in force still. `never`: it has
 * ended without anything being sealed. `begun`: whoever is concerned is to be told.
 */
export const noticeDuties = ['noContents', 'nothingRead', 'never', 'begun'] as const

const told = z.object({
  way: noticeWaySchema,
  on: daySchema,
  /** The guardians were told, too. */
  guardians: z.boolean(),
  /** Who has signed that, and when. */
  name: z.string(),
  at: z.iso.datetime()
})

export const noticesSchema = z.object({
  order: z.uuid(),
  /** Sequence number of the newest statement about the order. */
  version: z.number().int(),
  duty: z.enum(noticeDuties),
  /** When evidence was first sealed under it; null: never. */
  since: z.iso.datetime().nullable(),
  recipients: z.array(
    z.object({
      recipient: noticeRecipientSchema,
      /** `revealed`: the evaluators have revealed who stands behind a pseudonym. */
      from: z.enum(['order', 'revealed']),
      person: personIdSchema,
      name: z.string(),
      /** Empty: none, or not known any more. */
      schoolClass: z.string(),
      age: z.enum(noticeAges),
      /** The last day on which they can be told in time. */
      lastDay: daySchema,
      state: z.enum(['waiting', 'overdue', 'given']),
      given: told.nullable()
    })
  ),
  /** How many revealed names belong to no account of the directory: whom to tell is not known. */
  unknown: z.number().int(),
  /** Whom the order was about was erased. */
  erased: z.boolean(),
  /** The newest; `reason` empty: erased. */
  postponed: z
    .object({ until: daySchema, reason: z.string(), name: z.string(), at: z.iso.datetime() })
    .nullable(),
  may: z.object({ sign: z.boolean() })
})
export type Notices = z.infer<typeof noticesSchema>

export const newNoticeSchema = z.object({
  order: z.uuid(),
  version: z.number().int(),
  recipient: noticeRecipientSchema,
  way: noticeWaySchema,
  on: daySchema,
  guardians: z.boolean(),
  passphrase: passphraseSchema
})

export const postponementSchema = z.object({
  order: z.uuid(),
  version: z.number().int(),
  /** The last day on which they need not be told. */
  until: daySchema,
  reason: z.string().trim().min(shortestReason).max(longestReason),
  passphrase: passphraseSchema
})

export const noticeLetterSchema = z.object({
  order: z.uuid(),
  recipient: noticeRecipientSchema,
  to: z.enum(['person', 'guardians'])
})
