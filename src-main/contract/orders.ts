import { z } from 'zod'
import { daySchema } from './accounts'
import { conclusionSchema } from './evaluations'
import { timeOfDaySchema } from './flags'
import { keyedPseudonymSchema, mostPseudonyms } from './foundMatter'
import { logServerSchema, pinnedAuthoritySchema } from './logServers'
import { csvDelimiters, logMappingSchema } from './logMappings'
import { passphraseSchema, personIdSchema, personNamesSchema } from './people'
import { instant } from './statement'

/** Logs of one service of the school, as the administrators have entered them. Nothing of it is read until an order covers it (P19). */
export const logSourceSchema = z.object({
  id: z.uuid(),
  /** What people call it: "WLAN-Anmeldungen". */
  name: z.string().trim().min(1).max(100),
  /**
   * Absolute: a file with its rotated predecessors, a folder, or files with `*` in the last part of the path. Where a server is asked, its
   * address.
   */
  path: z.string().trim().min(1).max(1000),
  /** As `netzwart logs check` names it; null: found by content. Of a server: what its messages hold; null: known by their programs. */
  format: z.string().min(1).max(40).nullable(),
  /** The server that is asked; absent: files are read. */
  server: logServerSchema.optional(),
  /** What a format of the school's own looks like; absent: the format needs no such words. */
  mapping: logMappingSchema.optional(),
  /** Contents of e-mail, forum or messenger stand in it (P24). */
  contents: z.boolean(),
  /** How long sealed evidence of it is kept unless a case holds it, in days, and the recorded reason for that. */
  keptDays: z.number().int().min(1).max(3650),
  keptReason: z.string().trim().max(500)
})
export type LogSource = z.infer<typeof logSourceSchema>

/** A person whom an order is about, as the directory named them when it was signed. */
export const concernedSchema = z.object({ person: personIdSchema, names: personNamesSchema })
export type Concerned = z.infer<typeof concernedSchema>

/** What an order allows to read, and nothing beside it. */
export const orderScopeSchema = z.object({
  /** UTC, to the millisecond. Begins at `from` and ends before `until`. */
  from: instant,
  until: instant,
  /** As they stood in the settings when it was signed; settings that are changed later change no order. */
  sources: z.array(logSourceSchema).min(1).max(20),
  /** Whom it is about. Together with `addresses` empty and no `pseudonyms`: not known, all events of the window are covered. */
  concerned: z.array(concernedSchema).max(50),
  /** Addresses and devices (IP, MAC) that it is about. */
  addresses: z.array(z.string().trim().min(1).max(100)).max(50),
  /** Whom a flag of a standing order is about, as it names them; absent: the order is on no such flag, or names others. */
  pseudonyms: z.array(keyedPseudonymSchema).min(1).max(mostPseudonyms).optional(),
  /** Ids of the log rules that are to be applied; empty: none, the evaluators only search. */
  rules: z.array(z.uuid()).max(100),
  /** Contents of e-mail, forum and messenger may be read (P24). */
  contents: z.boolean()
})
export type OrderScope = z.infer<typeof orderScopeSchema>

/**
 * `given`: in force, the evaluators can begin. `concluded`: they have concluded what it was for. `withdrawn`: the leadership has
 * taken it back. `expired`: its last day is over. Nothing is read under one of the last three.
 */
export const orderStates = ['given', 'concluded', 'withdrawn', 'expired'] as const
export const orderStateSchema = z.enum(orderStates)
export type OrderState = z.infer<typeof orderStateSchema>

/** How many persons evaluate (P21); each pair of them can open what is sealed. */
export const fewestEvaluators = 2
export const mostEvaluators = 5
/** In days: how long an order is in force unless somebody says otherwise, and at the longest. */
export const usualOrderDays = 14
export const longestOrderDays = 90
/** In days: the longest window of time that one order covers. */
export const longestWindowDays = 31
/** In characters. */
export const shortestSuspicion = 10
export const longestSuspicion = 5_000
export const shortestReason = 3
export const longestReason = 2_000

