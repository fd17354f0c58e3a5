import { z } from 'zod'
import { languageSchema, type Text } from './language'
import { moduleGroupsSchema } from './modules'

export const themes = ['system', 'light', 'dark'] as const

/** What this PC's user prefers to see. */
export const preferencesSchema = z.object({ language: languageSchema, theme: z.enum(themes) })
export type Preferences = z.infer<typeof preferencesSchema>

/** A retention period with the reason that the school recorded for it. */
const retentionSchema = z.object({
  days: z.number().int().min(0).max(3650),
  reason: z.string().trim().min(1).max(500)
})

/** How logins are made (P3). */
export const loginSettingsSchema = z.object({
  /**
   * Placeholders `{g}` initial of the first name, `{given}` first name, `{family}` last name; anything else
   * must be a letter, digit, dot, hyphen or underscore.
   */
  pattern: z.string().min(3).max(60),
  /** Characters; 15 where an exam account may be added to a login, else at most 20. */
  maximumLength: z.number().int().min(6).max(20),
  /** `join` writes all parts of a double name together, `first` takes the first part. */
  doubleNames: z.enum(['join', 'first']),
  /** `drop` leaves particles (von, van, de, el, ...) out of the login, `join` keeps them. */
  particles: z.enum(['drop', 'join']),
  /** A new login when a name changes, or the old one for as long as the account lives. */
  onRename: z.enum(['keep', 'new']),
  /** How long a login stays blocked after its account is gone. */
  blocked: retentionSchema
})
export type LoginSettings = z.infer<typeof loginSettingsSchema>

/** What stands at the head of letters and notices. */
export const letterheadSchema = z.object({
  /** Street, postal code and place, one line each. */
  address: z.string().trim().max(500),
  /** Telephone, e-mail, website, one line each. */
  contact: z.string().trim().max(500),
  /** In front of the date: `Lindenhain, den …`. */
  place: z.string().trim().max(100),
  /** Name and office under the signature. */
  signatory: z.string().trim().max(200)
})

const radiusSettingsSchema = z.object({
  /** Name or address; empty: the school has none, or none to test. */
  host: z.string().trim().max(255),
  /** UDP. */
  port: z.number().int().min(1).max(65_535),
  /** How Netzwart names itself to it; what an attribute of RADIUS holds in any script. */
  nasIdentifier: z.string().trim().min(1).max(60)
})
const noRadius = { host: '', port: 1812, nasIdentifier: 'netzwart' }

/** Reasons of the periods as they come; kept in German, as everything that the school files. */
export const defaultReasons = {
  suspended: {
    de: 'Zeit, eigene Dokumente zu sichern (Nutzungsordnung: Löschung nach dem Verlassen der Schule).',
    en: 'Time to save one’s own documents (usage policy: deletion after leaving the school).'
  },
  announced: {
    de: 'Zeit für Rückkehr und Berichtigung, bevor endgültig gelöscht wird.',
    en: 'Time to return or to correct, before deletion is final.'
  },
  blocked: {
    de: 'Niemand soll Post oder Dateien eines früheren Mitglieds erhalten.',
    en: 'Nobody shall get mail or files of a former member.'
  },
  found: {
    de: 'Zeit für die Schulleitung, über das zu entscheiden, was die Auswertung gefunden hat.',
    en: 'Time for the leadership to decide on what the evaluation has found.'
  },
  case: {
    de: 'Wer beschuldigt wird, muss gehört werden, bevor Beweismittel vernichtet sind.',
    en: 'Whoever is accused has to be heard before evidence is destroyed.'
  }
} as const satisfies Record<string, Text>

/** Days from the conclusion of an evaluation; after one that found nothing there is no such period. */
const evidencePeriodsSchema = z.object({
  /** Where something was found: violation, or handing over to law enforcement. */
  found: retentionSchema,
  /** As long as a case is under way that began from it. */
  case: retentionSchema
})
export type EvidencePeriods = z.infer<typeof evidencePeriodsSchema>
export const usualEvidencePeriods: EvidencePeriods = {
  found: { days: 90, reason: defaultReasons.found.de },
  case: { days: 365, reason: defaultReasons.case.de }
}

