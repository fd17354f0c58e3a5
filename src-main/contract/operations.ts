import { z } from 'zod'
import {
  accountDetailSchema,
  accountPageSchema,
  accountQuerySchema,
  daySchema,
  groupSchema,
  requestVerificationSchema
} from './accounts'
import { applicationStateSchema } from './application'
import { certificateSchema, connectionSchema, selfTestSchema } from './directory'
import {
  planHashSchema,
  planProgressSchema,
  planSummarySchema,
  stepPageSchema,
  stepQuerySchema
} from './plan'
import {
  doubtfulMatchSchema,
  matchDecisionsSchema,
  rejectedRowSchema,
  rosterPreviewSchema,
  rosterProfileSchema,
  rosterReadingSchema
} from './roster'
import { postgresCheckSchema, postgresLocationSchema } from './caseFile'
import { inboxItemSchema } from './inbox'
import { ledgerEntrySchema, ledgerPageSchema, ledgerQuerySchema, ledgerVerificationSchema } from './ledger'
import {
  appointmentSchema,
  foundingSchema,
  fingerprintSchema,
  newAppointmentSchema,
  newPassphraseSchema,
  passphraseSchema,
  personIdSchema,
  roles,
  type Role
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
import { preferencesSchema, settingsSchema } from './settings'
import { pendingSlipSchema } from './slips'

interface Operation {
  readonly input: z.ZodType
  readonly output: z.ZodType
  /**
   * Who may ask; one of the roles is enough. The actor comes from main's session, never from the window. `anyone`:
   * also before a person is signed in.
   */
  readonly role: Role | readonly Role[] | 'anyone'
}

/** Everyone who is signed in. */
const signedIn = roles
/** Who works on cases. */
const caseWorkers = ['administrator', 'evaluator', 'leadership'] as const
const proposers = ['administrator', 'evaluator'] as const
/** Who sees the procedure of everything. */
const overseers = ['administrator', 'leadership', 'dpo'] as const
/** Who may look at plans. */
const overseersOfPlans = ['administrator', 'leadership'] as const
/** Who may look at people in the directory; a teacher at the pupils of their own classes only. */
const lookers = ['administrator', 'leadership', 'evaluator', 'teacher'] as const

const nothing = z.undefined()
/** Where a plan needs a person's signature. */
const passphrase = passphraseSchema.nullable().default(null)
const password = z.string().min(1).max(500)
const reason = z.string().trim().min(3).max(500)
const accountId = z.string().min(1).max(100)
const groupName = z.string().min(1).max(120)

/** The plan of one everyday action, applied: what `plans.undo` takes back. */
const appliedSchema = z.object({ plan: planHashSchema, progress: planProgressSchema })
export type Applied = z.infer<typeof appliedSchema>

/** A document that was saved; null: the person closed the file dialog. */
const savedSchema = z.object({ file: z.string() }).nullable()

/**
 * Every operation the window may ask for: name, input, output, role. The gateway parses both ways;
 * nothing else crosses the border.
 */
export const operations = {
  'application.state': { input: nothing, output: applicationStateSchema, role: 'anyone' },
  'application.setPreferences': { input: preferencesSchema, output: nothing, role: 'anyone' },

  /** Fetches what the server presents, without trusting it. */
  'setup.fetchCertificates': {
    input: z.object({ url: z.string().max(500) }),
    output: z.array(certificateSchema),
    role: 'administrator'
  },
  /** Asks for a file; null: the person closed the dialog. */
  'setup.chooseCertificate': { input: nothing, output: certificateSchema.nullable(), role: 'administrator' },
  /** Signs in and tries what the bind account may do, on a probe entry that is removed again. */
  'setup.test': {
    input: z.object({ connection: connectionSchema, password }),
    output: selfTestSchema,
    role: 'administrator'
  },
  /** Keeps the connection; the password only where the system can keep a secret and `keepPassword` is set. */
  'setup.connect': {
    input: z.object({ connection: connectionSchema, password, keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'administrator'
  },
  /** The password of the kept connection, for this run of the app. Without it nobody can sign in. */
  'setup.enterPassword': {
    input: z.object({ password, keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'anyone'
  },
  'setup.startDemo': { input: nothing, output: applicationStateSchema, role: 'administrator' },
  /** The self-test on the kept connection. */
  'setup.check': { input: nothing, output: selfTestSchema, role: 'administrator' },
  /** Forgets connection and password. The directory stays as it is. */
  'setup.disconnect': { input: nothing, output: applicationStateSchema, role: 'administrator' },

  'settings.read': { input: nothing, output: settingsSchema, role: signedIn },
  'settings.write': { input: settingsSchema, output: settingsSchema, role: 'administrator' },
  /** Logins of made-up persons under settings that are not kept yet. */
  'settings.previewLogins': {
    input: settingsSchema.shape.logins,
    output: z.array(z.object({ givenName: z.string(), familyName: z.string(), login: z.string() })),
    role: 'administrator'
  },

  'accounts.query': { input: accountQuerySchema, output: accountPageSchema, role: lookers },
  /** Reads the directory anew. */
  'accounts.refresh': { input: nothing, output: z.object({ all: z.number().int() }), role: lookers },
  'accounts.detail': {
    input: z.object({ account: accountId }),
    output: accountDetailSchema,
    role: lookers
  },
  'accounts.groups': { input: nothing, output: z.array(groupSchema), role: lookers },
  'accounts.resetPassword': {
    input: z.object({
      account: accountId,
      verification: requestVerificationSchema,
      note: z.string().trim().max(500)
    }),
    output: appliedSchema,
    role: ['administrator', 'teacher']
  },
  'accounts.suspend': {
    /** `until`: the first day on which the person may sign in again; null: for good. */
    input: z.object({ account: accountId, until: daySchema.nullable(), reason }),
    output: appliedSchema,
    role: 'administrator'
  },
  'accounts.liftSuspension': {
    input: z.object({ account: accountId, reason }),
    output: appliedSchema,
    role: 'administrator'
  },
  /** Takes back the server's own lock after too many wrong passwords. Nothing to undo. */
  'accounts.unlock': { input: z.object({ account: accountId }), output: nothing, role: 'administrator' },
  'accounts.setClasses': {
    input: z.object({ account: accountId, classes: z.array(groupName).max(50), reason }),
    output: appliedSchema,
    role: 'administrator'
  },
  'accounts.setGroups': {
    input: z.object({ account: accountId, groups: z.array(groupName).max(500), reason }),
    output: appliedSchema,
    role: 'administrator'
  },
  /** Names and school ids only, for a service provider who makes the accounts (P3). */
  'accounts.export': {
    input: z.object({ schoolClass: z.string().nullable() }),
    output: savedSchema,
    role: 'administrator'
  },

  /** Asks for a file, several, a zip or a folder; null: the person closed the dialog. */
  'rosters.choose': {
    input: z.object({ folder: z.boolean() }),
    output: rosterPreviewSchema.nullable(),
    role: 'administrator'
  },
  /** The demo school's prepared roster of the new school year. Only with the demo directory. */
  'rosters.chooseDemo': { input: nothing, output: rosterPreviewSchema, role: 'administrator' },
  'rosters.preview': {
    input: z.object({ roster: z.string(), reading: rosterReadingSchema }),
    output: rosterPreviewSchema,
    role: 'administrator'
  },
  'rosters.profiles': { input: nothing, output: z.array(rosterProfileSchema), role: 'administrator' },
  'rosters.saveProfile': {
    input: rosterProfileSchema,
    output: z.array(rosterProfileSchema),
    role: 'administrator'
  },
  'rosters.deleteProfile': {
    input: z.object({ name: z.string() }),
    output: z.array(rosterProfileSchema),
    role: 'administrator'
  },
  /** Roster against directory. Doubtful rows without a decision are left out of the plan. */
  'rosters.plan': {
    input: z.object({ roster: z.string(), reading: rosterReadingSchema, decisions: matchDecisionsSchema }),
    output: z.object({
      /** null: nothing to do. */
      plan: planSummarySchema.nullable(),
      unchanged: z.number().int(),
      doubtful: z.array(doubtfulMatchSchema),
      rejected: z.array(rejectedRowSchema)
    }),
    role: 'administrator'
  },

  'plans.list': { input: nothing, output: z.array(planSummarySchema), role: overseersOfPlans },
  'plans.summary': {
    input: z.object({ plan: planHashSchema }),
    output: planSummarySchema,
    role: overseersOfPlans
  },
  'plans.steps': { input: stepQuerySchema, output: stepPageSchema, role: overseersOfPlans },
  /** Starts or resumes; answers when the run has ended. Progress comes as `plan.progress`. */
  'plans.apply': {
    /**
     * `leavers`: the number typed in where the accident guard asks for it. `passphrase`: in a founded case file a plan
     * of several steps is signed by the administrator.
     */
    input: z.object({ plan: planHashSchema, leavers: z.number().int().nullable(), passphrase }),
    output: planProgressSchema,
    role: 'administrator'
  },
  'plans.cancel': { input: z.object({ plan: planHashSchema }), output: nothing, role: 'administrator' },
  /**
   * Gives everything the plan did back to the before-images; steps whose target changed since are refused. Answers
   * the progress of the undo, which is a plan of its own; while it runs, `plan.progress` tells it under both hashes.
   */
  'plans.undo': {
    input: z.object({ plan: planHashSchema, passphrase }),
    output: planProgressSchema,
    role: 'administrator'
  },
  'plans.discard': { input: z.object({ plan: planHashSchema }), output: nothing, role: 'administrator' },

  'slips.pending': { input: nothing, output: z.array(pendingSlipSchema), role: ['administrator', 'teacher'] },
  /** Saves the slips of these accounts as PDF, by class; then their passwords are destroyed. */
  'slips.save': {
    input: z.object({ accounts: z.array(accountId).min(1).max(50_000) }),
    output: savedSchema,
    role: ['administrator', 'teacher']
  },
  /** Opens a saved document with the system's viewer. Only files that this run of the app has saved. */
  'documents.open': { input: z.object({ file: z.string() }), output: nothing, role: signedIn },

  /** Signs in with the directory's own login and password (P1, P7). */
  'session.signIn': {
    input: z.object({ login: z.string().trim().min(1).max(200), password }),
    output: applicationStateSchema,
    role: 'anyone'
  },
  'session.signOut': { input: nothing, output: applicationStateSchema, role: 'anyone' },
  /** Somebody moves the mouse or types: the window does not lock yet. */
  'session.active': { input: nothing, output: nothing, role: 'anyone' },

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
      newPassphrase: newPassphraseSchema,
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
  'ledger.export': { input: nothing, output: savedSchema, role: overseers },

  'sanctions.query': { input: caseQuerySchema, output: casePageSchema, role: caseWorkers },
  'sanctions.case': { input: z.object({ case: z.uuid() }), output: caseSchema, role: caseWorkers },
  /** What measures would do to an account, before a case is opened. */
  'sanctions.previewNew': {
    input: z.object({ account: accountId, measures: z.array(measureSchema).max(20) }),
    output: casePreviewSchema.omit({ plan: true, expires: true }),
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
  'caseFile.chooseCertificate': {
    input: nothing,
    output: certificateSchema.nullable(),
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

/** Whether somebody with these roles may ask for an operation; null: nobody has signed in. */
export function permits(name: OperationName, held: readonly Role[] | null): boolean {
  const { role }: Operation = operations[name]
  if (role === 'anyone') return true
  const wanted: readonly Role[] = typeof role === 'string' ? [role] : role
  return held !== null && wanted.some((one) => held.includes(one))
}

export type Operations = typeof operations
export type OperationName = keyof Operations
/** What the window sends: fields with a default may be left out. */
export type OperationInput<Name extends OperationName> = z.input<Operations[Name]['input']>
/** What the handler gets: parsed, defaults filled in. */
export type ParsedInput<Name extends OperationName> = z.output<Operations[Name]['input']>
export type OperationOutput<Name extends OperationName> = z.output<Operations[Name]['output']>
