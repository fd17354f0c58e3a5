import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRuleFile } from '../../../../../src-main/jobs/evaluations/rules/ruleFile'
import { EventOrder, settleTime } from '../../../../../src-main/jobs/evaluations/standing/events'
import { draftsOf } from '../../../../../src-main/jobs/evaluations/standing/flags'
import { runLog, type LogMatter } from '../../../../../src-main/jobs/evaluations/standing/logRun'
import { KeyedPseudonyms } from '../../../../../src-main/jobs/evaluations/standing/pseudonyms'
import { StandingRules } from '../../../../../src-main/jobs/evaluations/standing/rules'
import type { LogStand } from '../../../../../src-main/jobs/evaluations/standing/stand'
import type { LogEvent } from '../../../../../src-main/jobs/evaluations/logs/events'
import { formatToRead } from '../../../../../src-main/jobs/evaluations/logs'
import { localLogs } from '../../../../../src-main/world/logs/local'
import '../../../support/propertySeed'
import { squidLine } from '../../../support/standingSchool'

const minute = 60_000
const begun = Date.parse('2026-11-23T07:00:00.000Z')
const rules = resolve('resources/rules')
const files = ['filter_tunnel.yml', 'filter_blocked.yml', 'large_transfers.yml'].map(
  (name) => readRuleFile(readFileSync(join(rules, name))).rules
)
const standing = new StandingRules(
  files,
  files.flat().flatMap(({ id, sha256 }) => (id === null ? [] : [{ id, sha256 }]))
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-once-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const kinds = ['tunnel', 'blocked', 'blocked', 'blocked', 'plain'] as const
interface Line {
  readonly second: number
  readonly lateBy: number
  readonly person: string
  readonly kind: (typeof kinds)[number]
  readonly site: number
}
/** Lines of less than an hour by few people, dense enough that correlations are met; a line may stand a few minutes too late. */
const written = fc.array(
  fc.record({
    second: fc.integer({ min: 0, max: 2_400 }),
    lateBy: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 240 })),
    person: fc.constantFrom('anna', 'Anna', 'ben'),
    kind: fc.constantFrom(...kinds),
    site: fc.integer({ min: 0, max: 30 })
  }),
  { minLength: 1, maxLength: 400, size: 'max' }
)

function text(lines: readonly Line[], until: number): string {
  return [...lines]
    .filter(({ second, lateBy }) => second + lateBy <= until)
    .toSorted((left, right) => left.second + left.lateBy - right.second - right.lateBy)
    .map(({ second, person, kind, site }) =>
      kind === 'tunnel'
        ? squidLine(begun + second * 1_000, person, 'de12.nordvpn.com')
        : squidLine(begun + second * 1_000, person, `seite${site}.example`, kind === 'blocked' ? 403 : 200)
    )
    .join('')
}

/** Reads the log as it has come to lie there by each of these seconds. */
async function read(lines: readonly Line[], seconds: readonly number[]): Promise<Map<string, number>> {
  const pseudonyms = new KeyedPseudonyms(Buffer.alloc(32, 7), (login) => login.toLowerCase())
  const file = join(folder, 'access.log')
  const found: LogMatter[] = []
  let stand: LogStand | null = null
  for (const second of seconds) {
    await writeFile(file, text(lines, second))
    const done = await runLog([{ file, missing: [], follows: false }], stand, {
      ...{
        logs: localLogs,
        rules: standing,
        pseudonyms,
        format: formatToRead({ format: 'squid' }),
        since: begun
      },
      knowledge: { accounts: [], fold: (login) => login.toLowerCase(), devices: [] },
      ...{ now: begun + second * 1_000, onPiece: () => undefined }
    })
    expect(done.missed).toBe(0)
    stand = done.stand
    found.push(...done.matters)
  }
  const counts = new Map<string, number>()
  for (const { rule, pseudonyms: named, count } of found) {
    const key = `${rule} ${named.join(' ')}`
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return counts
}

describe('P19: each event is considered once', () => {
  it('whenever the log is read, the same is found in the end as by one reading', async () => {
    const end = 3_600 + 2 * 86_400
    const met = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        written,
        fc.array(fc.integer({ min: 1, max: 2 * 3_600 }), { maxLength: 6 }),
        async (lines, times) => {
          const once = await read(lines, [end])
          const often = await read(
            lines,
            [...new Set(times)].toSorted((left, right) => left - right).concat(end)
          )
          for (const key of once.keys()) met.add(key.slice(0, 36))
          expect([...often].toSorted()).toEqual([...once].toSorted())
        }
      ),
      { numRuns: 40 }
    )
    // Single events and correlations alike.
    expect(met.size).toBe(2)
  }, 60_000)

  it('events are released in the order of time, each before the mark and none behind it', () => {
    const event = {} as LogEvent
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 20 }),
        (minutes, most) => {
          const released: number[] = []
          const order = new EventOrder(0, 200 * minute, (_event, at) => released.push(at), most)
          for (const at of minutes) order.push(event, at * minute, false)
          expect(released.toSorted((left, right) => left - right)).toEqual(
            minutes
              .map((at) => at * minute)
              .filter((at) => at < order.until)
              .toSorted((left, right) => left - right)
          )
          const newest = Math.max(...minutes, 0) * minute
          if (minutes.length > 0) expect(order.until).toBeGreaterThanOrEqual(newest - settleTime)
        }
      )
    )
  })

  it('what claims to lie in the future is left for then', () => {
    const released: number[] = []
    const order = new EventOrder(0, 10 * minute, (_event, at) => released.push(at))
    order.push({} as LogEvent, 999_999 * minute, false)
    order.push({} as LogEvent, 5 * minute, false)
    order.finish()
    expect([released, order.until]).toEqual([[], 0])
  })
})

describe('P19: what is said of what was found', () => {
  const matter = (person: string, count = 1): LogMatter => ({
    ...{
      rule: '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d',
      count,
      pseudonyms: [`person:${person.padEnd(10, '0')}`]
    },
    ...{ from: begun, until: begun + minute }
  })

  it('no event gets lost between matters and flags, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            person: fc.constantFrom(...'ABCDEFGHJKMNPQRS'.split('')),
            count: fc.integer({ min: 1, max: 9 })
          })
        ),
        (found) => {
          const drafts = draftsOf(
            'order',
            'run',
            found.map(({ person, count }) => matter(person, count)),
            []
          )
          const said = drafts.reduce((sum, { payload }) => sum + (payload as { count: number }).count, 0)
          expect(said).toBe(found.reduce((sum, { count }) => sum + count, 0))
          expect(drafts.length).toBeLessThanOrEqual(11)
        }
      )
    )
  })
})
