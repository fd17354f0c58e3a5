import { z } from 'zod'

const text = (longest: number): z.ZodString => z.string().min(1).max(longest)
const line = text(256)
const bothLanguages = z.strictObject({ de: text(4_000), en: text(4_000) })

const fieldValueSchema = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])

/** One event of a test, or many alike: `times`, one `every` so often. `{n}` in a value is which of them it is, from 1. */
const testEventSchema = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  times: z.int().min(1).max(10_000).optional(),
  every: text(10).optional(),
  /** Category of the log; without it, that of the rule. */
  category: line.optional(),
  fields: z.record(line, z.union([fieldValueSchema, z.array(fieldValueSchema).max(100)]))
})

const testSchema = z.strictObject({
  name: bothLanguages,
  /** How many findings: a `hit` is at least one. */
  expect: z.enum(['hit', 'quiet']),
  events: z.array(testEventSchema).min(1).max(200)
})
export type RuleTest = z.infer<typeof testSchema>
export type RuleTestEvent = RuleTest['events'][number]

/** What Sigma has no key for: an arbitrary custom field, as the specification allows them. */
const ownSchema = z.strictObject({
  title: bothLanguages,
  description: bothLanguages,
  /** The rules of the school that it serves. */
  policy: z.array(z.string().regex(/^P(?:[1-9]|[12]\d)$/)).min(1),
  /** Innocent explanations. */
  innocent: z.array(bothLanguages).min(1),
  lists: z.record(z.string().regex(/^[A-Za-z]\w*$/), z.array(text(1_000)).max(20_000)).optional(),
  tests: z.array(testSchema).max(100).optional()
})
export type OwnTexts = z.infer<typeof ownSchema>

const texts = z.union([line, z.array(line)])

/** Keys of every rule. What only describes it is checked and kept by nobody. */
const common = {
  title: line,
  id: line.optional(),
  name: line.optional(),
  taxonomy: z.literal('sigma').optional(),
  status: z.enum(['stable', 'test', 'experimental', 'deprecated', 'unsupported']).optional(),
  description: text(65_535).optional(),
  license: line.optional(),
  author: z.string().optional(),
  references: z.array(z.string()).optional(),
  date: z.iso.date().optional(),
  modified: z.iso.date().optional(),
  related: z.array(z.strictObject({ id: line, type: line })).optional(),
  fields: z.array(line).optional(),
  falsepositives: texts.optional(),
  level: z.enum(['informational', 'low', 'medium', 'high', 'critical']).optional(),
  tags: z.array(line).optional(),
  netzwart: ownSchema.optional()
}

const logSourceWord = z.string().regex(/^[a-z0-9_.-]+$/)

export const detectionDocumentSchema = z.strictObject({
  ...common,
  logsource: z
    .strictObject({
      category: logSourceWord.optional(),
      product: logSourceWord.optional(),
      service: logSourceWord.optional(),
      definition: z.string().optional()
    })
    .refine(({ category, product, service }) => (category ?? product ?? service) !== undefined),
  detection: z.unknown().refine((value) => value !== undefined)
})

export const correlationTypes = [
  'event_count',
  'value_count',
  'value_sum',
  'temporal',
  'temporal_ordered'
] as const
export type CorrelationType = (typeof correlationTypes)[number]

const limit = z.number()
export const limitsSchema = z.strictObject({
  field: line.optional(),
  gt: limit.optional(),
  gte: limit.optional(),
  lt: limit.optional(),
  lte: limit.optional(),
  eq: limit.optional()
})
export type Limits = Omit<z.infer<typeof limitsSchema>, 'field'>

export const correlationDocumentSchema = z.strictObject({
  ...common,
  generate: z.boolean().optional(),
  correlation: z.strictObject({
    type: z.enum(correlationTypes),
    rules: z.array(line).min(1).max(50),
    'group-by': z.array(line).max(10).optional(),
    timespan: line,
    condition: limitsSchema.optional(),
    aliases: z.record(line, z.record(line, line)).optional(),
    generate: z.boolean().optional()
  })
})
export type CorrelationDocument = z.infer<typeof correlationDocumentSchema>
