import { z } from 'zod'
import type { JobHandlers } from '../../contract/handlers'
import type { LedgerExport, LedgerProblem } from '../../contract/ledger'
import type { ModuleGroups } from '../../contract/modules'
import { logSourceSchema, type LogSource } from '../../contract/orders'
import { fail, succeed, type Result } from '../../contract/result'
import { rosterProfileSchema, type RosterProfile } from '../../contract/roster'
import { defaultSettings, settingsSchema, type Settings } from '../../contract/settings'
import { canonicalJson } from '../../core/canonicalJson'
import {
  documentDigest,
  steeringDocuments,
  type RecordedDocuments,
  type SteeringDocument
} from './recordedDocuments'

/** What a job asks of settings before they are kept. */
export type SettingsDemand = (settings: Settings) => Result<undefined>

/** The settings of the school as jobs work with them. */
export interface SettingsDesk {
  /** Those in force. `ledger.documentChanged`: somebody changed them past the ledger; nothing is done with them. */
  settings(): Promise<Result<Settings>>
  /** Those in force, or else what was put in their place: to be looked through and saved anew, never to work with. */
  shown(): Promise<Result<Settings>>
  /**
   * Puts settings in force, in the place of whatever somebody has put there. `ledger.deviceUnknown`: this PC is not
   * admitted.
   */
  keepSettings(settings: Settings): Promise<Result<Settings>>
  /** Every group that settings in force name or have named for a module, whatever else the store holds. */
  groupsEverMapped(): Promise<Result<readonly string[]>>
  /**
   * The groups of the modules in force at a statement, or now (null). Answers null where nobody knows any more what was
   * mapped then.
   */
  mappedModules(sequence: number | null): Promise<Result<ModuleGroups | null>>
  /** Those that were read last; null: none yet. */
  latest(): Settings | null
  /** From now on settings that this refuses are not kept. */
  check(demand: SettingsDemand): void
  profiles(): Promise<Result<RosterProfile[]>>
  keepProfiles(profiles: readonly RosterProfile[]): Promise<Result<undefined>>
  /** Where logs of the school's services lie. Nothing of them is read until an order covers it (P19). */
  logSources(): Promise<Result<LogSource[]>>
  keepLogSources(sources: readonly LogSource[]): Promise<Result<undefined>>
}

/** What the composition root needs besides. */
export interface SettingsOffice extends SettingsDesk {
  readonly handlers: JobHandlers<'settings.read' | 'settings.write'>
  /** Which group stood for which module when that statement was made; null: not known. */
  mappedAt(sequence: number): Promise<ModuleGroups | null>
  /** Settings that are or were in force, by their digest: what an export is compared with. */
  everKept(): Promise<NonNullable<LedgerExport['settings']>>
  /** Says once what an earlier version kept without saying so. To be called while an administrator is there. */
  adopt(): Promise<Result<undefined>>
  /** Documents that are not what the ledger names. */
  problems(): Promise<readonly LedgerProblem[]>
}

interface SettingsOfficeOptions {
  readonly documents: RecordedDocuments
  /** Who sits there, for the ledger; null: nobody, or the case file is not founded. */
  readonly by: () => string | null
  /** Settings were kept. */
  readonly onChange: () => Promise<void>
  /** Something was not done, since a document is not what the ledger names. */
  readonly onRefused: () => void
}

const profilesSchema = z.array(rosterProfileSchema)
const logSourcesSchema = z.array(logSourceSchema)

