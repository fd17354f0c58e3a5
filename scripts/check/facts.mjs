import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import typescript from 'typescript'
import { root } from '../setup/places.mjs'

/**
 * [Note: declared types]
 *
 * What a file looks like from outside is what TypeScript would write into its `.d.ts`, as far as it can do so from the file
 * alone (isolated declarations: each export says its type). Whoever imports the file sees nothing else of it, so that a change
 * inside a function concerns nobody but its own file. Where an export leaves its type to be inferred (shapes of zod), the whole
 * text counts, with all that it imports.
 */
const options = {
  declaration: true,
  isolatedDeclarations: true,
  module: typescript.ModuleKind.ESNext,
  target: typescript.ScriptTarget.ES2023,
  strict: true,
  verbatimModuleSyntax: true
}
const hasCode = /\.(?:ts|mjs|vue)$/u
const script = /<script[^>]*>(?<code>.*?)<\/script>/gsu

/**
 * What the checks know of a file by its text alone. It is worked out once for each text and remembered.
 *
 * - `text`: digest of the whole text
 * - `imports`: what it imports, as it is written there
 * - `statements`: digest of all that it imports, with what is imported and how
 * - `declared`: digest of what others see of it
 * - `declaredImports`: what that depends on
 */
export class FileFacts {
  #known
  #used = {}
  #seen = new Map()

  constructor(folder, memory = join(root, 'node_modules', '.cache', 'check', 'facts.json')) {
    this.folder = folder
    this.memory = memory
    this.#known = readMemory(memory)
  }

  of(path) {
    const seen = this.#seen.get(path)
    if (seen !== undefined) return seen
    const content = readFileSync(join(this.folder, path))
    const text = sha256(content)
    const key = `${path.endsWith('.d.ts') ? '.d.ts' : extname(path)} ${text}`
    const facts = (this.#used[key] ??= this.#known[key] ?? factsOf(path, content.toString('utf8'), text))
    this.#seen.set(path, facts)
    return facts
  }

  /** Remembers what was asked for, and forgets the rest. */
  keep() {
    mkdirSync(dirname(this.memory), { recursive: true })
    writeFileSync(`${this.memory}.new`, JSON.stringify({ maker: maker(), facts: this.#used }))
    renameSync(`${this.memory}.new`, this.memory)
  }
}

function readMemory(memory) {
  try {
    const { maker: by, facts } = JSON.parse(readFileSync(memory, 'utf8'))
    return by === maker() ? facts : {}
  } catch {
    return {}
  }
}

/** Facts that another TypeScript or another version of this file has worked out do not count. */
function maker() {
  return `${typescript.version} ${sha256(readFileSync(new URL(import.meta.url), 'utf8'))}`
}

function factsOf(path, content, text) {
  if (!hasCode.test(path)) return { text, imports: [], statements: text, declared: text, declaredImports: [] }
  const code = path.endsWith('.vue') ? scriptsOf(content) : content
  const imports = importsOf(code)
  return {
    text,
    imports,
    statements: sha256(statementsOf(code, imports)),
    ...declaredBy(path, code, text, imports)
  }
}

function declaredBy(path, code, text, imports) {
  const whole = { declared: text, declaredImports: imports }
  if (!path.endsWith('.ts') || path.endsWith('.d.ts')) return whole
  const { outputText, diagnostics } = typescript.transpileDeclaration(code, {
    fileName: path,
    compilerOptions: options,
    reportDiagnostics: true
  })
  if (diagnostics?.length !== 0) return whole
  return { declared: sha256(outputText), declaredImports: importsOf(outputText) }
}

function scriptsOf(content) {
  return [...content.matchAll(script)].map(({ groups }) => groups.code).join('\n')
}

/** Packages are left out: they change with the lock file alone. */
function importsOf(code) {
  const { importedFiles } = typescript.preProcessFile(code, true, true)
  return importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'))
}

/** Packages count here: who may use which is an import rule. */
function statementsOf(code, imports) {
  const file = typescript.createSourceFile('code.ts', code, typescript.ScriptTarget.ES2023, false)
  const statements = file.statements
    .filter(
      (one) =>
        (typescript.isImportDeclaration(one) || typescript.isExportDeclaration(one)) && one.moduleSpecifier
    )
    .map((one) => one.getText(file))
  const { importedFiles } = typescript.preProcessFile(code, true, true)
  return JSON.stringify([statements, importedFiles.map(({ fileName }) => fileName), imports])
}

export function sha256(text) {
  return createHash('sha256').update(text).digest('hex')
}
