import { z } from 'zod'
import { daySchema } from './accounts'
import { gapCodes } from './evidence'
import { acts, sureties } from './logEvents'
import { fingerprintSchema, passphraseSchema, personIdSchema } from './people'
import { failureSchema } from './result'

/** What stands for what: a login, an address, a device, a mail address, a name that somebody has written into a text. */
export const pseudonymKinds = ['person', 'address', 'device', 'mail', 'name'] as const
export const pseudonymKindSchema = z.enum(pseudonymKinds)
export type PseudonymKind = z.infer<typeof pseudonymKindSchema>

/** Numbered by first appearance in the evidence, each kind for itself, from 1. */
export const pseudonymSchema = z.object({ kind: pseudonymKindSchema, number: z.number().int().min(1) })
export type Pseudonym = z.infer<typeof pseudonymSchema>

/** A pseudonym as it stands in statements: `person:3`. */
export const pseudonymTextSchema = z.string().regex(/^(?:person|address|device|mail|name):[1-9]\d*$/)

/** Of `person:3`, as `pseudonymTextSchema` has it. */
export function pseudonymOf(text: string): Pseudonym {
  const [word = '', number = ''] = text.split(':')
  return { kind: pseudonymKinds.find((kind) => kind === word) ?? 'name', number: Number(number) }
}

/**
 * A text of a log in which names and addresses are pseudonyms. They are values of their own and no words inside the text: what
 * somebody has written into an address can look like a pseudonym and is none.
 */
export const maskedTextSchema = z.array(z.union([z.string(), pseudonymSchema]))
export type MaskedText = z.infer<typeof maskedTextSchema>

/** Acts in the groups that the timeline shows. */
export const actGroups = [
  'signIn',
  'network',
  'web',
  'files',
  'programs',
  'mail',
  'print',
  'directory'
] as const
export const actGroupSchema = z.enum(actGroups)
export type ActGroup = z.infer<typeof actGroupSchema>

const suretySchema = z.enum(sureties)

/**
 * How the time of an event is known. `written`: the log says the instant. `zoneAssumed`: it has local time without a zone, taken for
 * the school's. `yearAssumed`: without a year, too.
 */
export const timeSureties = ['written', 'zoneAssumed', 'yearAssumed'] as const
export const timeEdges = ['start', 'end', 'moment', 'received'] as const

/** Milliseconds since 1970, UTC. */
const milliseconds = z.number()

/** What narrows the events. Everything that is left out does not. */
export const evaluationFilterSchema = z.object({
  /** Looked for in the masked text alone: a real name finds nothing, whether or not it is there. */
  text: z.string().max(200).default(''),
  pseudonym: pseudonymSchema.nullable().default(null),
  groups: z.array(actGroupSchema).max(actGroups.length).default([]),
  sureties: z.array(suretySchema).max(sureties.length).default([]),
  source: z.number().int().min(0).nullable().default(null),
  from: milliseconds.nullable().default(null),
  until: milliseconds.nullable().default(null),
  onlyMarked: z.boolean().default(false),
  onlyFound: z.boolean().default(false)
})
export type EvaluationFilter = z.infer<typeof evaluationFilterSchema>

/** What was asked, as it is written down. */
export const searchedSchema = z.object({
  text: z.string(),
  pseudonym: pseudonymTextSchema.nullable(),
  groups: z.array(actGroupSchema),
  sureties: z.array(suretySchema),
  /** Id of the source; null: all. */
  source: z.string().nullable(),
  from: milliseconds.nullable(),
  until: milliseconds.nullable(),
  onlyMarked: z.boolean(),
  onlyFound: z.boolean(),
  hits: z.number().int()
})

/** At most so many columns has the timeline. */
export const mostBuckets = 300
/** In characters. */
export const longestNote = 500

export const evaluationEventSchema = z.object({
  /** Its place in the evidence, which stays the same. */
  event: z.number().int(),
  at: milliseconds,
  timeKnown: z.enum(timeSureties),
  edge: z.enum(timeEdges),
  act: z.enum(acts),
  group: actGroupSchema,
  surety: suretySchema,
  person: pseudonymSchema.nullable(),
  address: pseudonymSchema.nullable(),
  device: pseudonymSchema.nullable(),
  details: z.array(z.object({ name: z.string(), text: maskedTextSchema })),
  /** Places in `sources`. */
  source: z.number().int(),
  /** Places in `findings`. */
  findings: z.array(z.number().int()),
  marked: z.boolean(),
  note: z.string()
})
export type EvaluationEvent = z.infer<typeof evaluationEventSchema>

const bothLanguages = z.object({ de: z.string(), en: z.string() })

/** What rules ask for that no log tells: directory, case file and settings do, as far as they know. */
export const joinedFields = [
  'person-kind',
  'account-state',
  'suspended-minutes',
  'device-kind',
  'device-for'
] as const
export const joinedFieldSchema = z.enum(joinedFields)
export type JoinedField = z.infer<typeof joinedFieldSchema>

