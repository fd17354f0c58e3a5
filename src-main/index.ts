import { join } from 'node:path'
import type { ApplicationState } from './contract/application'
import { succeed } from './contract/result'
import type { Preferences } from './contract/settings'
import { runShell, type Services, type Surroundings } from './shell'

/** Builds everything the window can ask for. */
async function build(surroundings: Surroundings): Promise<{ ok: true; value: Services }> {
  let preferences: Preferences = { language: 'de', theme: 'system' }
  const state = (): ApplicationState => ({
    version: surroundings.version,
    preferences,
    directory: null,
    secretsKept: surroundings.keychain.available
  })
  return {
    ok: true,
    value: {
      handlers: {
        'application.state': async () => succeed(state()),
        'application.setPreferences': async (next) => {
          preferences = next
          surroundings.announce('application.state', state())
          return succeed()
        }
      },
      close: async () => undefined
    }
  }
}

const out = join(import.meta.dirname, '..')
// Not awaited: Electron becomes ready only after this module has been read to its end.
void runShell({
  out,
  icon: join(out, '..', 'resources', 'icon.png'),
  build,
  runCommandLine: async (words) => (await import('./cli')).runCommandLine(words)
})
