import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { startSamba, type SambaServer } from '../servers/samba'
import {
  CommandLine,
  readSlips,
  type AccountDocument,
  type PlanDocument,
  type RunDocument,
  type SlipRow
} from '../support/commandLine'
import { pupils, rosterOf } from '../support/roster'

let server: SambaServer
let cli: CommandLine
let slips: readonly SlipRow[] = []

beforeAll(async () => {
  server = await startSamba()
  cli = await CommandLine.create(server.bindPassword)
})
afterAll(async () => {
  await server.stop()
  await cli.remove()
})

async function plan(count: number): Promise<PlanDocument> {
  await writeFile(cli.file('roster.csv'), rosterOf(pupils(count)))
  return cli.ask<PlanDocument>(['accounts', 'plan', '--roster', cli.file('roster.csv')])
}

describe('the command line on Samba AD', () => {
  it('connects, and says that nothing ends by itself there', async () => {
    const ca = await cli.write('ca.pem', server.caCertificate)
    const report = await cli.ask<{ profile: string; capabilities: Record<string, boolean> }>([
      ...['setup', 'connect', '--profile', 'active-directory', '--url', server.url, '--ca', ca],
      ...['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
    ])
    expect(report).toMatchObject({
      profile: 'active-directory',
      capabilities: { selfEndingSuspension: false, mustChange: true }
    })
  })

  it('P3, P4: makes accounts whose passwords must be changed at the first sign-in', async () => {
    const planned = await plan(40)
    expect(planned.counts.create).toBe(40)
    const file = cli.file('slips.csv')
    const applied = await cli.ask<RunDocument>(['accounts', 'apply', String(planned.plan), '--slips', file])
    expect(applied).toMatchObject({ state: 'finished', failed: [], remaining: 0 })
    slips = await readSlips(file)
    expect(slips).toHaveLength(40)
    const [first] = slips
    expect(await server.smbSignIn(first!.login, first!.password)).toBe('mustChange')
    await server.changePassword(first!.login, first!.password, 'Mein-eigenes-7')
    expect(await server.smbSignIn(first!.login, 'Mein-eigenes-7')).toBe('ok')
    expect((await plan(40)).plan).toBeNull()
  })

  it('P9: suspends until a day, and `due` lifts what has come to its end', async () => {
    const [first] = slips
    const words = ['accounts', 'suspend', first!.login, '--until', '2099-12-31', '--reason', 'Verstoß']
    const suspended = await cli.ask<{ account: AccountDocument }>(words)
    expect(suspended.account.state).toBe('suspendedUntil')
    expect(await server.smbSignIn(first!.login, 'Mein-eigenes-7')).toBe('disabled')
    expect(await cli.ask<RunDocument>(['due'])).toMatchObject({ plan: null, done: 0 })

    const store = await openSqliteStore(cli.data)
    if (!store.ok) throw new Error(store.failure.code)
    await store.value.rememberSuspension(suspended.account.id, '2026-01-01T00:00:00.000Z')
    await store.value.close()

    const lifted = await cli.ask<RunDocument>(['due'])
    expect(lifted).toMatchObject({ done: 1, failed: [], remaining: 0 })
    expect(await server.smbSignIn(first!.login, 'Mein-eigenes-7')).toBe('ok')
  })

  it('P8: takes leavers out and back', async () => {
    const planned = await plan(38)
    expect(planned.counts).toMatchObject({ leave: 2, unchanged: 38 })
    await cli.ask(['accounts', 'apply', String(planned.plan)])
    const leavers = await cli.ask<AccountDocument[]>(['accounts', 'list', '--state', 'leaver'])
    expect(leavers).toHaveLength(2)
    const slip = slips.find(({ login }) => login === leavers[0]!.login)!
    expect(await server.smbSignIn(slip.login, slip.password)).toBe('disabled')
    expect(await cli.ask<RunDocument>(['accounts', 'undo', String(planned.plan)])).toMatchObject({
      failed: []
    })
    expect(await server.smbSignIn(slip.login, slip.password)).toBe('mustChange')
  })

  it('P3, P4, P5: makes accounts and resets passwords where the domain asks for more characters than the school', async () => {
    await server.tool(['domain', 'passwordsettings', 'set', '--min-pwd-length=14'])
    const planned = await plan(41)
    expect(planned.counts.create).toBe(1)
    const file = cli.file('long.csv')
    await cli.ask(['accounts', 'apply', String(planned.plan), '--slips', file])
    const [made] = await readSlips(file)
    const { login, password } = made!
    expect(password).toHaveLength(14)
    expect(await server.smbSignIn(login, password)).toBe('mustChange')
    await expect(server.changePassword(login, password, 'Nur-dreizehn1')).rejects.toThrow(/password/i)
    await server.changePassword(login, password, 'Eben-vierzehn1')
    expect(await server.smbSignIn(login, 'Eben-vierzehn1')).toBe('ok')

    const words = ['accounts', 'reset', login, '--verified', 'schoolIdCard']
    const reset = await cli.ask<{ password: string }>(words)
    expect(reset.password).toHaveLength(14)
    expect(await server.smbSignIn(login, 'Eben-vierzehn1')).toBe('wrong')
    expect(await server.smbSignIn(login, reset.password)).toBe('mustChange')
  })
})
