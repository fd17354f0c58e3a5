import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalGateway } from '../../../src-main/world/logs/journalGateway'
import type { LogQuery, RecordTaker } from '../../../src-main/world/logs/port'
import type { MadeEntry } from '../../unit/support/journalEntries'
import { startJournalGateway, type JournalGateway } from '../servers/journalGateway'
import { makeAuthority } from '../servers/slapd'
import { logQueriesSuite, suiteBegin, suiteEntries, taken } from '../../unit/support/logQueriesSuite'

const second = 1_000
let server: JournalGateway
beforeAll(async () => {
  server = await startJournalGateway()
  await server.write('a', suiteEntries)
})
afterAll(() => server.stop())

function queryOf({ address, caCertificate }: JournalGateway, more: Partial<LogQuery> = {}): LogQuery {
  return { address, caCertificate, fields: {}, ...more }
}
const asked = (one = server, more: Partial<LogQuery> = {}) => ({
  queries: journalGateway,
  query: queryOf(one, more)
})
const everything = { from: suiteBegin, until: suiteBegin + 600 * second }

describe('a real systemd-journal-gatewayd over HTTPS', () => {
  logQueriesSuite(asked)

  it('is not asked without the CA that is pinned, or under another name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'netzwart-authority-'))
    const other = await makeAuthority(folder, 'other')
    await rm(folder, { recursive: true })
    const codeOf = async (more: Partial<LogQuery>, one = server): Promise<unknown> => {
      const { end, numbers } = await taken(asked(one, more), everything)
      expect(numbers).toEqual([])
      return end.ok ? 'asked' : end.failure.code
    }
    expect(await codeOf({ caCertificate: other })).toBe('logServer.certificateNotTrusted')
    expect(await codeOf({ caCertificate: null })).toBe('logServer.certificateNotTrusted')
    expect(await codeOf({ caCertificate: 'no certificate' })).toBe('logServer.certificateUnreadable')
    const elsewhere = await startJournalGateway({ certificateNames: ['logs.schule.example'] })
    try {
      expect(await codeOf({}, elsewhere)).toBe('logServer.certificateWrongHost')
    } finally {
      await elsewhere.stop()
    }
    const { port } = new URL(server.address)
    expect(await codeOf({ address: `http://127.0.0.1:${port}` })).toMatch(
      /^logServer\.(refused|unreachable)$/
    )
    expect(await codeOf({ address: 'https://127.0.0.1:9' })).toBe('logServer.unreachable')
  })

  it('is entered by time in each of its files, of which one is behind a clock that was set back', async () => {
    const many = await startJournalGateway()
    try {
      const file = (from: number, count: number): MadeEntry[] =>
        Array.from({ length: count }, (_, place) => ({
          time: suiteBegin + (from + place) * second,
          message: `entry ${from + place}`
        }))
      await many.write('first', file(0, 200))
      await many.write('second', file(120, 200))
      const { numbers, end } = await taken(asked(many), {
        from: suiteBegin + 150 * second,
        until: suiteBegin + 250 * second
      })
      const wanted = [...file(150, 50), ...file(150, 100)].map(({ message }) =>
        Number(String(message).slice(6))
      )
      expect(numbers.toSorted((left, right) => left - right)).toEqual(
        wanted.toSorted((left, right) => left - right)
      )
      expect(end).toMatchObject({ ok: true, value: { ending: 'whole' } })
    } finally {
      await many.stop()
    }
  })

  it('passes over an entry that is longer than any service writes, and says so', async () => {
    const long = await startJournalGateway()
    try {
      const [before, after] = [suiteEntries[0]!, suiteEntries[1]!]
      const huge = { time: before.time + 500, message: Buffer.alloc(3_000_000, 0x78) }
      await long.write('a', [before, huge, after])
      const { texts, numbers } = await taken(asked(long), everything)
      expect(texts[1]).toBe('too long')
      expect(numbers).toEqual([0, -1, 1])
    } finally {
      await long.stop()
    }
  })
})

describe('a gateway that is killed while it sends', () => {
  const count = 30_000
  const entries: readonly MadeEntry[] = Array.from({ length: count }, (_, place) => ({
    time: suiteBegin + place * 10,
    message: `entry ${place} ${'x'.repeat(400)}`
  }))
  const all = { from: suiteBegin, until: suiteBegin + count * 10 }
  let large: JournalGateway
  beforeAll(async () => {
    large = await startJournalGateway()
    await large.write('a', entries)
  })
  afterAll(() => large.stop())

  /** Keeps the numbers, and calls once the first came. */
  function takerOf(onFirst: () => void): RecordTaker & { readonly numbers: number[] } {
    const numbers: number[] = []
    return {
      numbers,
      record(bytes) {
        if (numbers.length === 0) onFirst()
        numbers.push(Number(/entry (\d+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1]))
      },
      tooLong: () => undefined
    }
  }

  it('is asked again, and gives each entry once', async () => {
    let restarted: Promise<void> = Promise.resolve()
    const taker = takerOf(() => {
      restarted = large.kill().then(() => large.start())
    })
    const end = await journalGateway.read(queryOf(large), all, taker)
    await restarted
    expect(end).toMatchObject({ ok: true, value: { ending: 'whole' } })
    expect(taker.numbers).toEqual(entries.map((_, place) => place))
  })

  it('is given up where it does not come back: what came is kept, and said to be no more', async () => {
    let killed: Promise<void> = Promise.resolve()
    const taker = takerOf(() => {
      killed = large.kill()
    })
    const end = await journalGateway.read(queryOf(large), all, taker)
    await killed
    await large.start()
    expect(end).toMatchObject({ ok: true, value: { ending: 'brokenOff' } })
    expect(taker.numbers.length).toBeGreaterThan(0)
    expect(taker.numbers.length).toBeLessThan(count)
    expect(taker.numbers).toEqual(taker.numbers.map((_, place) => place))
  })
})
