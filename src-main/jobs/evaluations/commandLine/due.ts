import type { DueWords } from '../../../commandLine/words'
import { succeed } from '../../../contract/result'
import { dueTexts } from './dueTexts'

/** What standing orders have found, in numbers alone. */
export const dueWords: DueWords = {
  async done(context, _services, { standing }) {
    const lines = (['found', 'grown', 'expired'] as const)
      .filter((what) => standing[what] > 0)
      .map((what) => context.words(dueTexts[what], { count: standing[what] }))
    return succeed({ document: { standing }, text: lines.join('\n'), complete: true })
  },
  waits: () => null
}
