import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuild } from './setup/build.mjs'
import { run } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

/** `npm run demo:seed -- --data DIR`: the demo school's case file without a window. */
await run(async () => {
  ensureBuild()
  const words = [join(root, 'out', 'main', 'cli.js'), 'demo', 'seed', ...process.argv.slice(2)]
  return spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1
})
