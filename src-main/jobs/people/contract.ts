import type { Text } from '../../contract/language'
import { z } from 'zod'
import { daySchema } from '../../contract/accounts'
import { applicationStateSchema } from '../../contract/application'
import { type Operation, nothing, password, reason, savedSchema } from '../../contract/operation'
import {
  appointedRoleSchema,
  appointmentSchema,
  fingerprintSchema,
  founderSchema,
  foundingPartSchema,
  foundingSchema,
  joinFoundingSchema,
  newAppointmentSchema,
  newPassphraseSchema,
  passphraseSchema,
  personIdSchema,
  personNamesSchema,
  publicKeySchema,
  publicKeysSchema,
  roleSchema
} from '../../contract/people'
import { digestSchema, noPayload, statementKind } from '../../contract/statement'
import { oneLine } from '../../contract/texts'

/** Who sees the procedure of everything. */
const overseers = ['administrator', 'leadership', 'dpo'] as const

const operations = {
  /** Signs in with the directory's own login and password (P1, P7). */
  'session.signIn': {
    input: z.object({ login: oneLine(200).trim().min(1), password }),
    output: applicationStateSchema,
    role: 'anyone'
  },
  'session.signOut': { input: nothing, output: applicationStateSchema, role: 'anyone' },
  /** Somebody moves the mouse or types: the window does not lock yet. */
  'session.active': { input: nothing, output: nothing, role: 'anyone' },
  /** One of the two founders proves who they are and chooses a passphrase; the window keeps neither. */
  'people.joinFounding': { input: joinFoundingSchema, output: founderSchema, role: 'administrator' },
  /** Forgets who has joined in this part. */
  'people.leaveFounding': {
    input: z.object({ part: foundingPartSchema }),
    output: nothing,
    role: 'administrator'
  },
  /** Leadership and administrator found the case file together (P20, P25). */
  'people.found': { input: foundingSchema, output: applicationStateSchema, role: 'administrator' },
  'people.appointments': {
    input: nothing,
    output: z.object({
      school: z.string(),
      foundedAt: z.iso.datetime(),
      root: fingerprintSchema,
      appointments: z.array(appointmentSchema)
    }),
    role: overseers
  },
  'people.appoint': {
    input: newAppointmentSchema,
    output: z.object({ appointment: z.uuid() }),
    role: 'leadership'
  },
  /** Whether the person has a key that signs, so that an appointment needs no new one. */
  'people.hasKey': {
    input: z.object({ person: personIdSchema }),
    output: z.boolean(),
    role: 'leadership'
  },
  /** The person sits at the leadership's window and chooses; their new key waits a quarter of an hour to be signed. */
  'people.choosePassphrase': {
    input: z.object({ person: personIdSchema, passphrase: newPassphraseSchema }),
    output: z.object({ fingerprint: fingerprintSchema }),
    role: 'leadership'
  },
  'people.revoke': {
    input: z.object({ appointment: z.uuid(), reason, passphrase: passphraseSchema }),
    output: nothing,
    role: 'leadership'
  },
  /** A forgotten passphrase: the old key is revoked, the same appointments are made anew with a new one. */
  'people.replaceKey': {
    input: z.object({
      person: personIdSchema,
      reason,
      /** As in `people.appoint`. */
      newKey: fingerprintSchema,
      passphrase: passphraseSchema
    }),
    output: nothing,
    role: 'leadership'
  },
  /** Lets this PC sign what needs no person. */
  'people.admitDevice': {
    input: z.object({ passphrase: passphraseSchema }),
    output: applicationStateSchema,
    role: ['administrator', 'leadership']
  },
  /** The founding document, or the letter of one appointment. */
  'people.saveDocument': {
    input: z.object({ appointment: z.uuid().nullable() }),
    output: savedSchema,
    role: overseers
  }
} as const satisfies Record<string, Operation>

const statements = {
  /** A PC's key. Signs for itself as long as the case file is not founded, later an administrator signs for it. */
  'device.registered': statementKind({
    body: z.object({ key: publicKeySchema, fingerprint: fingerprintSchema }),
    payload: z.object({ computer: z.string() }),
    reading: 'procedure',
    subject: ({ fingerprint }) => `device:${fingerprint}`,
    name: { de: 'PC aufgenommen', en: 'PC admitted' },
    signers: ['device', 'administrator', 'leadership']
  }),
  /** The root of trust: signed by the leadership's key that it names itself. */
  founding: statementKind({
    body: z.object({
      school: z.string(),
      leadership: z.object({ person: personIdSchema, keys: publicKeysSchema }),
      devices: z.array(fingerprintSchema)
    }),
    payload: z.object({ names: personNamesSchema }),
    reading: 'procedure',
    subject: null,
    name: { de: 'Fallakte gegründet', en: 'Case file founded' },
    signers: ['leadership']
  }),
  'appointment.made': statementKind({
    body: z.object({
      appointment: z.uuid(),
      person: personIdSchema,
      role: appointedRoleSchema,
      deputy: z.boolean(),
      from: daySchema,
      until: daySchema.nullable(),
      keys: publicKeysSchema
    }),
    payload: z.object({ names: personNamesSchema, scope: z.string() }),
    reading: 'procedure',
    subject: ({ person }) => `person:${person}`,
    name: { de: 'Benennung', en: 'Appointment' },
    signers: ['leadership']
  }),
  'appointment.revoked': statementKind({
    body: z.object({ appointment: z.uuid() }),
    payload: z.object({ reason: z.string() }),
    reading: 'procedure',
    subject: null,
    name: { de: 'Benennung widerrufen', en: 'Appointment revoked' },
    signers: ['leadership']
  }),
  /** From `from` on nothing that this key has signed counts. */
  'key.revoked': statementKind({
    body: z.object({ key: fingerprintSchema, from: z.number().int().min(1) }),
    payload: z.object({ reason: z.string() }),
    reading: 'procedure',
    subject: null,
    name: { de: 'Schlüssel widerrufen', en: 'Key revoked' },
    signers: ['leadership']
  }),
  /** P25: the written agreement between administrator and leadership; `text` is the digest of its words. */
  'agreement.signed': statementKind({
    body: z.object({ agreement: z.literal('administrator'), text: digestSchema }),
    payload: noPayload,
    reading: 'procedure',
    subject: null,
    name: { de: 'Vereinbarung unterschrieben', en: 'Agreement signed' },
    signers: ['administrator']
  }),
  /** P7. */
  'session.signedIn': statementKind({
    body: z.object({
      person: personIdSchema,
      roles: z.array(roleSchema),
      kind: z.enum(['window', 'commandLine'])
    }),
    payload: z.object({ names: personNamesSchema, computer: z.string() }),
    reading: 'procedure',
    subject: ({ person }) => `person:${person}`,
    name: { de: 'Anmeldung', en: 'Sign-in' },
    signers: ['device']
  })
} as const

/** What waits, with what a notification says: no names. Parameters: {name, role}. */
const inboxKinds = {
  appointmentEnds: { de: 'Eine Benennung endet bald.', en: 'An appointment ends soon.' }
} as const satisfies Record<string, Text>

export const contract = { operations, statements, inboxKinds } as const
