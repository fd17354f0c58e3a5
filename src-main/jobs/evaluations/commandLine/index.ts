import type { JobCommandLine, WordsParts } from '../../../commandLine/words'
import { addRulesWord } from './rules'
import { rulesTexts } from './rulesTexts'

/** `logs`: what can be known of logs and rules without an order. */
export const evaluationsCommandLine: JobCommandLine<object> = {
  addWords({ program, says, choose }: WordsParts<object>): void {
    const logs = program.command('logs').description(says(rulesTexts.logs)).helpCommand(false)
    addRulesWord(logs, { says, choose })
  }
}
