import { app } from 'electron'

/**
 * `netzwart --headless WORDS`: the command line inside the installed app, without a window and without
 * waiting for a screen. The exit code is the command's.
 */
export async function runHeadless(
  words: readonly string[],
  runCommandLine: (words: readonly string[]) => Promise<number>
): Promise<void> {
  try {
    app.exit(await runCommandLine(words))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    app.exit(1)
  }
}