/** What a rule says about certain events: no judgment. */
export const evaluationFindingSchema = z.object({
  title: bothLanguages,
  description: bothLanguages,
  innocent: z.array(bothLanguages),
  policy: z.array(z.string()),
  /** Of the first and the last event. */
  from: milliseconds,
  until: milliseconds,
  /** The most that was counted in one window. */
  value: z.number(),
  events: z.number().int(),
  /** What its events have in common. */
  group: z.array(maskedTextSchema)
})
export type EvaluationFinding = z.infer<typeof evaluationFindingSchema>

/** A rule that the order names and that could not say anything here. */
export const idleRuleSchema = z.object({
  title: bothLanguages,
  /**
   * `noLog`: no source has events of the kind that it is about. `notJoined`: it asks for something that nobody knew of any of them.
   * `notKnown`: this version has no such rule.
   */
  because: z.enum(['noLog', 'notJoined', 'notKnown', 'nothingFound']),
  /** What it asks for that nobody knew; empty: nothing. */
  missing: z.array(joinedFieldSchema)
})

/** A stay in the network whose begin and end the same log tells. */
export const evaluationStaySchema = z.object({
  from: milliseconds,
  until: milliseconds,
  person: pseudonymSchema.nullable(),
  surety: suretySchema,
  address: pseudonymSchema.nullable(),
  device: pseudonymSchema.nullable(),
  source: z.number().int(),
  timeKnown: z.enum(timeSureties)
})
export type EvaluationStay = z.infer<typeof evaluationStaySchema>

export const evaluationSourceSchema = z.object({
  name: maskedTextSchema,
  /** null: not recognised. */
  format: z.string().nullable(),
  events: z.number().int(),
  /** Events that the order does not cover: counted and thrown away when they were read. */
  outside: z.number().int(),
  files: z.array(
    z.object({
      name: maskedTextSchema,
      sha256: z.string(),
      bytes: z.number(),
      lines: z.number().int(),
      parsed: z.number().int(),
      rejected: z.number().int()
    })
  ),
  gaps: z.array(
    z.object({
      code: z.enum(gapCodes),
      /** Empty: the whole source. */
      file: maskedTextSchema,
      names: z.array(maskedTextSchema),
      /** Lines or events; 0: not counted. */
      count: z.number().int(),
      time: milliseconds.nullable()
    })
  )
})
export type EvaluationSource = z.infer<typeof evaluationSourceSchema>

/** Counts of a stretch of time, cut into equal parts. */
export const evaluationTimelineSchema = z.object({
  from: milliseconds,
  until: milliseconds,
  /** Of one part, milliseconds. */
  width: z.number(),
  counts: z.record(actGroupSchema, z.array(z.number().int())),
  /** Events that a rule has found. */
  found: z.array(z.number().int())
})
export type EvaluationTimeline = z.infer<typeof evaluationTimelineSchema>

export const evaluationPageSchema = z.object({
  all: z.number().int(),
  total: z.number().int(),
  rows: z.array(evaluationEventSchema)
})

/** What the two who evaluate conclude. */
export const judgments = ['noViolation', 'violation', 'lawEnforcement'] as const
export const judgmentSchema = z.enum(judgments)
export type Judgment = z.infer<typeof judgmentSchema>

/** In characters. */
export const shortestConclusion = 10
export const longestConclusion = 5_000
const conclusion = z.string().trim().min(shortestConclusion).max(longestConclusion)
const revealReason = z.string().trim().min(3).max(500)

const evaluatorSchema = z.object({ person: personIdSchema, name: z.string() })

/** What two evaluators have concluded together. What is empty of its words was erased. */
export const conclusionSchema = z.object({
  judgment: judgmentSchema,
  at: z.iso.datetime(),
  persons: z.array(evaluatorSchema),
  findings: z.string(),
  notFound: z.string(),
  summary: z.string(),
  /** Cases that began from it. `mayRead`: by whoever asks. */
  cases: z.array(z.object({ id: z.uuid(), number: z.string(), mayRead: z.boolean() })),
  /** Whether whoever asks may propose a case from it now. */
  mayPropose: z.boolean()
})
export type Conclusion = z.infer<typeof conclusionSchema>

const order = { order: z.uuid() }
/** One of the two, in a step of their own: see [Note: a secret leaves the window with its step]. */
const step = {
  ...order,
  person: personIdSchema,
  passphrase: passphraseSchema,
  /** The second one, who is asked at another PC; null: they follow at this one. */
  elsewhere: personIdSchema.nullable().default(null)
}

