import type { ApplicationState } from '../../contract/application'
import type { Handlers } from '../../contract/handlers'
import { succeed, type Result } from '../../contract/result'
import type { DocumentDesk } from '../../world/documents/port'
import type { SharedStoreSetup } from '../../world/store/port'
import { Backups, type BackupsOptions } from './backups'
import { moveCaseFile, withoutOwnCopy } from './moving'
import { CaseFilePlace, type CaseFilePlaceOptions } from './place'
import { saveSchedule } from './scheduleFiles'

export { attemptsName } from './ownDocuments'
export type { CaseFilePlace, CaseFileServices } from './place'

export interface CaseFileJobOptions extends CaseFilePlaceOptions, Omit<BackupsOptions, 'place' | 'services'> {
  readonly sharedSetup: SharedStoreSetup
  /** How a scheduled task starts the app: the executable and what stands before `--headless`. */
  readonly program: { readonly executable: string; readonly leadingWords: readonly string[] }
  readonly dataFolder: string
  readonly desk: DocumentDesk
  readonly applicationState: () => ApplicationState
}

export type CaseFileHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `caseFile.${string}` | `backup.${string}` | `schedule.${string}`>
>

export interface CaseFileJob {
  readonly handlers: CaseFileHandlers
  readonly place: CaseFilePlace
}

/** Where the case file lies, its backups, and the scheduled task that works on it. */
export function createCaseFileJob(options: CaseFileJobOptions): CaseFileJob {
  const { sharedSetup, services, applicationState } = options
  const place = new CaseFilePlace(options)
  const backups = new Backups({ ...options, place })
  const moving = { ...options, place, head: () => services.head() }
  /** One after the other, and nobody else works on the case file meanwhile; answers what the window shows then. */
  const changed = (work: () => Promise<Result<undefined>>): Promise<Result<ApplicationState>> =>
    place.alone(async () => {
      const done = await work()
      return done.ok ? succeed(applicationState()) : done
    })
  const handlers: CaseFileHandlers = {
    'caseFile.check': async ({ location, password }) =>
      withoutOwnCopy(options, await sharedSetup.check(location, password), location, password),
    'caseFile.prepare': async ({ location, password, owner }) =>
      withoutOwnCopy(options, await sharedSetup.prepare(location, password, owner), location, password),
    'caseFile.move': (wanted) => changed(() => moveCaseFile(moving, wanted)),
    'caseFile.join': ({ location, password, keepPassword }) =>
      changed(() => place.join(location, password, keepPassword)),
    'caseFile.retry': ({ password, keepPassword }) => changed(() => place.retry(password, keepPassword)),
    'backup.create': ({ passphrase }) => place.inTurn(() => backups.create(passphrase)),
    'backup.restore': ({ passphrase }) => backups.restore(passphrase),
    'schedule.save': ({ system }) => saveSchedule(options, system)
  }
  return { handlers, place }
}
