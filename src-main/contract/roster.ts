import { z } from 'zod'
import { daySchema, personKindSchema } from './accounts'
import { parametersSchema } from './result'
import { rosterNoticeSchema } from './rosterNotices'

/** The ready profiles and the generic one. `csv` is the only one whose columns a person maps. */
export const rosterFormats = [
  'csv',
  'schild',
  'linuxmuster',
  'oneroster',
  'lusd',
  'asv',
  'danis',
  'untis',
  'webuntis',
  'sokrates',
  'magellan',
  'powerschool',
  'sds',
  'clever',
  'ldif'
] as const
export const rosterFormatSchema = z.enum(rosterFormats)
export type RosterFormat = z.infer<typeof rosterFormatSchema>

/** `utf-8-doubled`: UTF-8 that was taken for Windows-1252 and encoded once more (`MÃ¼ller`). */
export const rosterEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'cp850',
  'cp852',
  'macintosh',
  'utf-8-doubled'
] as const
export type RosterEncoding = (typeof rosterEncodings)[number]
/** What people call them, where that is the same in every language. */
export const encodingNames: Readonly<Record<RosterEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (LE)',
  'utf-16be': 'UTF-16 (BE)',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'iso-8859-2': 'ISO-8859-2',
  'windows-1254': 'Windows-1254',
  cp850: 'CP850 (MS-DOS)',
  cp852: 'CP852 (MS-DOS)',
  macintosh: 'Mac Roman',
  'utf-8-doubled': 'UTF-8 in UTF-8'
}
export const rosterSeparators = [';', ',', '\t', '|'] as const

/** The fields a roster can fill. */
export const rosterFields = [
  'schoolId',
  'familyName',
  'givenName',
  'birthDate',
  'schoolClass',
  'kind',
  'mail',
  'status',
  'leavesOn',
  'deleted',
  // Goes before the family name: „von der“ of „von der Heide“.
  'nameAddition',
  // All given names: where the name that the person goes by is empty, the first of them.
  'givenNames',
  // In a column of its own beside a letter: 10 and b are 10b.
  'year',
  'login',
  'groups',
  // Of a guardian: ids of the children.
  'children'
] as const
export const rosterFieldSchema = z.enum(rosterFields)
export type RosterField = z.infer<typeof rosterFieldSchema>

/** Which column (from 0) fills which field; an absent field is not filled. */
export const columnMapSchema = z.partialRecord(rosterFieldSchema, z.number().int().min(0).max(500))
export type ColumnMap = z.infer<typeof columnMapSchema>

/** How to read a roster. What is null is found by looking at the file. */
export const rosterReadingSchema = z.object({
  format: z.union([rosterFormatSchema, z.literal('auto')]).default('auto'),
  encoding: z.enum(rosterEncodings).nullable().default(null),
  separator: z.enum(rosterSeparators).nullable().default(null),
  /** The first line names the columns. */
  hasHeader: z.boolean().nullable().default(null),
  columns: columnMapSchema.nullable().default(null),
  /** Whom the roster lists, where its rows do not say so themselves. */
  kind: personKindSchema.exclude(['other']).default('pupil'),
  /** The school of an export of several, by its id, number or name. */
  school: z.string().trim().min(1).max(200).nullable().default(null)
})
export type RosterReading = z.input<typeof rosterReadingSchema>

/** A school of an export of several. */
export const rosterSchoolSchema = z.object({ id: z.string(), name: z.string() })
export type RosterSchool = z.infer<typeof rosterSchoolSchema>

