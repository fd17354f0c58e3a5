import { readFile, stat, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ldapPasswd, ldapSearchAsRoot, ldapWhoAmI, startSlapd, type SlapdServer } from '../servers/slapd'
import {
  CommandLine,
  readSlips,
  type AccountDocument,
  type PlanDocument,
  type RunDocument,
  type SlipRow
} from '../support/commandLine'
import { pupils, rosterOf, type Pupil } from '../support/roster'

const school = pupils(120)
/** Next year: two leave, three change classes, one marries, four are new. */
const nextYear: Pupil[] = [
  ...school.slice(2).map((pupil, index) => {
    if (index < 3) return { ...pupil, schoolClass: '9c' }
    return index === 3 ? { ...pupil, familyName: 'Sonnenschein' } : pupil
  }),
  ...pupils(124).slice(120)
]

let server: SlapdServer
let cli: CommandLine
let slips: readonly SlipRow[] = []

beforeAll(async () => {
  server = await startSlapd()
  cli = await CommandLine.create(server.bindPassword)
})
afterAll(async () => {
  await server.stop()
  await cli.remove()
})

/** Everything that other clients see of the directory, without operational attributes. */
async function dump(): Promise<string[]> {
  const text = await ldapSearchAsRoot(server, '(objectClass=*)', '*')
  return text
    .split('\n\n')
    .map((entry) => entry.split('\n').sort().join('\n').trim())
    .filter(Boolean)
    .sort()
}

async function plan(roster: readonly Pupil[]): Promise<PlanDocument> {
  await writeFile(cli.file('roster.csv'), rosterOf(roster))
  return cli.ask<PlanDocument>(['accounts', 'plan', '--roster', cli.file('roster.csv')])
}

