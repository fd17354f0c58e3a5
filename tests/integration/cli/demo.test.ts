import { once } from 'node:events'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { ChildProcess } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import {
  answerOf,
  CommandLine,
  readSlips,
  type AccountDocument,
  type PlanDocument,
  type RunDocument
} from '../support/commandLine'

const opened: CommandLine[] = []
const running: ChildProcess[] = []

async function open(password: string | null = null): Promise<CommandLine> {
  const cli = await CommandLine.create(password)
  opened.push(cli)
  return cli
}

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  for (const cli of opened.splice(0)) await cli.remove()
})

interface ServedDemo {
  readonly url: string
  readonly baseDn: string
  readonly bindDn: string
  readonly password: string
  readonly passwordFile: string
}

/** `demo directory --json` in the foreground of another process. */
async function serve(cli: CommandLine): Promise<{ child: ChildProcess; demo: ServedDemo }> {
  const child = cli.start(['demo', 'directory', '--json'])
  running.push(child)
  for await (const line of createInterface(child.stdout!)) {
    return { child, demo: JSON.parse(line) as ServedDemo }
  }
  throw new Error('The demo directory did not start')
}

describe('the demo school at the command line', () => {
  it('carries its prepared roster out and back inside the data folder', async () => {
    const cli = await open()
    expect(await cli.ask(['setup', 'connect', '--profile', 'demo'])).toMatchObject({ profile: 'demo' })
    const roster = cli.file('roster.csv')
    expect((await cli.run(['demo', 'roster', roster])).code).toBe(0)
    const adults = async (): Promise<AccountDocument[]> =>
      (await cli.ask<AccountDocument[]>(['accounts', 'list'])).filter(({ dn }) => !dn.includes('ou=pupils'))
    const before = await adults()
    expect(before.filter(({ classes }) => classes.length === 1)).toHaveLength(27)
    const planned = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', roster, '--accept-doubtful'])
    expect(planned.counts.create).toBeGreaterThan(100)
    expect(planned.rejected.length).toBeGreaterThan(0)
    for (const { line, reason } of planned.rejected) {
      expect(line).toBeGreaterThan(1)
      expect(reason).toMatch(/\p{L}{3}.*\.$/u)
    }
    const applied = await cli.ask<RunDocument>([
      ...['accounts', 'apply', String(planned.plan), '--slips', cli.file('slips.csv')],
      ...['--confirm-leavers', String(planned.confirmation?.leavers)]
    ])
    expect(applied).toMatchObject({ failed: [], remaining: 0 })
    // A roster of pupils leaves the class teachers where they are.
    expect(await adults()).toEqual(before)
    expect(await readSlips(cli.file('slips.csv'))).toHaveLength(planned.counts.create)
    expect(await cli.ask<RunDocument>(['accounts', 'undo', String(planned.plan)])).toMatchObject({
      failed: [],
      remaining: 0
    })
    expect(await adults()).toEqual(before)
    const again = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', roster, '--accept-doubtful'])
    expect(again.counts).toEqual(planned.counts)
    // A thousand steps there and back, and ten programs one after the other.
  }, 120_000)

  it('takes decisions on doubtful rows', async () => {
    const cli = await open()
    await cli.ask(['setup', 'connect', '--profile', 'demo'])
    const roster = cli.file('roster.csv')
    await cli.run(['demo', 'roster', roster])
    const planned = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', roster, '--accept-doubtful'])
    const [first, second] = planned.doubtful
    const decisions = {
      [first!.row]: { account: first!.candidates[0]!.account },
      [second!.row]: 'new'
    }
    const words = [
      ...['accounts', 'plan', '--roster', roster, '--accept-doubtful'],
      ...['--decisions', cli.file('decisions.json')]
    ]
    await cli.write('decisions.json', JSON.stringify(decisions))
    const decided = await cli.ask<PlanDocument>(words)
    expect(decided.doubtful).toHaveLength(planned.doubtful.length - 2)
    expect(decided.counts.create).toBe(planned.counts.create + 1)
    await cli.write('decisions.json', JSON.stringify({ [first!.row]: 'perhaps' }))
    const refused = await cli.run(words)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('--decisions')
  })

  it('says what it understood, and ends with 1 where somebody is doubtful or may be meant', async () => {
    const cli = await open()
    await cli.ask(['setup', 'connect', '--profile', 'demo'])
    const roster = cli.file('roster.csv')
    await cli.run(['demo', 'roster', roster])
    const words = ['accounts', 'plan', '--roster', roster, '--language', 'en']
    const shown = await cli.run([...words, '--show'])
    expect(shown.code).toBe(1)
    expect(shown.stdout).toContain('Read: roster.csv (format csv, encoding windows-1252, separator “;”)')
    expect(shown.stdout).toContain('Columns taken: Schüler-ID → schoolId')
    expect(shown.stdout).toMatch(/^Leavers:\n {2}\p{L}/mu)
    const planned = await cli.ask<PlanDocument & { persons: { kind: string }[] }>([...words, '--show'], 1)
    expect(planned.doubtful.length).toBeGreaterThan(0)
    expect(planned.persons.filter(({ kind }) => kind === 'leave')).toHaveLength(planned.counts.leave)
    expect((await cli.run([...words, '--accept-doubtful'])).code).toBe(0)

    const nobody = await cli.write('nobody.csv', 'ID;Nachname;Vorname;Klasse\n1;;Mia;5a\n2;Bach;;5a\n')
    const rejected = await cli.run(['accounts', 'plan', '--roster', nobody, '--language', 'en'])
    expect(rejected.code).toBe(1)
    expect(rejected.stdout).toContain('None of the 2 rows was taken over.')
    expect(rejected.stdout).toContain('  2: The family name is missing.')
    expect(rejected.stdout).not.toContain('nothing to do')
  })

  it('serves its directory to another process until SIGTERM, then goes on with the same data', async () => {
    const host = await open()
    const { child, demo } = await serve(host)
    expect(demo.url).toMatch(/^ldap:\/\/127\.0\.0\.1:\d+$/)
    expect((await stat(demo.passwordFile)).mode & 0o777).toBe(0o600)
    expect((await readFile(demo.passwordFile, 'utf8')).trim()).toBe(demo.password)

    const cli = (await open()).as(demo.password)
    const words = ['--url', demo.url, '--bind-dn', demo.bindDn, '--base-dn', demo.baseDn]
    expect(await cli.ask(['setup', 'connect', '--profile', 'demo', ...words])).toMatchObject({
      profile: 'demo'
    })
    const members = await cli.ask<AccountDocument[]>(['accounts', 'list', '--class', '7b'])
    const pupil = members.find(({ dn }) => dn.includes('ou=pupils'))
    await cli.ask(['accounts', 'suspend', pupil!.login, '--reason', 'Probe'])

    const stopped = answerOf(child)
    child.kill('SIGTERM')
    expect((await stopped).code).toBe(0)
    const gone = await cli.run(['accounts', 'list'])
    expect(gone.code).toBe(1)
    expect(gone.stderr).toContain('127.0.0.1')

    // The served folder's own school, without the other process.
    await host.ask(['setup', 'connect', '--profile', 'demo'])
    const suspended = await host.ask<AccountDocument[]>(['accounts', 'list', '--state', 'suspended'])
    expect(suspended.map(({ login }) => login)).toContain(pupil!.login)
  })

  it('may be served and used from the same data folder at once', async () => {
    const host = await open()
    const { demo } = await serve(host)
    const cli = host.as(demo.password)
    await cli.ask(['setup', 'connect', '--profile', 'demo', '--url', demo.url])
    expect((await cli.ask<AccountDocument[]>(['accounts', 'list'])).length).toBeGreaterThan(900)

    const second = await host.run(['demo', 'directory', '--language', 'en'])
    expect(second.code).toBe(1)
    expect(second.stderr.trim()).not.toBe('')
  })

  it('says so when the port is taken', async () => {
    const host = await open()
    const { demo } = await serve(host)
    const other = await open()
    await mkdir(other.data)
    const refused = await other.run(['demo', 'directory', '--port', new URL(demo.url).port])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(new URL(demo.url).port)
  })
})
