import { fail, succeed } from '../../../src-main/contract/result'
import type { LogQueries } from '../../../src-main/world/logs/port'
import { exportOf, type MadeEntry } from './journalEntries'

/** A server of logs that lives in memory; it passes the suite of the real ones. */
export function memoryLogQueries(
  entries: readonly MadeEntry[],
  options: { readonly breaksOffAfter?: number } = {}
): LogQueries {
  return {
    async read({ fields }, extent, taker, signal) {
      const isCancelled = (): boolean => signal?.aborted === true
      if (isCancelled()) return fail('application.cancelled')
      const asked = Object.entries(fields).filter(([, values]) => values.length > 0)
      const known = entries.filter((entry) =>
        asked.every(([name, values]) => values.includes(entry.fields?.[name] ?? ''))
      )
      const meant =
        'newest' in extent
          ? known.slice(-extent.newest)
          : known.filter(({ time }) => time >= extent.from && time < extent.until)
      const { breaksOffAfter = meant.length } = options
      for (const entry of meant.slice(0, breaksOffAfter)) {
        taker.record(exportOf([entry]), entry.time)
        if (isCancelled()) return fail('application.cancelled')
      }
      return succeed({
        ending: breaksOffAfter < meant.length ? 'brokenOff' : 'whole',
        hasOlder:
          'newest' in extent ? known.length > meant.length : known.some(({ time }) => time < extent.from),
        hasNewer: 'newest' in extent ? false : known.some(({ time }) => time >= extent.until)
      })
    }
  }
}
