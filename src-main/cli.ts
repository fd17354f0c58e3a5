#!/usr/bin/env node
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './commandLine/run'
import { succeed } from './contract/result'
import { commandLineServices } from './commandLineServices'
import { openServices } from './services'
import { findDataFolder } from './shell/dataFolder'
import { openErrorLog } from './shell/errorLog'
import { demoRoster } from './world/directory/demo/seed/roster'
import { administratorDn, baseDn } from './world/directory/demo/seed/school'
import { readCertificate } from './world/directory/ldap/certificates'
import { localFiles } from './world/files/local'
import { localLogs } from './world/logs/local'

/**
 * The command line: the same services as the window, without Electron.
 *
 * @param words what stands after `netzwart`
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process
  const version = packageVersion()
  const rulesFolder = join(import.meta.dirname, '..', '..', 'resources', 'rules')
  const noteBug = (dataFolder: string, error: unknown): string =>
    openErrorLog(join(dataFolder, 'log')).write('command line', error)
  return run(words, {
    version,
    environment: env,
    stdin,
    stdout,
    stderr,
    files: localFiles,
    logs: localLogs,
    isFolder: async (path) => (await stat(path).catch(() => null))?.isDirectory() ?? false,
    findDataFolder,
    async openServices(options) {
      const opened = await openServices({
        ...options,
        version,
        rulesFolder,
        desktop: null,
        printer: null,
        keychain: null,
        databasePassword: env['NETZWART_DATABASE_PASSWORD'] ?? null,
        watchDue: false,
        program: { executable: process.execPath, leadingWords: [import.meta.filename] },
        onBug: (error) => void noteBug(options.dataFolder, error)
      })
      return opened.ok ? commandLineServices(opened.value) : opened
    },
    readCertificate,
    demoNames: { baseDn, bindDn: administratorDn },
    async startDemo({ dataFolder, port, password }) {
      const { startDemoDirectory } = await import('./world/directory/demo/demoDirectory')
      const folder = join(dataFolder, 'demo')
      const started = await startDemoDirectory({ folder, port, ...(password === null ? {} : { password }) })
      if (!started.ok) return started
      return succeed({ ...started.value, passwordFile: join(folder, 'bind-password') })
    },
    demoRoster: () => demoRoster().bytes,
    rulesFolder,
    noteBug,
    onInterrupt(listener) {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, listener)
      return () => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, listener)
      }
    },
    onUncaught(listener) {
      process.on('uncaughtException', listener)
      return () => void process.off('uncaughtException', listener)
    },
    exit: (code) => process.exit(code)
  })
}

function packageVersion(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** Started as a program itself, not imported by the app's `--headless` or a test. */
const started = process.argv[1]
if (started !== undefined && !('electron' in process.versions) && isThisFile(started)) {
  process.exitCode = await runCommandLine(process.argv.slice(2))
}

function isThisFile(path: string): boolean {
  return existsSync(path) && realpathSync(path) === import.meta.filename
}
