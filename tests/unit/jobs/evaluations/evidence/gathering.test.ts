import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogSource, OrderScope } from '../../../../../src-main/contract/orders'
import { readContent, writeContent } from '../../../../../src-main/jobs/evaluations/evidence/content'
import type { OpenedEvidence } from '../../../../../src-main/jobs/evaluations/evidence/event'
import { gather, type Gathering } from '../../../../../src-main/jobs/evaluations/evidence/gathering'
import { journalGateway } from '../../../../../src-main/world/logs/journalGateway'
import { localLogs } from '../../../../../src-main/world/logs/local'

const order = '6b1f2b6e-7a3a-4a51-9d62-7a1a2f1f0a01'
const evidence = '0c8f0a55-30a2-4b86-8d1e-5f0f35c1a702'
const sourceId = '4b7c5d52-9b0f-4c57-8a43-0c4b7b0a4b11'
const morning = Date.parse('2026-11-20T08:00:00.000Z')
const minute = 60_000

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-evidence-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** A folder of its own with these files, last changed on the evening of the day. */
async function placeOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const place = await mkdtemp(join(folder, 'logs-'))
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(place, name), content)
    await utimes(join(place, name), morning / 1000, Date.parse('2026-11-20T20:00:00Z') / 1000)
  }
  return place
}

function scopeOf(path: string, more: Partial<OrderScope> = {}, source: Partial<LogSource> = {}): OrderScope {
  return {
    from: '2026-11-20T09:00:00.000Z',
    until: '2026-11-20T10:00:00.000Z',
    sources: [
      {
        ...{ id: sourceId, name: 'Proxy', path, format: null, contents: false },
        ...{ keptDays: 7, keptReason: '', ...source }
      }
    ],
    ...{ concerned: [], addresses: [], rules: [], contents: false },
    ...more
  }
}

const concerned = (...logins: readonly string[]): OrderScope['concerned'] =>
  logins.map((login) => ({ person: `id-${login}`, names: { login, givenName: 'Kim', familyName: 'Muster' } }))

const options: Gathering = {
  logs: localLogs,
  logQueries: journalGateway,
  fold: (login) => login.toLowerCase()
}

/** What two persons would open. */
async function gathered(
  scope: OrderScope,
  more: Partial<Gathering> = {},
  most?: number
): Promise<OpenedEvidence> {
  const done = await gather(scope, { ...options, ...more }, most)
  if (!done.ok) throw new Error(done.failure.code)
  const { sources, events } = done.value
  const about = { evidence, order, sealedAt: '2026-11-28T12:00:00.000Z' }
  const pieces: Uint8Array[] = []
  for await (const piece of writeContent(about, sources, events)) pieces.push(piece)
  const opened = await readContent(Buffer.concat(pieces), about)
  if (!opened.ok) throw new Error(opened.failure.code)
  return opened.value
}

const gapsOf = ({ sources }: OpenedEvidence): string[] =>
  sources.flatMap(({ gaps }) => gaps.map(({ code }) => code))

function squid(time: number, user: string, address = '10.1.2.3', url = 'http://a/'): string {
  const stamp = `${Math.floor(time / 1000)}.${String(time % 1000).padStart(3, '0')}`
  return `${stamp}      3 ${address} TCP_MISS/200 266 GET ${url} ${user} HIER_DIRECT/192.0.2.1 text/plain\n`
}

/** Ten hours from eight o'clock UTC, a line every two seconds, by five persons in turn. */
const day = Array.from({ length: 18_000 }, (_, line) =>
  squid(
    morning - 60 * minute + line * 2_000,
    `m.muster${line % 5}`,
    '10.1.2.3',
    `http://a/${line}/${'x'.repeat(60)}`
  )
)

describe('a format of the school’s own', () => {
  const line = (at: number, person: string): string => `${at / 1000} 10.1.2.3 "${person}" 200\n`
  const log = Array.from({ length: 60 }, (_, place) =>
    line(morning + place * 3 * minute, place % 2 === 0 ? 'anna' : 'otto')
  )
  const mapping = { format: 'squid-logformat' as const, logformat: '%ts %>a "%"un" %>Hs' }

  it('is read as the order describes it, within its window alone (P19)', async () => {
    const place = await placeOf({ 'access.log': log.join('') })
    const scope = scopeOf(
      join(place, 'access.log'),
      { concerned: concerned('anna') },
      { format: 'squid-logformat', mapping }
    )
    const { events, sources } = await gathered(scope)
    expect(events).toHaveLength(10)
    expect(new Set(events.map(({ person, surety }) => `${person ?? ''}: ${surety}`))).toEqual(
      new Set(['anna: proved'])
    )
    expect(sources[0]).toMatchObject({ format: 'squid-logformat', events: 10, gaps: [] })
  })

  it('that the order does not describe is not guessed: no line is read, and the gap says so', async () => {
    const place = await placeOf({ 'access.log': log.join('') })
    const { events, sources } = await gathered(
      scopeOf(join(place, 'access.log'), {}, { format: 'squid-logformat' })
    )
    expect(events).toEqual([])
    expect(sources[0]?.gaps.map(({ code }) => code)).toContain('beginsLater')
    expect(sources[0]?.files[0]).toMatchObject({ lines: 60, parsed: 0, rejected: { formatUnknown: 60 } })
  })
})

