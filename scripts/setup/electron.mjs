import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { Stop, tell } from './messages.mjs'
import { cacheFolder, root } from './places.mjs'
import { withLock } from './lock.mjs'
import { ensureTestElectron, testElectronWorksHere } from './testElectron.mjs'

const electronPackage = join(root, 'node_modules', 'electron')
const probeLimit = 5_000
const rememberFailureFor = 24 * 60 * 60 * 1000

/**
 * Finds an Electron to run the app with, fetching it where there is none: the one that package.json pins,
 * or, on Linux x64 in a network without GitHub, the test Electron.
 *
 * @returns {Promise<{ executable: string, folder: string, version: string, kind: 'pinned' | 'test' }>}
 *   `folder` is what ELECTRON_OVERRIDE_DIST_PATH and electron-builder's `electronDist` mean.
 */
export async function ensureElectron() {
  if (!existsSync(electronPackage)) {
    throw new Stop('Bitte zuerst „npm ci“ ausführen.', 'Please run “npm ci” first.')
  }
  const version = JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8')).version
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) {
    const givenVersion = (await readFile(join(given, 'version'), 'utf8').catch(() => version)).trim()
    return { executable: join(given, executableName()), folder: given, version: givenVersion, kind: 'pinned' }
  }
  const installed = await findInstalled(version)
  if (installed) return installed

  return await withLock(cacheFolder(), 'electron', async () => {
    const meanwhile = await findInstalled(version)
    if (meanwhile) return meanwhile
    if (await download(version)) {
      const fresh = await findInstalled(version)
      if (fresh) return fresh
    }
    if (testElectronWorksHere()) return await ensureTestElectron()
    throw new Stop(
      `Electron ${version} konnte nicht geladen werden. Bitte die Verbindung zu github.com prüfen oder ELECTRON_MIRROR auf einen Spiegel setzen und noch einmal starten.`,
      `Electron ${version} could not be fetched. Please check the connection to github.com, or set ELECTRON_MIRROR to a mirror, and start again.`
    )
  })
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return 'electron'
}

/** The electron package writes path.txt last; before that its folder is not complete. */
async function findInstalled(version) {
  const folder = join(electronPackage, 'dist')
  const executable = join(folder, executableName())
  const written = await readFile(join(folder, 'version'), 'utf8').catch(() => '')
  const complete = existsSync(join(electronPackage, 'path.txt')) && existsSync(executable)
  if (!complete || written.trim().replace(/^v/, '') !== version) return null
  return { executable, folder, version, kind: 'pinned' }
}

async function download(version) {
  const failureNote = join(cacheFolder(), 'electron-download-failed')
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/'
  if (testElectronWorksHere() && (await failedLately(failureNote, mirror))) return false

  if (!testElectronWorksHere() || (await answers(mirror))) {
    tell(`Electron ${version} wird geladen …`, `Fetching Electron ${version} …`)
    if ((await runInstaller()) === 0) return true
  }
  await mkdir(cacheFolder(), { recursive: true })
  await writeFile(failureNote, mirror)
  return false
}

async function failedLately(note, mirror) {
  const [text, facts] = await Promise.all([
    readFile(note, 'utf8').catch(() => null),
    stat(note).catch(() => null)
  ])
  return text === mirror && facts !== null && Date.now() - facts.mtimeMs < rememberFailureFor
}

/** Whether the server of the mirror answers at all: a closed network shows within seconds, not minutes. */
function answers(url) {
  return new Promise((resolve) => {
    if (!url.startsWith('https:')) {
      resolve(true)
      return
    }
    const probe = request(url, { method: 'HEAD', timeout: probeLimit }, (response) => {
      response.resume()
      resolve(true)
    })
    const limit = setTimeout(() => probe.destroy(new Error('no answer in time')), probeLimit)
    probe.on('timeout', () => probe.destroy(new Error('no answer in time')))
    probe.on('error', () => resolve(false))
    probe.on('close', () => clearTimeout(limit))
    probe.end()
  })
}

function runInstaller() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe']
    })
    child.stderr.resume()
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
