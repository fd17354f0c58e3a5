import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, tell } from './messages.mjs'
import { root } from './places.mjs'

const sources = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json']
const results = ['out/main/index.js', 'out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Builds the app where the built one is missing or older than its sources. */
export function ensureBuild() {
  if (isFresh(root)) return
  tell('Netzwart wird gebaut …', 'Building Netzwart …')
  build()
}

/** Builds the app; the builder's own words are shown only when it fails. */
export function build() {
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const answer = spawnSync(process.execPath, [builder, 'build'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  })
  if (answer.status !== 0) {
    process.stderr.write(`${answer.stdout}${answer.stderr}\n`)
    throw new Stop('Der Bau ist fehlgeschlagen.', 'The build has failed.')
  }
}

/** Whether everything built is younger than everything it was built from. */
export function isFresh(folder) {
  const built = results.map((file) => join(folder, file))
  if (!built.every((file) => existsSync(file))) return false
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs))
  return Math.max(...sources.map((name) => newest(join(folder, name)))) <= oldest
}

function newest(path) {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (facts === undefined) return 0
  if (!facts.isDirectory()) return facts.mtimeMs
  // A folder's own time shows files that were removed.
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
