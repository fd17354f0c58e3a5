import { app } from 'electron'
import { runApplication, type ApplicationOptions } from './application'
import { runHeadless } from './headless'
import { readWords } from './words'

export type { Services, Surroundings } from './application'

/** Starts what the words after the executable ask for: the window, or the command line without one. */
export async function runShell(
  options: Omit<ApplicationOptions, 'words'> & {
    readonly runCommandLine: (words: readonly string[]) => Promise<number>
  }
): Promise<void> {
  const words = readWords(ownWords(process.argv))
  if (words.commandLine === null) await runApplication({ ...options, words })
  else await runHeadless(words.commandLine, options.runCommandLine)
}

/** In a checkout the words begin after the app's folder, which itself may stand behind Chromium's switches. */
function ownWords(words: readonly string[]): readonly string[] {
  const behindExecutable = words.slice(1)
  if (app.isPackaged) return behindExecutable
  const folder = behindExecutable.findIndex((word) => !word.startsWith('-'))
  return folder < 0 ? behindExecutable : behindExecutable.slice(folder + 1)
}
