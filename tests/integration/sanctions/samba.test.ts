import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Measure } from '../../../src-main/contract/sanctions'
import type * as Calendar from '../../../src-main/core/calendar'
import type { Connection } from '../../../src-main/contract/directory'
import { openActiveDirectory } from '../../../src-main/world/directory/active-directory/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { moduleGroups, valueOf } from '../../unit/support/sanctionsSchool'
import { draftOf, own, until } from '../directory/suiteTools'
import { startSamba, type SambaServer } from '../servers/samba'
import { openRealSchool } from './realSchool'

/** Days that begin at another instant than on the calendar: no test can wait for midnight. */
const beginnings = vi.hoisted(() => new Map<string, string>())
vi.mock('../../../src-main/core/calendar', async (original) => {
  const calendar = await original<typeof Calendar>()
  return { ...calendar, startOf: (day: string) => beginnings.get(day) ?? calendar.startOf(day) }
})

const noWlan: Measure = { kind: 'moduleRefusal', module: 'wlan', until: null }

let server: SambaServer
let directory: Directory

function connection(): Connection {
  const { url, bindDn, baseDn, caCertificate } = server
  return { profile: 'active-directory', url, bindDn, baseDn, caCertificate, layout: null }
}

beforeAll(async () => {
  server = await startSamba()
  directory = valueOf(await openActiveDirectory(connection(), server.bindPassword))
  const { missingContainers } = valueOf(await directory.readAll())
  for (const dn of missingContainers) valueOf(await directory.createContainer(dn))
  // samba-tool takes the group's container relative to the domain.
  const container = directory.layout.containers.groups
  const relative = container.slice(0, -server.domainDn.length - 1)
  for (const name of Object.values(moduleGroups)) {
    await server.tool(['group', 'add', name, `--groupou=${relative}`])
  }
})
afterAll(async () => {
  await directory.close()
  await server.stop()
})

async function pupil(login: string): Promise<string> {
  const groups = [moduleGroups.wlan, moduleGroups.mail]
  const made = await directory.createAccount(draftOf(login, { groups, mustChangePassword: false }), own)
  return valueOf(made).id
}

const openSchool = () => openRealSchool(() => openActiveDirectory(connection(), server.bindPassword))

const membersOf = async (group: string): Promise<string[]> =>
  (await server.tool(['group', 'listmembers', group])).split('\n').map((line) => line.trim())

describe('sanctions on a real Samba AD', () => {
  it('P9: a suspension until a day disables, and the app lifts it on the day', async () => {
    const { school, accounts } = await openSchool()
    const account = await pupil('s.sperre')
    expect(await server.smbSignIn('s.sperre', own)).toBe('ok')
    beginnings.set('2099-01-01', new Date(Date.now() + 12_000).toISOString())
    const measures: Measure[] = [
      { kind: 'suspension', until: '2099-01-01' },
      { ...noWlan, until: '2099-01-01' }
    ]
    const proposed = await school.propose(account, ...measures)
    school.present = school.people.leadership
    const preview = valueOf(await school.ask('sanctions.preview', { case: proposed.id, measures }))
    expect(preview.effects.map(({ endsBy }) => endsBy)).toEqual(['app', 'app'])
    expect(await server.smbSignIn('s.sperre', own)).toBe('ok')

    expect(valueOf(await school.approve(proposed)).state).toBe('inForce')
    expect(await server.smbSignIn('s.sperre', own)).toBe('disabled')
    expect(await membersOf(moduleGroups.wlan)).not.toContain('s.sperre')
    expect(await membersOf(moduleGroups.mail)).not.toContain('s.sperre')

    // As `netzwart due` does: the job of accounts lifts, then the case ends.
    expect(valueOf(await school.job.due()).ended).toEqual([])
    await until(async () => {
      await accounts().liftDue()
      return valueOf(await school.job.due()).ended.length > 0
    }, 40_000)
    expect(await server.smbSignIn('s.sperre', own)).toBe('ok')
    expect(await membersOf(moduleGroups.wlan)).toContain('s.sperre')
    expect(await membersOf(moduleGroups.mail)).toContain('s.sperre')
    expect((await school.look(proposed.id)).state).toBe('ended')
  })

  it('P26: for good means until the leadership lifts it', async () => {
    const { school } = await openSchool()
    const account = await pupil('d.dauerhaft')
    const proposed = await school.propose(account, { kind: 'suspension', until: null }, noWlan)
    const inForce = valueOf(await school.approve(proposed))
    expect(await server.smbSignIn('d.dauerhaft', own)).toBe('disabled')
    expect(await server.kerberosSignIn('d.dauerhaft', own)).toBe(false)
    expect(valueOf(await school.lift(inForce)).state).toBe('lifted')
    expect(await server.smbSignIn('d.dauerhaft', own)).toBe('ok')
    expect(await membersOf(moduleGroups.wlan)).toContain('d.dauerhaft')
  })
})
