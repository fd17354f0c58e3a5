import { describe, expect, it } from 'vitest'
import { personsOf, readLog } from '../../../support/readLog'

const line = (user: string, result = 'TCP_MISS/200', url = 'http://a.example/'): string =>
  `1795826081.933      3 10.1.2.3 ${result} 266 GET ${url} ${user} HIER_DIRECT/192.0.2.1 text/plain\n`

describe('Squid', () => {
  it('takes a name at 407 for a claim and at 403 and everything else for proved (P19)', () => {
    const log = readLog(
      'squid',
      line('-', 'TCP_DENIED/407') +
        line('otto', 'TCP_DENIED/407') +
        line('otto', 'TCP_DENIED/403') +
        line('otto')
    )
    expect(personsOf(log)).toEqual(['-: address', 'otto: claimed', 'otto: proved', 'otto: proved'])
    expect(log.events.map(({ act }) => act)).toEqual(['webRefused', 'webRefused', 'webRefused', 'webRequest'])
    expect(log).toMatchObject({ lines: 4, parsed: 4, rejected: 0 })
  })

  it('undoes the escapes of names', () => {
    const log = readLog(
      'squid',
      ['dom\\\\anna', 'j%c3%bcrgen', 'a%2520b', 'l%fc'].map((user) => line(user)).join('')
    )
    expect(log.events.map(({ person }) => person)).toEqual(['dom\\anna', 'jürgen', 'a%20b', 'l\\xfc'])
  })

  it('never takes a name with a space for another one, and proves nothing by it', () => {
    expect(personsOf(readLog('squid', line('anna b')))).toEqual(['anna b: claimed'])
  })

  it('rejects a line in which a type or name imitates the column of the peer', () => {
    const forged =
      '1795826081.933 3 10.1.2.3 TCP_MISS/200 266 GET http://a/ anna HIER_DIRECT/1.2.3.4 x HIER_NONE/- text/plain\n'
    expect(readLog('squid', forged)).toMatchObject({ events: [], rejections: [['ambiguous', 0, 1]] })
  })

  it('knows a time as the end, in UTC to the millisecond', () => {
    const [event] = readLog('squid', line('anna')).events
    expect(event).toMatchObject({
      time: 1_795_826_081_933,
      timing: { zone: 'written', year: 'written', edge: 'end' },
      address: '10.1.2.3',
      details: { method: 'GET', url: 'http://a.example/', status: 200, bytes: 266, milliseconds: 3 }
    })
  })

  it('counts a connection that asked for nothing, and rejects what is no line with its place', () => {
    const nothing =
      '1795826081.1 0 10.1.2.3 NONE_NONE/000 0 - error:transaction-end-before-headers - HIER_NONE/- -\n'
    const log = readLog(
      'squid',
      `${line('a')}${nothing}${nothing.replace('081.1', '081.100')}kein Protokoll\n\n`
    )
    expect(log).toMatchObject({ lines: 5, parsed: 2, rejected: 3 })
    expect(log.rejections.map(([reason]) => reason)).toEqual(['timeUnreadable', 'timeUnreadable', 'empty'])
    expect(log.rejections[0]?.[1]).toBe(line('a').length)
  })

  it('does not count a last line without its end, which may be cut off', () => {
    const log = readLog('squid', line('anna') + line('annabel').trimEnd())
    expect(log).toMatchObject({ lines: 2, parsed: 1, rejections: [['cutOff', line('anna').length, 1]] })
  })
})

describe('Squid, combined', () => {
  const combined = (names: string, agent: string, status = 200): string =>
    `10.1.2.3 ${names} [28/Nov/2026:02:01:53 +0100] "GET http://a.example/x HTTP/1.1" ${status} 1735 "-" "${agent}" TCP_MISS:HIER_DIRECT\n`

  it('reads time with zone, names and quoted words', () => {
    const log = readLog(
      'squid-combined',
      combined('- anna', String.raw`Mozilla \"5\" [x]`) + combined('- -', 'x', 407)
    )
    expect(personsOf(log)).toEqual(['anna: proved', '-: address'])
    expect(log.events[0]).toMatchObject({ time: Date.UTC(2026, 10, 28, 1, 1, 53), address: '10.1.2.3' })
  })

  it('an agent with a whole line in it stays an agent', () => {
    const agent = String.raw`\" TCP_MISS:HIER_DIRECT 10.9.9.9 - lena [28/Nov/2026:02:01:53 +0100] \"GET / HTTP/1.1\" 200 1 \"-\" \"x`
    expect(personsOf(readLog('squid-combined', combined('- anna', agent)))).toEqual(['anna: proved'])
  })

  it('does not guess which of two columns a space belongs to', () => {
    expect(readLog('squid-combined', combined('pc anna b', 'x')).rejections[0]?.[0]).toBe('ambiguous')
  })
})

it('e2guardian checks no password: every name is a claim, also of what it let through', () => {
  const guardian = (user: string, status: number, reason: string): string =>
    ['1795827750.977', '', user, '10.1.2.3', '10.1.2.3', 'http://a/b?c', 'GET', status, 0]
      .concat(['-', '-', '-', 0, '-', 560, reason, 0, '-', 'no_name_group', 1])
      .join('\t') + '\n'
  const log = readLog(
    'e2guardian',
    guardian('-', 403, '*DENIED* Blocked site (local): a') +
      guardian('anna', 403, '*DENIED* x') +
      guardian('anna', 200, '') +
      guardian('anna', 403, '*NETERROR* The site requested is not responding') +
      guardian('an\tna', 200, '')
  )
  expect(personsOf(log)).toEqual(['-: address', 'anna: claimed', 'anna: claimed', 'anna: claimed'])
  expect(log.events.map(({ act }) => act)).toEqual(['webRefused', 'webRefused', 'webRequest', 'webRequest'])
  expect(log.rejections.map(([reason]) => reason)).toEqual(['columns'])
})
