import { z } from 'zod'
import { type Operation, nothing } from '../../contract/operation'
import { passphraseSchema } from '../../contract/people'
import {
  planHashSchema,
  planPageSchema,
  planProgressSchema,
  planQuerySchema,
  planSummarySchema,
  stepPageSchema,
  stepQuerySchema
} from '../../contract/plan'
import { by, noPayload, statementKind } from '../../contract/statement'

/** Who may look at plans. */
const overseersOfPlans = ['administrator', 'leadership'] as const

/** Where a person's signature is needed. */
const passphrase = passphraseSchema.nullable().default(null)

const operations = {
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
     * `leavers`, `renames`: the numbers typed in where the accident guard asks for them. `passphrase`: in a founded case file a plan
     * of several steps is signed by the administrator.
     */
    input: z.object({
      plan: planHashSchema,
      leavers: z.number().int().nullable(),
      renames: z.number().int().nullable().optional(),
      passphrase
    }),
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
  'plans.discard': { input: z.object({ plan: planHashSchema }), output: nothing, role: 'administrator' }
} as const satisfies Record<string, Operation>

const statements = {
  'plan.begun': statementKind({
    body: z.object({
      plan: planHashSchema,
      job: z.string(),
      steps: z.number().int(),
      kinds: z.record(z.string(), z.number().int()),
      undoes: planHashSchema.nullable(),
      by
    }),
    /** `subject`: whom a plan of one step is about. `reason`: what was stated for it. */
    payload: z.object({ subject: z.string(), reason: z.string() }),
    reading: 'content',
    subject: ({ plan }) => `plan:${plan}`,
    name: { de: 'Ausführung begonnen', en: 'Run begun' },
    signers: ['device', 'administrator']
  }),
  'plan.ended': statementKind({
    body: z.object({
      plan: planHashSchema,
      state: z.string(),
      done: z.number().int(),
      failed: z.number().int(),
      remaining: z.number().int()
    }),
    payload: noPayload,
    reading: 'procedure',
    subject: ({ plan }) => `plan:${plan}`,
    name: { de: 'Ausführung beendet', en: 'Run ended' },
    signers: ['device']
  })
} as const

export const contract = { operations, statements } as const
