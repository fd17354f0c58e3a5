import { commandLines, type JobServices } from '../commandWords'
import type { DueWaiting } from '../contract/due'
import { succeed, type Result } from '../contract/result'
import type { Answer, Context } from './context'
import { texts } from './texts'

/**
 * `due`: does what has fallen due, job by job. Answers what was done, and what waits and why; not complete (exit code 1)
 * where something waits or failed, so that a scheduled task tries again.
 */
export async function doDue(context: Context<JobServices>): Promise<Result<Answer>> {
  const services = await context.openUnsigned()
  if (!services.ok) return services
  const { waiting, ...done } = await services.value.due()
  const answers: (Answer & { readonly document: object })[] = []
  for (const { due } of commandLines) {
    const answer = await due?.done(context, services.value, done)
    if (answer?.ok === false) return answer
    if (answer !== undefined) answers.push(answer.value)
  }
  const lines = [
    ...answers.map(({ text }) => text).filter((text) => text !== ''),
    ...waiting.map((one) => waitingLine(context, one))
  ]
  return succeed({
    document: {
      ...answers.reduce<object>((all, { document }) => ({ ...all, ...document }), {}),
      waiting: waiting.map(({ failure, ...about }) => ({
        ...about,
        code: failure.code,
        message: context.sentence(failure)
      }))
    },
    text: lines.length === 0 ? context.words(texts.nothingDue) : lines.join('\n'),
    complete: waiting.length === 0 && answers.every(({ complete }) => complete)
  })
}

function waitingLine(context: Context, waiting: DueWaiting): string {
  for (const { due } of commandLines) {
    const line = due?.waits(context, waiting) ?? null
    if (line !== null) return line
  }
  return context.words(texts.dueWaits, { reason: context.sentence(waiting.failure) })
}