const reasonWords = z.string().trim().min(shortestReason).max(longestReason)

/** A minute of the school's clock. */
export const schoolMinuteSchema = z.object({ day: daySchema, time: timeOfDaySchema })
export type SchoolMinute = z.infer<typeof schoolMinuteSchema>

/** What an order says besides, of those who evaluate by name; written for whoever reads it in ten years. */
export const orderPayloadSchema = z.object({
  /** What happened that somebody asks at all. */
  occasion: z.string(),
  /** The concrete suspicion (P19, P24). */
  suspicion: z.string(),
  /** The rule that may be broken, as with a case. */
  rule: z.string(),
  scope: orderScopeSchema,
  /** Why contents of e-mail, forum or messenger may be read (P24); empty: they may not. */
  contentsReason: z.string(),
  evaluators: z.array(z.object({ person: personIdSchema, names: personNamesSchema }))
})

export const newOrderSchema = z.object({
  /** The flag that it begins from; null: none. */
  flag: z.uuid().nullable(),
  occasion: reasonWords,
  suspicion: z.string().trim().min(shortestSuspicion).max(longestSuspicion),
  rule: z.string().trim().min(1).max(200),
  /** Whom it is about. Together with `addresses` empty: not known. */
  concerned: z.array(personIdSchema).max(50),
  /** It is about whom the flag is about by its pseudonyms; then nobody else is named. */
  asFlag: z.boolean().optional(),
  /** IP addresses and MAC addresses. */
  addresses: z.array(z.string().trim().min(1).max(100)).max(50),
  /** Ids of log sources. */
  sources: z.array(z.uuid()).min(1).max(20),
  /** The minute of `until` still belongs to it. */
  from: schoolMinuteSchema,
  until: schoolMinuteSchema,
  rules: z.array(z.uuid()).max(100),
  /** Why contents may be read (P24); null: they may not. */
  contents: reasonWords.nullable(),
  evaluators: z.array(personIdSchema).min(fewestEvaluators).max(mostEvaluators),
  /** The last day on which it is in force. */
  expires: daySchema,
  passphrase: passphraseSchema
})
export type NewOrder = z.infer<typeof newOrderSchema>

export const orderWithdrawalSchema = z.object({
  order: z.uuid(),
  version: z.number().int(),
  reason: reasonWords,
  passphrase: passphraseSchema
})

const named = z.object({ person: personIdSchema, name: z.string() })

/** A rule of the pack that an order names; `title` null: the pack does not have it any more. */
export const orderRuleSchema = z.object({
  id: z.uuid(),
  title: z.object({ de: z.string(), en: z.string() }).nullable()
})

/** What the leadership chooses from who orders an evaluation, and what is known already where it begins from a flag. */
export const orderPreparationSchema = z.object({
  sources: z.array(logSourceSchema.pick({ id: true, name: true, contents: true })),
  evaluators: z.array(named),
  rules: z.array(orderRuleSchema),
  /** null: it begins from nothing. */
  beginning: z
    .object({
      /** `2026-014`: number of the flag. */
      number: z.string(),
      occasion: z.string(),
      suspicion: z.string(),
      /** null: not known. */
      rule: z.string().nullable(),
      person: z
        .object({ person: personIdSchema, names: personNamesSchema, schoolClass: z.string() })
        .nullable(),
      from: schoolMinuteSchema,
      until: schoolMinuteSchema,
      /** Of a flag that a standing order has found: whom it is about, what was read and which rule has found it; else none. */
      pseudonyms: z.array(keyedPseudonymSchema),
      sources: z.array(z.uuid()),
      rules: z.array(z.uuid())
    })
    .nullable()
})
export type OrderPreparation = z.infer<typeof orderPreparationSchema>

