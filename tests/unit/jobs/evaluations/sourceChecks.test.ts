import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogSource } from '../../../../src-main/contract/orders'
import { fail, succeed } from '../../../../src-main/contract/result'
import { createSourceChecks } from '../../../../src-main/jobs/evaluations/sources'
import { localLogs } from '../../../../src-main/world/logs/local'
import type { LogQueries } from '../../../../src-main/world/logs/port'
import { webFilter } from '../../support/ordersSchool'
import { officials } from '../../support/sanctionsPeople'
import { codeOf, valueOf } from '../../support/sanctionsSchool'
import { memoryLogQueries } from '../../support/memoryLogQueries'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-checks-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const begin = 1_795_826_081
const squid = (place: number): string =>
  `${begin + place}.850      3 10.1.2.3 TCP_MISS/200 266 GET http://geheim.example/ kim HIER_DIRECT/192.0.2.1 text/plain\n`

async function opened(source: Partial<LogSource>, logQueries: LogQueries = memoryLogQueries([])) {
  const told: number[] = []
  const checks = createSourceChecks({
    settings: { logSources: async () => succeed([{ ...webFilter, format: null, ...source }]) },
    logs: localLogs,
    logQueries,
    announce: (_name, payload) => void told.push((payload as { bytes: number }).bytes)
  })
  const { handlers } = checks
  const { administrator } = await officials()
  const asker = administrator.person.actor
  const check = () => handlers['logSources.check']({ id: webFilter.id }, asker)
  const cancel = () => handlers['logSources.cancelCheck']({ id: webFilter.id }, asker)
  const close = () => checks.close()
  return { check, cancel, close, told, handlers, asker }
}

const server: LogSource['server'] = {
  ...{ kind: 'journalGateway', caCertificate: null, hosts: [], units: [], identifiers: [] }
}

describe('P19: checking a source counts, and shows nothing', () => {
  it('says of each file how many lines can be read, why not, and from when to when', async () => {
    await writeFile(join(folder, 'access.log'), `${squid(60)}broken\n${squid(120)}`)
    await writeFile(join(folder, 'access.log.1'), squid(0))
    const { check } = await opened({ path: join(folder, 'access.log') })
    const found = valueOf(await check())
    expect(found).toMatchObject({
      left: 0,
      logs: [
        { name: 'access.log.1', format: 'squid', isWhole: true, lines: 1, parsed: 1, rejected: [] },
        {
          ...{ name: 'access.log', format: 'squid', isWhole: true, lines: 3, parsed: 2 },
          rejected: [{ lines: 1 }],
          span: { first: (begin + 60) * 1000 + 850, last: (begin + 120) * 1000 + 850, zone: 'written' },
          problems: []
        }
      ]
    })
    expect(JSON.stringify(found)).not.toMatch(/geheim|kim|broken/)
  })

  it('reads a bounded part, of the newest files, and says that there is more', async () => {
    const place = await mkdtemp(join(folder, 'many-'))
    const large = Array.from({ length: 60_000 }, (_, line) => squid(line)).join('')
    await writeFile(join(place, 'access.log'), large)
    for (const number of [1, 2, 3, 4])
      await writeFile(join(place, `access.log.${number}.gz`), gzipSync(squid(0)))
    const { check, told } = await opened({ path: join(place, 'access.log') })
    const found = valueOf(await check())
    expect(found.left).toBe(2)
    expect(found.logs.map(({ name, isWhole }) => [name, isWhole])).toEqual([
      ['access.log.2.gz', true],
      ['access.log.1.gz', true],
      ['access.log', false]
    ])
    const [, , newest] = found.logs
    expect(newest!.bytes).toBeLessThan(large.length)
    expect(newest!.lines).toBe(newest!.parsed)
    expect(told.length).toBeGreaterThan(0)
  })

  it('finds nothing where nothing is, and a source that is gone', async () => {
    const { check } = await opened({ path: join(folder, 'nowhere', 'access.log') })
    expect(valueOf(await check())).toEqual({ logs: [], left: 0 })
    const { handlers, asker } = await opened({})
    expect(codeOf(await handlers['logSources.check']({ id: crypto.randomUUID() }, asker))).toBe(
      'logSources.gone'
    )
  })

  it('counts the newest entries of a server, and says why it cannot', async () => {
    const entries = Array.from({ length: 6_000 }, (_, place) => ({
      time: (begin + place) * 1000,
      message: `imap-login: Info: Login: user=<kim>, method=PLAIN, rip=10.1.2.3, lip=10.1.2.1, mpid=7`,
      fields: { SYSLOG_IDENTIFIER: 'dovecot' }
    }))
    const source = { path: 'https://logs.schule.example:19531', server }
    const { check } = await opened(source, memoryLogQueries(entries))
    const found = valueOf(await check())
    expect(found.logs).toMatchObject([
      {
        ...{ name: 'logs.schule.example:19531', format: 'journal-export', isWhole: false, rejected: [] },
        span: { first: (begin + 1_000) * 1000, last: (begin + 5_999) * 1000, zone: 'written' }
      }
    ])
    const unreachable = await opened(source, {
      read: async () => fail('logServer.unreachable', { host: 'logs.schule.example:19531', reason: 'X' })
    })
    expect(codeOf(await unreachable.check())).toBe('logServer.unreachable')
  })

  it('is cancelled, by hand or with the end of the app, and made once at a time', async () => {
    const waiting: LogQueries = {
      read: (_query, _extent, _taker, signal) =>
        new Promise((resolve) => {
          signal?.addEventListener('abort', () => resolve(fail('application.cancelled')))
        })
    }
    for (const end of ['cancel', 'close'] as const) {
      const checks = await opened({ path: 'https://logs.schule.example:19531', server }, waiting)
      const first = checks.check()
      await Promise.resolve()
      expect(codeOf(await checks.check())).toBe('logSources.checkUnderWay')
      await checks[end]()
      expect(codeOf(await first)).toBe('application.cancelled')
    }
  })
})
