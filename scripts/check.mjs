import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, PassedChecks } from './check/passed.mjs'
import { reachOf } from './check/reach.mjs'
import { build } from './setup/build.mjs'
import { run, tell } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

const program = (...path) => join(root, 'node_modules', ...path)
const cache = (name) => join(root, 'node_modules', '.cache', name)
const node = process.execPath

const typescript = ['src-main', 'src-renderer', 'tests', 'bench', 'scripts/package', 'tsconfig.base.json']
const configurations = ['tsconfig.json', 'vitest.config.ts', 'electron.vite.config.ts']
const layers = ['src-main', 'src-renderer', 'tests'].map((layer) => `${layer}/tsconfig.json`)
const contracts = ['jobs', 'desks'].flatMap((room) =>
  readdirSync(join(root, 'src-main', room), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src-main/${room}/${name}/contract.ts`)
)
const window = [
  ...['src-renderer', 'src-main/contract', ...contracts],
  ...['tsconfig.base.json', 'electron.vite.config.ts']
]

/**
 * Everything that can be found without running the app, longest first. `inputs` is all that a check reads: while
 * nothing of it has changed since the check passed, it is not run again. `each`: the check finds the same in a file as long
 * as that file, all that it imports and these common files stay the same, and is run on the others alone.
 */
const checks = [
  {
    // Types too: of every .ts file by the tsconfig.json nearest to it, so that each layer has its own libraries.
    id: 'lint',
    name: 'lint and types / Lint und Typen: *.ts',
    words: [program('oxlint', 'bin', 'oxlint'), '--type-check'],
    // Half the memory for a tenth more time.
    environment: { GOGC: '40' },
    inputs: [...typescript, ...configurations],
    each: ['.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.json', ...layers]
  },
  {
    id: 'types-vue',
    name: 'types / Typen: src-renderer',
    words: [
      ...[program('vue-tsc', 'bin', 'vue-tsc.js'), '-p', 'src-renderer', '--pretty', 'false'],
      ...['--incremental', '--tsBuildInfoFile', cache('vue-tsc.tsbuildinfo')]
    ],
    inputs: window
  },
  {
    id: 'lint-vue',
    name: 'lint / Lint: *.vue',
    words: [
      ...[program('eslint', 'bin', 'eslint.js'), 'src-renderer', '--max-warnings', '0'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', cache('eslint/')]
    ],
    inputs: [...window, 'eslint.config.mjs']
  },
  {
    id: 'format',
    name: 'format / Format',
    words: [
      ...[program('prettier', 'bin', 'prettier.cjs'), '--check', '.', '--log-level', 'warn'],
      ...['--cache', '--cache-strategy', 'content']
    ],
    inputs: ['.']
  },
  {
    id: 'imports',
    name: 'import rules / Importregeln',
    words: [
      program('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', 'src-main', 'src-renderer', 'tests']
    ],
    inputs: [...typescript, '.dependency-cruiser.cjs']
  },
  {
    id: 'unused',
    name: 'unused code / Ungenutztes',
    words: [program('knip', 'bin', 'knip.js'), '--no-progress', '--cache'],
    inputs: [...typescript, ...configurations, 'scripts', 'knip.json']
  }
]

const passed = new PassedChecks()

await run(async () => {
  ensureControlTypes()
  const waiting = checks.map(prepared).filter(({ isDue }) => isDue)
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

/** Whether a check has to run, on what, and what is noted when it has passed. */
function prepared(check) {
  const { id, words, inputs, each } = check
  if (each === undefined) {
    const digest = digestOf(inputs)
    return { ...check, isDue: !passed.has(id, digest), note: () => passed.note(id, digest) }
  }
  const reach = reachOf(inputs, each, root)
  const changed = passed.changed(id, reach)
  const files = changed.length === reach.size ? [] : changed
  return {
    ...check,
    words: [...words, ...files],
    isDue: changed.length > 0,
    note: () => passed.noteEach(id, reach)
  }
}

/** The types of the window's controls are written by the build; without them those parts count as `any`. */
function ensureControlTypes() {
  const digest = digestOf(['electron.vite.config.ts'])
  if (existsSync(program('.nuxt-ui', 'ui')) && passed.has('controls', digest)) return
  build()
  passed.note('controls', digest)
}

function passes({ id, name, words, environment, note }) {
  const begin = performance.now()
  return new Promise((resolve) => {
    const child = spawn(node, words, { cwd: root, env: { ...process.env, FORCE_COLOR: '0', ...environment } })
    let said = ''
    const listen = (data) => {
      said += data
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    const end = (good) => {
      const seconds = ((performance.now() - begin) / 1000).toFixed(1)
      process.stdout.write(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n${good ? '' : `${said}\n`}`)
      if (good) note()
      else passed.forget(id)
      resolve(good)
    }
    child.on('error', (error) => {
      said += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
