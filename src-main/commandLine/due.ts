import type { DueCases } from '../contract/due'
import type { Text } from '../contract/language'
import { succeed, type Result } from '../contract/result'
import type { Answer, Context } from './context'
import { describeRun } from './plans'
import { texts } from './texts'

const done: Readonly<Record<keyof DueCases, Text>> = {
  enforced: texts.caseEnforced,
  lifted: texts.caseLifted,
  ended: texts.caseEnded,
  expired: texts.caseExpired
}

/**
 * `due`: lifts the suspensions whose end has come, carries out, ends and lets expire what was decided. Answers what was
 * done, and what waits and why; not complete (exit code 1) where something waits or failed, so that a scheduled task
 * tries again.
 */
export async function doDue(context: Context): Promise<Result<Answer>> {
  const services = await context.openUnsigned()
  if (!services.ok) return services
  const { lifted, cases, waiting } = await services.value.due()
  const run = lifted === null ? null : await describeRun(context, services.value, lifted.plan, lifted)
  if (run?.ok === false) return run
  const lines = [
    ...(run === null ? [] : [run.value.text]),
    ...Object.entries(done).flatMap(([what, words]) =>
      cases[what as keyof DueCases].map((number) => context.words(words, { number }))
    ),
    ...waiting.map(({ case: number, account, failure }) => {
      const reason = context.sentence(failure)
      if (account !== null) return context.words(texts.accountWaits, { account, reason })
      return number === null
        ? context.words(texts.dueWaits, { reason })
        : context.words(texts.caseWaits, { number, reason })
    })
  ]
  return succeed({
    document: {
      ...(run === null ? { plan: null, done: 0, failed: [], remaining: 0 } : run.value.document),
      cases,
      waiting: waiting.map(({ case: number, account, failure }) => ({
        case: number,
        account,
        code: failure.code,
        message: context.sentence(failure)
      }))
    },
    text: lines.length === 0 ? context.words(texts.nothingDue) : lines.join('\n'),
    complete: waiting.length === 0 && (run === null || run.value.complete)
  })
}
