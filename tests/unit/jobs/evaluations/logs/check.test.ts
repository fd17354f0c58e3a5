import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../../../../src-main/commandLine/run'
import { fail, succeed } from '../../../../../src-main/contract/result'
import { askedFormat, checkLogs, type LogCheck } from '../../../../../src-main/jobs/evaluations/logs'
import { recognise } from '../../../../../src-main/jobs/evaluations/logs/recognition'
import { orderParts } from '../../../../../src-main/jobs/evaluations/logs/rotation'
import type { Ending, LogFiles } from '../../../../../src-main/world/logs/port'
import { valueOf } from '../../../support/sanctionsSchool'
import { stage } from '../../../support/commandLineStage'

const changedAt = Date.UTC(2026, 10, 28, 12)

/** Files in memory; a pair has another ending than `whole`. */
function filesOf(files: Readonly<Record<string, string | readonly [string, Ending]>>): LogFiles {
  return {
    async open(file) {
      const found = files[basename(file)]
      if (found === undefined) return fail('application.fileNotReadable', { file: basename(file) })
      const [content, ending] = typeof found === 'string' ? [found, 'whole' as const] : found
      return succeed({
        compression: 'none' as const,
        changedAt,
        size: content.length,
        peek: async () => null,
        close: async () => undefined,
        async read(take: (bytes: Uint8Array) => void) {
          take(Buffer.from(content))
          return ending
        }
      })
    },
    list: async () => succeed(null)
  }
}

const squid = (user: string): string =>
  `1795826081.933      3 10.1.2.3 TCP_MISS/200 266 GET http://a/ ${user} HIER_DIRECT/192.0.2.1 text/plain\n`
const slapd = (words: string): string => `Nov 28 01:44:24 ldap slapd[32335]: conn=1000 ${words}\n`
const bindAnna =
  slapd('op=0 BIND dn="uid=anna,dc=example" method=128') +
  slapd('op=0 RESULT tag=97 err=0 qtime=0 etime=0 text=')
const searchLater =
  slapd('op=1 SRCH base="dc=example" scope=2 deref=0 filter="(a=b)"') +
  slapd('op=1 SEARCH RESULT tag=101 err=0 qtime=0 etime=0 nentries=1 text=')

const codes = ({ problems }: LogCheck): string[] => problems.map(({ code }) => code)

describe('the parts of a log', () => {
  it('are read from the oldest to the newest, log by log, and a number that is left out is missing', () => {
    const parts = orderParts([
      '/l/a.log',
      '/l/b.log',
      '/l/a.log.4.gz',
      '/l/a.log.1',
      '/m/a.log.2',
      '/l/a.log'
    ])
    expect(parts.map((log) => log.map(({ file }) => file))).toEqual([
      ['/l/a.log.4.gz', '/l/a.log.1', '/l/a.log'],
      ['/l/b.log'],
      ['/m/a.log.2']
    ])
    expect(parts[0]?.map(({ missing, follows }) => [missing, follows])).toEqual([
      [[], false],
      [['a.log.3', 'a.log.2'], false],
      [[], true]
    ])
  })

  it('that are named by a day are ordered, and nobody says that they follow each other', () => {
    const [log = []] = orderParts(['/l/a-20261128', '/l/a-20261127.gz', '/l/a'])
    expect(log.map(({ file, missing, follows }) => [file, missing, follows])).toEqual([
      ['/l/a-20261127.gz', [], false],
      ['/l/a-20261128', [], false],
      ['/l/a', [], false]
    ])
  })

  it('join over a rotation, and not over a missing or damaged part (P19)', async () => {
    const sure = async (files: Parameters<typeof filesOf>[0]): Promise<number | undefined> => {
      const checks = await checkLogs(filesOf(files), Object.keys(files), null)
      return checks.at(-1)?.persons.proved
    }
    expect(await sure({ 'l.1': bindAnna, l: searchLater })).toBe(1)
    expect(await sure({ 'l.2': bindAnna, l: searchLater })).toBe(0)
    expect(await sure({ 'l.1': [bindAnna, 'damaged'], l: searchLater })).toBe(0)
    expect(await sure({ 'l.1': `${bindAnna}Nov 28`, l: searchLater })).toBe(0)
  })
})

describe('the format', () => {
  it('is found by content alone, the narrower one before the wider', () => {
    const found = (text: string): string | undefined => recognise(Buffer.from(text), changedAt)?.format.name
    expect(found(squid('a'))).toBe('squid')
    expect(found(bindAnna)).toBe('openldap')
    expect(found(`${bindAnna}Nov 28 01:44:24 h cron[1]: x\n`.repeat(3))).toBe('syslog')
    expect(found('Nov 28 01:44:24 h sshd[1]: Accepted password for anna\n')).toBe('syslog')
    expect(found('ordinary text\nof two lines\n')).toBeUndefined()
    expect(found('')).toBeUndefined()
  })

  it('is certain as far as it can read the beginning', () => {
    const mixed = `${squid('a')}x\n${squid('a')}${squid('a')}`
    expect(recognise(Buffer.from(mixed), changedAt)?.certainty).toBe(0.75)
    expect(recognise(Buffer.from(`${squid('a')}x\ny\n`), changedAt)).toBeNull()
  })
})

