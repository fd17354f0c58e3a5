import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EvidenceFile } from '../../../../../src-main/contract/evidence'
import type { OrderScope } from '../../../../../src-main/contract/orders'
import type { EvidenceSource } from '../../../../../src-main/jobs/evaluations/evidence/event'
import { gather } from '../../../../../src-main/jobs/evaluations/evidence/gathering'
import type { LogEvent } from '../../../../../src-main/jobs/evaluations/logs/events'
import { journalGateway } from '../../../../../src-main/world/logs/journalGateway'
import { localLogs } from '../../../../../src-main/world/logs/local'
import { evtxFile, type EvtxEvent } from '../../../support/evtxFile'
import { inTurn, windowsEvents as windows } from '../../../support/windowsEvents'

const head = 4_096
const chunk = 65_536
const nine = Date.parse('2026-11-20T09:00:00.000Z')
const hour = 3_600_000

/** Ten hours from five o'clock UTC, a sign-in every ten seconds, by five pupils in turn. */
const day: readonly EvtxEvent[] = Array.from({ length: 3_600 }, (_, index) => ({
  ...windows.signIn({ TargetUserName: `m.muster${index % 5}` }),
  time: nine - 4 * hour + index * 10_000
}))
const whole = evtxFile(day, { perChunk: 100, spareChunks: 3 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-event-logs-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

interface Found {
  readonly events: readonly LogEvent[]
  readonly source: EvidenceSource
  readonly file: EvidenceFile
  readonly gaps: readonly string[]
}

/** What an order of one hour, nine to ten, covers of these files. */
async function gathered(
  files: Readonly<Record<string, Uint8Array>>,
  more: Partial<OrderScope> = {}
): Promise<Found> {
  const place = await mkdtemp(join(folder, 'logs-'))
  await mkdir(place, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(place, name), content)
  const source = {
    ...{ id: '4b7c5d52-9b0f-4c57-8a43-0c4b7b0a4b11', name: 'PC', path: join(place, 'Security.evtx') },
    ...{ format: null, contents: false, keptDays: 7, keptReason: '' }
  }
  const done = await gather(
    {
      ...{ from: new Date(nine).toISOString(), until: new Date(nine + hour).toISOString() },
      ...{ sources: [source], concerned: [], addresses: [], rules: [], contents: false, ...more }
    },
    { logs: localLogs, logQueries: journalGateway, fold: (login) => login.toLowerCase() }
  )
  if (!done.ok) throw new Error(done.failure.code)
  const [read] = done.value.sources
  const [file] = read?.files ?? []
  if (read === undefined || file === undefined) throw new Error('nothing was read')
  const events = done.value.events.map(({ text }) => JSON.parse(text) as LogEvent)
  return { events, source: read, file, gaps: read.gaps.map(({ code }) => code) }
}

const expected = day.map(({ time }) => time).filter((time) => time >= nine && time < nine + hour)

describe('gathering from a Windows event log (P19)', () => {
  it('reads only the chunks that can lie in the window, and says which bytes', async () => {
    const { events, file, gaps } = await gathered({ 'Security.evtx': whole })
    expect(events.map(({ time }) => time)).toEqual(expected)
    expect(gaps).toEqual([])
    expect(file.from).toBeGreaterThan(head)
    expect(file.bytes).toBeLessThan(whole.length / 4)
    const read = whole.subarray(file.from, file.from + file.bytes)
    expect(file.sha256).toBe(createHash('sha256').update(read).digest('hex'))
  })

  it('a log that is written over from its beginning has its oldest chunk in the middle', async () => {
    const used = whole.subarray(head, whole.length - 3 * chunk)
    for (const seam of [2, 12, 30]) {
      const ring = Buffer.concat([
        whole.subarray(0, head),
        used.subarray(seam * chunk),
        used.subarray(0, seam * chunk)
      ])
      const { events, file, gaps } = await gathered({ 'Security.evtx': ring })
      expect(events.map(({ time }) => time)).toEqual(expected)
      expect(gaps).toEqual([])
      expect(file.bytes).toBeLessThan(ring.length / 4)
    }
  })

  it('reads all of it where a chunk does not say what it holds, and says that something is damaged', async () => {
    const damaged = Buffer.from(whole)
    damaged.fill(0, head + 20 * chunk, head + 20 * chunk + 600)
    const { events, file, gaps } = await gathered({ 'Security.evtx': damaged })
    expect(file.bytes).toBe(damaged.length)
    expect(gaps).toContain('linesRejected')
    expect(events.length).toBeGreaterThan(300)
  })

  it('reads all of a log to which other computers have sent what happened, perhaps days later', async () => {
    const late = {
      ...windows.signIn({ TargetUserName: 'late' }),
      time: nine + 1_000,
      written: nine + 5 * hour
    }
    const sent = [...day, late]
    const forwarded = evtxFile(sent, { perChunk: 100 })
    const { events, file } = await gathered({ 'Security.evtx': forwarded })
    expect(file.bytes).toBe(forwarded.length)
    expect(events.map(({ person }) => person)).toContain(String.raw`SCHULE\late`)
    const several = day.map((event, index) => (index % 2 === 0 ? event : { ...event, computer: 'PC02' }))
    expect(
      (await gathered({ 'Security.evtx': evtxFile(several, { perChunk: 100 }) })).file.bytes
    ).toBeGreaterThan(whole.length / 2)
  })

  it('says where a log begins too late or ends too early', async () => {
    const late = await gathered({ 'Security.evtx': evtxFile(day.slice(1_500), { firstNumber: 1_501 }) })
    expect(late.gaps).toEqual(['beginsLater'])
    const early = await gathered({ 'Security.evtx': evtxFile(day.slice(0, 1_700)) })
    expect(early.gaps).toEqual(['endsEarlier'])
    const between = [...day.slice(0, 1_000), ...day.slice(3_000)]
    const quiet = await gathered({ 'Security.evtx': evtxFile(between, { perChunk: 100 }) })
    expect(quiet).toMatchObject({ gaps: [], events: [] })
    expect(quiet.file.bytes).toBeLessThan(3 * chunk)
  })

  it('archives belong to the log, and a session goes on over them', async () => {
    const session = inTurn([windows.start(), windows.signIn()], nine)
    const later = inTurn([windows.signOut()], nine + 60_000)
    const { events, source } = await gathered({
      'Archive-Security-2026-11-20-08-00-00-000.evtx': evtxFile(inTurn([windows.start()], nine - hour)),
      'Archive-Security-2026-11-20-09-00-30-123.evtx': evtxFile(session, { firstNumber: 2 }),
      'Security.evtx': evtxFile(later, { firstNumber: 4 }),
      'System.evtx': evtxFile(session)
    })
    expect(source.files).toHaveLength(3)
    expect(events.map(({ act }) => act)).toEqual(['signIn', 'signOut'])
    expect(new Set(events.map(({ details }) => details['session'])).size).toBe(1)
  })

  it('an account of a computer is not the pupil of the same name', async () => {
    const person = { person: 'id', names: { login: 'Anna', givenName: 'Anna', familyName: 'Muster' } }
    const file = evtxFile(
      inTurn([windows.signIn(), windows.signIn({ TargetDomainName: 'PC01' }), windows.refused()], nine)
    )
    const { events, gaps } = await gathered({ 'Security.evtx': file }, { concerned: [person] })
    expect(events.map(({ person: name }) => name)).toEqual(
      Array.from({ length: 2 }, () => String.raw`SCHULE\anna`)
    )
    expect(gaps).toContain('namesAlike')
  })
})
