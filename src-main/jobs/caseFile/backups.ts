import type { LedgerVerification } from '../../contract/ledger'
import { permits } from '../../contract/operations'
import { fail, succeed, type Result } from '../../contract/result'
import type { Throttle } from '../../core/people/throttle'
import type { Desktop } from '../../world/desktop/port'
import type { SavedDocument } from '../../world/documents/port'
import type { FileAccess, FileStreams } from '../../world/files/port'
import type { Store } from '../../world/store/port'
import { createBackup, restoreBackup, type OwnDocuments } from './backup'
import { attemptsName, demoName, locationName, moveName, preferencesName } from './ownDocuments'
import type { CaseFilePlace, CaseFileServices } from './place'

/** The key file of this PC, byte for byte. */
export interface DeviceKeyFile {
  read(): Promise<Result<Uint8Array>>
  /** Takes the place of the present key; everything that uses it is opened anew afterwards. */
  replace(key: Uint8Array): Promise<Result<undefined>>
}

export interface BackupsOptions {
  readonly local: Store
  readonly place: CaseFilePlace
  readonly desktop: Desktop
  readonly files: FileAccess
  readonly streams: FileStreams
  readonly services: Pick<CaseFileServices, 'actor' | 'head' | 'recordBackup' | 'verify'>
  readonly throttle: Throttle
  readonly version: string
  /** This PC's key file: it goes into each backup, since the password slips in the store open with nothing else. */
  readonly deviceKey: DeviceKeyFile
  /** Whether this is the id of a person of the demo school, whose secrets everybody knows. */
  readonly isDemoPerson: (person: string) => boolean
  /** A backup takes the case file's place: what it says about servers has been confirmed by nobody at this PC. */
  readonly onRestored: () => Promise<void>
  readonly now: () => Date
}

/** Backups of the case file, made and read at the window. */
export class Backups {
  constructor(private readonly options: BackupsOptions) {}

  /** Saves what is open into a folder that the person chooses. */
  async create(passphrase: string): Promise<Result<SavedDocument>> {
    const { place, desktop, services, streams, files, version, now, deviceKey } = this.options
    // Whoever asks now is the one who makes it, also where the window locks meanwhile. Since the role was asked for,
    // another case file may have been opened.
    const who = services.actor()
    if (!permits('backup.create', who?.roles ?? null)) return fail('application.notAllowed')
    const folder = await desktop.chooseFolder({
      title: { de: 'Ordner für die Sicherung', en: 'Folder for the backup' }
    })
    if (folder === null) return succeed<SavedDocument>(null)
    const { store } = place
    if (store === null) return fail('caseFile.notOpen')
    const key = await deviceKey.read()
    if (!key.ok) return key
    const made = await createBackup({
      store,
      deviceKey: key.value,
      ledgerHead: services.head(),
      folder,
      passphrase,
      version,
      files: { ...streams, exists: (file) => files.exists(file) },
      now
    })
    if (!made.ok) return made
    const { file, statements, head } = made.value
    if (head !== null) {
      const recorded = await services.recordBackup(statements, head, who?.person ?? null)
      if (!recorded.ok) return fail('backup.notRecorded', { file })
    }
    return succeed<SavedDocument>({ file })
  }

  /** Fills this PC's own case file from a file that the person chooses. */
  async restore(passphrase: string): Promise<Result<LedgerVerification | null>> {
    const { place, desktop, services, local, streams, deviceKey, throttle } = this.options
    const { isDemoPerson, onRestored } = this.options
    const before = place.mustBeOwn('counts')
    if (!before.ok) return before
    const chosen = await desktop.chooseFiles({
      title: { de: 'Sicherung öffnen', en: 'Open a backup' },
      filters: [
        { name: { de: 'Sicherung von Netzwart', en: 'Backup of Netzwart' }, extensions: ['netzwart-backup'] }
      ],
      several: false
    })
    const [file] = chosen ?? []
    if (file === undefined) return succeed(null)
    return place.alone(async () => {
      // While the file was chosen another case file may have been opened.
      const still = place.mustBeOwn('counts')
      if (!still.ok) return still
      const ownDocuments = await this.ownDocuments()
      const restored = await throttle.attempt(
        'backup',
        () =>
          restoreBackup({
            store: local,
            file,
            passphrase,
            files: streams,
            ownDocuments,
            isDemoPerson,
            async keepDeviceKey(key) {
              // Before the rows count: a crash in between only makes this PC ask once more.
              await onRestored()
              return deviceKey.replace(key)
            }
          }),
        ({ code }) => code === 'backup.wrongPassphrase'
      )
      if (!restored.ok) return restored
      const opened = await place.reopen()
      return opened.ok ? services.verify() : opened
    })
  }

  /** This PC's own documents as they are: no backup brings others. */
  private async ownDocuments(): Promise<OwnDocuments> {
    const own = new Map<string, unknown>()
    for (const name of [preferencesName, locationName, moveName, demoName, attemptsName]) {
      const read = await this.options.local.readDocument(name)
      own.set(name, read.ok ? read.value : undefined)
    }
    return own
  }
}