describe('checking files', () => {
  it('names what was not read, and counts what was', async () => {
    const logs = filesOf({
      'cut.gz': [squid('a'), 'cutOff'],
      text: 'ordinary\n',
      open: `${squid('a')}1795`,
      empty: ''
    })
    const checks = await checkLogs(logs, ['/cut.gz', '/text', '/open', '/empty', '/none'], null)
    expect(checks.map(({ lines, parsed }) => [lines, parsed])).toEqual([
      [1, 1],
      [1, 0],
      [2, 1],
      [0, 0],
      [0, 0]
    ])
    expect(checks.map(codes)).toEqual([
      ...[['logs.cutOff'], ['logs.formatUnknown'], ['logs.lastLineOpen'], []],
      ['application.fileNotReadable']
    ])
    expect(checks[1]?.rejected.get('formatUnknown')).toEqual({ lines: 1, offsets: [0] })
  })

  it('reads as what it is told, and forgets the person where a line is too long', async () => {
    const cups = valueOf(askedFormat({ format: 'cups' }))
    const [asked] = await checkLogs(filesOf({ text: squid('a') }), ['/text'], cups)
    expect(asked).toMatchObject({ format: 'cups', certainty: 1, lines: 1, parsed: 0 })
    const long = slapd(`op=1 ${'x'.repeat(1_100_000)}`)
    const [checked] = await checkLogs(filesOf({ l: bindAnna + long + searchLater }), ['/l'], null)
    expect(checked?.persons).toMatchObject({ proved: 1, unknown: 1 })
    expect(checked?.rejected.get('tooLong')?.lines).toBe(1)
  })
})

describe('logs check', () => {
  const canary = 'kanarienvogel'
  const hostile = `\u001b[31m${canary}`
  const contents = {
    squid: [canary, hostile, `${canary} b`]
      .map((name) => squid(name).replace('http://a/', `http://${canary}/`))
      .join(''),
    openldap: bindAnna.replaceAll('anna', canary),
    cups: `${canary} ${canary} 3 [28/Nov/2026:01:01:53 +0000] total 1 - ${canary} ${hostile} - -\n`,
    samba: `  {"timestamp":"2026-11-28T01:05:22.186865+0000","type":"Authentication","Authentication":{"status":"${canary}","clientAccount":"${canary}"}}\n`,
    unknown: `${canary}\n${hostile}\n`
  }
  const names = Object.keys(contents)

  it.each(['de', 'en'])('shows nothing of what stands in a file (P19, %s)', async (language) => {
    for (const json of [[], ['--json']]) {
      const { surroundings, out, error } = stage({ logs: filesOf(contents) })
      expect(await run(['logs', 'check', ...names, ...json, '--language', language], surroundings)).toBe(1)
      const shown = out() + error()
      expect(shown).toContain('squid')
      expect(shown).not.toMatch(/kanarien|\u001b/)
    }
  })

  it('answers lines, parsed and rejected by reason with their places, and how sure', async () => {
    const { surroundings, out } = stage({
      logs: filesOf({ l: `${squid('anna')}${squid('-')}x\n${squid('a')}` })
    })
    expect(await run(['logs', 'check', 'l', '--json'], surroundings)).toBe(0)
    const [first] = JSON.parse(out()) as Record<string, unknown>[]
    expect(first).toEqual({
      ...{ file: 'l', format: 'squid', certainty: 0.75, bytes: 296, lines: 4, parsed: 3 },
      rejected: { timeUnreadable: 1 },
      firstOffsets: { timeUnreadable: [197] },
      events: { webRequest: 3 },
      persons: { proved: 2, claimed: 0, address: 1, device: 0, unknown: 0 },
      times: {
        exact: { first: '2026-11-28T00:34:41Z', last: '2026-11-28T00:34:41Z', events: 3 },
        ...{ local: null, yearInferred: 0, end: 3, received: 0 }
      },
      problems: []
    })
  })

  it('says it in words, and ends with 2 for a format that there is not', async () => {
    const { surroundings, out } = stage({ logs: filesOf({ l: bindAnna }) })
    expect(await run(['logs', 'check', 'l', '--language', 'en'], surroundings)).toBe(0)
    expect(out()).toContain('2 = 2 parsed + 0 rejected')
    expect(await run(['logs', 'check', 'l', '--format', 'odd'], surroundings)).toBe(2)
  })
})