/** Where nobody knows what the school has set: nothing is destroyed by a guess. */
export const longestEvidencePeriods: EvidencePeriods = {
  found: { days: 3650, reason: defaultReasons.found.de },
  case: { days: 3650, reason: defaultReasons.case.de }
}

const signsOfPlaces = /^[\p{L}\p{M}\p{N}*?._:$ -]+$/u

/**
 * Whether a log can show a device by this. Neither a range (`10.1.2.1-10.1.2.9`) nor a mask (`10.1.2.0/255.255.255.0`) nor a network
 * that is none: nothing would ever be found by it, and nobody would be told.
 */
function isPlace(text: string): boolean {
  if (text.includes('/')) return z.union([z.cidrv4(), z.cidrv6()]).safeParse(text).success
  return signsOfPlaces.test(text) && !/^\d+(?:\.\d+){3} ?- ?[\d.]+$/.test(text)
}

/**
 * Devices that belong together and where logs show them, for rules about logs. `usedBy` null: pupils and staff, or nobody knows.
 */
export const schoolDevicesSchema = z.object({
  /** What people call them: "Computerraum 2". */
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['school', 'private']),
  usedBy: z.enum(['pupils', 'staff']).nullable(),
  /** Addresses, networks (`10.1.2.0/24`), names of machines or MAC addresses, these with `*` for any characters. */
  places: z.array(z.string().trim().min(1).max(100).refine(isPlace)).min(1).max(50)
})
export type SchoolDevices = z.infer<typeof schoolDevicesSchema>

export const mostDeviceGroups = 50

export const settingsSchema = z.object({
  school: z.object({
    name: z.string().trim().max(200),
    /** Whom a pupil asks, printed on the slip. */
    contact: z.string().trim().max(200),
    /** Where one signs in and changes the password, printed on the slip. */
    signInHint: z.string().trim().max(500)
  }),
  logins: loginSettingsSchema,
  passwords: z.object({
    /** Length of provisional passwords in characters. */
    length: z.number().int().min(10).max(20)
  }),
  leavers: z.object({
    /** Suspended, everything kept; the person may still fetch documents on request (P8). */
    suspended: retentionSchema,
    /** Then announced for removal. */
    announced: retentionSchema
  }),
  /** How long evidence of an evaluation outlives the period of its source (docs/evidence.md). */
  evidence: evidencePeriodsSchema.default(usualEvidencePeriods),
  /** Guardians who stand in rosters get accounts of their own (P1). */
  guardianAccounts: z.boolean().default(false),
  /** Share of leavers or deletions above which the number must be typed in, percent. */
  guardPercent: z.number().int().min(1).max(100),
  /** Groups whose members may use a module (P10, P11). */
  modules: moduleGroupsSchema.default({}),
  /** The RADIUS server that the self-test asks; its shared secret is kept elsewhere. */
  radius: radiusSettingsSchema.default(noRadius),
  /** Which devices are the school's and which are private; empty: nobody has said. */
  devices: z.array(schoolDevicesSchema).max(mostDeviceGroups).default([]),
  letterhead: letterheadSchema.default({ address: '', contact: '', place: '', signatory: '' }),
  /** Minutes without activity after which the window locks and forgets who was signed in. */
  idleMinutes: z.number().int().min(1).max(60).default(5)
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  school: { name: '', contact: '', signInHint: '' },
  logins: {
    pattern: '{g}.{family}',
    maximumLength: 20,
    doubleNames: 'join',
    particles: 'join',
    onRename: 'keep',
    blocked: { days: 730, reason: defaultReasons.blocked.de }
  },
  passwords: { length: 12 },
  leavers: {
    suspended: { days: 30, reason: defaultReasons.suspended.de },
    announced: { days: 60, reason: defaultReasons.announced.de }
  },
  evidence: usualEvidencePeriods,
  guardianAccounts: false,
  guardPercent: 10,
  modules: {},
  radius: noRadius,
  devices: [],
  letterhead: { address: '', contact: '', place: '', signatory: '' },
  idleMinutes: 5
}
