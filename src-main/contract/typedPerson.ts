import { z } from 'zod'
import { personKindSchema } from './accounts'
import { fill, type Language, type Text } from './language'
import { rejectionTexts } from './rejections'
import { parametersSchema } from './result'
import { doubtfulMatchSchema, matchDecisionsSchema, rejectionCodes } from './roster'
import { knownDifferenceSchema } from './rosterScope'

const typed = z.string().max(300)

/** One person as somebody types them in: each field as it stands on the screen, read like a cell of a roster. */
const typedPersonSchema = z.object({
  kind: personKindSchema.exclude(['other']),
  familyName: typed,
  givenName: typed,
  birthDate: typed,
  schoolId: typed,
  schoolClass: typed,
  /** Wished; empty: Netzwart makes one. */
  login: typed,
  /** Of a guardian: school ids of the children, as in a cell of a roster. */
  children: typed.optional()
})
export type TypedPerson = z.infer<typeof typedPersonSchema>

export const typedFields = [
  'familyName',
  'givenName',
  'birthDate',
  'schoolId',
  'schoolClass',
  'login',
  'children'
] as const
export type TypedField = (typeof typedFields)[number]

export const askedPersonSchema = z.object({
  person: typedPersonSchema,
  /** Whether the person is one of those in doubt. */
  decisions: matchDecisionsSchema.default({})
})

/** Why a field cannot be taken as it stands: as a row of a roster would be refused, or a wished login. */
const typedProblemSchema = z.object({
  field: z.enum(typedFields),
  code: z.enum([...rejectionCodes, 'loginTaken', 'loginInvalid', 'classNotRead', 'childrenUnknown']),
  parameters: parametersSchema
})
export type TypedProblem = z.infer<typeof typedProblemSchema>

/** What is wrong with a typed field, in the words of a form; what is not here is said as of a roster's row. */
const ownTexts = {
  loginTaken: {
    de: 'Dieser Anmeldename ist vergeben, gesperrt oder dem System vorbehalten.',
    en: 'This login is taken, blocked or reserved for the system.'
  },
  loginInvalid: {
    de: 'So kann kein Anmeldename aussehen: Buchstaben ohne Umlaute, Ziffern, einzelne Punkte, Binde- und Unterstriche, vorn ein Buchstabe, nicht länger als eingestellt.',
    en: 'No login can look like this: letters without umlauts, digits, single dots, hyphens and underscores, a letter in front, not longer than set.'
  },
  classNotRead: {
    de: 'Das ist kein Name einer Klasse.',
    en: 'This is no name of a class.'
  },
  childrenUnknown: {
    de: 'Nicht zu jeder Schul-ID gibt es ein Schülerkonto. Bitte prüfen Sie die Nummern.',
    en: 'Not every school id has a pupil’s account. Please check the numbers.'
  },
  familyNameMissing: { de: 'Bitte geben Sie den Nachnamen ein.', en: 'Please enter the family name.' },
  givenNameMissing: { de: 'Bitte geben Sie den Vornamen ein.', en: 'Please enter the given name.' },
  birthDateInvalid: {
    de: 'Bitte als TT.MM.JJJJ eingeben, zwischen 1900 und heute.',
    en: 'Please enter it as DD.MM.YYYY, between 1900 and today.'
  },
  idRewritten: {
    de: 'Das ist keine Nummer, sondern was ein Tabellenprogramm daraus gemacht hat.',
    en: 'This is no number but what a spreadsheet has made of one.'
  }
} as const satisfies Partial<Record<TypedProblem['code'], Text>>

export function typedProblemText({ code, parameters }: TypedProblem, language: Language): string {
  const texts: Readonly<Partial<Record<TypedProblem['code'], Text>>> = { ...rejectionTexts, ...ownTexts }
  return fill(texts[code] ?? ownTexts.classNotRead, language, parameters)
}

/** What adding the person would do, by the directory as it was read last. */
export const personOutlookSchema = z.object({
  /** Nobody is planned while there are any. */
  problems: z.array(typedProblemSchema),
  /**
   * `create`: a new account. `giveBack`: a leaver's account comes back. `known`: there is one, and it stays as it is.
   * `doubtful`: a person must decide. `unfinished`: there are problems.
   */
  deed: z.enum(['create', 'giveBack', 'known', 'doubtful', 'unfinished']),
  /** The account's login, a new one's too; null: nothing is known yet. */
  login: z.string().nullable(),
  /** The account that is there; null: none, or in doubt. */
  account: z
    .object({
      id: z.string(),
      givenName: z.string(),
      familyName: z.string(),
      classes: z.array(z.string()),
      suspended: z.boolean()
    })
    .nullable(),
  /** A class that would be made; null: none. */
  newClass: z.string().nullable(),
  /** How what was typed differs from the account that is there: shown, never planned. */
  differences: z.array(knownDifferenceSchema),
  doubtful: doubtfulMatchSchema.nullable()
})
export type PersonOutlook = z.infer<typeof personOutlookSchema>
