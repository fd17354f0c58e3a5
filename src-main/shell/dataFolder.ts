import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where everything of this PC's user is kept; the window and the command line must agree on it.
 *
 * @param asked the value of `--data`; null: not given
 */
export function findDataFolder(
  asked: string | null,
  demo: boolean,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform
): string {
  const given = asked ?? environment['NETZWART_DATA'] ?? ''
  if (given !== '') return resolve(given)
  // The demo school never meets the data of a real one.
  const name = demo ? 'netzwart-demo' : 'netzwart'
  return join(applicationData(environment, platform), name)
}

function applicationData(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  const configured = environment['XDG_CONFIG_HOME'] ?? ''
  return configured === '' ? join(homedir(), '.config') : configured
}
