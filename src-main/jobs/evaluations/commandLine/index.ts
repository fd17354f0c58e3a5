import { Option } from 'commander'
import type { JobCommandLine, WordsParts } from '../../../commandLine/words'
import { logFormatNames } from '../logs'
import { checkLogFiles } from './checking'
import { descriptions } from './descriptions'
import { dueWords } from './due'
import { addRulesWord } from './rules'

/** `logs`: what can be known of logs and of rules about them without an order. Nothing is searched here (P19). */
export const evaluationsCommandLine: JobCommandLine<unknown> = { addWords, due: dueWords }

function addWords({ program, says, choose }: WordsParts<object>): void {
  const logs = program.command('logs').description(says(descriptions.logs)).helpCommand(false)
  logs
    .command('check')
    .description(says(descriptions.check))
    .argument('<files...>', says(descriptions.files))
    .addOption(
      new Option('--format <name>', says(descriptions.format))
        .choices(['auto', ...logFormatNames])
        .default('auto')
    )
    .option('--mapping <file>', says(descriptions.mapping))
    .action((files: string[], asked: { format: string; mapping?: string }) =>
      choose((context) => checkLogFiles(context, files, asked))
    )
  addRulesWord(logs, { says, choose })
}
