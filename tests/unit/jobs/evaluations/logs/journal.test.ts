import { describe, expect, it } from 'vitest'
import { personsOf, readLog } from '../../../support/readLog'

const message = (uid: string): string =>
  `imap-login: Login: user=<${uid}>, method=PLAIN, rip=10.1.2.3, lip=127.0.0.1, session=<x>`
const entry = (fields: Record<string, unknown>): Record<string, unknown> => ({
  __REALTIME_TIMESTAMP: '1795826081933000',
  SYSLOG_IDENTIFIER: 'dovecot',
  _HOSTNAME: 'mail',
  _PID: '30732',
  _UID: '0',
  MESSAGE: message('anna'),
  ...fields
})
const json = (fields: Record<string, unknown>): string => `${JSON.stringify(entry(fields))}\n`

describe('journalctl -o json', () => {
  it('reads texts and bytes, and says what journalctl has left out', () => {
    const log = readLog(
      'journal-json',
      json({}) +
        json({ MESSAGE: [...Buffer.from(message('l\xe4na'), 'latin1')] }) +
        json({ MESSAGE: null }) +
        json({ MESSAGE: ['a', 'b'] }) +
        json({ SYSLOG_IDENTIFIER: 'cron' }) +
        '{"half":'
    )
    expect(personsOf(log)).toEqual(['anna: proved', 'l\\xe4na: proved'])
    expect(log.rejections.map(([reason]) => reason)).toEqual([
      ...['valueLeftOut', 'malformed', 'otherProgram', 'malformed']
    ])
    expect(log.events[0]).toMatchObject({
      time: 1_795_826_081_933,
      timing: { zone: 'written', year: 'written' }
    })
  })

  it('does not believe an ordinary user who writes under the name of a service; smbd writes as who it serves', () => {
    const audit = 'SCHULE\\otto|10.1.2.3|neu|mkdirat|ok|/srv/x'
    const log = readLog(
      'journal-json',
      json({ _UID: '1001', _EXE: '/usr/bin/logger' }) +
        json({ _UID: '10001', _EXE: '/usr/sbin/smbd', SYSLOG_IDENTIFIER: 'smbd_audit', MESSAGE: audit })
    )
    expect(personsOf(log)).toEqual(['SCHULE\\otto: proved'])
    expect(log.rejections.map(([reason]) => reason)).toEqual(['untrustedWriter'])
  })

  it('a last line without a line break counts where it is whole', () => {
    expect(readLog('journal-json', json({}).trimEnd())).toMatchObject({ lines: 1, parsed: 1 })
  })
})

describe('journalctl -o export', () => {
  const binary = (name: string, value: Buffer): Buffer => {
    const length = Buffer.alloc(8)
    length.writeBigUInt64LE(BigInt(value.length))
    return Buffer.concat([Buffer.from(`${name}\n`), length, value, Buffer.from('\n')])
  }
  const exported = (value: Buffer | string, identifier = 'dovecot'): Buffer =>
    Buffer.concat([
      Buffer.from(`__REALTIME_TIMESTAMP=1795826081933000\n_UID=0\nSYSLOG_IDENTIFIER=${identifier}\n`),
      typeof value === 'string' ? Buffer.from(`MESSAGE=${value}\n`) : binary('MESSAGE', value),
      Buffer.from('\n')
    ])

  it('reads text and binary values, also where the length holds a line break', () => {
    const text = message('anna').padEnd(10 * 256 + 10, ' ')
    const log = readLog(
      'journal-export',
      Buffer.concat([exported(message('otto')), exported(Buffer.from(text))])
    )
    expect(personsOf(log)).toEqual(['otto: proved', 'anna: proved'])
    expect(log).toMatchObject({ lines: 13, parsed: 13 })
  })

  it('an entry inside of a value is no entry, however long the value is', () => {
    const forged = `x\n\n${exported(message('lena')).toString()}\n`
    for (const filling of ['', 'y'.repeat(1_200_000), 'y\n'.repeat(700_000)]) {
      const value = Buffer.from(filling + forged + filling)
      const log = readLog('journal-export', Buffer.concat([exported(value), exported(message('anna'))]))
      expect(personsOf(log)).toEqual(['anna: proved'])
      expect(log.parsed + log.rejected).toBe(log.lines)
    }
  })

  it('believes nothing more once it does not know where a value ends', () => {
    const short = Buffer.from(exported(Buffer.from('xx')).toString('latin1').replace('xx', 'xxx'), 'latin1')
    const log = readLog('journal-export', Buffer.concat([short, exported(message('lena'))]))
    expect(log).toMatchObject({ events: [], parsed: 0 })
    expect(log.rejected).toBe(log.lines)
  })
})

describe('CUPS', () => {
  const time = '[28/Nov/2026:01:01:53 +0000]'

  it('every name is a claim; names and titles may have spaces', () => {
    const log = readLog(
      'cups',
      `Text7 anna b 8 ${time} total 1 - localhost 100% "x" - -\nText7 root 11 ${time} total 3 - localhost duplex A4 two-sided-long-edge\n`
    )
    expect(personsOf(log)).toEqual(['anna b: claimed', 'root: claimed'])
    expect(log.events[0]).toMatchObject({ details: { pages: 1, title: '100% "x"' } })
  })

  it('the rest of a title with a line break is no record, whatever it looks like', () => {
    const log = readLog(
      'cups',
      `Text7 root 6 ${time} total 1 - localhost zwei\nText7 lena 7 ${time} total 99 - localhost x - -\n` +
        `Text7 otto 8 ${time} total 1 - localhost y - -\n`
    )
    expect(personsOf(log)).toEqual(['otto: claimed'])
    expect(log.rejections.map(([reason]) => reason)).toEqual(['cutOff', 'insideBrokenRecord'])
  })
})
