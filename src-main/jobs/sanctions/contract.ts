import type { StepKind } from '../../contract/plan'
import type { Text } from '../../contract/language'
import { z } from 'zod'
import { daySchema } from '../../contract/accounts'
import { type Operation, accountId, nothing, savedSchema } from '../../contract/operation'
import { personIdSchema, personNamesSchema } from '../../contract/people'
import { planHashSchema } from '../../contract/plan'
import {
  caseBeginningSchema,
  caseDocumentSchema,
  casePageSchema,
  casePreviewSchema,
  caseQuerySchema,
  caseSchema,
  decisionOutcomeSchema,
  decisionSchema,
  evidenceSchema,
  hearingEventSchema,
  hearingPartySchema,
  hearingSchema,
  liftDecisionSchema,
  measureSchema,
  newCaseSchema,
  originSchema,
  proposalSchema,
  withdrawalSchema
} from '../../contract/sanctions'
import { instant, noPayload, statementKind } from '../../contract/statement'

/** Who works on cases. */
const caseWorkers = ['administrator', 'evaluator', 'leadership'] as const

const proposers = ['administrator', 'evaluator'] as const

const caseId = z.uuid()

const operations = {
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
  /** What is known of what a case is to begin from. */
  'sanctions.beginning': {
    input: z.object({ origin: originSchema }),
    output: caseBeginningSchema,
    role: proposers
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
  }
} as const satisfies Record<string, Operation>

const statements = {
  'case.opened': statementKind({
    body: z.object({ case: caseId, rule: z.string() }),
    payload: z.object({
      person: personIdSchema,
      names: personNamesSchema,
      schoolClass: z.string(),
      happenedOn: daySchema,
      facts: z.string(),
      evidence: z.array(evidenceSchema)
    }),
    reading: 'content',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Fall eröffnet', en: 'Case opened' },
    signers: ['administrator', 'evaluator']
  }),
  /** `plan`: what carrying the measures out would do, computed from the account as it was then. */
  'case.proposed': statementKind({
    body: z.object({ case: caseId, plan: planHashSchema }),
    payload: z.object({ measures: z.array(measureSchema), reasons: z.string() }),
    reading: 'content',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Maßnahme vorgeschlagen', en: 'Sanction proposed' },
    signers: ['administrator', 'evaluator']
  }),
  'case.hearing': statementKind({
    body: z.object({ case: caseId, party: hearingPartySchema, event: hearingEventSchema, on: daySchema }),
    payload: z.object({ note: z.string() }),
    reading: 'content',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Anhörung festgehalten', en: 'Hearing recorded' },
    signers: ['administrator', 'evaluator', 'leadership']
  }),
  /** P26. `plan` is what was approved, exactly; null: refused. `proposal`: sequence number of what was decided on. */
  'case.decided': statementKind({
    body: z.object({
      case: caseId,
      proposal: z.number().int(),
      outcome: decisionOutcomeSchema,
      plan: planHashSchema.nullable(),
      /** An approval that is not carried out by then expires; null: refused. */
      expires: instant.nullable()
    }),
    payload: z.object({ measures: z.array(measureSchema), reasons: z.string() }),
    reading: 'content',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Entscheidung der Schulleitung', en: 'Decision of the leadership' },
    signers: ['leadership']
  }),
  'case.withdrawn': statementKind({
    body: z.object({ case: caseId }),
    payload: z.object({ reason: z.string() }),
    reading: 'content',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Vorschlag zurückgezogen', en: 'Proposal withdrawn' },
    signers: ['administrator', 'evaluator']
  }),
  /** Carried out and read back: the measure is in force. */
  'case.enforced': statementKind({
    body: z.object({ case: caseId, plan: planHashSchema }),
    payload: noPayload,
    reading: 'procedure',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Maßnahme in Kraft', en: 'Sanction in force' },
    signers: ['device']
  }),
  'case.enforcementFailed': statementKind({
    body: z.object({ case: caseId, plan: planHashSchema, code: z.string() }),
    payload: noPayload,
    reading: 'procedure',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Noch nicht in Kraft', en: 'Not yet in force' },
    signers: ['device']
  }),
  'case.expired': statementKind({
    body: z.object({ case: caseId }),
    payload: noPayload,
    reading: 'procedure',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Freigabe verfallen', en: 'Approval expired' },
    signers: ['device']
  }),
  /** Ending a measure before its day is a decision like the measure itself. */
  'case.liftDecided': statementKind({
    body: z.object({ case: caseId, plan: planHashSchema, expires: instant }),
    payload: z.object({ reasons: z.string() }),
    reading: 'content',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Aufhebung entschieden', en: 'Lifting decided' },
    signers: ['leadership']
  }),
  'case.lifted': statementKind({
    body: z.object({ case: caseId, plan: planHashSchema }),
    payload: noPayload,
    reading: 'procedure',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Maßnahme aufgehoben', en: 'Sanction lifted' },
    signers: ['device']
  }),
  /** The last day of every measure has passed and the account is free again. */
  'case.ended': statementKind({
    body: z.object({ case: caseId }),
    payload: noPayload,
    reading: 'procedure',
    subject: ({ case: id }) => `case:${id}`,
    name: { de: 'Maßnahme abgelaufen', en: 'Sanction ended' },
    signers: ['device']
  })
} as const

/** What waits, with what a notification says: no names. Parameters: {number, name, schoolClass}, `caseDecided` also {outcome}. */
const inboxKinds = {
  caseToDecide: { de: 'Ein Fall wartet auf Ihre Entscheidung.', en: 'A case waits for your decision.' },
  caseNotInForce: { de: 'Eine Maßnahme ist noch nicht in Kraft.', en: 'A sanction is not in force yet.' },
  caseDiffers: { de: 'Fall und Verzeichnis stimmen nicht überein.', en: 'Case and directory do not agree.' },
  caseDecided: { de: 'Über Ihren Vorschlag wurde entschieden.', en: 'Your proposal was decided on.' },
  caseOpen: { de: 'Ein Fall ist noch ohne Vorschlag.', en: 'A case has no proposal yet.' }
} as const satisfies Record<string, Text>

/** What stands in plans of cases: all of it can be taken back. */
export const stepKinds = {
  suspend: { undoable: true, happened: { de: 'Gesperrt', en: 'Suspended' } },
  refuseModule: { undoable: true, happened: { de: 'Modul entzogen', en: 'Module refused' } },
  liftSuspension: { undoable: true, happened: { de: 'Sperre aufgehoben', en: 'Suspension lifted' } },
  allowModule: { undoable: true, happened: { de: 'Modul zurückgegeben', en: 'Module given back' } }
} as const satisfies Record<string, StepKind>

/** What they are about. */
export const targets = ['account'] as const

/** What the passing of time has done to cases, by their numbers (`2026-014`). */
export interface DueCases {
  readonly enforced: readonly string[]
  readonly lifted: readonly string[]
  readonly ended: readonly string[]
  readonly expired: readonly string[]
}

const dueDone: { readonly cases: DueCases } = { cases: { enforced: [], lifted: [], ended: [], expired: [] } }
/** Number of the case that waits. */
const dueAbout: { readonly case: string | null } = { case: null }

export const contract = {
  ...{ operations, statements, inboxKinds, stepKinds, targets },
  ...{ dueDone, dueAbout }
} as const
