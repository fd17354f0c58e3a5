import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FileFacts } from './check/facts.mjs'
import { digestOf, PassedChecks } from './check/passed.mjs'
import { importsDigest, reachOf, textsOf, wholeDigest } from './check/reach.mjs'
import { build } from './setup/build.mjs'
import { run, tell } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

const program = (...path) => join(root, 'node_modules', ...path)
const cache = (name) => join(root, 'node_modules', '.cache', name)
const node = process.execPath

const typescript = ['src-main', 'src-renderer', 'tests', 'bench', 'scripts/package', 'tsconfig.base.json']
const configurations = ['tsconfig.json', 'vitest.config.ts', 'electron.vite.config.ts']
const layers = ['src-main', 'src-renderer', 'tests'].map((layer) => `${layer}/tsconfig.json`)
const windowCommon = ['tsconfig.base.json', 'src-renderer/tsconfig.json', 'electron.vite.config.ts']
const facts = new FileFacts(root)

/**
 * Everything that can be found without running the app, longest first. `reads` is a digest of all that a check depends
 * on: while it has not changed since the check passed, it is not run again. Where it tells one of each file, the check finds
 * the same in a file as long as that stays the same, and is run on the others alone, instead of on `all`.
 */
const checks = [
  {
    // Types too: of every .ts file by the tsconfig.json nearest to it, so that each layer has its own libraries.
    id: 'lint',
    name: 'lint and types / Lint und Typen: *.ts',
    words: [program('oxlint', 'bin', 'oxlint'), '--type-check'],
    all: [],
    // Half the memory for a tenth more time.
    environment: { GOGC: '40' },
    reads: () =>
      reachOf(
        [...typescript, ...configurations],
        ['.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.json', ...layers],
        facts
      )
  },
  {
    id: 'types-vue',
    name: 'types / Typen: src-renderer',
    words: [
      ...[program('vue-tsc', 'bin', 'vue-tsc.js'), '-p', 'src-renderer', '--pretty', 'false'],
      ...['--incremental', '--tsBuildInfoFile', cache('vue-tsc.tsbuildinfo')]
    ],
    reads: () => wholeDigest(reachOf(['src-renderer'], windowCommon, facts, ['.ts', '.vue']))
  },
  {
    id: 'lint-vue',
    name: 'lint / Lint: *.vue',
    words: [program('eslint', 'bin', 'eslint.js'), '--max-warnings', '0'],
    all: ['src-renderer'],
    // Of a .ts file nothing but its own text is asked.
    reads: () =>
      new Map([
        ...textsOf(['src-renderer'], ['eslint.config.mjs'], facts, ['.ts']),
        ...reachOf(['src-renderer'], [...windowCommon, 'eslint.config.mjs'], facts, ['.vue'])
      ])
  },
  {
    id: 'format',
    name: 'format / Format',
    words: [
      program('prettier', 'bin', 'prettier.cjs'),
      ...['--check', '--ignore-unknown', '--log-level', 'warn']
    ],
    all: ['.'],
    reads: () => textsOf(['.'], ['.prettierignore'], facts)
  },
  {
    id: 'imports',
    name: 'import rules / Importregeln',
    words: [
      program('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', 'src-main', 'src-renderer', 'tests']
    ],
    reads: () => importsDigest(typescript, ['.dependency-cruiser.cjs', ...layers], facts)
  },
  {
    id: 'unused',
    name: 'unused code / Ungenutztes',
    words: [program('knip', 'bin', 'knip.js'), '--no-progress', '--cache'],
    reads: () => digestOf([...typescript, ...configurations, 'scripts', 'knip.json'])
  }
]

const passed = new PassedChecks()

await run(async () => {
  ensureControlTypes()
  const waiting = checks.map(prepared).filter(({ isDue }) => isDue)
  facts.keep()
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
  const { id, words, all, reads } = check
  const read = reads()
  if (typeof read === 'string') {
    return { ...check, isDue: !passed.has(id, read), note: () => passed.note(id, read) }
  }
  const changed = passed.changed(id, read)
  return {
    ...check,
    words: [...words, ...(changed.length === read.size ? all : changed)],
    isDue: changed.length > 0,
    note: () => passed.noteEach(id, read)
  }
}

/** The types of the window's controls are written by the build; without them those parts count as `any`. */
function ensureControlTypes() {
  const digest = digestOf(['electron.vite.config.ts'])
  if (existsSync(program('.nuxt-ui', 'ui')) && passed.has('controls', digest)) return
  build()
  passed.note('controls', digest)
}

function passes({ name, words, environment, note }) {
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
      resolve(good)
    }
    child.on('error', (error) => {
      said += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
