import type { StepKind, PlanProgress } from '../../contract/plan'
import type { Text } from '../../contract/language'
import { z } from 'zod'
import {
  accountDetailSchema,
  accountPageSchema,
  accountQuerySchema,
  daySchema,
  groupSchema,
  requestVerificationSchema
} from '../../contract/accounts'
import { foundPersonSchema } from '../../contract/flags'
import { type Operation, accountId, nothing, reason, savedSchema, signedIn } from '../../contract/operation'
import { planHashSchema, planProgressSchema, planSummarySchema } from '../../contract/plan'
import {
  doubtfulMatchSchema,
  keptAccountSchema,
  matchDecisionsSchema,
  rejectedRowSchema,
  rosterPreviewSchema,
  rosterProfileSchema,
  rosterReadingSchema
} from '../../contract/roster'
import { rosterNoticeSchema } from '../../contract/rosterNotices'
import { knownDifferenceSchema, rosterScopeSchema, wholeSchool } from '../../contract/rosterScope'
import { pendingSlipSchema } from '../../contract/slips'
import { askedPersonSchema, personOutlookSchema } from '../../contract/typedPerson'
import { oneLine } from '../../contract/texts'

/** Who may look at people in the directory; a teacher at the pupils of their own classes only. */
const lookers = ['administrator', 'leadership', 'evaluator', 'teacher'] as const

const groupName = oneLine(120).min(1)

/** The plan of one everyday action, applied: what `plans.undo` takes back. */
const appliedSchema = z.object({ plan: planHashSchema, progress: planProgressSchema })
export type Applied = z.infer<typeof appliedSchema>

const operations = {
  'accounts.query': { input: accountQuerySchema, output: accountPageSchema, role: lookers },
  /** Persons by words, as everybody at a school knows them, for who reports something; the first few by family name. */
  'accounts.find': {
    input: z.object({ text: z.string().trim().min(2).max(200) }),
    output: z.object({ total: z.number().int(), rows: z.array(foundPersonSchema) }),
    role: signedIn
  },
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
  /** Gives up what is being read: whoever asked for it is answered `application.cancelled`. */
  'rosters.stopReading': { input: nothing, output: nothing, role: 'administrator' },
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
    input: z.object({
      roster: z.string(),
      reading: rosterReadingSchema,
      decisions: matchDecisionsSchema,
      scope: rosterScopeSchema.default(wholeSchool)
    }),
    output: z.object({
      /** null: nothing to do. */
      plan: planSummarySchema.nullable(),
      unchanged: z.number().int(),
      doubtful: z.array(doubtfulMatchSchema),
      /** Accounts that are kept since a damaged row may mean them. */
      mayBeMeant: z.array(keptAccountSchema),
      /** What a roster that only adds says otherwise about those who have an account. */
      notPlanned: z.array(knownDifferenceSchema),
      notices: z.array(rosterNoticeSchema),
      rejected: z.array(rejectedRowSchema)
    }),
    role: 'administrator'
  },
  /** What adding one person would do, while they are typed in. Keeps and changes nothing. */
  'rosters.lookAtPerson': { input: askedPersonSchema, output: personOutlookSchema, role: 'administrator' },
  /** One person as a list of one that only adds: the directory is read anew, the plan is kept. */
  'rosters.planPerson': {
    input: askedPersonSchema,
    /** `plan` null: nothing to do, or something is wrong or doubtful yet. */
    output: z.object({ plan: planSummarySchema.nullable(), outlook: personOutlookSchema }),
    role: 'administrator'
  },
  'slips.pending': { input: nothing, output: z.array(pendingSlipSchema), role: ['administrator', 'teacher'] },
  /** Saves the slips of these accounts as PDF, by class; then their passwords are destroyed. */
  'slips.save': {
    input: z.object({ accounts: z.array(accountId).min(1).max(50_000) }),
    output: savedSchema,
    role: ['administrator', 'teacher']
  }
} as const satisfies Record<string, Operation>

/** What waits, with what a notification says: no names. Parameters: `suspendedAtOnce` {name, by}; `moduleGroupGone`
 * {module, group}. */
const inboxKinds = {
  suspendedAtOnce: {
    de: 'Ein Konto wurde ohne Entscheidung gesperrt.',
    en: 'An account was suspended without a decision.'
  },
  moduleGroupGone: {
    de: 'Die Gruppe eines Moduls gibt es nicht mehr.',
    en: 'The group of a module is gone.'
  }
} as const satisfies Record<string, Text>

/** The kind of the only step whose images do not say what it does: it sets a new provisional password (P5). */
export const resetPasswordKind = 'resetPassword'

/** What stands in account plans. A password that was replaced is gone for good; everything else can be taken back. */
export const stepKinds = {
  create: { undoable: true, happened: { de: 'Konto angelegt', en: 'Account created' } },
  changeClass: { undoable: true, happened: { de: 'Klassen geändert', en: 'Classes changed' } },
  rename: { undoable: true, happened: { de: 'Name geändert', en: 'Name changed' } },
  reactivate: { undoable: true, happened: { de: 'Wieder aufgenommen', en: 'Taken back in' } },
  leave: { undoable: true, happened: { de: 'Als Abgänger vermerkt', en: 'Marked as leaver' } },
  createClass: { undoable: true, happened: { de: 'Klasse angelegt', en: 'Class created' } },
  createContainer: { undoable: true, happened: { de: 'Bereich angelegt', en: 'Container created' } },
  [resetPasswordKind]: { undoable: false, happened: { de: 'Passwort zurückgesetzt', en: 'Password reset' } },
  suspend: { undoable: true, happened: { de: 'Gesperrt', en: 'Suspended' } },
  liftSuspension: { undoable: true, happened: { de: 'Sperre aufgehoben', en: 'Suspension lifted' } },
  returnModules: { undoable: true, happened: { de: 'Module zurückgegeben', en: 'Modules given back' } },
  changeGroups: { undoable: true, happened: { de: 'Gruppen geändert', en: 'Groups changed' } }
} as const satisfies Record<string, StepKind>

/** What account plans are about. */
export const targets = ['account', 'group', 'container'] as const

/** The run that has lifted suspensions; null: none was due, or it waits. */
const dueDone: { readonly lifted: PlanProgress | null } = { lifted: null }
/** Id of the account whose suspension or modules wait. */
const dueAbout: { readonly account: string | null } = { account: null }

export const contract = { operations, inboxKinds, stepKinds, targets, dueDone, dueAbout } as const
