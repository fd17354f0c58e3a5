import type { Text } from './language'
import { z } from 'zod'
import { failureSchema, parametersSchema } from './result'
import { daySchema } from './accounts'

/** SHA-256 of the plan's canonical JSON (RFC 8785), 64 lower-case hex digits: the plan's name. */
export const planHashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Fields of a thing before or after a step. Which fields there are is the job's business. */
export const imageSchema = z.record(z.string(), z.json())
export type Image = z.infer<typeof imageSchema>

export const stepSchema = z.object({
  /** Place in the plan, from `1`; unique in it. */
  id: z.string(),
  /** The job's word for what the step does, for example `create` or `changeClass`. */
  kind: z.string(),
  target: z.object({
    /** What kind of thing, in the job's words, for example `account`. */
    type: z.string().max(40),
    /** The thing's lasting id in the outside world; null while it does not exist. */
    id: z.string().nullable(),
    /** What a person calls it: login, class, DN. */
    name: z.string(),
    /** Person's name as shown, or the same as `name`. */
    label: z.string(),
    /** Class to list the step under; empty: none. */
    schoolClass: z.string()
  }),
  /** null: the thing does not exist before. */
  before: imageSchema.nullable(),
  /** null: the thing does not exist after. */
  after: imageSchema.nullable(),
  reason: z.object({ code: z.string(), parameters: parametersSchema }),
  /** Ids of the steps that must be done first. */
  needs: z.array(z.string())
})
export type Step = z.infer<typeof stepSchema>

/** What is known about every step of a kind. */
export interface StepKind {
  /** False: nothing can take it back, for example a new password. */
  readonly undoable: boolean
  /** What has happened: `Konto angelegt`. */
  readonly happened: Text
}

/** What is to happen, as data. Computing it changes nothing; equal inputs give an equal plan. */
export const planSchema = z.object({
  format: z.literal(1),
  job: z.string(),
  /** The day the plan was computed for. */
  day: daySchema,
  /** What the plan was computed from, in the job's words (roster's digest, directory, settings). */
  basis: parametersSchema,
  /** The hash of the plan that this one takes back; null: none. */
  undoes: planHashSchema.nullable(),
  steps: z.array(stepSchema)
})
export type Plan = z.infer<typeof planSchema>

export const stepOutcomes = ['open', 'started', 'done', 'failed', 'undone'] as const
export const stepOutcomeSchema = z.enum(stepOutcomes)
export type StepOutcome = z.infer<typeof stepOutcomeSchema>

export const runStates = ['planned', 'running', 'interrupted', 'finished', 'undone', 'discarded'] as const
export const runStateSchema = z.enum(runStates)
export type RunState = z.infer<typeof runStateSchema>

/** How far a plan has come. */
export const planProgressSchema = z.object({
  plan: planHashSchema,
  state: runStateSchema,
  steps: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  remaining: z.number().int(),
  /** Steps a second over the last seconds; 0 while nothing runs. */
  rate: z.number(),
  /** Why the run stopped before its end; null: it did not. */
  stoppedBy: failureSchema.nullable()
})
export type PlanProgress = z.infer<typeof planProgressSchema>

export const planSummarySchema = z.object({
  hash: planHashSchema,
  job: z.string(),
  day: daySchema,
  createdAt: z.iso.datetime(),
  basis: parametersSchema,
  undoes: planHashSchema.nullable(),
  progress: planProgressSchema,
  /** What a plan of a single step is about: the person's name as shown, a class; null: several steps. */
  subject: z.string().nullable(),
  /** Steps by kind. */
  kinds: z.array(z.object({ kind: z.string(), count: z.number().int() })),
  /** Steps by class and kind. */
  classes: z.array(z.object({ name: z.string(), kinds: z.record(z.string(), z.number().int()) })),
  /** The numbers a person must type in before the plan may run (accident guard); null: none. */
  confirmation: z
    .object({
      /** 0: it is not asked for. */
      leavers: z.number().int(),
      /** Accounts that the numbers are compared with. */
      governed: z.number().int(),
      /** Absent: it is not asked for. */
      renames: z.number().int().optional()
    })
    .nullable()
})
export type PlanSummary = z.infer<typeof planSummarySchema>

export const planQuerySchema = z.object({
  /** Words that must all occur in the name, label or class of one of its steps. */
  text: z.string().max(200).default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50)
})
export const planPageSchema = z.object({ total: z.number().int(), rows: z.array(planSummarySchema) })

export const stepRowSchema = z.object({
  step: stepSchema,
  outcome: stepOutcomeSchema,
  failure: failureSchema.nullable()
})
export type StepRow = z.infer<typeof stepRowSchema>

export const stepQuerySchema = z.object({
  plan: planHashSchema,
  text: z.string().max(200).default(''),
  kind: z.string().nullable().default(null),
  schoolClass: z.string().nullable().default(null),
  outcome: stepOutcomeSchema.nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200)
})
export const stepPageSchema = z.object({ total: z.number().int(), rows: z.array(stepRowSchema) })
