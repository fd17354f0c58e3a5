import { commandLines, type JobServices } from '../commandWords'
import { sentence } from '../contract/sentences'
import { type FailureCode } from '../contract/failures'
import type { Text } from '../contract/language'
import type { Failure } from '../contract/result'
import { isText } from '../contract/texts'
import { StoreFailure } from '../world/store/port'
import { Context, type Answer } from './context'
import { findLanguage } from './language'
import { Output } from './output'
import { readInvocation, type Invocation } from './program'
import type { Surroundings } from './surroundings'
import { texts } from './texts'
import { exitCodeOf } from './usage'

/** What the sentences, written for the window too, mean at the command line, whichever job works. */
const hints: Readonly<Partial<Record<FailureCode, Text>>> = {
  'directory.passwordNeeded': texts.passwordHint,
  'directory.notConnected': texts.connectHint
}

function hintOf(code: FailureCode): Text | undefined {
  return [hints, ...commandLines.map((job) => job.hints)].find((said) => said?.[code] !== undefined)?.[code]
}

/**
 * One call of the command line.
 *
 * @param words what stands after `netzwart`
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const language = findLanguage(words, surroundings.environment)
  const stdout = new Output(surroundings.stdout)
  const stderr = new Output(surroundings.stderr)
  const usage: Promise<unknown>[] = []
  const unreadable = words.findIndex((word) => !isText(word))
  if (unreadable >= 0) {
    // The word itself may be a name or worse; its option or its place is enough to find it.
    const option = words[unreadable - 1] ?? ''
    const field = option.startsWith('-') && isText(option) ? option : `#${unreadable + 1}`
    await stderr.line(sentence({ code: 'application.notText', parameters: { field } }, language))
    return 2
  }
  let invocation: Invocation
  try {
    invocation = readInvocation(words, surroundings.version, language, {
      out: (text) => void usage.push(stdout.write(text)),
      error: (text) => void usage.push(stderr.write(text))
    })
  } catch (error) {
    const exitCode = exitCodeOf(error)
    if (exitCode === null) throw error
    await Promise.all(usage)
    return exitCode
  }
  const context = new Context<JobServices>(surroundings, invocation.options, language, stdout, stderr)
  const release = surroundings.onUncaught((error) => {
    // Nothing can be relied on any more, closing in order neither; what was under way is resumed next time.
    void admit(context, error).then((code) => surroundings.exit(code))
  })
  try {
    return await carryOut(context, invocation)
  } finally {
    release()
  }
}

async function carryOut(context: Context<JobServices>, invocation: Invocation): Promise<number> {
  try {
    const answer = await invocation.run(context)
    await context.close()
    return answer.ok ? await give(context, answer.value) : await refuse(context, answer.failure)
  } catch (error) {
    const code = await admit(context, error)
    await context.close().catch((again: unknown) => {
      if (!(again instanceof StoreFailure)) context.surroundings.noteBug(context.dataFolder(), again)
    })
    return code
  }
}

/**
 * Says what can happen to any store at any time. Everything else is a bug: it is noted and admitted without its words,
 * which may hold a name or a password.
 */
async function admit(context: Context<JobServices>, error: unknown): Promise<number> {
  if (error instanceof StoreFailure) return refuse(context, error.failure)
  const reference = context.surroundings.noteBug(context.dataFolder(), error)
  return refuse(context, { code: 'application.unexpected', parameters: { reference } })
}

async function give(context: Context<JobServices>, { document, text, complete }: Answer): Promise<number> {
  if (context.options.json) {
    if (document !== undefined) await context.stdout.line(JSON.stringify(document, null, 2))
  } else if (text !== '') {
    await context.stdout.line(text)
  }
  return complete ? 0 : 1
}

async function refuse(context: Context<JobServices>, failure: Failure): Promise<number> {
  const { stderr, stdout, language, options } = context
  const message = sentence(failure, language)
  await stderr.line(message)
  const hint = hintOf(failure.code)
  if (hint !== undefined) await context.say(hint)
  if (options.json) await stdout.line(JSON.stringify({ error: { code: failure.code, message } }, null, 2))
  return 1
}
