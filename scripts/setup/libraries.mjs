import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Stop, tell } from './messages.mjs'

/** What Electron needs of a Debian system, and a display where there is none. */
const packagesToStart = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libxkbcommon0',
  'libxss1',
  'libxtst6',
  'xdg-utils'
]
const packageForDisplay = ['xvfb']

/** Servers and tools of the tests. */
const packagesToTest = [
  ...packagesToStart,
  ...packageForDisplay,
  'age',
  'fonts-liberation',
  'freeradius',
  'freeradius-ldap',
  'freeradius-utils',
  'krb5-user',
  'ldap-utils',
  'libevtx-utils',
  'openssl',
  'poppler-utils',
  'postgresql',
  'python3-evtx',
  'samba',
  'samba-ad-provision',
  'samba-dsdb-modules',
  'samba-vfs-modules',
  'slapd',
  'smbclient',
  'systemd-journal-remote',
  'squid',
  'unzip',
  'winbind'
]

/**
 * Makes sure that Electron finds its shared libraries; only Linux needs it.
 *
 * @param {string} executable the Electron binary
 * @param {{ display: boolean }} wanted `display`: Xvfb too
 */
export async function ensureLibraries(executable, wanted) {
  if (process.platform !== 'linux') return
  const missing = missingLibraries(executable)
  const needsDisplay = wanted.display && !isOnPath('Xvfb')
  if (missing.length === 0 && !needsDisplay) return
  const packages = [
    ...(missing.length > 0 ? packagesToStart : []),
    ...(needsDisplay ? packageForDisplay : [])
  ]
  await install(packages)
  const still = missingLibraries(executable)
  if (still.length > 0) {
    throw new Stop(
      `Es fehlen noch Bibliotheken für Electron: ${still.join(', ')}. Bitte mit der Paketverwaltung des Systems installieren.`,
      'Electron still lacks these libraries; please install them with your system’s package manager.'
    )
  }
}

/** Makes sure that everything is there that the tests start: servers, clients, a display, PDF tools. */
export async function ensureTestPackages() {
  if (process.platform !== 'linux') return
  await install(packagesToTest)
}

/** Shared libraries that the loader does not find. */
function missingLibraries(executable) {
  const answer = spawnSync('ldd', [executable], { encoding: 'utf8' })
  if (answer.error || answer.status !== 0) return []
  return answer.stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])
}

export function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(':')
    .some((folder) => folder !== '' && existsSync(`${folder}/${program}`))
}

/** Packages of the list that are not installed. Newer systems have some under another name (`libgtk-3-0t64`). */
function missingPackages(packages) {
  const names = packages.flatMap((name) => [name, `${name}t64`])
  const answer = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n', ...names], {
    encoding: 'utf8'
  })
  const installed = new Set(
    (answer.stdout ?? '')
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length))
  )
  return packages.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

async function install(packages) {
  if (!isOnPath('apt-get') || !isOnPath('dpkg-query')) {
    throw new Stop(
      `Bitte die Entsprechungen dieser Debian-Pakete installieren und noch einmal starten: ${packages.join(' ')}`,
      'Please install your system’s equivalents of these Debian packages and start again.'
    )
  }
  const missing = missingPackages(packages)
  if (missing.length === 0) return
  const command = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`
  const prefix = await permission(missing, command)
  tell(`Installiere: ${missing.join(' ')} …`, 'Installing Debian packages …')
  if (missing.includes('postgresql')) leaveOutCluster(prefix)
  if (await aptInstall(prefix, missing)) return
  // Package lists that are missing or old are the usual reason for a first failure.
  await apt(prefix, ['update'])
  if (!(await aptInstall(prefix, missing))) {
    throw new Stop(
      `Die Debian-Pakete ließen sich nicht installieren. Bitte von Hand: ${command}`,
      'The Debian packages could not be installed. Please install them by hand with this command.'
    )
  }
}

/** How apt-get may be called: as root at once, else after asking; never by surprise. */
async function permission(missing, command) {
  const isRoot = process.getuid?.() === 0
  const isTerminal = process.stdin.isTTY === true && process.stderr.isTTY === true && !process.env.CI
  const sudoWithoutPassword = !isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  if (isTerminal && (isRoot || isOnPath('sudo'))) {
    if (await agrees(missing)) return isRoot ? [] : ['sudo']
  } else if (isRoot) {
    return []
  } else if (sudoWithoutPassword) {
    return ['sudo', '-n']
  }
  throw new Stop(
    `Es fehlen Debian-Pakete. Bitte ausführen und noch einmal starten: ${command}`,
    'Debian packages are missing. Please run this command and start again.'
  )
}

async function agrees(missing) {
  const line = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await line.question(
      `Es fehlen Debian-Pakete / Debian packages are missing: ${missing.join(' ')}\nJetzt installieren? / Install now? [j/y/N] `
    )
    return /^(j|ja|y|yes)$/i.test(answer.trim())
  } finally {
    line.close()
  }
}

async function aptInstall(prefix, packages) {
  const names = packages.map((name) => nameHere(name))
  return (await apt(prefix, ['install', '--yes', '--no-install-recommends', ...names])) === 0
}

/**
 * Debian's package makes a database cluster of its own and starts it with every boot; the tests make theirs and need
 * the programs only. Where this does not succeed, that cluster is there and disturbs nobody.
 */
function leaveOutCluster(prefix) {
  const folder = '/etc/postgresql-common/createcluster.d'
  const script = `mkdir -p ${folder} && echo 'create_main_cluster = false' > ${folder}/netzwart.conf`
  const line = [...prefix, 'sh', '-c', script]
  spawnSync(line[0], line.slice(1), { stdio: 'ignore' })
}

/** Debian 13 and Ubuntu 24.04 renamed libraries in the change to 64-bit time. */
function nameHere(name) {
  const renamed = ['libasound2', 'libatk-bridge2.0-0', 'libatspi2.0-0', 'libcups2', 'libgtk-3-0']
  if (!renamed.includes(name)) return name
  const system = readFileSync('/etc/os-release', 'utf8')
  const version = Number(/^VERSION_ID="?(\d+)/m.exec(system)?.[1] ?? 0)
  const isNew = /^ID=ubuntu/m.test(system) ? version >= 24 : version >= 13
  return isNew ? `${name}t64` : name
}

/** Another apt run (a system's own updates) is waited for instead of failed on. */
function apt(prefix, words) {
  const quiet = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0', '-qq']
  // `env` because sudo drops the environment; no service may ask questions or start by itself here.
  const line = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...quiet, ...words]
  return new Promise((resolve) => {
    const child = spawn(line[0], line.slice(1), { stdio: ['inherit', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (data) => {
      said += data
    })
    child.on('error', () => resolve(1))
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(said)
      resolve(code ?? 1)
    })
  })
}
