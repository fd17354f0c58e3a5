import { z } from 'zod'
import { daySchema } from './accounts'
import { mappedModuleSchema, moduleIdSchema } from './modules'
import { passphraseSchema, personIdSchema, personNamesSchema } from './people'
import { planHashSchema } from './plan'
import { failureSchema } from './result'
import { oneLine } from './texts'

/**
 * What can follow a violation (P9, P10, P26). `until` is the first day on which the person is free again; null: for
 * good.
 */
export const measureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('warning') }),
  z.object({ kind: z.literal('suspension'), until: daySchema.nullable() }),
  z.object({ kind: z.literal('moduleRefusal'), module: moduleIdSchema, until: daySchema.nullable() })
])
export type Measure = z.infer<typeof measureSchema>
const measuresSchema = z.array(measureSchema).min(1).max(20)

/** A reference, never a copy: file number, log evaluation, name of a witness's note. */
export const evidenceSchema = z.object({ reference: z.string().trim().min(1).max(300) })

export const hearingParties = ['pupil', 'guardians'] as const
export const hearingPartySchema = z.enum(hearingParties)
export const hearingEvents = ['invited', 'heard', 'declined'] as const
export const hearingEventSchema = z.enum(hearingEvents)

export const decisionOutcomes = ['approved', 'changed', 'refused'] as const
export const decisionOutcomeSchema = z.enum(decisionOutcomes)

/**
 * `open`: facts only. `proposed`: waits for the leadership. `approved`: decided, not yet in force. `inForce`.
 * `lifting`: ended early by decision, not yet carried out. `refused`, `withdrawn`, `expired` (approval unused for 14
 * days), `lifted`, `ended` are ends.
 */
export const caseStates = [
  'open',
  'proposed',
  'approved',
  'inForce',
  'lifting',
  'refused',
  'withdrawn',
  'expired',
  'lifted',
  'ended'
] as const
export const caseStateSchema = z.enum(caseStates)
export type CaseState = z.infer<typeof caseStateSchema>

/** What happens to a case; the ledger's kind is `case.<event>`. */
export const caseEvents = [
  'opened',
  'proposed',
  'hearing',
  'decided',
  'withdrawn',
  'enforced',
  'enforcementFailed',
  'expired',
  'liftDecided',
  'lifted',
  'ended'
] as const
export const caseEventSchema = z.enum(caseEvents)
export type CaseEvent = z.infer<typeof caseEventSchema>

/** Days after which an approval that was not carried out expires. */
export const approvalDays = 14

const signatureSchema = z.object({
  sequence: z.number().int(),
  at: z.iso.datetime(),
  person: personIdSchema,
  name: z.string()
})

/** What is otherwise in the directory than the case says: taken away or given back outside the app. */
export const caseDifferenceSchema = z.discriminatedUnion('kind', [
  z.object({
    measure: measureSchema,
    /** `missing`: in force by the case, not in the directory. `extra`: over by the case, still in the directory. */
    kind: z.enum(['missing', 'extra'])
  }),
  /** In force by the case; the directory has no such group any more, so nobody is kept out of the module. */
  z.object({ measure: measureSchema, kind: z.literal('groupGone'), ...mappedModuleSchema.shape })
])

export const caseSummarySchema = z.object({
  id: z.uuid(),
  /** `2026-014`: year and place in it. */
  number: z.string(),
  /** Sequence number of its newest statement. What is decided names it; a stale one is refused. */
  version: z.number().int(),
  state: caseStateSchema,
  person: z.object({ account: personIdSchema, names: personNamesSchema, schoolClass: z.string() }),
  rule: z.string(),
  openedAt: z.iso.datetime(),
  /** Proposed or, when decided, decided measures. */
  measures: z.array(measureSchema),
  /** By when the next one should act; null: no deadline. */
  deadline: z.iso.datetime().nullable(),
  /** When it came to wait for somebody (ISO, UTC). */
  waitingSince: z.iso.datetime()
})
export type CaseSummary = z.infer<typeof caseSummarySchema>

export const caseSchema = caseSummarySchema.extend({
  happenedOn: daySchema,
  facts: z.string(),
  evidence: z.array(evidenceSchema),
  opened: signatureSchema,
  proposal: signatureSchema
    .extend({ measures: z.array(measureSchema), reasons: z.string(), plan: planHashSchema })
    .nullable(),
  hearings: z.array(
    signatureSchema.extend({
      party: hearingPartySchema,
      event: hearingEventSchema,
      on: daySchema,
      note: z.string()
    })
  ),
  decision: signatureSchema
    .extend({
      outcome: decisionOutcomeSchema,
      measures: z.array(measureSchema),
      reasons: z.string(),
      plan: planHashSchema.nullable(),
      expires: z.iso.datetime().nullable()
    })
    .nullable(),
  lift: signatureSchema.extend({ reasons: z.string(), plan: planHashSchema }).nullable(),
  /** Every statement about the case, oldest first. */
  course: z.array(
    z.object({
      sequence: z.number().int(),
      at: z.iso.datetime(),
      event: caseEventSchema,
      /** null: this app itself. */
      person: personIdSchema.nullable(),
      /** Name of the person; empty: the app itself. */
      name: z.string(),
      /** Reasons or note that were stated with it; empty: none. */
      words: z.string()
    })
  ),
  /** Since when it is in force, or when it was. */
  enforcedAt: z.iso.datetime().nullable(),
  /** Why it is not in force yet; null: nothing stands in the way. */
  obstacle: failureSchema.nullable(),
  differences: z.array(caseDifferenceSchema),
  /** What the signed-in person may do now. */
  may: z.object({
    propose: z.boolean(),
    withdraw: z.boolean(),
    recordHearing: z.boolean(),
    decide: z.boolean(),
    lift: z.boolean(),
    enforce: z.boolean()
  }),
  /** The signed-in leadership may not decide because they opened or proposed the case themselves, or it is about them (P21). */
  decideRefusedBecauseOwn: z.boolean()
})
export type SanctionCase = z.infer<typeof caseSchema>

