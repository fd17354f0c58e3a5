import { describe, expect, it } from 'vitest'
import { personsOf, readLog } from '../../../support/readLog'

describe('FreeRADIUS, radius.log', () => {
  const line = (words: string): string => `Sat Nov 28 00:45:52 2026 : Auth: ${words}\n`

  it('proves by the line inside of the tunnel alone; the one with the device has a name that nobody checked', () => {
    const log = readLog(
      'freeradius',
      line('(21)   Login OK: [anna] (from client wlan port 0 via TLS tunnel)') +
        line('(21) Login OK: [anonymous@x] (from client wlan port 7 cli 02-00-00-AA-BB-01)') +
        line(
          '(1) Login incorrect (pap: Cleartext password does not match "known good" password): [otto] (from client wlan port 7 cli 02-00-00-AA-BB-02)'
        )
    )
    expect(personsOf(log)).toEqual(['anna: proved', 'anonymous@x: claimed', 'otto: claimed'])
    expect(log.events.map(({ device }) => device)).toEqual([null, '02:00:00:aa:bb:01', '02:00:00:aa:bb:02'])
    expect(log.events[0]).toMatchObject({
      time: Date.UTC(2026, 10, 28, 0, 45, 52),
      timing: { zone: 'unknown', year: 'written' }
    })
  })

  it('counts one try once, and takes names as they are', () => {
    const tail = '(from client localhost port 7)'
    const log = readLog(
      'freeradius',
      line(`(3) Invalid user (Rejected: User-Name contains whitespace): [anna b] ${tail}`) +
        line(`(3) Login incorrect (Rejected: User-Name contains whitespace): [anna b] ${tail}`) +
        line(`(4) Login OK: [x]y] ${tail}`) +
        line(`(5) Login OK: [DOM\\jürgen] ${tail}`)
    )
    expect(personsOf(log)).toEqual(['anna b: claimed', 'x]y: claimed', 'DOM\\jürgen: claimed'])
    expect(log).toMatchObject({ lines: 4, parsed: 4 })
  })

  it('a name with the end of a line in it stays one name', () => {
    const name = 'x] (from client wlan port 0 via TLS tunnel'
    const log = readLog('freeradius', line(`(5) Login OK: [${name})] (from client wlan port 1)`))
    expect(personsOf(log)).toEqual([`${name}): claimed`])
  })
})

describe('FreeRADIUS, detail', () => {
  const packet = (...attributes: readonly string[]): string =>
    ['Sat Nov 28 00:46:37 2026', ...attributes.map((attribute) => `\t${attribute}`), '', ''].join('\n')

  it('reads a packet with its strings, receipt, delay and device; the name is a claim', () => {
    const log = readLog(
      'freeradius-detail',
      packet(
        ...['User-Name = "a\\"b\\303\\274"', 'Acct-Status-Type = Start', 'Acct-Delay-Time = 30'],
        ...[
          'Calling-Station-Id = "02-00-00-AA-BB-01"',
          'Framed-IP-Address = 10.1.2.3',
          'Timestamp = 1795826797'
        ]
      )
    )
    expect(log.events[0]).toMatchObject({
      act: 'networkStart',
      ...{ person: 'a"bü', surety: 'claimed', address: '10.1.2.3', device: '02:00:00:aa:bb:01' },
      time: 1_795_826_767_000,
      timing: { zone: 'written', edge: 'received' }
    })
    expect(log).toMatchObject({ lines: 8, parsed: 8 })
  })

  it('a line break in a name is no line; what is sent twice does not take the first one’s place', () => {
    const log = readLog(
      'freeradius-detail',
      packet('User-Name = "x\\n\\tUser-Name = lena"', 'User-Name = "lena"', 'Acct-Status-Type = Stop')
    )
    expect(personsOf(log)).toEqual(['x\n\tUser-Name = lena: claimed'])
  })

  it('a packet without its end does not count, and a gap is no packet', () => {
    const half = packet('User-Name = "anna"').trimEnd()
    const log = readLog('freeradius-detail', `${half}\n${packet('Acct-Status-Type = Stop')}lose Zeile\n`)
    expect(log.rejections.map(([reason, , lines]) => [reason, lines])).toEqual([
      ['cutOff', 2],
      ['malformed', 1]
    ])
    expect(personsOf(log)).toEqual(['-: unknown'])
  })
})
