import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date()

export const personKinds = ['pupil', 'teacher', 'staff', 'guardian', 'other'] as const
/** The kinds that accounts are made of; guardians' only where the school wants them. */
export const listedKinds = ['pupil', 'teacher', 'staff', 'guardian'] as const
export type ListedKind = (typeof listedKinds)[number]
export const personKindSchema = z.enum(personKinds)
export type PersonKind = z.infer<typeof personKindSchema>

/** Whether the person can sign in. `until` is the instant at which the suspension ends (ISO, UTC). */
export const suspensionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('forever') }),
  z.object({ kind: z.literal('until'), until: z.iso.datetime() })
])
export type Suspension = z.infer<typeof suspensionSchema>

/**
 * The part of an account that Netzwart plans and changes. A step's before- and after-image are the
 * fields of it that the step is about; undo swaps them.
 */
export const accountImageSchema = z.object({
  login: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  displayName: z.string(),
  /** The id number that the school assigned (P3). null: not governed by a roster. */
  schoolId: z.string().nullable(),
  kind: personKindSchema,
  /** Names of the classes, sorted. */
  classes: z.array(z.string()),
  /** Names of all other groups, sorted. */
  groups: z.array(z.string()),
  suspension: suspensionSchema,
  /** The day on which the person was marked as having left (P8); null: has not left. */
  leaverSince: daySchema.nullable(),
  mustChangePassword: z.boolean()
})
export type AccountImage = z.infer<typeof accountImageSchema>

/**
 * One word for the state of an account, by the first that holds:
 * `leaver` marked as left; `suspended` for good; `suspendedUntil` a day; `lockedOut` by the server after
 * too many wrong passwords; `expired` by the server's own rules; `active`.
 */
export const accountStates = [
  'active',
  'suspended',
  'suspendedUntil',
  'lockedOut',
  'expired',
  'leaver'
] as const
export const accountStateSchema = z.enum(accountStates)
export type AccountState = z.infer<typeof accountStateSchema>

/**
 * Whether somebody is in one group: what a step can be about beside fields of the account (`memberships` in its images).
 * Unlike `groups`, which is the whole list, no change of another group stands in its way.
 */
export const membershipSchema = z.object({ group: z.string(), member: z.boolean() })
export type Membership = z.infer<typeof membershipSchema>
export const membershipsSchema = z.array(membershipSchema)

export const accountSchema = accountImageSchema.extend({
  /** entryUUID or objectGUID, lower-case with hyphens. Survives renames and moves. */
  id: z.string(),
  dn: z.string(),
  mail: z.string().nullable(),
  state: accountStateSchema,
  /** Last sign-in that the directory knows of (ISO, UTC); null: unknown or never. */
  lastSignIn: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime().nullable()
})
export type Account = z.infer<typeof accountSchema>

/** The directory's own attributes that decide the state, as they are, also those other tools set. */
export const rawStateSchema = z.array(
  z.object({ name: z.string(), value: z.string(), meaning: z.string().nullable() })
)
export type RawState = z.infer<typeof rawStateSchema>

export const groupSchema = z.object({
  id: z.string(),
  dn: z.string(),
  name: z.string(),
  isClass: z.boolean(),
  members: z.number().int()
})
export type Group = z.infer<typeof groupSchema>

/** A row of the list of accounts. */
export const accountRowSchema = accountSchema.pick({
  id: true,
  login: true,
  givenName: true,
  familyName: true,
  schoolId: true,
  kind: true,
  classes: true,
  state: true,
  suspension: true,
  leaverSince: true,
  mustChangePassword: true
})
export type AccountRow = z.infer<typeof accountRowSchema>

export const accountSortKeys = ['familyName', 'givenName', 'login', 'class', 'state', 'schoolId'] as const

export const accountQuerySchema = z.object({
  /** Words that must all occur in name, login, class or school id; case and accents do not matter. */
  text: z.string().max(200).default(''),
  schoolClass: z.string().nullable().default(null),
  group: z.string().nullable().default(null),
  state: accountStateSchema.nullable().default(null),
  kind: personKindSchema.nullable().default(null),
  sort: z.enum(accountSortKeys).default('familyName'),
  descending: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200)
})
export type AccountQuery = z.input<typeof accountQuerySchema>

export const accountPageSchema = z.object({
  /** All accounts of the directory. */
  all: z.number().int(),
  /** Accounts that match the query. */
  total: z.number().int(),
  rows: z.array(accountRowSchema),
  /** Counts over everything that the text matches, for the filter menus. */
  facets: z.object({
    classes: z.array(z.object({ name: z.string(), count: z.number().int() })),
    groups: z.array(z.object({ name: z.string(), count: z.number().int() })),
    states: z.array(z.object({ name: accountStateSchema, count: z.number().int() })),
    kinds: z.array(z.object({ name: personKindSchema, count: z.number().int() }))
  }),
  /** When the directory was read (ISO, UTC). */
  readAt: z.iso.datetime()
})
export type AccountPage = z.infer<typeof accountPageSchema>

/** How the person who asked for a new password was recognised (P5: only at the person's own request). */
export const requestVerifications = [
  'knownInPerson',
  'schoolIdCard',
  'identityCard',
  'confirmedByTeacher'
] as const
export const requestVerificationSchema = z.enum(requestVerifications)

/** What happened to an account through Netzwart, newest first on the person's page. */
export const accountEventSchema = z.object({
  /** When it happened; of something that was taken back, when that was. */
  at: z.iso.datetime(),
  /** The step's kind, or `undo`. */
  kind: z.string(),
  plan: z.string(),
  reason: z.string(),
  undoable: z.boolean(),
  /** It happened and was taken back; the account is no longer like this. */
  undone: z.boolean()
})
export type AccountEvent = z.infer<typeof accountEventSchema>

/**
 * Where an account of somebody who has left stands (P8): `suspended`, everything is kept; `announced` for
 * removal; `removable`, both retention periods have passed.
 */
export const leaverStages = ['suspended', 'announced', 'removable'] as const
export const leavingSchema = z.object({
  stage: z.enum(leaverStages),
  /** The first day of the stage `announced`. */
  announcedFrom: daySchema,
  /** The first day of the stage `removable`. */
  removableFrom: daySchema
})
export type Leaving = z.infer<typeof leavingSchema>

/** A child that a guardian's account is for, as the list of guardians names it. */
export const guardedChildSchema = z.object({
  schoolId: z.string(),
  /** null: no account of a pupil has this id any more. */
  account: z.string().nullable(),
  givenName: z.string(),
  familyName: z.string(),
  classes: z.array(z.string())
})
export type GuardedChild = z.infer<typeof guardedChildSchema>

export const accountDetailSchema = z.object({
  account: accountSchema,
  /** null: the person has not left. */
  leaving: leavingSchema.nullable(),
  /** For who administers; empty for everybody else. */
  raw: rawStateSchema,
  /** What whoever asks may read of it. */
  history: z.array(accountEventSchema),
  /** More has happened than they may read. */
  historyWithheld: z.boolean(),
  /** Whoever asks may give this account a new password: of teachers only those of the person's classes (P5). */
  mayResetPassword: z.boolean(),
  /** A provisional password of this account waits to be printed. */
  slipPending: z.boolean(),
  /** Of a guardian: whose. */
  children: z.array(guardedChildSchema).default([]),
  modules: z.object({
    /** Groups of modules that the person is in. */
    open: z.array(z.string()),
    /** Groups of modules that a suspension or leaving has taken; they come back when it ends. */
    taken: z.array(z.string())
  })
})
export type AccountDetail = z.infer<typeof accountDetailSchema>
