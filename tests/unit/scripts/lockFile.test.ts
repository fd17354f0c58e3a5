import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

interface LockedPackage {
  readonly name?: string
  readonly version: string
  readonly resolved?: string
  readonly integrity?: string
  readonly inBundle?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

let locked: Map<string, LockedPackage>

beforeAll(async () => {
  const text = await readFile(join(import.meta.dirname, '../../../package-lock.json'), 'utf8')
  const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> }
  locked = new Map(Object.entries(packages))
})

/** Packages that are fetched: not the project itself, and nothing that comes inside another package. */
function fetched(): [place: string, found: LockedPackage][] {
  return [...locked].filter(([place, { inBundle }]) => place !== '' && inBundle !== true)
}

function nameOf(place: string, { name }: LockedPackage): string {
  return name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** Where Node would find a package from another one's folder. */
function isFound(name: string, from: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (locked.has(`${folder === '' ? '' : `${folder}/`}node_modules/${name}`)) return true
    if (folder === '') return false
  }
}

describe('the lock file', () => {
  it('says of every package, for every platform, where it comes from and what it must be', () => {
    const wrong = fetched().filter(([place, found]) => {
      const name = nameOf(place, found)
      const path = `/${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${found.version}.tgz`
      return (
        found.resolved === undefined ||
        new URL(found.resolved).pathname !== path ||
        !/^sha512-[A-Za-z0-9+/]{86}==$/.test(found.integrity ?? '')
      )
    })
    expect(wrong.map(([place]) => place)).toEqual([])
  })

  it('names npm’s own public address and no other: each machine puts its own in its place', () => {
    const origins = new Set(fetched().map(([, { resolved }]) => new URL(resolved ?? 'about:blank').origin))
    const digests = [...origins].map((origin) => createHash('sha256').update(origin).digest('hex'))
    expect(digests).toEqual(['036b43b16792c643378e95923ed2f4cc78e800de141b764aeea70d47580396df'])
  })

  it('leaves out no part that another platform needs', () => {
    const missing = [...locked].flatMap(([place, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !isFound(name, place))
    )
    expect(missing).toEqual([])
    for (const platform of ['win32-x64', 'darwin-arm64', 'darwin-x64', 'linux-arm64'])
      expect([...locked.keys()].filter((place) => place.includes(platform)).length).toBeGreaterThan(3)
  })
})