describe('gathering what an order covers (P19)', () => {
  it('reads of a large file in order only what can lie in the window', async () => {
    const place = await placeOf({ 'access.log': day.join('') })
    const scope = scopeOf(join(place, 'access.log'), { concerned: concerned('M.Muster3') })
    const found = await gathered(scope)
    // Every fifth line of the hour.
    const offsets = day.flatMap((_line, index) =>
      index >= 3_600 && index < 5_400 && index % 5 === 3
        ? [day.slice(0, index).reduce((sum, { length }) => sum + length, 0)]
        : []
    )
    expect(found.events.map(({ offset }) => offset)).toEqual(offsets)
    expect(new Set(found.events.map(({ person }) => person))).toEqual(new Set(['m.muster3']))
    expect(gapsOf(found)).toEqual([])
    const [source] = found.sources
    const [file] = source!.files
    expect(file!.bytes).toBeLessThan(day.join('').length / 4)
    const read = Buffer.from(day.join('')).subarray(file!.from, file!.from + file!.bytes)
    expect(file!.sha256).toBe(createHash('sha256').update(read).digest('hex'))
    expect(file!.lines).toBe(file!.parsed)
    expect(source).toMatchObject({ events: 360, outside: file!.lines - 360, format: 'squid' })
  })

  it('reads a file that is not in order whole, and says so', async () => {
    // A stretch of the wanted hour stands at the end of the file.
    const moved = [...day.slice(0, 4_000), ...day.slice(4_500), ...day.slice(4_000, 4_500)]
    for (const lines of [moved, [...day.slice(9_000), ...day.slice(0, 9_000)], day.toReversed()]) {
      const place = await placeOf({ 'access.log': lines.join('') })
      const found = await gathered(scopeOf(join(place, 'access.log')))
      expect(found.events).toHaveLength(1_800)
      expect(found.events.map(({ time }) => time)).toEqual(
        found.events.map(({ time }) => time).toSorted((left, right) => left - right)
      )
      expect(gapsOf(found)).toContain('outOfOrder')
      expect(found.sources[0]!.files[0]).toMatchObject({ from: 0, bytes: lines.join('').length })
    }
  })

  it('takes persons by the directory’s spelling, addresses and devices in any, and nothing else', async () => {
    const at = morning + 70 * minute
    const lines = [
      squid(at, 'anna'),
      squid(at, 'ANNA'),
      squid(at, 'anna@SCHULE.EXAMPLE'),
      squid(at, 'SCHULE\\\\anna'),
      squid(at, 'annabell'),
      squid(at, 'anna%20b'),
      squid(at, '-', '2001:db8::1'),
      squid(at, 'bert', '2001:db8:0:0::1'),
      squid(at, '-', '10.9.9.9', 'http://anna/')
    ]
    const place = await placeOf({ 'access.log': lines.join('') })
    const persons = async (more: Partial<OrderScope>): Promise<(string | null)[]> =>
      (await gathered(scopeOf(join(place, 'access.log'), more))).events.map(({ person }) => person)
    const anna = ['anna', 'ANNA', 'anna@SCHULE.EXAMPLE', 'SCHULE\\anna']
    expect(await persons({ concerned: concerned('anna') })).toEqual(anna)
    expect(await persons({ addresses: ['2001:DB8:0::1'] })).toEqual([null, 'bert'])
    expect(await persons({ concerned: concerned('anna'), addresses: ['2001:db8::1'] })).toEqual([
      ...anna,
      null,
      'bert'
    ])
    expect(await persons({})).toHaveLength(lines.length)
  })

  it('strips no realm where the format does not say whose it is, and counts what looks alike', async () => {
    const line = (name: string): string =>
      `2026-11-20 10:30:00 +0100 1tZabc-0000000001-AB12 <= ${name} H=(pc) [10.1.2.3] P=esmtpsa A=plain:${name} S=500\n`
    const place = await placeOf({ mainlog: line('anna@web.example') + line('anna') })
    const found = await gathered(scopeOf(join(place, 'mainlog'), { concerned: concerned('anna') }))
    expect(found.events.map(({ person }) => person)).toEqual(['anna'])
    expect(found.sources[0]!.gaps).toContainEqual(expect.objectContaining({ code: 'namesAlike', count: 1 }))
  })

  it('reads rotated and packed parts, and says which are missing, cut off or not to be read', async () => {
    const packed = gzipSync(day.slice(4_000, 4_800).join(''))
    const place = await placeOf({
      'access.log': day.slice(4_900).join(''),
      'access.log.2.gz': packed,
      'access.log.3': day.slice(0, 4_000).join(''),
      'access.log.4.bz2': 'BZh9',
      'other.log': squid(morning + 70 * minute, 'eve')
    })
    const found = await gathered(scopeOf(join(place, 'access.log')))
    expect(found.events).toHaveLength(1_700)
    expect(found.events.some(({ person }) => person === 'eve')).toBe(false)
    expect(found.sources[0]!.gaps.map(({ code, file, names }) => [code, file, names.join()])).toEqual([
      ['packedUnknown', 'access.log.4.bz2', ''],
      ['partMissing', 'access.log', 'access.log.1']
    ])
    const cut = await placeOf({ 'access.log.1.gz': packed.subarray(0, packed.length / 2) })
    expect(gapsOf(await gathered(scopeOf(join(cut, 'access.log'))))).toContain('cutOff')
    const all = await gathered(scopeOf(join(place, '*.log')))
    expect(all.events.some(({ person }) => person === 'eve')).toBe(true)
    await mkdir(join(place, 'sub'))
    expect((await gathered(scopeOf(place))).events).toHaveLength(1_701)
  })

  it('says where a log begins later and ends earlier, and where there is nothing', async () => {
    const inside = day.slice(4_000, 4_500)
    const place = await placeOf({ 'access.log': inside.join('') })
    expect(gapsOf(await gathered(scopeOf(join(place, 'access.log'))))).toEqual(['beginsLater', 'endsEarlier'])
    expect(gapsOf(await gathered(scopeOf(join(place, 'gone.log'))))).toEqual(['nothingThere'])
    expect(gapsOf(await gathered(scopeOf(join(place, 'gone', 'access.log'))))).toEqual(['nothingThere'])
    const old = await placeOf({ 'access.log': 'was last changed days before\n' })
    await utimes(join(old, 'access.log'), 0, Date.parse('2026-11-18T20:00:00Z') / 1000)
    const found = await gathered(scopeOf(join(old, 'access.log')))
    expect(gapsOf(found)).toEqual(['endsEarlier'])
    expect(found.sources[0]!.files[0]).toMatchObject({ bytes: 0, lines: 0 })
  })

  it('reads contents of messages only where the order says so (P24)', async () => {
    const place = await placeOf({ 'access.log': day.join('') })
    const closed = await gathered(scopeOf(join(place, 'access.log'), {}, { contents: true }))
    expect(closed).toMatchObject({
      events: [],
      sources: [{ files: [], gaps: [{ code: 'contentsNotOrdered' }] }]
    })
    const open = await gathered(scopeOf(join(place, 'access.log'), { contents: true }, { contents: true }))
    expect(open.events).toHaveLength(1_800)
  })

  it('takes local time without a zone for the school’s clock, in summer and in winter', async () => {
    const line = (time: string): string => `${time} : Auth: (0) Login OK: [anna] (from client wlan port 7)\n`
    const place = await placeOf({
      'radius.log': [
        ...['Sun Oct 25 02:59:59 2026', 'Sun Oct 25 02:30:00 2026', 'Sun Oct 25 03:00:00 2026'],
        ...['Fri Nov 20 09:59:59 2026', 'Fri Nov 20 10:00:00 2026', 'Fri Nov 20 10:59:59 2026'],
        ...['Fri Nov 20 11:00:00 2026']
      ]
        .map(line)
        .join('')
    })
    const times = async (from: string, until: string): Promise<string[]> =>
      (await gathered(scopeOf(join(place, 'radius.log'), { from, until }))).events.map(({ time, timing }) => {
        expect(timing.zone).toBe('unknown')
        return new Date(time).toISOString().slice(5, 19)
      })
    expect(await times('2026-11-20T09:00:00.000Z', '2026-11-20T10:00:00.000Z')).toEqual([
      '11-20T10:00:00',
      '11-20T10:59:59'
    ])
    // The hour that comes twice can be either.
    const twice = ['10-25T02:30:00', '10-25T02:59:59']
    expect(await times('2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z')).toEqual(twice)
    expect(await times('2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00.000Z')).toEqual(twice)
    expect(await times('2026-10-25T02:00:00.000Z', '2026-10-25T03:00:00.000Z')).toEqual(['10-25T03:00:00'])
  })

  it('joins nobody with what was said on a connection before the place where it begins', async () => {
    const slapd = (time: number, words: string): string =>
      `${new Date(time).toISOString().replace('Z', '000+00:00')} ldap slapd[77]: ${words}\n`
    const bind = (time: number, number: number, login: string): string =>
      slapd(time, `conn=${number} fd=12 ACCEPT from IP=10.1.2.${number % 200}:4711 (IP=0.0.0.0:389)`) +
      slapd(time, `conn=${number} op=0 BIND dn="uid=${login},ou=x,dc=example" method=128`) +
      slapd(time, `conn=${number} op=0 RESULT tag=97 err=0 qtime=0 etime=0 text=`)
    const search = (time: number, number: number): string =>
      slapd(time, `conn=${number} op=1 SRCH base="dc=example" scope=2 deref=0 filter="(a=b)"`) +
      slapd(time, `conn=${number} op=1 SEARCH RESULT tag=101 err=0 qtime=0 etime=0 nentries=1 text=`)
    const hour = 60 * minute
    const start = morning - 48 * hour
    const filler = Array.from({ length: 70 * 60 }, (_, index) =>
      bind(start + index * minute, 2_000 + index, 'anybody')
    )
    const lines = [
      bind(start, 1_000, 'anna'),
      ...filler.slice(0, 46 * 60),
      bind(start + 46 * hour, 1_001, 'anna'),
      ...filler.slice(46 * 60, 49 * 60 + 30),
      search(morning + 90 * minute, 1_000),
      search(morning + 90 * minute, 1_001),
      ...filler.slice(49 * 60 + 30)
    ]
    const place = await placeOf({ 'slapd.log': lines.join('') })
    await utimes(join(place, 'slapd.log'), 0, Date.parse('2026-11-22T00:00:00Z') / 1000)
    const found = await gathered(scopeOf(join(place, 'slapd.log'), { concerned: concerned('anna') }))
    // The older connection began two days before: whose it is nobody knows any more.
    expect(found.events.map(({ act, person, address }) => [act, person, address])).toEqual([
      ['directoryRead', 'uid=anna,ou=x,dc=example', '10.1.2.1']
    ])
    expect(gapsOf(found)).toContain('joinedFrom')
    expect(found.sources[0]!.files[0]!.from).toBeGreaterThan(0)
  })

  it('counts rejected lines of the window as a gap', async () => {
    const at = morning + 70 * minute
    const lines = [squid(at, 'anna'), 'broken line\n', '\n', squid(at, 'bert'), 'no end']
    const place = await placeOf({ 'access.log': lines.join('') })
    const { sources } = await gathered(scopeOf(join(place, 'access.log')))
    expect(sources[0]!.files[0]).toMatchObject({ lines: 5, parsed: 2 })
    expect(sources[0]!.gaps).toContainEqual(expect.objectContaining({ code: 'linesRejected', count: 2 }))
    expect(gapsOf({ sources } as OpenedEvidence)).toContain('lastLineOpen')
  })

  it('refuses an order that covers too much, and ends when it is cancelled', async () => {
    const place = await placeOf({ 'access.log': day.join('') })
    const scope = scopeOf(join(place, 'access.log'))
    expect(await gather(scope, options, 1_799)).toMatchObject({ failure: { code: 'evidence.tooMuch' } })
    expect(await gather(scope, options, 1_800)).toMatchObject({ ok: true })
    const cancelling = new AbortController()
    const onProgress = (): void => cancelling.abort()
    expect(await gather(scope, { ...options, onProgress, signal: cancelling.signal })).toMatchObject({
      failure: { code: 'application.cancelled' }
    })
  })
})

describe('the content of evidence', () => {
  it('is refused in any other form', async () => {
    const about = { about: { format: 1, evidence, order, sealedAt: '2026-11-28T12:00:00.000Z' } }
    const end = { end: { sources: 0, events: 0 } }
    const outcome = async (...lines: readonly unknown[]): Promise<unknown> => {
      const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
      const read = await readContent(gzipSync(text), { evidence, order })
      return read.ok ? read.value.events.length : read.failure.code
    }
    expect(await outcome(about, end)).toBe(0)
    for (const lines of [
      [],
      [about],
      [end],
      [about, end, end],
      [about, { end: { sources: 1, events: 0 } }],
      [about, { hello: 1 }, { end: { sources: 0, events: 1 } }],
      [about, '{', end],
      [{ about: { ...about.about, order: evidence } }, end]
    ]) {
      expect(await outcome(...lines)).toBe('evidence.damaged')
    }
    for (const bytes of [new Uint8Array(), Buffer.from('text'), gzipSync('{}').subarray(0, 12)]) {
      expect(await readContent(bytes, { evidence, order })).toMatchObject({
        failure: { code: 'evidence.damaged' }
      })
    }
  })
})
