import { join } from 'node:path'
import { succeed, type Result } from '../../contract/result'
import type { Desktop } from '../../world/desktop/port'
import type { DocumentDesk, SavedDocument } from '../../world/documents/port'
import type { FileAccess } from '../../world/files/port'
import { encodeWindowsTask, systemdTimer, windowsTask } from './schedule'

/** Early in the morning, before school; a PC that is off then catches up when it is started. */
const hour = 5

/** Writes a scheduled task that runs `netzwart due`, where the person wants it; null: they closed the dialog. */
export async function saveSchedule(
  {
    program,
    dataFolder,
    desk,
    desktop,
    files
  }: {
    readonly program: { readonly executable: string; readonly leadingWords: readonly string[] }
    readonly dataFolder: string
    readonly desk: DocumentDesk
    readonly desktop: Desktop
    readonly files: FileAccess
  },
  system: 'windows' | 'systemd'
): Promise<Result<SavedDocument>> {
  const schedule = { ...program, dataFolder, hour }
  if (system === 'windows') {
    return desk.saveFile({
      title: { de: 'Geplante Aufgabe speichern', en: 'Save the scheduled task' },
      suggestedName: { de: 'netzwart-due.xml', en: 'netzwart-due.xml' },
      filter: { name: { de: 'Aufgabe', en: 'Task' }, extensions: ['xml'] },
      content: async () =>
        succeed({ bytes: encodeWindowsTask(windowsTask({ ...schedule, userSid: null })), copy: null })
    })
  }
  const folder = await desktop.chooseFolder({
    title: { de: 'Ordner für Dienst und Zeitgeber', en: 'Folder for service and timer' }
  })
  if (folder === null) return succeed<SavedDocument>(null)
  const { service, timer } = systemdTimer(schedule)
  for (const [name, content] of [
    ['netzwart-due.service', service],
    ['netzwart-due.timer', timer]
  ] as const) {
    const written = await files.writePrivately(join(folder, name), new TextEncoder().encode(content))
    if (!written.ok) return written
  }
  const file = join(folder, 'netzwart-due.timer')
  desk.remember(file)
  return succeed<SavedDocument>({ file })
}
