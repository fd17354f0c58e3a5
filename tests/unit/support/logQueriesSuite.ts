import { expect, it } from 'vitest'
import type { LogExtent, LogQueries, LogQuery, QueryEnd } from '../../../src-main/world/logs/port'
import type { Result } from '../../../src-main/contract/result'
import type { MadeEntry } from './journalEntries'

/** A server that has the entries of `suiteEntries`, and how it is asked. */
export interface QueriesUnderTest {
  readonly queries: LogQueries
  readonly query: LogQuery
}

export const suiteBegin = Date.parse('2026-11-20T06:00:00.000Z')
const second = 1_000
const all = 600
const units = ['slapd.service', 'postfix@-.service', 'cron.service']

/** An entry a second; of each third the unit is another one, and one has a value in binary. */
export const suiteEntries: readonly MadeEntry[] = Array.from({ length: all }, (_, index) => ({
  time: suiteBegin + index * second,
  message: index === 301 ? `entry ${index}\nwith a line break\u001b` : `entry ${index}`,
  fields: { _SYSTEMD_UNIT: units[index % 3] ?? '', SYSLOG_IDENTIFIER: index % 2 === 0 ? 'even' : 'odd' }
}))

export interface Taken {
  readonly end: Result<QueryEnd>
  /** Numbers of the entries. */
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
}

/** Reads and keeps what came. */
export async function taken(
  { queries, query }: QueriesUnderTest,
  extent: LogExtent,
  fields: LogQuery['fields'] = {},
  signal?: AbortSignal
): Promise<Taken> {
  const texts: string[] = []
  const taker = {
    record: (bytes: Uint8Array) => void texts.push(Buffer.from(bytes).toString('latin1')),
    tooLong: () => void texts.push('too long')
  }
  const end = await queries.read({ ...query, fields }, extent, taker, signal)
  return { end, texts, numbers: texts.map((text) => Number(/entry (\d+)/.exec(text)?.[1] ?? -1)) }
}

const between = (from: number, until: number): LogExtent => ({
  from: suiteBegin + from * second,
  until: suiteBegin + until * second
})
const range = (from: number, until: number, step = 1): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((until - from) / step)) }, (_, place) => from + place * step)
const ended = (hasOlder: boolean, hasNewer: boolean): unknown => ({
  ok: true,
  value: { ending: 'whole', hasOlder, hasNewer }
})

/** What every server must do that is asked for logs. */
export function logQueriesSuite(open: () => QueriesUnderTest): void {
  it.each([
    [0, all, false, false],
    [200, 260, true, true],
    [0, 1, false, true],
    [all - 1, all, true, false],
    [300, 303, true, true],
    [-50, 2, false, true],
    [598, 900, true, false],
    [300.5, 300.7, true, true],
    [-90, -10, false, true],
    [700, 800, true, false]
  ])('gives each record from second %d to before %d once', async (from, until, hasOlder, hasNewer) => {
    const { end, numbers } = await taken(open(), between(from, until))
    expect(end).toEqual(ended(hasOlder, hasNewer))
    expect(numbers).toEqual(range(Math.max(0, Math.ceil(from)), Math.min(all, Math.ceil(until))))
  })

  it('gives whole records, whatever stands in them', async () => {
    const { texts } = await taken(open(), between(301, 302))
    expect(texts).toEqual([expect.stringContaining('entry 301\nwith a line break\u001b\n')])
    expect(texts[0]!.endsWith('\n\n')).toBe(true)
  })

  it('asks for fields, one of several values of each, and all of several fields', async () => {
    const one = await taken(open(), between(90, 120), { _SYSTEMD_UNIT: ['slapd.service'] })
    expect(one.numbers).toEqual(range(90, 120, 3))
    const two = await taken(open(), between(90, 120), {
      _SYSTEMD_UNIT: ['slapd.service', 'cron.service'],
      SYSLOG_IDENTIFIER: ['even'],
      _HOSTNAME: []
    })
    expect(two.numbers).toEqual(range(90, 120, 2).filter((number) => number % 3 !== 1))
    expect(two.end).toEqual(ended(true, true))
    const none = await taken(open(), between(0, all), { _SYSTEMD_UNIT: ['no.service'] })
    expect(none).toMatchObject({ end: ended(false, false), numbers: [] })
  })

  it('gives the newest', async () => {
    const few = await taken(open(), { newest: 40 })
    expect(few).toMatchObject({ numbers: range(all - 40, all), end: ended(true, false) })
    const more = await taken(open(), { newest: all + 9 })
    expect(more).toMatchObject({ numbers: range(0, all), end: ended(false, false) })
    expect((await taken(open(), { newest: 9 }, { _SYSTEMD_UNIT: ['no.service'] })).numbers).toEqual([])
  })

  it('ends when whoever takes throws, and when it is cancelled', async () => {
    const { queries, query } = open()
    const enough = new Error('enough')
    const taker = {
      record(): void {
        throw enough
      },
      tooLong: () => undefined
    }
    await expect(queries.read(query, between(0, all), taker)).rejects.toBe(enough)
    const cancelled = { ok: false, failure: { code: 'application.cancelled' } }
    const before = await taken(open(), between(0, all), {}, AbortSignal.abort())
    expect(before).toMatchObject({ end: cancelled, numbers: [] })
    const cancelling = new AbortController()
    const aborter = { record: () => cancelling.abort(), tooLong: () => undefined }
    expect(await queries.read(query, between(0, all), aborter, cancelling.signal)).toMatchObject(cancelled)
  })
}
