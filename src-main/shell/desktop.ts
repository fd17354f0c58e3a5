import { dialog, Notification, shell, type BrowserWindow, type FileFilter as DialogFilter } from 'electron'
import { fill, type Language } from '../contract/language'
import { fail, succeed } from '../contract/result'
import type { Desktop, FileFilter } from '../world/desktop/port'
import { focusWindow } from './window'

/**
 * The dialogs and notifications of the operating system, in front of the window and in its language.
 *
 * @param goTo shows a screen by its path
 */
export function makeDesktop(
  findWindow: () => BrowserWindow | null,
  language: () => Language,
  goTo: (path: string) => void
): Desktop {
  const filtersOf = (filters: readonly FileFilter[]): DialogFilter[] =>
    filters.map(({ name, extensions }) => ({ name: fill(name, language()), extensions: [...extensions] }))

  async function open(options: Electron.OpenDialogOptions): Promise<readonly string[] | null> {
    const window = findWindow()
    const answer = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options))
    return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths
  }

  return {
    chooseFiles({ title, filters, several }) {
      return open({
        title: fill(title, language()),
        filters: filtersOf(filters),
        properties: several ? ['openFile', 'multiSelections'] : ['openFile']
      })
    },
    async chooseFolder({ title }) {
      const folders = await open({ title: fill(title, language()), properties: ['openDirectory'] })
      return folders?.[0] ?? null
    },
    async chooseSaveTarget({ title, suggestedName, filters }) {
      const options = {
        title: fill(title, language()),
        defaultPath: fill(suggestedName, language()),
        filters: filtersOf(filters)
      }
      const window = findWindow()
      const answer = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options))
      return answer.canceled || answer.filePath === '' ? null : answer.filePath
    },
    async openDocument(file) {
      const problem = await shell.openPath(file)
      return problem === '' ? succeed() : fail('application.fileNotReadable', { file })
    },
    notify({ text, to }) {
      const window = findWindow()
      // Whoever looks at the window sees it there.
      if (window === null || window.isFocused() || !Notification.isSupported()) return
      const notification = new Notification({ title: 'Netzwart', body: fill(text, language()) })
      notification.on('click', () => {
        focusWindow(window)
        goTo(to)
      })
      notification.show()
    }
  }
}
