import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureElectron } from './setup/electron.mjs'
import { ensureLibraries } from './setup/libraries.mjs'
import { run } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

/** `npm run dev`: the app with screens that follow every saved file. */
await run(async () => {
  const electron = await ensureElectron()
  await ensureLibraries(electron.executable, { display: false })
  const isRoot = process.platform === 'linux' && process.getuid() === 0
  const words = ['dev', ...(isRoot ? ['--noSandbox'] : []), ...process.argv.slice(2)]
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), ...words],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ELECTRON_EXEC_PATH: electron.executable }
    }
  )
  return await new Promise((finish) => {
    child.on('close', (code) => finish(code ?? 1))
  })
})
