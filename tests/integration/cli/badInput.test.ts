import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import {
  ldapSearchAsRoot,
  makeAuthority,
  startSlapd,
  type SlapdOptions,
  type SlapdServer
} from '../servers/slapd'
import { CommandLine, type ErrorDocument, type PlanDocument, type RunDocument } from '../support/commandLine'
import { pupils, rosterOf } from '../support/roster'

function connectWords(server: SlapdServer, caFile = server.caFile): string[] {
  return [
    ...['setup', 'connect', '--profile', 'openldap', '--url', server.url, '--ca', caFile],
    ...['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
  ]
}

describe('a directory that cannot be used', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  async function open(options: SlapdOptions = {}): Promise<{ server: SlapdServer; cli: CommandLine }> {
    const server = await startSlapd(options)
    closing.push(() => server.stop())
    const cli = await CommandLine.create(server.bindPassword)
    closing.push(() => cli.remove())
    return { server, cli }
  }

  async function refusal(cli: CommandLine, words: readonly string[]): Promise<string> {
    const { error } = await cli.ask<ErrorDocument>(words, 1)
    expect(error.message).toMatch(/\p{L}.*\.$/u)
    return error.code
  }

  it('names a wrong CA, a wrong password, an address without encryption, a wrong base and a wrong port', async () => {
    const { server, cli } = await open()
    await makeAuthority(cli.folder, 'other')
    expect(await refusal(cli, connectWords(server, cli.file('other.pem')))).toBe(
      'directory.certificateNotTrusted'
    )
    expect(await refusal(cli, connectWords(server, await cli.write('no.pem', 'no certificate')))).toBe(
      'directory.certificateUnreadable'
    )
    expect(await refusal(cli, connectWords(server, cli.file('absent.pem')))).toBe(
      'application.fileNotReadable'
    )
    expect(await refusal(cli.as('Falsches-Passwort-1'), connectWords(server))).toBe(
      'directory.wrongCredentials'
    )
    expect(await refusal(cli.as(null), connectWords(server))).toBe('directory.passwordNeeded')
    const names = ['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
    const connect = ['setup', 'connect', '--profile', 'openldap']
    expect(await refusal(cli, [...connect, '--url', 'ldap://directory.example:389', ...names])).toBe(
      'directory.plainTextRefused'
    )
    expect(await refusal(cli, [...connect, '--url', 'https://directory.example', ...names])).toBe(
      'directory.invalidAddress'
    )
    expect(await refusal(cli, [...connect, '--url', 'ldaps://127.0.0.1:1', ...names])).toBe(
      'directory.unreachable'
    )
    expect(await refusal(cli, connect)).toBe('commandLine.addressMissing')
    // Nothing of all that was kept.
    expect(await refusal(cli, ['setup', 'check'])).toBe('directory.notConnected')
  })

  it('takes the password from stdin, and never shows or keeps it', async () => {
    const { server, cli } = await open()
    const words = [...connectWords(server), '--password-stdin']
    const answer = await cli.as(null).run(words, { stdin: `${server.bindPassword}\n` })
    expect(answer.code).toBe(0)
    expect(`${answer.stdout}${answer.stderr}`).not.toContain(server.bindPassword)
    expect((await cli.everythingKept()).includes(server.bindPassword)).toBe(false)
    expect(await refusal(cli.as(null), ['accounts', 'list'])).toBe('directory.passwordNeeded')
    const listed = await cli
      .as(null)
      .run(['accounts', 'list', '--password-stdin'], { stdin: server.bindPassword })
    expect(listed.code).toBe(0)
  })

  it('lists what is missing and ends with 1 where the bind account has no rights', async () => {
    const { server, cli } = await open({ rights: 'read' })
    interface Report {
      problems: { code: string; severity: string; message: string; remedy: string }[]
    }
    const report = await cli.ask<Report>(connectWords(server), 1)
    const blocking = report.problems.filter(({ severity }) => severity === 'blocks')
    expect(blocking.map(({ code }) => code)).toContain('noRightToCreate')
    for (const { message, remedy } of report.problems) {
      expect(message).toMatch(/\p{L}/u)
      expect(remedy).toMatch(/\p{L}/u)
    }
    expect((await cli.ask<Report>(['setup', 'check'], 1)).problems).toEqual(report.problems)
    const roster = await cli.write('roster.csv', rosterOf(pupils(3)))
    const planned = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', roster])
    const applied = await cli.ask<RunDocument>(['accounts', 'apply', String(planned.plan)], 1)
    expect(applied).toMatchObject({ done: 0, remaining: 0 })
    expect(applied.failed.length).toBeGreaterThanOrEqual(3)
    for (const { reason } of applied.failed) expect(reason).toMatch(/\p{L}.*\.$/u)
  })

  it('says so where the server gives only part of its accounts, and plans nothing', async () => {
    const { server, cli } = await open()
    await cli.ask(connectWords(server))
    const roster = await cli.write('roster.csv', rosterOf(pupils(60)))
    const planned = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', roster])
    await cli.ask(['accounts', 'apply', String(planned.plan)])

    const limited = await open({ sizeLimit: 20, entries: await entriesBelow(server) })
    const report = await limited.cli.run([...connectWords(limited.server), '--json'])
    expect(report.stdout).toContain('sizeLimited')
    expect(await refusal(limited.cli, ['accounts', 'plan', '--roster', roster])).toBe('directory.sizeLimit')
  })

  it('stops where the server goes in the middle, and goes on once it is back', async () => {
    const { server, cli } = await open()
    await cli.ask(connectWords(server))
    const roster = await cli.write('roster.csv', rosterOf(pupils(1500)))
    const planned = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', roster])
    const slips = cli.file('slips.csv')
    const words = ['accounts', 'apply', String(planned.plan), '--slips', slips]
    const applying = cli.run([...words, '--json'])
    await begun(server)
    await server.kill()
    const stopped = await applying
    expect(stopped.code).toBe(1)
    const document = JSON.parse(stopped.stdout) as RunDocument
    expect(document.state).toBe('interrupted')
    expect(document.remaining).toBeGreaterThan(0)
    expect(['directory.connectionLost', 'directory.unreachable', 'directory.timeout']).toContain(
      document.stoppedBy?.code
    )
    await server.restart()
    const resumed = await cli.ask<RunDocument>(words)
    expect(resumed).toMatchObject({ state: 'finished', failed: [], remaining: 0 })
    const found = await ldapSearchAsRoot(server, '(employeeNumber=*)', 'employeeNumber')
    expect(new Set(found.match(/^employeeNumber: .*$/gm)).size).toBe(1500)
    expect(found.match(/^employeeNumber: .*$/gm)).toHaveLength(1500)
  })

  it('ends cleanly on Ctrl+C and goes on by the same command', async () => {
    const { server, cli } = await open()
    await cli.ask(connectWords(server))
    const roster = await cli.write('roster.csv', rosterOf(pupils(1500)))
    const planned = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', roster])
    const words = ['accounts', 'apply', String(planned.plan), '--language', 'en']
    const child = cli.start(words)
    let stderr = ''
    child.stdout?.resume()
    child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()))
    await begun(server)
    child.kill('SIGINT')
    const [code] = (await once(child, 'close')) as [number | null]
    expect(code).toBe(1)
    expect(stderr).toContain('The same call goes on')
    const resumed = await cli.ask<RunDocument>(words)
    expect(resumed).toMatchObject({ state: 'finished', failed: [], remaining: 0 })
  })
})

/** Resolves when the first accounts are there. */
async function begun(server: SlapdServer): Promise<void> {
  while (!/^uid: /m.test(await ldapSearchAsRoot(server, '(uid=*)', 'uid'))) {
    // The next look comes right after the last one.
  }
}

/** What lies below the base, as LDIF that another server loads. */
async function entriesBelow(server: SlapdServer): Promise<string> {
  const own = /^dn: (dc=|ou=dienste|cn=netzwart|ou=policies|cn=default)/
  const text = await ldapSearchAsRoot(server, '(objectClass=*)', '*')
  return `${text
    .split('\n\n')
    .filter((entry) => entry.trim() !== '' && !own.test(entry))
    .join('\n\n')}\n`
}
