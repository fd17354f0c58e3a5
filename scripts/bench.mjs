import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureTestPackages } from './setup/libraries.mjs'
import { run } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

/** Measures beside the peers; rows can be named: `npm run bench -- slapd-create`. */
await run(async () => {
  await ensureTestPackages()
  const answer = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'bench', 'main.ts'), ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' }
  )
  return answer.status ?? 1
})