/** What would happen, in plain data for the page of the leadership. */
export const casePreviewSchema = z.object({
  plan: planHashSchema,
  effects: z.array(
    z.object({
      measure: measureSchema,
      /** Name of the group that the person leaves; empty: none. */
      group: z.string(),
      /** Modules that a suspension takes with it (P9); the app gives them back. */
      modules: z.array(moduleIdSchema),
      /** Modules that cannot be taken, or given back: the directory has no such group any more. */
      gone: z.array(mappedModuleSchema),
      /** Nothing changes: it is like this already, or a warning has no effect in the directory. */
      idle: z.boolean(),
      /** Who ends it: the directory, the app on its day (a PC must be on), nobody. */
      endsBy: z.enum(['directory', 'app', 'nobody'])
    })
  ),
  /** What the steps of the plan do, in their order: every account and group that is touched, and no other. */
  touches: z.array(
    z.object({
      kind: z.enum(['suspend', 'free', 'leaveGroup', 'joinGroup']),
      login: z.string(),
      name: z.string(),
      schoolClass: z.string(),
      /** Empty: it is not about a group. */
      group: z.string(),
      /** The directory has no such group any more, so that nothing is changed there. */
      gone: z.boolean()
    })
  ),
  /** false: the directory could not be asked which groups it has; what is gone is found when the plan is carried out. */
  groupsSeen: z.boolean(),
  expires: z.iso.datetime()
})
export type CasePreview = z.infer<typeof casePreviewSchema>

const facts = z.string().trim().min(10).max(10_000)
const reasons = z.string().trim().min(3).max(5_000)
const caseRef = { case: z.uuid(), version: z.number().int() }

/** Subject of what a case can begin from. */
export const originSchema = oneLine(200).min(1)

export const newCaseSchema = z.object({
  account: personIdSchema,
  /** `P18` or a rule of the school's own order. */
  rule: z.string().trim().min(1).max(200),
  happenedOn: daySchema,
  facts,
  evidence: z.array(evidenceSchema).max(50),
  measures: measuresSchema,
  reasons,
  passphrase: passphraseSchema,
  /** What it begins from, by its subject (`flag:<id>`); absent: from nothing that Netzwart knows. */
  origin: originSchema.optional()
})
/** What is known before a case is opened from something else; whoever opens it looks through it. */
export const caseBeginningSchema = z.object({
  /** null: not known. */
  account: personIdSchema.nullable(),
  /** null: not known. */
  rule: z.string().nullable(),
  happenedOn: daySchema,
  facts: z.string(),
  /** Names where it comes from, as a piece of evidence. */
  reference: z.string()
})
export type CaseBeginning = z.infer<typeof caseBeginningSchema>
export const proposalSchema = z.object({
  ...caseRef,
  measures: measuresSchema,
  reasons,
  passphrase: passphraseSchema
})
export const hearingSchema = z.object({
  ...caseRef,
  party: hearingPartySchema,
  event: hearingEventSchema,
  on: daySchema,
  note: z.string().trim().max(5_000),
  passphrase: passphraseSchema
})
export const decisionSchema = z.object({
  ...caseRef,
  outcome: decisionOutcomeSchema,
  /** What is approved or changed to; ignored when refused. */
  measures: z.array(measureSchema).max(20),
  /** The hash that the page showed; null: refused. */
  plan: planHashSchema.nullable(),
  /** Modules that the page showed as beyond reach of a suspension. Another one that is: `sanctions.planDiffers`. */
  gone: z.array(moduleIdSchema).optional(),
  reasons,
  passphrase: passphraseSchema
})
export const liftDecisionSchema = z.object({
  ...caseRef,
  plan: planHashSchema,
  reasons,
  passphrase: passphraseSchema
})
export const withdrawalSchema = z.object({ ...caseRef, reason: reasons, passphrase: passphraseSchema })

export const caseQuerySchema = z.object({
  text: z.string().max(200).default(''),
  states: z.array(caseStateSchema).default([]),
  account: personIdSchema.nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100)
})
export const casePageSchema = z.object({
  all: z.number().int(),
  total: z.number().int(),
  rows: z.array(caseSummarySchema),
  states: z.array(z.object({ name: caseStateSchema, count: z.number().int() }))
})

export const caseDocuments = ['notice', 'formalNotice', 'hearing', 'lifting'] as const
export const caseDocumentSchema = z.enum(caseDocuments)
export type CaseDocument = z.infer<typeof caseDocumentSchema>
