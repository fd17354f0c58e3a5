import { join } from 'node:path'
import { openServices } from './services'
import { runShell } from './shell'

const out = join(import.meta.dirname, '..')

// Not awaited: Electron becomes ready only after this module has been read to its end.
void runShell({
  out,
  icon: join(out, '..', 'resources', 'icon.png'),
  build: (surroundings) =>
    openServices({
      ...surroundings,
      bindPassword: process.env['NETZWART_BIND_PASSWORD'] ?? null,
      databasePassword: process.env['NETZWART_DATABASE_PASSWORD'] ?? null,
      watchDue: true
    }),
  runCommandLine: async (words) => (await import('./cli')).runCommandLine(words)
})
