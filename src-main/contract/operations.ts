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
import { certificateSchema, connectionSchema, radiusTestSchema, selfTestSchema } from './directory'
import {
  planHashSchema,
  planPageSchema,
  planProgressSchema,
  planQuerySchema,
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
import { caseFileOperations } from './caseFileOperations'
import { accountId, nothing, password, reason, savedSchema, signedIn, type Operation } from './operation'
import { passphraseSchema, type Role } from './people'
import { preferencesSchema, settingsSchema } from './settings'
import { pendingSlipSchema } from './slips'
import { oneLine } from './texts'

/** Who may look at plans. */
const overseersOfPlans = ['administrator', 'leadership'] as const
/** Who may look at people in the directory; a teacher at the pupils of their own classes only. */
const lookers = ['administrator', 'leadership', 'evaluator', 'teacher'] as const

/** Where a plan needs a person's signature. */
const passphrase = passphraseSchema.nullable().default(null)
const groupName = oneLine(120).min(1)

/** The plan of one everyday action, applied: what `plans.undo` takes back. */
const appliedSchema = z.object({ plan: planHashSchema, progress: planProgressSchema })
export type Applied = z.infer<typeof appliedSchema>

/**
 * Every operation the window may ask for: name, input, output, role. The gateway parses both ways;
 * nothing else crosses the border.
 */
export const operations = {
  'application.state': { input: nothing, output: applicationStateSchema, role: 'anyone' },
  'application.setPreferences': { input: preferencesSchema, output: nothing, role: 'anyone' },

  /** Fetches what the server presents, without trusting it. */
  'setup.fetchCertificates': {
    input: z.object({ url: oneLine(500) }),
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
  /**
   * Keeps the connection; the password only where the system can keep a secret and `keepPassword` is set. In a founded
   * case file the administrator signs a connection that is another than before: `passphrase`.
   */
  'setup.connect': {
    input: z.object({ connection: connectionSchema, password, keepPassword: z.boolean(), passphrase }),
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
  /** Whether the secret of the RADIUS server that the settings name is kept here. */
  'setup.radiusState': {
    input: nothing,
    output: z.object({ secretKept: z.boolean() }),
    role: 'administrator'
  },
  /** Suspends a probe account and asks the RADIUS server each time whether it is let in. `secret` null: the kept one. */
  'setup.checkRadius': {
    input: z.object({ secret: password.nullable(), keepSecret: z.boolean() }),
    output: radiusTestSchema,
    role: 'administrator'
  },
  /** Forgets connection and password. The directory stays as it is. */
  'setup.disconnect': { input: nothing, output: applicationStateSchema, role: 'administrator' },

  'settings.read': { input: nothing, output: settingsSchema, role: signedIn },
  /** `before`: what the person began with; settings that have become others meanwhile are not written over. */
  'settings.write': {
    input: settingsSchema.extend({ before: settingsSchema.optional() }),
    output: settingsSchema,
    role: 'administrator'
  },
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

  /** The newest plans. */
  'plans.list': { input: nothing, output: z.array(planSummarySchema), role: overseersOfPlans },
  /** A page of all plans, also of those that are too old for the list. */
  'plans.query': { input: planQuerySchema, output: planPageSchema, role: overseersOfPlans },
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

  ...caseFileOperations
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
