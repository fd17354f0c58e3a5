import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import typescript from 'typescript'
import { digestOf, filesBelow } from './passed.mjs'

/** How an import without ending is looked for, in this order. */
const endings = ['', '.ts', '.d.ts', '/index.ts']
const hasCode = /\.(?:ts|mjs)$/u

/**
 * Each .ts file below `inputs` with the digest of all that its types can depend on: its own text, that of everything it
 * imports, however far, and what every file depends on (declarations without import, `common`). While that stays the same, a
 * look at the file finds what it found before.
 *
 * @param {readonly string[]} inputs paths inside `folder`
 * @param {readonly string[]} common files that count for each
 * @returns {ReadonlyMap<string, string>} by path inside `folder`
 */
export function reachOf(inputs, common, folder) {
  const files = inputs.flatMap((input) => filesBelow(folder, input)).filter((path) => path.endsWith('.ts'))
  const ambient = files.filter((path) => path.endsWith('.d.ts'))
  const shared = digestOf([...common, ...ambient], folder)
  const read = new Map()
  const factsOf = (path) => {
    const known = read.get(path)
    if (known !== undefined) return known
    const text = readFileSync(join(folder, path), 'utf8')
    const facts = { digest: sha256(text), imports: hasCode.test(path) ? importsOf(folder, path, text) : [] }
    read.set(path, facts)
    return facts
  }
  return new Map(files.map((path) => [path, sha256([shared, ...linesOf(path, factsOf)].join('\n'))]))
}

/** Everything that a file reaches, itself first found, in the order of names. */
function linesOf(start, factsOf) {
  const reached = new Set([start])
  const absent = []
  // A set goes on with what is added while it is walked through.
  for (const path of reached) {
    for (const { name, found } of factsOf(path).imports) {
      if (found === null) absent.push(`${path} ${name}`)
      else reached.add(found)
    }
  }
  const lines = [...reached].map((path) => `${path} ${factsOf(path).digest}`)
  return [`${start} first`, ...lines.toSorted(), ...absent.toSorted()]
}

/** Packages are left out: they change with the lock file alone. */
function importsOf(folder, path, text) {
  const { importedFiles } = typescript.preProcessFile(text, true, true)
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ name, found: resolved(folder, join(dirname(path), name)) }))
}

function resolved(folder, path) {
  const candidates = endings.map((ending) => join(folder, `${path}${ending}`))
  const file = candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile())
  return file === undefined ? null : relative(folder, file)
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex')
}
