import type { Announce, Handlers } from '../../contract/handlers'
import type { PlanProgress } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import { PlanEngine } from '../../core/plan'
import type { Desktop } from '../../world/desktop/port'
import type { DemoSchool, DirectoryAccess } from '../../world/directory/port'
import type { Printer } from '../../world/documents/port'
import type { FileAccess } from '../../world/files/port'
import type { SecretBox } from '../../world/secrets/port'
import type { Store } from '../../world/store/port'
import { accountHandlers, type AccountHandlers } from './accounts'
import { dayOf, type Clock } from './calendar'
import { DirectoryCache } from './directoryCache'
import { liftDue } from './due'
import { exportOf } from './export'
import { findPlanHash, planHandlers, type PlanHandlers } from './plans'
import { PlanRunner } from './planRunner'
import { Rosters, rosterHandlers, type RosterHandlers } from './rosters'
import { settingsHandlers, type SettingsHandlers } from './settings'
import { Slips } from './slips'

export type { Clock } from './calendar'
export type { PlannedRoster } from './rosters'

export interface AccountsJobOptions {
  readonly store: Store
  readonly secretBox: SecretBox
  readonly directory: DirectoryAccess
  readonly demo: Pick<DemoSchool, 'roster'>
  readonly files: FileAccess
  readonly desktop: Desktop
  readonly printer: Printer
  readonly announce: Announce
  readonly clock: Clock
}

type DocumentHandlers = Pick<Handlers, 'slips.pending' | 'slips.save' | 'documents.open'>

export type AccountsJobHandlers = AccountHandlers &
  RosterHandlers &
  PlanHandlers &
  SettingsHandlers &
  DocumentHandlers

/** The job of accounts: rosters become logins in a directory. */
export interface AccountsJob {
  readonly handlers: AccountsJobHandlers
  /** Rosters by path, for the command line. */
  readonly rosters: Pick<Rosters, 'open' | 'openFolder' | 'openDemo' | 'plan'>
  /** Slips by path, for the command line. */
  readonly slips: Pick<Slips, 'pending' | 'savePdf' | 'saveCsv'>
  /** The plan whose hash begins so: `plan.notFound`, `plan.ambiguous`. */
  findPlan(prefix: string): Promise<Result<string>>
  /** The export of names and ids to a path (P3). */
  exportTo(file: string, schoolClass: string | null): Promise<Result<undefined>>
  /** Lifts what is due; null: nothing was. */
  liftDue(): Promise<Result<PlanProgress | null>>
  /** Another directory was connected, or none. */
  directoryChanged(): void
  /** Asks all runs to stop and waits: what is under way ends, the rest can be resumed. */
  stop(): Promise<void>
}

export function createAccountsJob(options: AccountsJobOptions): AccountsJob {
  const { store, announce, clock, desktop, files } = options
  const cache = new DirectoryCache({ access: options.directory, register: store, announce, clock })
  const engine = new PlanEngine({
    journal: store,
    now: () => clock.now().toISOString(),
    onProgress: (progress, undoes) => {
      announce('plan.progress', progress)
      // Who looks at the original sees its undo move, too.
      if (undoes !== null && progress.state === 'running')
        announce('plan.progress', { ...progress, plan: undoes })
    }
  })
  const runner = new PlanRunner({ store, engine, cache, secretBox: options.secretBox, clock })
  const slips = new Slips({ ...options, cache })
  const rosters = new Rosters({ ...options, engine, runner, cache })
  const saved = new Set<string>()

  const documentHandlers: DocumentHandlers = {
    async 'slips.pending'() {
      return succeed(await slips.pending())
    },
    async 'slips.save'({ accounts }) {
      const file = await desktop.chooseSaveTarget({
        title: { de: 'Passwortzettel speichern', en: 'Save password slips' },
        suggestedName: `Passwortzettel-${dayOf(clock.now())}.pdf`,
        filters: [{ name: { de: 'PDF-Dokument', en: 'PDF document' }, extensions: ['pdf'] }]
      })
      if (file === null) return succeed(null)
      const written = await slips.savePdf(accounts, file)
      if (!written.ok) return written
      saved.add(file)
      return succeed({ file })
    },
    async 'documents.open'({ file }) {
      return saved.has(file) ? desktop.openDocument(file) : fail('accounts.documentUnknown')
    }
  }

  const accounts = accountHandlers({ ...options, cache, runner, slips })
  return {
    handlers: {
      ...accounts,
      async 'accounts.export'(input) {
        const exported = await accounts['accounts.export'](input)
        if (exported.ok && exported.value !== null) saved.add(exported.value.file)
        return exported
      },
      ...rosterHandlers(rosters, options),
      ...planHandlers(store, engine, runner),
      ...settingsHandlers(store),
      ...documentHandlers
    },
    rosters,
    slips,
    findPlan: (prefix) => findPlanHash(store, prefix),
    async exportTo(file, schoolClass) {
      const loaded = await cache.load()
      if (!loaded.ok) return loaded
      return files.writePrivately(file, exportOf(loaded.value.list.all, schoolClass))
    },
    liftDue: () => liftDue({ store, cache, runner, clock }),
    directoryChanged: () => cache.forget(),
    stop: () => engine.stop()
  }
}
