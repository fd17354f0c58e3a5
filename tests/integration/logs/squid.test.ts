import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogMapping } from '../../../src-main/contract/logMappings'
import { personsOf, readLog, type ReadLog } from '../../unit/support/readLog'
import { startSquid, type SquidServer } from '../servers/squid'
import { CommandLine } from '../support/commandLine'

/** Squid's own formats, and one with each way of protecting a value. */
const protectedFormat =
  '%ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru "%"un" "%"{User-Agent}>h" [%[{User-Agent}>h] %#{User-Agent}>h %-12Sh| %{X-Own}note'
const bareFormat = '%{%d.%m.%Y %H:%M:%S}tl %>a %un %>Hs %rm %{User-Agent}>h %ru'
const people = { anna: 'geheim', 'anna b': 'geheim', jürgen: 'geheim', 'a"b]c\\d': 'geheim' }

/** What a pupil would write to be taken for somebody else. */
const forgery = '" 200 1 "-" "x" TCP_MISS:HIER_DIRECT lena 200 GET "lena" HIER_DIRECT/- text/plain'

let squid: SquidServer
let commandLine: CommandLine

beforeAll(async () => {
  squid = await startSquid({
    people,
    logs: { native: 'squid', combined: 'combined', protected: protectedFormat, bare: bareFormat }
  })
  commandLine = await CommandLine.create()
  for (const person of Object.keys(people)) {
    expect(
      await squid.ask({ person, password: 'geheim', path: '/a?b=c%20d', agent: 'Mozilla/5.0 (X11; Linux)' })
    ).toBe(200)
  }
  expect(await squid.ask({ person: 'otto', password: 'falsch', path: '/b' })).toBe(407)
  expect(await squid.ask({ person: null, path: '/c' })).toBe(407)
  expect(await squid.ask({ person: 'anna', password: 'geheim', path: '/d', agent: forgery })).toBe(200)
}, 120_000)
afterAll(async () => {
  await squid.stop()
  await commandLine.remove()
})

const names = ['anna: proved', 'anna b: claimed', 'jürgen: proved', 'a"b]c\\d: proved', 'otto: claimed']
const custom = (logformat: string): LogMapping => ({ format: 'squid-logformat', logformat })

async function read(name: string, format: string | LogMapping): Promise<ReadLog> {
  const log = readLog(format, await squid.log(name))
  expect(log.parsed + log.rejected).toBe(log.lines)
  expect(log.lines).toBe(7)
  for (const { person } of log.events) expect(person).not.toBe('lena')
  return log
}

describe('a real Squid', () => {
  it('proves who was let in, and nobody whose password was wrong, in its own format (P7, P19)', async () => {
    expect(personsOf(await read('native', 'squid'))).toEqual([...names, '-: address', 'anna: proved'])
  })

  it('the same in its combined format, whose agents have quotation marks of their own', async () => {
    expect(personsOf(await read('combined', 'squid-combined'))).toEqual([
      ...names,
      '-: address',
      'anna: proved'
    ])
  })

  it('the same in a logformat of the school that protects its values', async () => {
    const log = await read('protected', custom(protectedFormat))
    // Between quotation marks a name with a space has sure borders; that it may have come from an address is not sure.
    expect(personsOf(log)).toEqual([...names, '-: address', 'anna: proved'])
    expect(log.events[0]).toMatchObject({
      address: '127.0.0.1',
      timing: { zone: 'written', edge: 'end' },
      details: { method: 'GET', status: 200, result: 'TCP_MISS' }
    })
    expect(String(log.events[0]?.details['url'])).toMatch(/\/a\?b=c%20d$/)
  })

  it('in one that protects nothing, whoever imitates it becomes nobody', async () => {
    const log = await read('bare', custom(bareFormat))
    expect(personsOf(log).slice(0, 6)).toEqual([...names, '-: address'])
    expect(personsOf(log)[6]).not.toBe('lena: proved')
    expect(log.events[0]?.timing).toMatchObject({ zone: 'unknown', edge: 'end' })
  })

  it('logs check says how much of it can be read, by a description in a file, and shows nothing of it', async () => {
    const mapping = await commandLine.write('mapping.json', JSON.stringify(custom(protectedFormat)))
    const words = ['logs', 'check', '--json', '--mapping', mapping, squid.file('protected')]
    const answer = await commandLine.run(words)
    expect(answer).toMatchObject({ code: 0, stderr: '' })
    expect(answer.stdout).not.toMatch(/anna|otto|Mozilla/)
    expect(JSON.parse(answer.stdout)).toMatchObject([
      { format: 'squid-logformat', certainty: 1, lines: 7, parsed: 7, rejected: {} }
    ])
    const native = await commandLine.run([
      'logs',
      'check',
      '--json',
      squid.file('native'),
      squid.file('combined')
    ])
    expect(JSON.parse(native.stdout)).toMatchObject([
      { format: 'squid', parsed: 7 },
      { format: 'squid-combined', parsed: 7 }
    ])
  })
})
