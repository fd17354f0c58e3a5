import { z } from 'zod'
import { daySchema } from './accounts'

/**
 * What a person may be asked for. `administrator`, `leadership`, `evaluator` and `dpo` come from an appointment
 * (P20, P25); `teacher` from the directory itself.
 */
export const roles = ['administrator', 'leadership', 'evaluator', 'teacher', 'dpo'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** Roles that the leadership appoints in writing. */
export const appointedRoles = ['leadership', 'administrator', 'evaluator', 'dpo'] as const
export const appointedRoleSchema = z.enum(appointedRoles)
export type AppointedRole = z.infer<typeof appointedRoleSchema>

/** SHA-256 over the public keys, 64 lower-case hex digits; printed in groups of four. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** 32 bytes, base64url without padding; the last digit carries four bits, so that each key has one spelling. */
export const publicKeySchema = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)

/** A person's public keys: Ed25519 to sign, X25519 to have something sealed for them. */
export const publicKeysSchema = z.object({ sign: publicKeySchema, seal: publicKeySchema })
export type PublicKeys = z.infer<typeof publicKeysSchema>

/** A person's lasting id is that of their account in the directory (entryUUID or objectGUID). */
export const personIdSchema = z.string().min(1).max(100)

/** What a person is called at the time of a statement. Kept outside the chain, since it is personal. */
export const personNamesSchema = z.object({
  login: z.string().max(200),
  givenName: z.string().max(200),
  familyName: z.string().max(200)
})
export type PersonNames = z.infer<typeof personNamesSchema>

/** Typed for each signature and never kept. At least twelve characters when it is chosen. */
export const passphraseSchema = z.string().min(1).max(500)
export const newPassphraseSchema = z.string().min(12).max(500)

/** Where an appointment stands today. */
export const appointmentStates = ['planned', 'active', 'ended', 'revoked', 'keyRevoked'] as const
export const appointmentSchema = z.object({
  id: z.uuid(),
  person: personIdSchema,
  /** null: erased. */
  names: personNamesSchema.nullable(),
  role: appointedRoleSchema,
  /** Of the leadership only: stands in for it. */
  deputy: z.boolean(),
  /** What the appointment covers, in the school's words; empty: all of the role. */
  scope: z.string(),
  from: daySchema,
  /** The last day; null: until revoked. */
  until: daySchema.nullable(),
  fingerprint: fingerprintSchema,
  state: z.enum(appointmentStates),
  /** Sequence number of the statement that made it. */
  sequence: z.number().int(),
  /** Reason of the revocation; null: not revoked. */
  revocation: z.object({ sequence: z.number().int(), at: z.iso.datetime(), reason: z.string() }).nullable()
})
export type Appointment = z.infer<typeof appointmentSchema>

/** Who is signed in at this window. */
export const signedInSchema = z.object({
  person: personIdSchema,
  names: personNamesSchema,
  roles: z.array(roleSchema),
  /** The person stands in for the leadership. */
  deputy: z.boolean(),
  /** Fingerprint of the key that signs for the person; null: the person has none and signs nothing. */
  fingerprint: fingerprintSchema.nullable()
})
export type SignedIn = z.infer<typeof signedInSchema>

/** A made-up person of the demo school with everything one needs to sign in and sign. */
export const demoPersonSchema = z.object({
  login: z.string(),
  name: z.string(),
  role: roleSchema,
  deputy: z.boolean(),
  password: z.string(),
  /** Empty: the role signs nothing. */
  passphrase: z.string()
})
export type DemoPersonCard = z.infer<typeof demoPersonSchema>

/** What the frame knows of people and keys. */
export const sessionStateSchema = z.object({
  /** The leadership and an administrator have founded the case file. Before that this PC alone signs. */
  founded: z.boolean(),
  /** null: nobody has signed in. In a case file that is not founded nobody needs to. */
  person: signedInSchema.nullable(),
  /** This PC may sign what needs no person; false: an administrator has to admit it first. */
  deviceAdmitted: z.boolean(),
  /** The last person's login where the window was locked for idleness; null: it was not. */
  lockedLogin: z.string().nullable(),
  /** Minutes without activity after which the window locks. */
  idleMinutes: z.number().int(),
  /** Only in the demo school. */
  demoPeople: z.array(demoPersonSchema)
})
export type SessionState = z.infer<typeof sessionStateSchema>

/** The two who found a case file together. */
export const foundingPartSchema = z.enum(['leadership', 'administrator'])
export type FoundingPart = z.infer<typeof foundingPartSchema>

/** One of the two proves who they are and chooses a passphrase, in a step of their own. */
export const joinFoundingSchema = z.object({
  part: foundingPartSchema,
  login: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(500),
  passphrase: newPassphraseSchema
})
export type JoinFounding = z.infer<typeof joinFoundingSchema>

/** Who has joined: nothing of it is secret. */
export const founderSchema = z.object({
  /** Of the new key, which waits a quarter of an hour for the founding. */
  fingerprint: fingerprintSchema,
  names: personNamesSchema
})
export type Founder = z.infer<typeof founderSchema>

/** What `people.found` asks: the keys of two persons who have joined before. */
export const foundingSchema = z.object({
  school: z.string().trim().min(1).max(200),
  leadership: fingerprintSchema,
  administrator: fingerprintSchema,
  /** The administrator has read the written agreement and signs it (P25). */
  agreed: z.literal(true)
})
export type Founding = z.infer<typeof foundingSchema>

export const newAppointmentSchema = z.object({
  person: personIdSchema,
  role: appointedRoleSchema,
  deputy: z.boolean().default(false),
  scope: z.string().trim().max(500).default(''),
  from: daySchema,
  until: daySchema.nullable(),
  /** Fingerprint of the key that the person has made with `people.choosePassphrase`; null: they have one already. */
  newKey: fingerprintSchema.nullable(),
  /** Of the leadership, to sign. */
  passphrase: passphraseSchema
})

/** Who asks. Comes from main's session; a window can only ask, never say who it is. */
export interface Actor {
  /** Id of the person; null: the case file is not founded yet, and whoever opens the app administers. */
  readonly person: string | null
  readonly names: PersonNames
  readonly roles: readonly Role[]
  /** Of a person of the leadership: stands in for it. */
  readonly deputy: boolean
  /** Classes whose pupils a teacher may help. */
  readonly classes: readonly string[]
  /** Fingerprint of the key that signs for the person; null: there is none. */
  readonly fingerprint: string | null
}
