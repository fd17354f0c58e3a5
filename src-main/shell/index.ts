import { app } from 'electron'
import { fail } from '../contract/result'
import { refuseToStart, runApplication, type ApplicationOptions } from './application'
import { refusedWord } from './startWords'
import { readWords } from './words'

/** Starts what the words after the executable ask for: the window, or the command line without one. */
export async function runShell(
  options: Omit<ApplicationOptions, 'words'> & {
    readonly runCommandLine: (words: readonly string[]) => Promise<number>
  }
): Promise<void> {
  const refused = app.isPackaged ? refusedWord(process.argv.slice(1), process.platform) : null
  if (refused !== null) {
    refuseToStart(fail('application.startWordRefused', { word: refused }).failure, 'de')
    return
  }
  const words = readWords(ownWords(process.argv))
  try {
    if (words.commandLine === null) await runApplication({ ...options, words })
    else {
      // Loading the command line's modules while Chromium still starts ends Electron 33 with a segmentation
      // fault in about one of fifteen starts of the packaged app on a busy PC. A folder in a checkout hides it.
      await app.whenReady()
      app.exit(await options.runCommandLine(words.commandLine))
    }
  } catch (error) {
    // A half-started app must not linger without a window.
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    app.exit(1)
  }
}

/** In a checkout the words begin after the app's folder, which itself may stand behind Chromium's switches. */
function ownWords(words: readonly string[]): readonly string[] {
  const behindExecutable = words.slice(1)
  if (app.isPackaged) return behindExecutable
  const folder = behindExecutable.findIndex((word) => !word.startsWith('-'))
  return folder < 0 ? behindExecutable : behindExecutable.slice(folder + 1)
}
