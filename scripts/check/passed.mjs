import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../setup/places.mjs'

/** What every check depends on besides its own inputs. */
const always = ['package.json', 'package-lock.json', 'scripts/check.mjs', 'scripts/check']
const leftOut = new Set(['node_modules', 'out', 'dist', 'screenshots', '.git'])

/**
 * The digest of everything that a check reads: names and contents of files, of folders with all below them.
 *
 * @param {readonly string[]} inputs paths inside `folder`; what is not there counts as absent
 */
export function digestOf(inputs, folder = root) {
  const hash = createHash('sha256').update(process.version)
  for (const path of [...always, ...inputs].flatMap((input) => filesBelow(folder, input)).toSorted()) {
    hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)))
  }
  return hash.digest('hex')
}

/** Files of a path, with all folders below it; what is installed or built is left out. */
export function filesBelow(folder, path) {
  const facts = statSync(join(folder, path), { throwIfNoEntry: false })
  if (facts === undefined) return []
  if (!facts.isDirectory()) return [path]
  return readdirSync(join(folder, path))
    .filter((name) => !leftOut.has(name))
    .flatMap((name) => filesBelow(folder, join(path, name)))
}

/** Remembers which inputs a check has passed on. What it fails on is not noted, so that it runs again. */
export class PassedChecks {
  constructor(folder = join(root, 'node_modules', '.cache', 'check')) {
    this.folder = folder
  }

  has(name, digest) {
    try {
      return readFileSync(this.#file(name), 'utf8') === digest
    } catch {
      return false
    }
  }

  note(name, digest) {
    mkdirSync(dirname(this.#file(name)), { recursive: true })
    writeFileSync(this.#file(name), digest)
  }

  /**
   * Files that are not as they were when the check passed last; all of them where it never did.
   *
   * @param {ReadonlyMap<string, string>} reach digest of each file
   */
  changed(name, reach) {
    const known = this.#noted(name)
    return [...reach].filter(([path, digest]) => known[path] !== digest).map(([path]) => path)
  }

  noteEach(name, reach) {
    this.note(name, JSON.stringify(Object.fromEntries(reach)))
  }

  #noted(name) {
    try {
      return JSON.parse(readFileSync(this.#file(name), 'utf8'))
    } catch {
      return {}
    }
  }

  #file(name) {
    return join(this.folder, `${name}.passed`)
  }
}