describe('a school year at the command line, on slapd', () => {
  it('connects over LDAPS with the pinned CA and says what the directory can do', async () => {
    const report = await cli.ask<{
      profile: string
      problems: unknown[]
      capabilities: Record<string, boolean>
    }>([
      ...['setup', 'connect', '--profile', 'openldap', '--url', server.url, '--ca', server.caFile],
      ...['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
    ])
    expect(report).toMatchObject({
      profile: 'openldap',
      problems: [{ code: 'namesNotUnique', severity: 'note' }]
    })
    expect(report.capabilities).toMatchObject({ selfEndingSuspension: true, mustChange: true })
    expect(await cli.ask(['setup', 'check'])).toEqual(report)
  })

  it('P1, P3, P4: makes accounts of a roster, with slips whose passwords must be changed', async () => {
    const planned = await plan(school)
    expect(planned.hash).toBe(planned.plan)
    expect(planned.counts).toMatchObject({ create: 120, leave: 0, unchanged: 0 })
    expect(planned).toMatchObject({ rejected: [], doubtful: [], confirmation: null })

    const file = cli.file('slips.csv')
    const applied = await cli.ask<RunDocument>([
      ...['accounts', 'apply', String(planned.plan).slice(0, 6), '--slips', file]
    ])
    expect(applied).toMatchObject({ plan: planned.plan, state: 'finished', failed: [], remaining: 0 })
    expect(applied.slips).toEqual({ file, written: 120, pending: 0 })
    expect((await stat(file)).mode & 0o777).toBe(0o600)

    slips = await readSlips(file)
    expect(new Set(slips.map(({ login }) => login)).size).toBe(120)
    const [first] = slips
    expect(await ldapWhoAmI(server, first!.login, first!.password)).toBe('mustChange')
    expect(await ldapPasswd(server, first!.login, first!.password, 'Mein-eigenes-7')).toBe(true)
    expect(await ldapWhoAmI(server, first!.login, 'Mein-eigenes-7')).toBe('accepted')
    expect(await ldapWhoAmI(server, slips.at(-1)!.login, slips.at(-1)!.password)).toBe('mustChange')
  })

  it('keeps neither the bind password nor a password of a slip in the data folder', async () => {
    const kept = await cli.everythingKept()
    expect(kept.includes('SQLite format')).toBe(true)
    for (const { password } of slips) expect(kept.includes(password)).toBe(false)
    expect(kept.includes(server.bindPassword)).toBe(false)
    expect(kept.includes(Buffer.from(server.bindPassword).toString('base64'))).toBe(false)
  })

  it('finds nothing to do when the same roster comes again', async () => {
    expect(await plan(school)).toMatchObject({
      plan: null,
      hash: null,
      counts: { unchanged: 120, create: 0 }
    })
    const again = await cli.run(['accounts', 'plan', '--roster', cli.file('roster.csv'), '--language', 'en'])
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('there is nothing to do')
  })

  it('carries out the next year and gives everything back on undo', async () => {
    const before = await dump()
    const planned = await plan(nextYear)
    expect(planned.counts).toEqual({
      create: 4,
      rename: 1,
      changeClass: 3,
      reactivate: 0,
      leave: 2,
      unchanged: 114
    })
    const applied = await cli.ask<RunDocument>(['accounts', 'apply', String(planned.plan)])
    expect(applied).toMatchObject({ failed: [], remaining: 0, slips: { file: null, pending: 4 } })

    const moved = await cli.ask<AccountDocument[]>(['accounts', 'list', '--class', '9c'])
    expect(moved.map(({ schoolId }) => schoolId).sort()).toEqual(['S-1002', 'S-1003', 'S-1004'])
    const leavers = await cli.ask<AccountDocument[]>(['accounts', 'list', '--state', 'leaver'])
    expect(leavers.map(({ schoolId }) => schoolId).sort()).toEqual(['S-1000', 'S-1001'])
    const slip = slips.find(({ login }) => login === leavers[1]?.login)
    expect(await ldapWhoAmI(server, leavers[1]!.login, slip!.password)).toBe('refused')

    const undone = await cli.ask<RunDocument>(['accounts', 'undo', String(planned.plan)])
    expect(undone).toMatchObject({ plan: planned.plan, failed: [], remaining: 0 })
    expect(await dump()).toEqual(before)
    expect(await ldapWhoAmI(server, leavers[1]!.login, slip!.password)).toBe('mustChange')
  })

  it('writes slips that waited by the same command later', async () => {
    const planned = await plan([...school, ...pupils(122).slice(120)])
    const applied = await cli.ask<RunDocument>(['accounts', 'apply', String(planned.plan)])
    expect(applied.slips).toMatchObject({ written: 0, pending: 2 })
    const file = cli.file('later.csv')
    await cli.ask(['accounts', 'apply', String(planned.plan), '--slips', file])
    const [slip, ...others] = await readSlips(file)
    expect(others).toHaveLength(1)
    expect(await ldapWhoAmI(server, slip!.login, slip!.password)).toBe('mustChange')
    const again = await cli.ask<RunDocument>(['accounts', 'apply', String(planned.plan), '--slips', file])
    expect(again.slips).toEqual({ file: null, written: 0, pending: 0 })
    expect(await readSlips(file)).toHaveLength(2)
  })

  it('asks for the number of leavers where more than a tenth would leave', async () => {
    const planned = await plan(school.slice(30))
    expect(planned.confirmation).toEqual({ leavers: 32, governed: 122 })
    const refused = await cli.run(['accounts', 'apply', String(planned.plan), '--language', 'en'])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('--confirm-leavers')
    const wrong = await cli.run(['accounts', 'apply', String(planned.plan), '--confirm-leavers', '31'])
    expect(wrong.code).toBe(1)
    expect(await cli.ask<AccountDocument[]>(['accounts', 'list', '--state', 'leaver'])).toEqual([])
    const words = ['accounts', 'apply', String(planned.plan), '--confirm-leavers', '32']
    expect(await cli.ask<RunDocument>(words)).toMatchObject({ failed: [], remaining: 0 })
    await cli.ask(['accounts', 'undo', String(planned.plan)])
    expect(await cli.ask<AccountDocument[]>(['accounts', 'list', '--state', 'leaver'])).toEqual([])
  })
})

describe('everyday work at the command line, on slapd', () => {
  const login = (): string => slips[5]!.login
  const password = (): string => slips[5]!.password

  it('P5: resets a password; the slip replaces the former one in the same file', async () => {
    const file = cli.file('slips.csv')
    const words = ['accounts', 'reset', login(), '--verified', 'schoolIdCard', '--slips', file]
    const reset = await cli.ask<{ plan: string; password?: string }>(words)
    expect(reset.password).toBeUndefined()
    const rows = await readSlips(file)
    expect(rows).toHaveLength(120)
    const renewed = rows.find((row) => row.login === login())
    expect(renewed?.password).not.toBe(password())
    expect(await ldapWhoAmI(server, login(), password())).toBe('refused')
    expect(await ldapWhoAmI(server, login(), renewed!.password)).toBe('mustChange')
  })

  it('P5: without a file shows the new password once', async () => {
    const reset = await cli.ask<{ plan: string; password: string; verification: string }>([
      ...['accounts', 'reset', login()]
    ])
    expect(reset.verification).toBe('notStated')
    expect(await ldapWhoAmI(server, login(), reset.password)).toBe('mustChange')
    const later = await cli.ask<RunDocument>([
      'accounts',
      'apply',
      reset.plan,
      '--slips',
      cli.file('gone.csv')
    ])
    expect(later.slips).toEqual({ file: null, written: 0, pending: 0 })
    expect((await cli.everythingKept()).includes(reset.password)).toBe(false)
  })

  it('P9: suspends for good and until a day, lifts, and takes back', async () => {
    const state = async (): Promise<Pick<AccountDocument, 'state' | 'suspendedUntil'>> => {
      const [account] = await cli.ask<AccountDocument[]>(['accounts', 'list', '--text', login()])
      return { state: account!.state, suspendedUntil: account!.suspendedUntil }
    }
    const target = slips[7]!
    const suspended = await cli.ask<{ plan: string; account: AccountDocument }>([
      ...['accounts', 'suspend', target.login, '--reason', 'Verstoß gegen die Nutzungsordnung']
    ])
    expect(suspended.account).toMatchObject({ state: 'suspended', suspendedUntil: null })
    expect(await ldapWhoAmI(server, target.login, target.password)).toBe('refused')
    await cli.ask(['accounts', 'undo', suspended.plan])
    expect(await ldapWhoAmI(server, target.login, target.password)).toBe('mustChange')

    const words = ['accounts', 'suspend', login(), '--until', '31.12.2099', '--reason', 'Verstoß']
    expect((await cli.run(words)).code).toBe(0)
    expect(await state()).toEqual({
      state: 'suspendedUntil',
      suspendedUntil: new Date('2099-12-31T00:00:00').toISOString()
    })
    expect(await cli.ask<RunDocument>(['due'])).toEqual({
      ...{ plan: null, done: 0, failed: [], remaining: 0, waiting: [] },
      cases: { enforced: [], lifted: [], ended: [], expired: [] },
      standing: { found: 0, grown: 0, expired: 0 }
    })
    await cli.ask(['accounts', 'unsuspend', login()])
    expect(await state()).toEqual({ state: 'active', suspendedUntil: null })

    const twice = await cli.run(['accounts', 'unsuspend', login(), '--language', 'en'])
    expect(twice.code).toBe(1)
    expect(twice.stderr).toContain('nothing to change')
  })

  it('P3: exports names and school ids and nothing else', async () => {
    const file = cli.file('export.csv')
    expect((await cli.run(['accounts', 'export', file, '--class', '5a'])).code).toBe(0)
    const rows = (await readFile(file, 'utf8')).trimEnd().split('\r\n')
    expect(rows[0]).toBe('\uFEFFNachname;Vorname;ID-Nummer')
    expect(rows).toHaveLength(31)
    const all = await cli.run(['accounts', 'export', '-'])
    expect(all.stdout.trimEnd().split('\r\n')).toHaveLength(123)
    expect(all.stdout).not.toContain(login())
    const unknown = await cli.run(['accounts', 'export', '-', '--class', '13x', '--language', 'en'])
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toContain('13x')
  })
})
