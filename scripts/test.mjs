import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './setup/build.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureLibraries, ensureTestPackages } from './setup/libraries.mjs'
import { run, tell } from './setup/messages.mjs'
import { root } from './setup/places.mjs'
import { addUp, closingLine, countTests } from './setup/testCounts.mjs'

await run(async () => {
  const electron = await ensureElectron()
  await ensureLibraries(electron.executable, { display: true })
  await ensureTestPackages()

  let counts = { passed: 0, failed: 0 }
  /** A check or a build that fails counts as one failed test; what can still run, runs. */
  const alsoCount = (failed) => {
    counts = addUp(counts, { passed: 0, failed: failed ? 1 : 0 })
  }
  alsoCount(!builds())
  alsoCount((await runNode([join(root, 'scripts', 'check.mjs')])) !== 0)

  const folder = mkdtempSync(join(tmpdir(), 'netzwart-test-'))
  try {
    // One run of all kinds: vitest.config.ts says what begins first and what may run side by side.
    const report = join(folder, 'report.json')
    const code = await runNode([
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`
    ])
    counts = addUp(counts, countTests(readReport(report), code))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`${closingLine(counts)}\n`)
  return counts.failed === 0 ? 0 : 1
})

function builds() {
  try {
    build()
    return true
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    return false
  }
}

/** null: vitest died before it could write. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    tell('Vitest hat keinen Bericht geschrieben.', 'Vitest has written no report.')
    return null
  }
}

function runNode(words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
