import { join } from 'node:path'
import { runShell } from './shell'

const out = join(import.meta.dirname, '..')

// Not awaited: Electron becomes ready only after this module has been read to its end.
void runShell({
  out,
  icon: join(out, '..', 'resources', 'icon.png'),
  // Loaded once the window is on its way: it takes as long as the window does.
  build: async (surroundings) => {
    const { openServices } = await import('./services')
    return openServices({
      ...surroundings,
      rulesFolder: join(out, '..', 'resources', 'rules'),
      bindPassword: process.env['NETZWART_BIND_PASSWORD'] ?? null,
      databasePassword: process.env['NETZWART_DATABASE_PASSWORD'] ?? null,
      watchDue: true
    })
  },
  runCommandLine: async (words) => (await import('./cli')).runCommandLine(words)
})
