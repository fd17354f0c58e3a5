import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Where downloads are kept between runs: outside the repository, by the system's own convention. */
export function cacheFolder(environment = process.env, platform = process.platform) {
  if (environment.NETZWART_CACHE) return resolve(environment.NETZWART_CACHE)
  if (platform === 'win32' && environment.LOCALAPPDATA) {
    return join(environment.LOCALAPPDATA, 'netzwart', 'cache')
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'netzwart')
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'netzwart')
}
