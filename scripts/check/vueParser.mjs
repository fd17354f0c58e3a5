import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import typescript from 'typescript'
import { parser } from 'typescript-eslint'
import { root } from '../setup/places.mjs'

/**
 * [Note: one program for the scripts of all .vue files]
 *
 * What is parsed of a .vue file is its script, which is not what lies on the disk. By itself the parser therefore makes a
 * new program for each file, which knows nothing of the types that the last one had worked out. Here one program, whose
 * host hands out scripts, serves all files. Where a text is another one than the host has handed out (somebody is
 * typing), the parser goes its usual way.
 */
const script = /<script setup lang="ts">(.*?)<\/script>/su

let program = null

function scriptOf(path) {
  return script.exec(readFileSync(path, 'utf8'))?.[1] ?? null
}

function makeProgram() {
  const folder = join(root, 'src-renderer')
  const { config } = typescript.readConfigFile(join(folder, 'tsconfig.json'), typescript.sys.readFile)
  const { fileNames, options } = typescript.parseJsonConfigFileContent(
    config,
    typescript.sys,
    folder,
    undefined,
    undefined,
    undefined,
    [{ extension: '.vue', isMixedContent: true, scriptKind: typescript.ScriptKind.Deferred }]
  )
  const settings = { ...options, allowNonTsExtensions: true }
  const host = typescript.createCompilerHost(settings, true)
  const { getSourceFile } = host
  host.getSourceFile = (path, ...rest) =>
    path.endsWith('.vue')
      ? typescript.createSourceFile(path, scriptOf(path) ?? '', rest[0], true, typescript.ScriptKind.TS)
      : getSourceFile.call(host, path, ...rest)
  return typescript.createProgram(fileNames, settings, host)
}

/** typescript-eslint's parser for `parserOptions.parser`, with types also for the scripts of .vue files. */
export const vueScriptParser = {
  ...parser,
  parseForESLint(code, options) {
    const { project, ...others } = options
    if (project === undefined || !options.filePath.endsWith('.vue'))
      return parser.parseForESLint(code, options)
    program ??= makeProgram()
    const known = program.getSourceFile(resolve(options.filePath).replaceAll('\\', '/'))
    return known?.text === code
      ? parser.parseForESLint(code, { ...others, programs: [program] })
      : parser.parseForESLint(code, options)
  }
}
