import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogSource, OrderScope } from '../../../src-main/contract/orders'
import { gather, type Gathered } from '../../../src-main/jobs/evaluations/evidence/gathering'
import { journalGateway } from '../../../src-main/world/logs/journalGateway'
import { localLogs } from '../../../src-main/world/logs/local'
import { startJournalGateway, type JournalGateway } from '../servers/journalGateway'

const begin = Date.parse('2026-11-18T06:00:00.000Z')
const minute = 60_000
const people = ['kim', 'jürgen', 'Kim', 'a"b', 'otto']

let server: JournalGateway
let folder: string
let file: string
beforeAll(async () => {
  server = await startJournalGateway()
  folder = await mkdtemp(join(tmpdir(), 'netzwart-server-evidence-'))
  file = join(folder, 'mail.export')
  // Three days of mail, a sign-in a minute, and a web filter that writes its own lines.
  await server.write(
    'mail',
    Array.from({ length: 3 * 24 * 60 }, (_, place) => {
      const time = begin + place * minute
      const person = people[place % people.length] ?? ''
      return place % 2 === 0
        ? {
            time,
            message: `imap-login: Info: Login: user=<${person}>, method=PLAIN, rip=10.1.2.${place % 200}, lip=10.1.2.1, mpid=7`,
            fields: { _SYSTEMD_UNIT: 'dovecot.service', SYSLOG_IDENTIFIER: 'dovecot' }
          }
        : {
            time,
            message: `${time / 1000}.000      3 10.1.2.3 TCP_MISS/200 266 GET http://a/ ${person === 'otto' ? 'otto' : 'kim'} HIER_DIRECT/192.0.2.1 text/plain`,
            fields: { _SYSTEMD_UNIT: 'squid.service', SYSLOG_IDENTIFIER: 'squid' }
          }
    })
  )
  await writeFile(file, await server.exported())
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

function scopeOf(source: Partial<LogSource>): OrderScope {
  const at = (minutes: number): string => new Date(begin + minutes * minute).toISOString()
  return {
    ...{ from: at(36 * 60), until: at(37 * 60) },
    sources: [
      {
        ...{ id: '4b7c5d52-9b0f-4c57-8a43-0c4b7b0a4b11', name: 'Mail', path: file, format: null },
        ...{ contents: false, keptDays: 7, keptReason: '', ...source }
      }
    ],
    concerned: [{ person: 'id', names: { login: 'kim', givenName: 'Kim', familyName: 'Muster' } }],
    ...{ addresses: [], rules: [], contents: false }
  }
}

const asked = (units: string[]): Partial<LogSource> => ({
  path: server.address,
  server: {
    ...{ kind: 'journalGateway', caCertificate: server.caCertificate },
    ...{ hosts: ['server'], units, identifiers: [] }
  }
})

async function gathered(source: Partial<LogSource>): Promise<Gathered> {
  const done = await gather(scopeOf(source), {
    logs: localLogs,
    logQueries: journalGateway,
    fold: (login) => login.toLowerCase()
  })
  if (!done.ok) throw new Error(done.failure.code)
  return done.value
}

/** Events without their place, which is another one in what was read. */
function eventsOf({ events }: Gathered): unknown[] {
  return events.map(({ text }) => ({ ...(JSON.parse(text) as object), offset: 0 }))
}

describe('P19: what an order covers, of a real journal gateway', () => {
  it('is the same as of a file that journalctl has exported, and a part of it is fetched', async () => {
    const ofFile = await gathered({})
    const ofServer = await gathered(asked([]))
    expect(eventsOf(ofServer).length).toBeGreaterThan(10)
    expect(eventsOf(ofServer)).toEqual(eventsOf(ofFile))
    const bytes = ({ sources }: Gathered): number => sources[0]!.files[0]!.bytes
    // A day before, for what is joined, and the hour.
    expect(bytes(ofServer) / bytes(ofFile)).toBeLessThan(26 / 72)
    const narrower = await gathered(asked(['dovecot.service']))
    expect(eventsOf(narrower)).toEqual(eventsOf(ofFile))
    expect(bytes(narrower)).toBeLessThan(bytes(ofServer) * 0.6)
  })

  it('reads lines of a format out of messages, an hour and no more', async () => {
    const found = await gathered({ ...asked(['squid.service']), format: 'squid' })
    const [source] = found.sources
    expect(source).toMatchObject({ format: 'squid', gaps: [] })
    expect(found.events.map(({ time }) => time)).toEqual(
      Array.from({ length: 60 }, (_, place) => place)
        .filter((place) => place % 2 === 1 && people[place % people.length] !== 'otto')
        .map((place) => begin + (36 * 60 + place) * minute)
    )
    expect(source!.events + source!.outside).toBe(35)
  })

  it('is a gap where the server is away', async () => {
    await server.kill()
    const found = await gathered(asked([]))
    await server.start()
    expect(found).toMatchObject({ events: [], sources: [{ files: [], gaps: [{ code: 'notAnswered' }] }] })
  })
})
