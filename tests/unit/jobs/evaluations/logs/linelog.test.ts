import { describe, expect, it } from 'vitest'
import type { LogMapping } from '../../../../../src-main/contract/logMappings'
import { askedFormat } from '../../../../../src-main/jobs/evaluations/logs'
import { codeOf } from '../../../support/sanctionsSchool'
import { personsOf, readLog } from '../../../support/readLog'

type Messages = Extract<LogMapping, { format: 'freeradius-linelog' }>['messages']

const accepted = {
  act: 'signIn',
  words: '"%S Accepted user: %{User-Name} cli %{Calling-Station-Id}"'
} as const
const rejected = {
  act: 'signInRefused',
  words: '%S Rejected user: %{%{Stripped-User-Name}:-%{User-Name}}'
} as const
const linelog = (...messages: Messages): LogMapping => ({ format: 'freeradius-linelog', messages })

describe('FreeRADIUS, linelog with messages of the school', () => {
  it('reads what was let in and what was not; every name is a claim, since nothing is escaped (P19)', () => {
    const log = readLog(
      linelog(accepted, rejected),
      '2026-11-29 05:02:10 Accepted user: anna cli 02-00-00-AA-BB-01\n2026-11-29 05:02:11 Rejected user: otto b\n'
    )
    expect(personsOf(log)).toEqual(['anna: claimed', 'otto b: claimed'])
    expect(log.events[0]).toMatchObject({
      ...{ act: 'signIn', device: '02:00:00:aa:bb:01', time: Date.UTC(2026, 10, 29, 5, 2, 10) },
      timing: { zone: 'unknown', edge: 'received' }
    })
    expect(log.events[1]?.act).toBe('signInRefused')
  })

  it.each([
    ['%t %{User-Name}', 'Sun Nov 29 05:02:10 2026', 'unknown'],
    ['%T %{User-Name}', '2026-11-29-05.02.10.245637', 'unknown'],
    ['%l %{User-Name}', '1795928530', 'written'],
    ['%D %H:%G:%e %{User-Name}', '20261129 05:02:10', 'unknown'],
    ['%Y-%m-%d %H:%G:%e, %{User-Name}', '2026-11-29 05:02:10,', 'unknown']
  ])('knows the time of %s', (words, written, zone) => {
    const [event] = readLog(linelog({ act: 'signIn', words }), `${written} anna\n`).events
    expect(event).toMatchObject({ person: 'anna', timing: { zone } })
    expect(Math.trunc((event?.time ?? 0) / 1000) * 1000).toBe(Date.UTC(2026, 10, 29, 5, 2, 10))
  })

  it('reads sessions with their numbers', () => {
    const words =
      '%l Stop [%{User-Name}] (did %{Called-Station-Id} cli %{Calling-Station-Id} ip %{Framed-IP-Address}) %{Acct-Session-Time} s %{Acct-Session-Id}'
    const [event] = readLog(
      linelog({ act: 'networkStop', words }),
      '1795928530 Stop [anna] (did AP:WLAN cli 02-00-00-AA-BB-01 ip 10.1.2.3) 60 s 0A1\n'
    ).events
    expect(event).toMatchObject({
      ...{ act: 'networkStop', person: 'anna', surety: 'claimed', address: '10.1.2.3' },
      details: { session: '0A1', seconds: 60, bytesIn: 0 }
    })
  })

  it('a name that imitates what stands behind it makes the line ambiguous, and names nobody else', () => {
    const log = readLog(
      linelog(accepted),
      '2026-11-29 05:02:10 Accepted user: lena cli 02-00-00-AA-BB-02 cli 02-00-00-AA-BB-01\n'
    )
    expect(log.rejections).toEqual([['ambiguous', 0, 1]])
    expect(log.events).toEqual([])
  })

  it('lines as shipped have no time, and a line that two messages fit is nobody’s', () => {
    const either = { act: 'signInRefused', words: '%S %{User-Name}' } as const
    const log = readLog(
      linelog(accepted, either),
      'Accepted user: anna\nSent challenge\n2026-11-29 05:02:10 Accepted user: anna cli x\n'
    )
    expect(log.rejections.map(([reason]) => reason)).toEqual(['timeUnreadable', 'malformed', 'ambiguous'])
  })

  it.each([
    ['Accepted user: %{User-Name}', 'logs.messageWithoutTime'],
    ['%H:%G %{User-Name}', 'logs.messageWithoutTime'],
    ['%S %{User-Name', 'logs.messageWrong'],
    ['%{User-Name}', 'logs.messageWrong']
  ])('refuses %s: %s', (words, code) => {
    const mapping = linelog({ act: 'signIn', words })
    expect(codeOf(askedFormat({ format: 'freeradius-linelog', mapping }))).toBe(code)
  })

  it('as shipped over syslog, which gives them a time, they are claims', () => {
    const log = readLog(
      'syslog',
      'Nov 29 05:02:10 radius radiusd[1]: Accepted user: anna\n' +
        'Nov 29 05:02:11 radius freeradius[1]: Rejected user: lena\n' +
        'Nov 29 05:02:12 radius radiusd[1]: Sent challenge: lena\n'
    )
    expect(personsOf(log)).toEqual(['anna: claimed', 'lena: claimed'])
    expect(log).toMatchObject({ parsed: 3, rejected: 0 })
  })
})
