import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogEvent } from '../../../src-main/jobs/evaluations/logs/events'
import { readLog } from '../../unit/support/readLog'
import { startFreeRadius, type FreeRadiusServer } from '../servers/freeradius'
import { startSamba, type SambaServer } from '../servers/samba'
import { domain } from '../servers/sambaDomain'
import {
  defaultContainers,
  ldapModifyAsRoot,
  ldapWhoAmI,
  startSlapd,
  type SlapdServer
} from '../servers/slapd'
import { CommandLine } from '../support/commandLine'

interface CheckedFile {
  readonly format: string
  readonly lines: number
  readonly parsed: number
  readonly rejected: Record<string, number>
  readonly persons: Record<string, number>
  readonly problems: readonly { code: string }[]
}

let commandLine: CommandLine
beforeAll(async () => {
  commandLine = await CommandLine.create()
})
afterAll(async () => {
  await commandLine.remove()
})

/** What the command says about one file; lines must add up, and no name may be shown. */
async function check(file: string, canaries: readonly string[]): Promise<CheckedFile> {
  const answer = await commandLine.run(['logs', 'check', '--json', file])
  expect(answer.stderr).toBe('')
  expect(answer.code).toBe(0)
  for (const canary of canaries) expect(answer.stdout).not.toContain(canary)
  const [checked] = JSON.parse(answer.stdout) as CheckedFile[]
  if (checked === undefined) throw new Error('no file')
  const rejected = Object.values(checked.rejected).reduce((sum, lines) => sum + lines, 0)
  expect(checked.parsed + rejected).toBe(checked.lines)
  return checked
}

function sure(events: readonly LogEvent[], surety: string, act: string): (string | null)[] {
  return events.filter((event) => event.surety === surety && event.act === act).map(({ person }) => person)
}

