import { describe, expect, it } from 'vitest'
import { personsOf, readLog } from '../../../support/readLog'

describe('Postfix', () => {
  const line = (program: string, words: string): string =>
    `Nov 28 02:00:30 mail postfix/${program}[12487]: ${words}\n`
  const arrival = (id: string, name: string | null): string =>
    line(
      'smtpd',
      `${id}: client=pc[10.1.2.3]${name === null ? '' : `, sasl_method=PLAIN, sasl_username=${name}`}`
    )
  const queued = (id: string): string =>
    line('qmgr', `${id}: from=<a@b.example>, size=466, nrcpt=3 (queue active)`)
  const removed = (id: string): string => line('qmgr', `${id}: removed`)

  it('joins a message to who signed in for it, from client= to removed and no further', () => {
    const log = readLog(
      'postfix',
      arrival('005D12B89AE', 'anna') +
        queued('005D12B89AE') +
        line(
          'local',
          '005D12B89AE: to=<max@b.example>, relay=local, delay=0.1, dsn=2.0.0, status=sent (delivered)'
        ) +
        removed('005D12B89AE') +
        queued('005D12B89AE') +
        arrival('005D12B89AE', null) +
        queued('005D12B89AE')
    )
    expect(personsOf(log)).toEqual([
      'anna: proved',
      'anna: proved',
      'anna: proved',
      '-: unknown',
      '-: address'
    ])
    expect(log.events[1]?.details).toMatchObject({ sender: 'a@b.example', recipients: 3, bytes: 466 })
  })

  it('a refused sign-in is a claim; a name with a comma may be a name and a field', () => {
    const log = readLog(
      'postfix',
      line(
        'smtpd',
        'warning: pc[10.1.2.3]: SASL PLAIN authentication failed: no mechanism, sasl_username=otto'
      ) + arrival('005D12B89AE', 'a, sasl_sender=lena')
    )
    expect(personsOf(log)).toEqual(['otto: claimed', 'a, sasl_sender=lena: claimed'])
  })
})

describe('Dovecot', () => {
  const tail = 'method=PLAIN, rip=10.1.2.3, lip=127.0.0.1, mpid=30732, secured, session=<XxFOo0th5r5/AAAB>'

  it('reads its own file and syslog; failures are claims with the number of tries', () => {
    const log = readLog(
      'dovecot',
      `Nov 28 00:55:50 imap-login: Info: Login: user=<anna>, ${tail}\n` +
        `Nov 28 00:55:59 imap-login: Info: Disconnected: Aborted login by logging out (auth failed, 2 attempts in 6 secs): user=<a b>, ${tail}\n` +
        `Nov 28 00:55:59 auth: Info: passwd-file(otto,10.1.2.3,<z0dhrEthTat/AAAN>): Password mismatch\n` +
        `Nov 28 00:55:59 imap(anna)<30732><XxFO>: Info: Logged out in=1 out=2\n` +
        `Nov 28 00:55:50 mail dovecot: pop3-login: Login: user=<lena>, ${tail}\n`
    )
    expect(personsOf(log)).toEqual(['anna: proved', 'a b: claimed', 'otto: claimed', 'lena: proved'])
    expect(log.events[1]?.details['tries']).toBe(2)
    expect(log).toMatchObject({ lines: 5, parsed: 5 })
  })
})

describe('Exim', () => {
  const start = '2026-11-28 00:59:51 1xX6n9-0002nO-1g'
  const arrival = (fields: string): string =>
    `${start} <= lena@schule.example H=(pc17.schule.example) [10.1.2.3] ${fields}\n`

  it('takes A= for the proof and never the sender', () => {
    const log = readLog(
      'exim',
      arrival('P=esmtpa A=plain_server:anna S=466 id=2026@vm') +
        arrival('P=esmtp S=466 id=2026@vm') +
        `${start} => otto <otto@schule.example> R=local T=box\n${start} Completed\n` +
        '2026-11-28 00:59:51 plain_server authenticator failed for (pc) [10.1.2.3]: 535 Incorrect authentication data (set_id=max)\n'
    )
    expect(personsOf(log)).toEqual(['anna: proved', '-: address', '-: unknown', 'max: claimed'])
    expect(log).toMatchObject({ lines: 5, parsed: 5 })
    expect(log.events[0]).toMatchObject({ timing: { zone: 'unknown' }, details: { bytes: 466 } })
  })

  it('fields in a message id, a subject or a greeting prove nobody', () => {
    const log = readLog(
      'exim',
      arrival('P=esmtp S=466 id=x A=plain_server:lena S=1') +
        arrival('P=esmtp S=466 T="x P=esmtpa A=plain:lena S=1"') +
        `${start} <= a@b H=(x) [10.9.9.9] P=esmtpa A=plain:lena S=5) [10.1.2.3] P=esmtpa A=plain:anna S=466\n`
    )
    expect(personsOf(log)).toEqual(['-: address'])
    expect(log.rejections.map(([reason]) => reason)).toEqual(['ambiguous', 'ambiguous'])
  })

  it('never cuts a name with a space down to another one', () => {
    expect(personsOf(readLog('exim', arrival('P=esmtpa A=plain:anna b S=466')))).toEqual(['anna b: claimed'])
  })
})