export const openStepSchema = z.object(step)
export const revealStepSchema = z.object({ ...step, pseudonym: pseudonymSchema, reason: revealReason })
export const closeStepSchema = z.object({
  ...step,
  judgment: judgmentSchema,
  /** What was found, in words. */
  findings: conclusion,
  /** What was looked for and not found. */
  notFound: conclusion,
  summary: conclusion
})
export const evaluationRefSchema = z.object(order)
/** What was shown is named by its SHA-256, so that nothing else is released or signed. */
export const releaseStepSchema = z.object({
  ...order,
  ask: z.uuid(),
  digest: fingerprintSchema,
  passphrase: passphraseSchema
})
export const declineStepSchema = z.object({ ...order, ask: z.uuid() })
export const evaluationQuerySchema = z.object({
  ...order,
  filter: evaluationFilterSchema,
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100)
})
export const evaluationTimelineQuerySchema = z
  .object({
    ...order,
    filter: evaluationFilterSchema,
    from: milliseconds,
    until: milliseconds,
    buckets: z.number().int().min(1).max(mostBuckets).default(mostBuckets)
  })
  .refine(({ from, until }) => from < until)
export const evaluationMarkSchema = z.object({
  ...order,
  event: z.number().int().min(0),
  marked: z.boolean(),
  note: z.string().trim().max(longestNote)
})

export const evaluationActs = ['open', 'reveal', 'close'] as const

/** What the two who share an evaluation between two PCs see of each other. */
const elsewhereSchema = z.object({
  /** Whether the second one can be asked at another PC: the case file lies on a server. */
  isOffered: z.boolean(),
  /** Whoever is asked just now. Both compare the check number on their screens. */
  waitsFor: z.object({ person: evaluatorSchema, checkNumber: z.string() }).nullable(),
  /** Why what was asked last did not come about; null: it did, or nothing was asked. */
  failure: failureSchema.nullable(),
  /** What is asked of whoever sits here. */
  asked: z
    .object({
      ask: z.uuid(),
      digest: fingerprintSchema,
      by: evaluatorSchema,
      checkNumber: z.string(),
      until: z.iso.datetime(),
      what: z.discriminatedUnion('act', [
        z.object({ act: z.literal('open') }),
        z.object({ act: z.literal('reveal'), pseudonym: pseudonymSchema, reason: z.string() }),
        z.object({
          act: z.literal('close'),
          judgment: judgmentSchema,
          findings: z.string(),
          notFound: z.string(),
          summary: z.string(),
          /** Findings and events that are recorded with it. */
          foundCount: z.number().int(),
          notedCount: z.number().int()
        })
      ])
    })
    .nullable(),
  /** An evaluation is open at another PC by the half of whoever sits here. `readsHere`: what is asked in it can be read at this PC. */
  released: z.object({ by: evaluatorSchema, readsHere: z.boolean() }).nullable()
})

/** What is known of an evaluation without opening anything. */
export const evaluationStateSchema = z.object({
  ...order,
  number: z.string(),
  /** `nothingSealed`: nothing was read under the order yet. `ended`: the order was withdrawn or has expired. */
  state: z.enum(['nothingSealed', 'sealed', 'open', 'closed', 'ended']),
  /** The last day of the order. */
  expires: daySchema,
  /** null: erased. */
  about: z
    .object({
      occasion: z.string(),
      suspicion: z.string(),
      rule: z.string(),
      from: z.iso.datetime(),
      until: z.iso.datetime(),
      contents: z.boolean()
    })
    .nullable(),
  evaluators: z.array(evaluatorSchema),
  sealedAt: z.iso.datetime().nullable(),
  /** One of the two has done their part and waits for the other; null: nobody waits. */
  waiting: z
    .object({ act: z.enum(evaluationActs), person: evaluatorSchema, until: z.iso.datetime() })
    .nullable(),
  /** null: nobody has opened it just now. */
  session: z
    .object({
      id: z.uuid(),
      openedAt: z.iso.datetime(),
      persons: z.array(evaluatorSchema),
      /** It ends by itself unless somebody asks something before. */
      endsAt: z.iso.datetime(),
      /** The second one has released their half at another PC, and can be asked there. */
      isShared: z.boolean()
    })
    .nullable(),
  /** Pseudonyms that both have revealed; for the two of an open session alone. */
  revealed: z.array(
    z.object({ pseudonym: pseudonymSchema, identity: z.string(), reason: z.string(), at: z.iso.datetime() })
  ),
  /** null: not concluded. */
  conclusion: conclusionSchema.nullable(),
  elsewhere: elsewhereSchema
})
export type EvaluationState = z.infer<typeof evaluationStateSchema>

/** What an open evaluation holds beside its events. */
export const evaluationOverviewSchema = z.object({
  events: z.number().int(),
  /** Of the order. */
  from: milliseconds,
  until: milliseconds,
  findings: z.array(evaluationFindingSchema),
  idleRules: z.array(idleRuleSchema),
  stays: z.array(evaluationStaySchema),
  sources: z.array(evaluationSourceSchema)
})
export type EvaluationOverview = z.infer<typeof evaluationOverviewSchema>
