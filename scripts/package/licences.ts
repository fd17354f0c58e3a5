import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { licencesFile, type Licence } from '../../src-main/contract/licences'
import { standardText } from './standardLicences'

/** Part of the window's styles: the bundler knows them as files and not as code. */
const inStyles = ['@fontsource-variable/inter', '@iconify-json/lucide', 'tailwindcss']

/** Says its licence in its README alone. */
const saidInReadme: Readonly<Record<string, string>> = { precond: 'MIT' }

const licenceFile = /^(?:licen[cs]e|copying|notice)/i
const readmeFile = /^readme/i

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name?: string }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

/** Where Node finds a package from another one's folder; null: it is not there, as another platform's part. */
function findPackage(name: string, from: string, root: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name)
    if (existsSync(join(found, 'package.json'))) return found
    if (folder === root) return null
  }
}

/** Folders of the packages that the installed app takes along in `node_modules`. */
function shippedFolders(root: string): Set<string> {
  const found = new Set<string>()
  const follow = (folder: string): void => {
    const { dependencies, optionalDependencies } = manifestOf(folder)
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const next = findPackage(name, folder, root)
      if (next === null || found.has(next)) continue
      found.add(next)
      follow(next)
    }
  }
  follow(root)
  return found
}

/** The package that a bundled file belongs to; null: it is our own, or made up by a plugin. */
function packageOf(file: string): string | null {
  const place = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))
  return place === null || file.startsWith('\0') ? null : place[0]
}

/**
 * Of everything that ships: the packages beside main, those in the window, fonts, icons, and Electron itself.
 *
 * @param bundled files that the window's code was made of
 * @throws a package whose licence nobody can tell: the build must not pass it on
 */
export function collectLicences(root: string, bundled: Iterable<string>): Licence[] {
  const folders = shippedFolders(root)
  for (const file of bundled) {
    const folder = packageOf(file)
    if (folder !== null) folders.add(folder)
  }
  for (const name of [...inStyles, 'electron']) {
    const folder = findPackage(name, root, root)
    if (folder === null) throw new Error(`${name} is not installed`)
    folders.add(folder)
  }
  const known = new Map([root, ...folders].map((folder) => licenceOf(folder)).map((one) => [keyOf(one), one]))
  return [...known.values()].toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
}

function keyOf({ name, version }: Licence): string {
  return `${name} ${version}`
}

function licenceOf(folder: string): Licence {
  const { name, version, license, author } = manifestOf(folder)
  const licence = license ?? saidInReadme[name]
  if (licence === undefined) throw new Error(`${name} ${version} names no licence`)
  const text = textIn(folder) ?? standardText(licence, holderOf(folder, author))
  if (text === null) throw new Error(`${name} ${version} has no text of its licence (${licence})`)
  return { name, version, licence, text: text.replaceAll('\r\n', '\n').trim() }
}

/** Files of a licence, or the part of a README that holds one; null: neither. */
function textIn(folder: string): string | null {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const own = files.filter(({ name }) => licenceFile.test(name)).map(({ name }) => read(name))
  if (own.length > 0) return own.join('\n\n')
  const readme = files.find(({ name }) => readmeFile.test(name))
  const part =
    readme === undefined ? null : /^#+ *licen[cs]e *$([\s\S]*?)(?=^#|$(?![\s\S]))/im.exec(read(readme.name))
  const words = part?.[1]?.trim() ?? ''
  return /copyright/i.test(words) && /permission/i.test(words) ? words : null
}

/** Who holds the rights: the author, or those whom a set of icons names. */
function holderOf(folder: string, author: Manifest['author']): string {
  const info = join(folder, 'info.json')
  if (existsSync(info)) {
    const { author: maker } = JSON.parse(readFileSync(info, 'utf8')) as { author?: { name?: string } }
    if (maker?.name !== undefined) return maker.name
  }
  const name = typeof author === 'string' ? author : author?.name
  return (name ?? 'the authors').replace(/\s*[<(].*$/, '')
}

/** All of them in one file, for whoever looks into the program's folder. */
function asText(licences: readonly Licence[]): string {
  const line = '-'.repeat(80)
  return licences
    .map(
      ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}\n`
    )
    .join('\n')
}

/** Writes the licences beside the window's pages, for its own screen and for the installed folder. */
export function licences(root: string): Plugin {
  return {
    name: 'netzwart:licences',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
      const found = collectLicences(root, files)
      this.emitFile({ type: 'asset', fileName: licencesFile, source: JSON.stringify(found) })
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: asText(found) })
    }
  }
}
