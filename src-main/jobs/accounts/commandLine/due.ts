import { describeRun } from '../../../commandLine/plans'
import type { DueWords } from '../../../commandLine/words'
import { succeed } from '../../../contract/result'
import { texts } from './texts'

/** Suspensions that have ended. */
export const dueWords: DueWords = {
  async done(context, services, { lifted }) {
    if (lifted !== null) return describeRun(context, services, lifted.plan, lifted)
    const document = { plan: null, done: 0, failed: [], remaining: 0 }
    return succeed({ document, text: '', complete: true })
  },
  waits: (context, { account, failure }) =>
    account === null
      ? null
      : context.words(texts.accountWaits, { account, reason: context.sentence(failure) })
}
