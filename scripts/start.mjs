import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { resolve } from 'node:path'
import { ensureBuild } from './setup/build.mjs'
import { hasDisplay, startDisplay } from './setup/display.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureLibraries } from './setup/libraries.mjs'
import { run, tell } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

await run(async () => {
  const electron = await ensureElectron()
  const needsDisplay = !hasDisplay()
  await ensureLibraries(electron.executable, { display: needsDisplay })
  ensureBuild()
  if (!needsDisplay) return await start(electron.executable, process.env)

  const display = await startDisplay()
  tell(
    `Kein Bildschirm gefunden: Netzwart läuft unsichtbar unter Xvfb (${display.name}).`,
    `No display found: Netzwart runs invisibly under Xvfb (${display.name}).`
  )
  try {
    return await start(electron.executable, { ...process.env, DISPLAY: display.name })
  } finally {
    display.stop()
  }
})

/** Starts the app and passes on its words, its signals and its exit code. */
function start(executable, environment) {
  const isRoot = process.platform === 'linux' && process.getuid() === 0
  const words = [...(isRoot ? ['--no-sandbox'] : []), root, ...absolute(process.argv.slice(2))]
  return new Promise((finish, reject) => {
    const child = spawn(executable, words, {
      cwd: root,
      env: environment,
      stdio: ['inherit', 'inherit', 'pipe']
    })
    child.stderr.on('data', (data) => process.stderr.write(withoutNoise(String(data))))
    const passOn = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn)
    child.on('error', reject)
    child.on('close', (code, signal) => finish(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** npm starts scripts in the project's folder; the person's own folder is in INIT_CWD. */
function absolute(words) {
  const from = process.env.INIT_CWD ?? process.cwd()
  return words.map((word, place) =>
    ['--data', '--screenshot'].includes(words[place - 1]) ? resolve(from, word) : word
  )
}

/** Chromium reports a missing D-Bus or GPU on every container; it means nothing to the person. */
function withoutNoise(text) {
  return text
    .split('\n')
    .filter(
      (line) =>
        !/ERROR:(bus|viz_main_impl|object_proxy|command_buffer_proxy_impl|gpu_process_host)\.cc/.test(line)
    )
    .join('\n')
}
