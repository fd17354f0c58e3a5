import { statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { sha256 } from './facts.mjs'
import { digestOf, filesBelow } from './passed.mjs'

/** How an import without ending is looked for, in this order. */
const endings = ['', '.ts', '.d.ts', '/index.ts']

/**
 * Each file below `inputs` that ends in one of `kinds`, with the digest of all that its types can depend on: its own text,
 * what is declared by everything that it imports, however far ([Note: declared types]), and what every file depends on
 * (declarations without import, `common`). While that stays the same, a look at the file finds what it found before.
 *
 * @param {readonly string[]} inputs paths inside the folder of `facts`
 * @param {readonly string[]} common files that count for each
 * @param {import('./facts.mjs').FileFacts} facts
 * @returns {ReadonlyMap<string, string>} by path inside that folder
 */
export function reachOf(inputs, common, facts, kinds = ['.ts']) {
  const { folder } = facts
  const files = filesOf(inputs, folder, ['.ts', ...kinds])
  const shared = digestOf([...common, ...files.filter((path) => path.endsWith('.d.ts'))], folder)
  const found = new Map()
  const find = (path) => {
    if (!found.has(path)) found.set(path, resolved(folder, path))
    return found.get(path)
  }
  return new Map(
    files
      .filter((path) => kinds.some((kind) => path.endsWith(kind)))
      .map((path) => [path, sha256([shared, ...linesOf(path, facts, find, kinds)].join('\n'))])
  )
}

/** Each file below `inputs` with the digest of its own text: for what looks at nothing but the file. */
export function textsOf(inputs, common, facts, kinds = ['']) {
  const shared = digestOf(common, facts.folder)
  return new Map(
    filesOf(inputs, facts.folder, kinds).map((path) => [path, sha256(`${shared} ${facts.of(path).text}`)])
  )
}

/** One digest of all that `reachOf` or `textsOf` tell. */
export function wholeDigest(digests) {
  return sha256(
    [...digests]
      .map((entry) => entry.join(' '))
      .toSorted()
      .join('\n')
  )
}

/** Digest of which files there are and what each of them imports, whatever else stands in it. */
export function importsDigest(inputs, common, facts) {
  const lines = filesOf(inputs, facts.folder, ['.ts', '.mjs', '.vue']).map(
    (path) => `${path} ${facts.of(path).statements}`
  )
  return sha256([digestOf(common, facts.folder), ...lines.toSorted()].join('\n'))
}

function filesOf(inputs, folder, kinds) {
  return inputs
    .flatMap((input) => filesBelow(folder, input))
    .filter((path) => kinds.some((kind) => path.endsWith(kind)))
}

/** Everything that a file reaches, itself first, in the order of names. A .vue file is looked into for other .vue files only. */
function linesOf(start, facts, find, kinds) {
  const isRead = (path) => !path.endsWith('.vue') || kinds.includes('.vue')
  const own = facts.of(start)
  const reached = new Set()
  const absent = []
  const follow = (path, names) => {
    for (const name of names) {
      const next = find(join(dirname(path), name))
      if (next === null) absent.push(`${path} ${name}`)
      else reached.add(next)
    }
  }
  follow(start, own.imports)
  // A set goes on with what is added while it is walked through.
  for (const path of reached) if (isRead(path)) follow(path, facts.of(path).declaredImports)
  const lines = [...reached].map((path) => `${path} ${isRead(path) ? facts.of(path).declared : ''}`)
  return [`${start} ${own.text}`, ...lines.toSorted(), ...absent.toSorted()]
}

function resolved(folder, path) {
  const candidates = endings.map((ending) => join(folder, `${path}${ending}`))
  const file = candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile())
  return file === undefined ? null : relative(folder, file)
}