describe('slapd and FreeRADIUS', () => {
  const anna = 'uid=anna,ou=pupils,dc=schule,dc=example'
  const person = `dn: ${anna}\nobjectClass: inetOrgPerson\nuid: anna\ncn: Anna\nsn: Anna\nuserPassword: Geheim!2026\n`
  const linelog = { accepted: '%t Accepted: %{User-Name}|', rejected: '%l Rejected: %{User-Name}' }
  let server: SlapdServer
  let radius: FreeRadiusServer

  beforeAll(async () => {
    server = await startSlapd({
      writesLog: true,
      auditsChanges: true,
      entries: [defaultContainers, person].join('\n')
    })
    radius = await startFreeRadius({
      directory: {
        url: server.addressUrl,
        caCertificate: server.caCertificate,
        identity: server.rootDn,
        password: server.rootPassword,
        baseDn: server.baseDn,
        kind: 'openldap'
      },
      ...{ decides: 'pap', group: null, writesLog: true, linelog }
    })
  }, 120_000)
  afterAll(async () => {
    await radius.stop()
    await server.stop()
  })

  it('slapd: every real sign-in is proved, every wrong password a claim, also over a restart (P7, P19)', async () => {
    for (let round = 0; round < 3; round++) {
      expect(await ldapWhoAmI(server, anna, 'Geheim!2026')).toBe('accepted')
      expect(await ldapWhoAmI(server, anna, 'falsch')).toBe('refused')
      await server.restart()
    }
    const file = join(server.folder, 'slapd.log')
    const { events } = readLog('openldap', await readFile(file))
    expect(sure(events, 'proved', 'signIn').filter((name) => name === anna)).toEqual([anna, anna, anna])
    expect(sure(events, 'claimed', 'signInRefused')).toEqual([anna, anna, anna])
    const checked = await check(file, ['anna', 'schule'])
    expect(checked).toMatchObject({ format: 'openldap', rejected: {}, problems: [] })
    expect(checked.persons['claimed']).toBe(3)
  })

  it('FreeRADIUS: a name is a claim without a tunnel, and one with a line of the log in it stays one name', async () => {
    const forged = String.raw`x\nSat Nov 28 00:45:52 2026 : Auth: (1) Login OK: [lena] (from client wlan port 0 via TLS tunnel)`
    expect(await radius.ask('anna', 'Geheim!2026')).toBe('accepted')
    expect(await radius.ask('anna', 'falsch')).toBe('rejected')
    expect(await radius.ask(forged, 'falsch')).toBe('rejected')
    const said = radius.log()
    const { events } = readLog('freeradius', said)
    expect(sure(events, 'claimed', 'signIn')).toEqual(['anna'])
    expect(sure(events, 'claimed', 'signInRefused')).toHaveLength(2)
    expect(events.filter(({ person: name }) => name === 'lena')).toEqual([])
    expect(events.filter(({ surety }) => surety === 'proved')).toEqual([])
    const file = await commandLine.write('radius.log', said)
    expect(await check(file, ['anna', 'lena'])).toMatchObject({ format: 'freeradius', rejected: {} })
  })

  it('FreeRADIUS’s linelog: every name is a claim, and a line break in one makes a line that nobody can tell (P19)', async () => {
    expect(await radius.ask('anna', 'Geheim!2026')).toBe('accepted')
    expect(await radius.ask('otto', 'falsch')).toBe('rejected')
    const forgery = String.raw`x\n1795928530 Rejected: lena`
    expect(await radius.ask(forgery, 'falsch')).toBe('rejected')
    const said = await radius.linelog()
    const messages = [
      { act: 'signIn' as const, words: linelog.accepted },
      { act: 'signInRefused' as const, words: `Access-Reject = "${linelog.rejected}"` }
    ]
    const log = readLog({ format: 'freeradius-linelog', messages }, said)
    expect(sure(log.events, 'claimed', 'signIn')).toContain('anna')
    expect(sure(log.events, 'claimed', 'signInRefused')).toEqual(
      expect.arrayContaining(['otto', 'x', 'lena'])
    )
    expect(log.events.filter(({ surety }) => surety !== 'claimed')).toEqual([])
    // As it is shipped it has no time, so that nothing of it can be an event.
    const shipped = said.replaceAll(/^.*?(Accepted|Rejected): (.*?)\|?$/gm, '$1 user: $2')
    const unread = readLog({ format: 'freeradius-linelog', messages }, shipped)
    expect(unread.events).toEqual([])
    expect(unread.parsed).toBe(0)
    expect(unread.rejections.map(([reason]) => reason)).toContain('timeUnreadable')
  })

  it('slapd’s auditlog: who changed what is a claim, and no value of a change is kept', async () => {
    await ldapModifyAsRoot(
      server,
      `dn: ${anna}\nchangetype: modify\nreplace: description\ndescription: kanarienvogel\n`
    )
    const file = join(server.folder, 'audit.log')
    const { events, rejections } = readLog('openldap-auditlog', await readFile(file))
    expect(rejections).toEqual([])
    expect(events.at(-1)).toMatchObject({
      ...{ act: 'directoryChange', person: server.rootDn, surety: 'claimed', address: '127.0.0.1' },
      details: { means: 'modify', target: anna }
    })
    // What the password policy notes at a wrong password stands there as if the administrator had changed it.
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events)).not.toMatch(/kanarien|Geheim/)
    expect(await check(file, ['anna', 'kanarien'])).toMatchObject({
      format: 'openldap-auditlog',
      rejected: {}
    })
  })
})

describe('Samba', () => {
  let server: SambaServer
  beforeAll(async () => {
    server = await startSamba({ audits: true })
  }, 120_000)
  afterAll(async () => {
    await server.stop()
  })

  it('proves who has signed in, and never whose password was wrong, although Kerberos names them (P7, P19)', async () => {
    const { login, password } = domain.reader
    expect(await server.smbSignIn(login, password)).toBe('ok')
    expect(await server.smbSignIn(login, 'falsch')).toBe('wrong')
    expect(await server.kerberosSignIn(login, 'falsch')).toBe(false)
    expect(await server.kerberosSignIn(login, password)).toBe(true)
    await server.tool(['user', 'create', 'neuerpupil', 'Neu!es2026'])
    const { events, rejections } = readLog('samba-json', await readFile(server.logFile))
    const proved = sure(events, 'proved', 'signIn').filter((name) => name === login)
    const refused = events.filter(({ act }) => act === 'signInRefused')
    expect(proved.length).toBeGreaterThanOrEqual(2)
    expect(refused.length).toBeGreaterThanOrEqual(2)
    expect(new Set(refused.map(({ surety }) => surety))).toEqual(new Set(['claimed']))
    expect(new Set(refused.map(({ person }) => person?.toLowerCase().split('@')[0]))).toEqual(
      new Set([login])
    )
    expect(rejections.filter(([reason]) => reason !== 'otherProgram' && reason !== 'empty')).toEqual([])
    expect(await check(server.logFile, [login, 'leser', 'S-1-5'])).toMatchObject({ format: 'samba-json' })
  })
})
