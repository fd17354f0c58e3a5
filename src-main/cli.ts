#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs'
import { Command, CommanderError } from 'commander'

/**
 * The command line: the same services as the window, without Electron.
 *
 * @param words what stands after `netzwart`
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const program = new Command('netzwart')
    .description('Accounts of a school network from the command line.')
    .option('--data <folder>', 'data folder (or NETZWART_DATA)')
    .option('--json', 'one JSON document on stdout, messages on stderr')
    .exitOverride()
  program.action(() => program.help({ error: true }))
  try {
    await program.parseAsync(words, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}

/** Started as a program itself, not imported by the app's `--headless` or a test. */
const started = process.argv[1]
if (started !== undefined && !('electron' in process.versions) && isThisFile(started)) {
  process.exitCode = await runCommandLine(process.argv.slice(2))
}

function isThisFile(path: string): boolean {
  return existsSync(path) && realpathSync(path) === import.meta.filename
}
