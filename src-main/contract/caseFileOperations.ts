import { z } from 'zod'
import { applicationStateSchema } from './application'
import { postgresCheckSchema, postgresLocationSchema } from './caseFile'
import { inboxItemSchema } from './inbox'
import { ledgerEntrySchema, ledgerPageSchema, ledgerQuerySchema, ledgerVerificationSchema } from './ledger'
import { accountId, nothing, password, reason, savedSchema, signedIn, type Operation } from './operation'
import {
  appointmentSchema,
  founderSchema,
  foundingPartSchema,
  foundingSchema,
  joinFoundingSchema,
  fingerprintSchema,
  newAppointmentSchema,
  newPassphraseSchema,
  passphraseSchema,
  personIdSchema
} from './people'
import {
  casePageSchema,
  casePreviewSchema,
  caseDocumentSchema,
  caseQuerySchema,
  caseSchema,
  decisionSchema,
  hearingSchema,
  liftDecisionSchema,
  measureSchema,
  newCaseSchema,
  proposalSchema,
  withdrawalSchema
} from './sanctions'
import { oneLine } from './texts'

/** Who works on cases. */
const caseWorkers = ['administrator', 'evaluator', 'leadership'] as const
const proposers = ['administrator', 'evaluator'] as const
/** Who sees the procedure of everything. */
const overseers = ['administrator', 'leadership', 'dpo'] as const

/** The operations of the case file: people, ledger, sanctions, inbox, and where it lies. */
export const caseFileOperations = {
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
  },

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
  },

  'sanctions.query': { input: caseQuerySchema, output: casePageSchema, role: caseWorkers },
  'sanctions.case': { input: z.object({ case: z.uuid() }), output: caseSchema, role: caseWorkers },
  /** What measures would do to an account, before a case is opened. */
  'sanctions.previewNew': {
    input: z.object({ account: accountId, measures: z.array(measureSchema).max(20) }),
    output: casePreviewSchema.omit({ plan: true, touches: true, expires: true }),
    role: proposers
  },
  /** What measures would do, as a plan that can be approved. */
  'sanctions.preview': {
    input: z.object({ case: z.uuid(), measures: z.array(measureSchema).max(20) }),
    output: casePreviewSchema,
    role: caseWorkers
  },
  'sanctions.previewLift': {
    input: z.object({ case: z.uuid() }),
    output: casePreviewSchema,
    role: 'leadership'
  },
  'sanctions.open': { input: newCaseSchema, output: caseSchema, role: proposers },
  'sanctions.propose': { input: proposalSchema, output: caseSchema, role: proposers },
  'sanctions.recordHearing': { input: hearingSchema, output: caseSchema, role: caseWorkers },
  'sanctions.withdraw': { input: withdrawalSchema, output: caseSchema, role: proposers },
  /** Decides, and carries the approved plan out at once where the directory can be reached (P26). */
  'sanctions.decide': { input: decisionSchema, output: caseSchema, role: 'leadership' },
  'sanctions.decideLift': { input: liftDecisionSchema, output: caseSchema, role: 'leadership' },
  /** Tries again to carry out what was decided. */
  'sanctions.enforce': { input: z.object({ case: z.uuid() }), output: caseSchema, role: caseWorkers },
  /** Compares cases with the directory. */
  'sanctions.compare': {
    input: nothing,
    output: z.object({ differing: z.array(z.uuid()) }),
    role: caseWorkers
  },
  'sanctions.saveDocument': {
    input: z.object({ case: z.uuid(), document: caseDocumentSchema }),
    output: savedSchema,
    role: caseWorkers
  },

  'inbox.list': { input: nothing, output: z.array(inboxItemSchema), role: signedIn },

  /** Looks at a PostgreSQL server without changing anything. */
  'caseFile.check': {
    input: z.object({ location: postgresLocationSchema, password }),
    output: postgresCheckSchema,
    role: 'administrator'
  },
  /** Makes or updates the schema there, as the owner of the database. */
  'caseFile.prepare': {
    input: z.object({
      location: postgresLocationSchema,
      password,
      owner: z.object({ role: z.string().trim().min(1).max(63), password })
    }),
    output: postgresCheckSchema,
    role: 'administrator'
  },
  /** Moves this PC's case file to the server. Nothing is lost; the file here stays as a copy that is used no more. */
  'caseFile.move': {
    input: z.object({ location: postgresLocationSchema, password, keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'administrator'
  },
  /** Works with the case file that lies on the server already; this PC must not have one of its own. */
  'caseFile.join': {
    input: z.object({ location: postgresLocationSchema, password, keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'anyone'
  },
  /** Tries to reach the server again. `password`: where it is not kept; null: the one that is known. */
  'caseFile.retry': {
    input: z.object({ password: password.nullable(), keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'anyone'
  },

  /** An encrypted copy of the case file in a folder that the person chooses. */
  'backup.create': {
    input: z.object({ passphrase: newPassphraseSchema }),
    output: savedSchema,
    role: 'administrator'
  },
  /** Fills an empty case file from a backup. null: the person closed the file dialog. */
  'backup.restore': {
    input: z.object({ passphrase: passphraseSchema }),
    output: ledgerVerificationSchema.nullable(),
    role: 'anyone'
  },
  /** Writes a scheduled task that runs `netzwart due`. */
  'schedule.save': {
    input: z.object({ system: z.enum(['windows', 'systemd']) }),
    output: savedSchema,
    role: 'administrator'
  }
} as const satisfies Record<string, Operation>