/** A log source as an administrator enters it; `id` null: a new one. */
export const enteredSourceSchema = logSourceSchema.extend({
  id: z.uuid().nullable(),
  keptReason: z.string().trim().min(3).max(500)
})
/** What is looked at of a source before it is entered: the beginning of its newest file. */
export const sourceTrialSchema = logSourceSchema.pick({ path: true, format: true, mapping: true }).extend({
  /** How a table is cut into columns, whatever the mapping says by now; null: it is no table. */
  table: z.object({ delimiter: z.enum(csvDelimiters), header: z.boolean() }).nullable()
})

/** What the cells of a column look like. */
export const cellForms = ['empty', 'number', 'time', 'address', 'device', 'text'] as const
export type CellForm = (typeof cellForms)[number]

/** What can be read of that beginning: numbers and structure, nothing of what stands in it (P19). */
export const sourcePreviewSchema = z.object({
  /** Name of the file; null: there is none. */
  file: z.string().nullable(),
  lines: z.number().int(),
  parsed: z.number().int(),
  /** And how many of them name somebody. */
  events: z.number().int(),
  named: z.number().int(),
  /** Of a table, in their order. `name` null: it has no line of names, or what stands there is none. */
  columns: z.array(
    z.object({
      name: z.string().nullable(),
      forms: z.array(z.object({ form: z.enum(cellForms), count: z.number().int() }))
    })
  )
})
export type SourcePreview = z.infer<typeof sourcePreviewSchema>

export const logSourcesSchema = z.object({
  sources: z.array(logSourceSchema),
  /** Names of the formats that can be read, and of those that messages of a server can hold. */
  formats: z.array(z.string()),
  messageFormats: z.array(z.string()),
  /** By id of the source: the CA that it pins. */
  authorities: z.record(z.uuid(), pinnedAuthoritySchema)
})

export const orderSummarySchema = z.object({
  id: z.uuid(),
  /** `2026-003`: year and place in it. */
  number: z.string(),
  /** Sequence number of the newest statement about it. What is done with it names it; a stale one is refused. */
  version: z.number().int(),
  state: orderStateSchema,
  givenAt: z.iso.datetime(),
  by: named,
  expires: daySchema,
  evaluators: z.array(named),
  /** Contents of e-mail, forum and messenger may be read (P24). */
  contents: z.boolean(),
  /** null: what it says was erased. */
  content: z
    .object({
      rule: z.string(),
      concerned: z.array(concernedSchema),
      addresses: z.array(z.string()),
      /** Whom a flag of a standing order is about. */
      pseudonyms: z.array(z.string()),
      from: schoolMinuteSchema,
      /** The minute still belongs to it. */
      until: schoolMinuteSchema
    })
    .nullable()
})
export type OrderSummary = z.infer<typeof orderSummarySchema>

export const orderSchema = orderSummarySchema.extend({
  /** null: erased. */
  details: z
    .object({
      occasion: z.string(),
      suspicion: z.string(),
      sources: z.array(logSourceSchema.pick({ id: true, name: true, format: true, contents: true })),
      rules: z.array(orderRuleSchema),
      contentsReason: z.string()
    })
    .nullable(),
  /** The flag that it was given on, for whoever may read it; null: none. */
  flag: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** `reason` empty: erased. */
  withdrawal: z.object({ at: z.iso.datetime(), name: z.string(), reason: z.string() }).nullable(),
  /** null: the evaluators have concluded nothing. */
  conclusion: conclusionSchema.nullable(),
  /** What the signed-in person may do now. */
  may: z.object({ withdraw: z.boolean() })
})
export type Order = z.infer<typeof orderSchema>

export const orderQuerySchema = z.object({
  text: z.string().max(200).default(''),
  state: orderStateSchema.nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100)
})
export const orderPageSchema = z.object({
  /** All that the asker may read. */
  all: z.number().int(),
  total: z.number().int(),
  rows: z.array(orderSummarySchema),
  states: z.array(z.object({ name: orderStateSchema, count: z.number().int() }))
})
