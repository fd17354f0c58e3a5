import { Option } from 'commander'
import { commandLines, type JobServices } from '../commandWords'
import { languages, type Language, type Text } from '../contract/language'
import type { Result } from '../contract/result'
import type { Answer, Context, GlobalOptions } from './context'
import { descriptions } from './descriptions'
import { doDue } from './due'
import { makeProgram } from './usage'

/** What the words asked for, ready to be run. */
export interface Invocation {
  readonly options: GlobalOptions
  readonly run: (context: Context<JobServices>) => Promise<Result<Answer>>
}

interface ParsedGlobals {
  readonly data?: string
  readonly json?: boolean
  readonly passwordStdin?: boolean
}

/**
 * Reads the words after `netzwart`. Throws the parser's own error for wrong usage and for help, which are written
 * by then (see `exitCodeOf`).
 */
export function readInvocation(
  words: readonly string[],
  version: string,
  language: Language,
  write: { readonly out: (text: string) => void; readonly error: (text: string) => void }
): Invocation {
  const says = (text: Text): string => text[language]
  const program = makeProgram(language, write)
  const chosen: { run: Invocation['run'] | null } = { run: null }
  const choose = (run: Invocation['run']): void => {
    chosen.run = run
  }

  program
    .description(says(descriptions.program))
    .version(version, '--version', says(descriptions.version))
    .helpOption('-h, --help', says(descriptions.help))
    .helpCommand(false)
    .option('--data <folder>', says(descriptions.data))
    .option('--json', says(descriptions.json))
    .option('--password-stdin', says(descriptions.passwordStdin))
    .addOption(new Option('--language <language>', says(descriptions.language)).choices(languages))
  for (const job of commandLines) job.addWords?.({ program, says, choose })
  program
    .command('due')
    .description(says(descriptions.due))
    .action(() => choose(doDue))

  program.parse(words, { from: 'user' })
  const { data, json, passwordStdin } = program.opts<ParsedGlobals>()
  const options = { data: data ?? null, json: json ?? false, passwordFromStdin: passwordStdin ?? false }
  if (chosen.run === null) return program.help({ error: true })
  return { options, run: chosen.run }
}