export function createSettingsOffice(options: SettingsOfficeOptions): SettingsOffice {
  const { documents, by, onChange, onRefused } = options
  const demands: SettingsDemand[] = []
  let latest: Settings | null = null
  const inForce = async (document: SteeringDocument): Promise<Result<unknown>> => {
    const read = await documents.read(document)
    if (!read.ok && read.failure.code === 'ledger.documentChanged') onRefused()
    return read
  }
  const parsed = <Schema extends z.ZodType>(
    document: SteeringDocument,
    value: unknown,
    schema: Schema,
    absent: z.output<Schema>
  ): Result<z.output<Schema>> => {
    if (value === undefined) return succeed(absent)
    const read = schema.safeParse(value)
    return read.success ? succeed(read.data) : fail('store.documentDamaged', { document })
  }
  const keep = async (document: SteeringDocument, value: unknown): Promise<Result<undefined>> => {
    const written = await documents.write(document, value, by())
    if (written.ok) await onChange()
    return written
  }
  /** Who has looked through the settings has not seen the lists beside them: what was said stays, anything else goes. */
  const mendLists = async (): Promise<Result<undefined>> => {
    for (const list of ['rosterProfiles', 'logSources'] as const) {
      const found = await documents.find(list)
      if (!found.ok || found.value.differsFrom === null) continue
      const mended = await keep(list, found.value.isInForce ? found.value.value : [])
      if (!mended.ok) return mended
    }
    return succeed()
  }
  const settings = async (): Promise<Result<Settings>> => {
    const read = await inForce('settings')
    if (!read.ok) return read
    const found = parsed('settings', read.value, settingsSchema, defaultSettings)
    if (found.ok) latest = found.value
    return found
  }
  const mappedAt = async (sequence: number): Promise<ModuleGroups | null> => {
    const read = settingsSchema.safeParse(await documents.at('settings', sequence))
    return read.success ? read.data.modules : null
  }
  const office: SettingsOffice = {
    handlers: {
      'settings.read': () => office.shown(),
      async 'settings.write'({ before, ...wanted }) {
        for (const demand of demands) {
          const met = demand(wanted)
          if (!met.ok) return met
        }
        if (before !== undefined) {
          const present = await office.shown()
          if (!present.ok) return present
          if (documentDigest(present.value) !== documentDigest(before))
            return fail('application.settingsChanged')
        }
        return office.keepSettings(wanted)
      }
    },
    mappedAt,
    latest: () => latest,
    check: (demand) => void demands.push(demand),
    settings,
    async shown() {
      const found = await documents.find('settings')
      if (!found.ok) return found
      const { value, differsFrom } = found.value
      const shown = parsed('settings', value, settingsSchema, defaultSettings)
      // What somebody has put there may be anything; the administrator then begins with the usual settings.
      return shown.ok || differsFrom === null ? shown : succeed(defaultSettings)
    },
    async keepSettings(settings) {
      const kept = await keep('settings', settings)
      if (!kept.ok) return kept
      const mended = await mendLists()
      return mended.ok ? succeed(settings) : mended
    },
    async groupsEverMapped() {
      const now = await settings()
      if (!now.ok) return now
      const before = (await documents.ever('settings')).flatMap((value) => {
        const read = settingsSchema.safeParse(value)
        return read.success ? [read.data] : []
      })
      return succeed([now.value, ...before].flatMap(({ modules }) => Object.values(modules)))
    },
    async profiles() {
      const read = await inForce('rosterProfiles')
      return read.ok ? parsed('rosterProfiles', read.value, profilesSchema, []) : read
    },
    keepProfiles: (profiles) => keep('rosterProfiles', profiles),
    async logSources() {
      const read = await inForce('logSources')
      return read.ok ? parsed('logSources', read.value, logSourcesSchema, []) : read
    },
    keepLogSources: (sources) => keep('logSources', sources),
    /** As the ledger vouches for it; before it first did, those of a statement that no change has followed are today's. */
    async mappedModules(sequence) {
      const mapped = sequence === null ? null : await mappedAt(sequence)
      if (mapped !== null) return succeed(mapped)
      if (sequence !== null && documents.isAnyChangedSince(sequence)) return succeed(null)
      const read = await settings()
      return read.ok ? succeed(read.value.modules) : read
    },
    async everKept() {
      const values = await documents.ever('settings')
      return values.map((value) => ({ digest: documentDigest(value), text: canonicalJson(value) }))
    },
    async adopt() {
      for (const document of steeringDocuments) {
        const adopted = await documents.adopt(document, by())
        if (!adopted.ok) return adopted
      }
      return succeed()
    },
    problems: () => documents.problems()
  }
  return office
}