/** One person of the roster. */
export const rosterEntrySchema = z.object({
  /** Line in the file, from 1. */
  line: z.number().int(),
  schoolId: z.string().nullable(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: daySchema.nullable(),
  /** Sorted, no duplicates. */
  classes: z.array(z.string()),
  kind: personKindSchema,
  mail: z.string().nullable(),
  /** The person leaves, or has left, on this day. */
  leavesOn: daySchema.nullable(),
  /** The login that the list wishes for a new account, as it stands there; absent: none. */
  login: z.string().optional(),
  /** Groups and courses that the list names, sorted, no duplicates; absent: none. */
  groups: z.array(z.string()).optional(),
  /** Of a guardian: ids of the children that the list names, sorted, no duplicates; absent: none. */
  children: z.array(z.string()).optional()
})
export type RosterEntry = z.infer<typeof rosterEntrySchema>

export const rejectionCodes = [
  'familyNameMissing',
  'givenNameMissing',
  'nameTooLong',
  'nameHasControlCharacters',
  'nameHasNoLetters',
  'birthDateInvalid',
  'leavingDateInvalid',
  'duplicateId',
  'duplicatePerson',
  'idInvalid',
  'idRewritten',
  'classInvalid',
  'kindUnknown',
  'statusNotCurrent',
  'tooFewColumns',
  'tooManyColumns',
  'lineTooLong',
  'unreadableQuotes',
  'unreadableCharacters',
  'referenceMissing',
  'childNotTaken',
  'noGuardian',
  'guardianUnclear',
  'headerRepeated',
  'noPerson',
  'roleMissing'
] as const
export const rejectedRowSchema = z.object({
  file: z.string(),
  line: z.number().int(),
  code: z.enum(rejectionCodes),
  parameters: parametersSchema,
  /** The row's beginning as it stands in the file, at most 120 characters, controls made visible. */
  excerpt: z.string()
})
export type RejectedRow = z.infer<typeof rejectedRowSchema>

/** What a row that was not taken over still says about whose it is: whoever it may mean has not left. */
export interface RosterTrace {
  readonly file: string
  readonly line: number
  /** Why the row was not taken over. */
  readonly code: RejectedRow['code']
  /** The row's text in every reading that makes sense: as it stands, and as it would be in another encoding. */
  readonly texts: readonly string[]
  /** From the column of the ids, where that could be read. */
  readonly schoolId: string | null
}

/** What a roster looks like under one way of reading it: the live preview of the wizard. */
export const rosterPreviewSchema = z.object({
  /** Names this roster until another is chosen or the app ends. */
  roster: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int() })),
  /** How it was read, with everything that was found by looking. */
  reading: z.object({
    format: rosterFormatSchema,
    encoding: z.enum(rosterEncodings),
    separator: z.enum(rosterSeparators),
    hasHeader: z.boolean(),
    columns: columnMapSchema,
    kind: personKindSchema,
    /** The id of the school that was chosen, where the export has several. */
    school: z.string().nullable()
  }),
  /** Schools of the export that somebody belongs to; with several, nothing is planned until one is chosen. */
  schools: z.array(rosterSchoolSchema),
  /** Names of the columns, or `1`, `2`, … without a header. */
  columnNames: z.array(z.string()),
  /** Those that name guardians beside a pupil, by their place; they fill no field of the pupil. */
  guardianColumns: z.array(z.number().int()),
  /** The first rows as they stand in the file. */
  sample: z.array(z.array(z.string())),
  /** The first persons as they would be taken over. */
  entries: z.array(rosterEntrySchema),
  counts: z.object({
    rows: z.number().int(),
    accepted: z.number().int(),
    /** Rows taken into the entry of another row about the same person. */
    merged: z.number().int().default(0),
    rejected: z.number().int(),
    withoutId: z.number().int(),
    withoutClass: z.number().int()
  }),
  classes: z.array(z.object({ name: z.string(), count: z.number().int() })),
  /** The first 1,000 rejected rows; `counts.rejected` has the true number. */
  rejected: z.array(rejectedRowSchema),
  /** What must be known before anything else, the weightiest first. */
  notices: z.array(rosterNoticeSchema),
  /** Guardians get accounts here, so that a roster may list them. */
  guardianAccounts: z.boolean()
})
export type RosterPreview = z.infer<typeof rosterPreviewSchema>

/** A way of reading that the school keeps under a name. */
export const rosterProfileSchema = z.object({
  name: z.string().trim().min(1).max(80),
  reading: rosterReadingSchema
})
export type RosterProfile = z.infer<typeof rosterProfileSchema>

/** A row that may be a person who already has an account. A person decides. */
export const doubtfulMatchSchema = z.object({
  /** Names the row in `decisions`; stays the same when the same roster is read again. */
  row: z.string(),
  line: z.number().int(),
  entry: rosterEntrySchema,
  candidates: z.array(
    z.object({
      account: z.string(),
      login: z.string(),
      givenName: z.string(),
      familyName: z.string(),
      schoolId: z.string().nullable(),
      classes: z.array(z.string()),
      birthDate: daySchema.nullable(),
      /** Marked as having left since this day; null or absent: not. */
      leaverSince: daySchema.nullable().optional(),
      /** `sameIdOtherKind`: the id belongs to an account of another kind (a teacher's, not a pupil's). */
      why: z.enum([
        'sameName',
        'similarSpelling',
        'changedFamilyName',
        'sameNameOtherId',
        'namesakes',
        'sameIdOtherKind',
        'sameIdOtherPerson',
        'swappedNames'
      ])
    })
  ),
  /** False: the row's id number belongs to an account already, so that a new one cannot have it. Absent: it can. */
  newPossible: z.boolean().optional()
})
export type DoubtfulMatch = z.infer<typeof doubtfulMatchSchema>

/** An account that would be a leaver's, had not a damaged row or an empty file of the roster perhaps meant it. */
export const keptAccountSchema = z.object({
  account: z.string(),
  login: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  schoolId: z.string().nullable(),
  classes: z.array(z.string()),
  /** `id`, `name`, `birthDate`: what the row shares with it; `silentFile`: the file of its class names nobody. */
  why: z.enum(['id', 'name', 'birthDate', 'silentFile']),
  file: z.string(),
  /** From 1; 0: the file as a whole. */
  line: z.number().int(),
  /** Why the row was not taken over; null: the file as a whole. */
  code: z.enum(rejectionCodes).nullable()
})
export type KeptAccount = z.infer<typeof keptAccountSchema>

/** What a person decided about a doubtful row: an account's id, a new account, or leave it out. */
export const matchDecisionsSchema = z.record(
  z.string(),
  z.union([z.object({ account: z.string() }), z.literal('new'), z.literal('skip')])
)
export type MatchDecisions = z.infer<typeof matchDecisionsSchema>
