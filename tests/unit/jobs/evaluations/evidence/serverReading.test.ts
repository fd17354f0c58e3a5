import { describe, expect, it } from 'vitest'
import type { LogSource, OrderScope } from '../../../../../src-main/contract/orders'
import { fail } from '../../../../../src-main/contract/result'
import { gather } from '../../../../../src-main/jobs/evaluations/evidence/gathering'
import { localLogs } from '../../../../../src-main/world/logs/local'
import type { LogExtent, LogQueries, LogQuery } from '../../../../../src-main/world/logs/port'
import type { MadeEntry } from '../../../support/journalEntries'
import { memoryLogQueries } from '../../../support/memoryLogQueries'

const from = Date.parse('2026-11-20T09:00:00.000Z')
const minute = 60_000
const day = 24 * 60 * minute
const host = 'logs.schule.example:19531'

function login(time: number, user: string, unit = 'dovecot.service'): MadeEntry {
  return {
    time,
    message: `imap-login: Info: Login: user=<${user}>, method=PLAIN, rip=10.1.2.3, lip=10.1.2.1, mpid=7, secured, session=<a>`,
    fields: { _SYSTEMD_UNIT: unit, SYSLOG_IDENTIFIER: 'dovecot' }
  }
}

/** Two days before, an hour before, in the hour, and behind it. */
const entries = [
  login(from - 2 * day, 'old'),
  login(from - 60 * minute, 'early'),
  login(from + minute, 'anna'),
  login(from + 2 * minute, 'otto'),
  login(from + 3 * minute, 'anna', 'other.service'),
  login(from + 61 * minute, 'near'),
  login(from + 120 * minute, 'late')
]

function scopeOf(more: Partial<OrderScope> = {}, source: Partial<LogSource> = {}): OrderScope {
  return {
    from: new Date(from).toISOString(),
    until: new Date(from + 60 * minute).toISOString(),
    sources: [
      {
        ...{ id: '4b7c5d52-9b0f-4c57-8a43-0c4b7b0a4b11', name: 'Mail', path: `https://${host}` },
        ...{ format: null, contents: false, keptDays: 7, keptReason: '' },
        server: {
          ...{ kind: 'journalGateway', caCertificate: null, hosts: [], identifiers: [] },
          units: ['dovecot.service']
        },
        ...source
      }
    ],
    ...{ concerned: [], addresses: [], rules: [], contents: false },
    ...more
  }
}

/** What is asked of a server, and what comes of it. */
async function gathered(scope: OrderScope, queries: LogQueries, signal?: AbortSignal) {
  const asked: { query: LogQuery; extent: LogExtent }[] = []
  const done = await gather(scope, {
    logs: localLogs,
    logQueries: {
      read(query, extent, taker, ending) {
        asked.push({ query, extent })
        return queries.read(query, extent, taker, ending)
      }
    },
    fold: (name) => name.toLowerCase(),
    ...(signal === undefined ? {} : { signal })
  })
  if (!done.ok) throw new Error(done.failure.code)
  const [source] = done.value.sources
  const persons = done.value.events.map(({ text }) => (JSON.parse(text) as { person: string }).person)
  return { asked, persons, source: source!, gaps: source!.gaps.map(({ code }) => code) }
}

describe('P19: gathering what an order covers at a server', () => {
  it('asks for the time and the source’s fields, and for no person', async () => {
    const scope = scopeOf({
      concerned: [{ person: 'id', names: { login: 'Anna', givenName: 'Kim', familyName: 'Muster' } }]
    })
    const { asked, persons, source, gaps } = await gathered(scope, memoryLogQueries(entries))
    expect(asked).toEqual([
      {
        query: {
          ...{ address: `https://${host}`, caCertificate: null },
          fields: { _HOSTNAME: [], _SYSTEMD_UNIT: ['dovecot.service'], SYSLOG_IDENTIFIER: [] }
        },
        // What is joined may have begun a day before.
        extent: { from: from - 5 * minute - day, until: from + 65 * minute }
      }
    ])
    expect(persons).toEqual(['anna'])
    expect(source).toMatchObject({ events: 1, outside: 3, format: 'journal-export' })
    expect(source.files).toMatchObject([{ name: host, from: 0 }])
    expect(source.files[0]!.lines).toBe(source.files[0]!.parsed)
    // The log goes on before and behind.
    expect(gaps).toEqual(['joinedFrom'])
  })

  it('reads no day before where nothing is joined', async () => {
    const { asked } = await gathered(scopeOf({}, { format: 'squid' }), memoryLogQueries([]))
    expect(asked[0]!.extent).toEqual({ from: from - 5 * minute, until: from + 65 * minute })
  })

  it('says what is not known: where it begins and ends, and where the server broke off', async () => {
    const some = await gathered(scopeOf(), memoryLogQueries(entries.slice(2, 4)))
    expect(some.gaps).toEqual(['beginsLater', 'endsEarlier'])
    const broken = await gathered(scopeOf(), memoryLogQueries(entries, { breaksOffAfter: 2 }))
    expect(broken.persons).toEqual(['anna'])
    expect(broken.source.gaps).toContainEqual(
      expect.objectContaining({ code: 'brokenOff', file: host, time: from + minute })
    )
    expect(broken.gaps).not.toContain('endsEarlier')
  })

  it.each([
    ['logServer.unreachable', 'notAnswered', host],
    ['logServer.certificateNotTrusted', 'notUnderstood', host],
    ['logServer.refused', 'notUnderstood', host]
  ] as const)('is a gap where nothing came: %s', async (code, gap, file) => {
    const { persons, source } = await gathered(scopeOf(), { read: async () => fail(code, { host }) })
    expect(persons).toEqual([])
    expect(source.gaps).toEqual([expect.objectContaining({ code: gap, file })])
  })

  it('does not ask where this version cannot read the messages, or contents are not ordered (P24)', async () => {
    const unknown = await gathered(scopeOf({}, { format: 'telepathy' }), memoryLogQueries(entries))
    expect(unknown).toMatchObject({ asked: [], gaps: ['formatUnknown'] })
    const closed = await gathered(scopeOf({}, { contents: true }), memoryLogQueries(entries))
    expect(closed).toMatchObject({ asked: [], gaps: ['contentsNotOrdered'] })
  })

  it('ends when it is cancelled', async () => {
    await expect(gathered(scopeOf(), memoryLogQueries(entries), AbortSignal.abort())).rejects.toThrow(
      'application.cancelled'
    )
  })
})
