import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './setup/build.mjs'
import { run, tell } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

const program = (...path) => join(root, 'node_modules', ...path)
const node = process.execPath

/** Everything that can be found without running the app. */
const checks = [
  {
    name: 'format / Format',
    words: [program('prettier', 'bin', 'prettier.cjs'), '--check', '.', '--log-level', 'warn']
  },
  {
    name: 'lint / Lint',
    words: [
      program('eslint', 'bin', 'eslint.js'),
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint/'
    ],
    needs: 'eslint.config.mjs'
  },
  ...['src-main/contract', 'src-main', 'src-main/preload', 'tests'].map((project) => ({
    name: `types / Typen: ${project}`,
    words: [program('typescript', 'bin', 'tsc'), '-p', project, '--pretty', 'false']
  })),
  {
    name: 'types / Typen: src-renderer',
    words: [program('vue-tsc', 'bin', 'vue-tsc.js'), '-p', 'src-renderer', '--pretty', 'false']
  },
  {
    name: 'import rules / Importregeln',
    words: [
      program('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'src-main',
      'src-renderer',
      'tests'
    ],
    needs: '.dependency-cruiser.cjs'
  },
  { name: 'unused code / Ungenutztes', words: [program('knip', 'bin', 'knip.js'), '--no-progress'] }
]

await run(async () => {
  // The types of the window's controls are written by the build; without them those parts count as `any`.
  ensureBuild()
  const waiting = checks.filter(({ needs }) => needs === undefined || existsSync(join(root, needs)))
  let failed = 0
  // Two at a time: more would only make each of them slower on a small machine.
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await passes(check))) failed += 1
    }
  }
  await Promise.all([worker(), worker()])
  if (failed > 0) tell(`${failed} Prüfungen fehlgeschlagen.`, `${failed} checks failed.`)
  return failed === 0 ? 0 : 1
})

function passes({ name, words }) {
  const begin = performance.now()
  return new Promise((resolve) => {
    const child = spawn(node, words, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } })
    let said = ''
    const listen = (data) => {
      said += data
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    const end = (good) => {
      const seconds = ((performance.now() - begin) / 1000).toFixed(1)
      process.stdout.write(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n${good ? '' : `${said}\n`}`)
      resolve(good)
    }
    child.on('error', (error) => {
      said += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
