import { describe, expect, it } from 'vitest'
import { personsOf, readLog } from '../../../support/readLog'

const record = (type: string, content: Record<string, unknown>): string =>
  `  ${JSON.stringify({ timestamp: '2026-11-28T01:05:22.186865+0000', type, [type]: content })}\n`
const authentication = (content: Record<string, unknown>): string =>
  record('Authentication', {
    eventId: 4624,
    remoteAddress: 'ipv4:10.1.2.3:59280',
    serviceDescription: 'SMB2',
    clientAccount: 'ANNA',
    mappedAccount: 'ANNA',
    becameAccount: null,
    ...content
  })

describe('Samba, JSON', () => {
  it('takes who became only where the sign-in succeeded: Kerberos names it with a wrong password, too', () => {
    const log = readLog(
      'samba-json',
      authentication({ status: 'NT_STATUS_OK', becameAccount: 'anna' }) +
        authentication({ status: 'NT_STATUS_WRONG_PASSWORD', becameAccount: 'lena', mappedAccount: 'otto' }) +
        authentication({ status: 'NT_STATUS_NO_SUCH_USER', mappedAccount: null, clientAccount: 'nixda@X' }) +
        authentication({ status: 'NT_STATUS_OK', becameAccount: 'PC17$' })
    )
    expect(personsOf(log)).toEqual(['anna: proved', 'otto: claimed', 'nixda@X: claimed', '-: address'])
    expect(log.events[3]?.device).toBe('PC17$')
    expect(log.events[0]).toMatchObject({
      act: 'signIn',
      time: Date.UTC(2026, 10, 28, 1, 5, 22, 186),
      address: '10.1.2.3',
      timing: { zone: 'written' }
    })
  })

  it('a refused change of password is no sign-in', () => {
    const log = readLog(
      'samba-json',
      authentication({ status: 'NT_STATUS_PASSWORD_RESTRICTION', serviceDescription: 'SAMR Password Change' })
    )
    expect(log.events[0]).toMatchObject({ act: 'passwordChangeRefused', surety: 'claimed' })
  })

  it('leaves out what the server does by itself and a new user who is a member of itself', () => {
    const log = readLog(
      'samba-json',
      record('dsdbChange', { userSid: 'S-1-5-18', dn: 'CN=max' }) +
        record('dsdbChange', { userSid: 'S-1-5-21-1-2-3-1105', dn: 'CN=max', status: 'Success' }) +
        record('groupChange', { userSid: 'S-1-5-21-1-2-3-500', group: 'CN=max', user: 'CN=max' }) +
        record('groupChange', { userSid: 'S-1-5-21-1-2-3-500', group: 'CN=g', user: 'CN=max' })
    )
    expect(personsOf(log)).toEqual(['S-1-5-21-1-2-3-1105: proved', 'S-1-5-21-1-2-3-500: proved'])
    expect(log).toMatchObject({ lines: 4, parsed: 4 })
  })

  it('passes over headers, and names what is no record', () => {
    const log = readLog(
      'samba-json',
      `[2026/11/28 01:05:22.186865,  3] ../../auth/auth_log.c:647(log_json)\n` +
        authentication({ status: 'NT_STATUS_OK', becameAccount: 'a' }) +
        '  ordinary words\n  {"broken\n  {"type":"Other","timestamp":"2026-11-28T01:05:22.186865+0000"}\n'
    )
    expect(log.rejections.map(([reason]) => reason)).toEqual(['otherProgram', 'malformed', 'malformed'])
  })

  it('a name with a line break in it is one name', () => {
    const hostile = 'x\n  {"type":"Authentication"}'
    const log = readLog(
      'samba-json',
      authentication({ status: 'NT_STATUS_LOGON_FAILURE', mappedAccount: hostile })
    )
    expect(personsOf(log)).toEqual([`${hostile}: claimed`])
  })
})

describe('Samba, full_audit', () => {
  const header = '[2026/11/28 01:05:22.186865,  1] ../../source3/modules/vfs_full_audit.c:862(do_log)\n'

  it('reads its own file, with a time from the header in local time, and names that may be imitated', () => {
    const log = readLog(
      'samba-full-audit-file',
      `${header}  SCHULE\\otto|127.0.0.1|neu|renameat|ok|/srv/a.txt|/srv/b|c.txt\n` +
        `${header}  SCHULE\\otto|127.0.0.1|neu|create_file|fail (No such file or directory)|0x10000|file|open|/srv/a\n`
    )
    expect(personsOf(log)).toEqual(['SCHULE\\otto: claimed', 'SCHULE\\otto: claimed'])
    expect(log.events.map(({ act }) => act)).toEqual(['fileAccess', 'fileRefused'])
    expect(log.events[0]).toMatchObject({
      timing: { zone: 'unknown', year: 'written' },
      details: { means: 'renameat', path: '/srv/a.txt|/srv/b|c.txt' }
    })
  })

  it('a file name with a line break and a record in it is no second record', () => {
    const log = readLog(
      'samba-full-audit-file',
      `${header}  SCHULE\\otto|127.0.0.1|neu|unlinkat|ok|/srv/x\n  SCHULE\\lena|127.0.0.1|neu|unlinkat|ok|/srv/y\n`
    )
    expect(personsOf(log)).toEqual(['SCHULE\\otto: claimed'])
    expect(log.rejections.map(([reason]) => reason)).toEqual(['otherProgram'])
  })

  it('reads syslog, and refuses a prefix that it does not know', () => {
    const log = readLog(
      'samba-full-audit',
      '2026-11-28T01:44:01.909461+01:00 fs smbd_audit: SCHULE\\otto|10.1.2.3|neu|mkdirat|ok|/srv/x#012y\n' +
        'Nov 28 01:44:24 fs smbd_audit[4711]: neu|otto|10.1.2.3|mkdirat|ok|/srv/x\n'
    )
    expect(personsOf(log)).toEqual(['SCHULE\\otto: proved'])
    expect(log.events[0]?.time).toBe(Date.UTC(2026, 10, 28, 0, 44, 1, 909))
    expect(log.rejections.map(([reason]) => reason)).toEqual(['malformed'])
  })
})
