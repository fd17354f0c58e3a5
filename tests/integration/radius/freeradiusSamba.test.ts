import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src-main/contract/settings'
import { openActiveDirectory } from '../../../src-main/world/directory/active-directory/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { startJobOn } from '../../unit/support/accountsJob'
import { draftOf, own, valueOf } from '../directory/suiteTools'
import { startFreeRadius, type FreeRadiusServer } from '../servers/freeradius'
import { startSamba, type SambaServer } from '../servers/samba'
import { codesOf, selfTestOf } from './selfTest'

let server: SambaServer
let directory: Directory
let byBind: FreeRadiusServer
let byBindAndGroup: FreeRadiusServer
let asShipped: FreeRadiusServer

beforeAll(async () => {
  server = await startSamba()
  const { url, bindDn, baseDn, bindPassword, caCertificate } = server
  const connection = {
    profile: 'active-directory',
    url,
    bindDn,
    baseDn,
    caCertificate,
    layout: null
  } as const
  directory = valueOf(await openActiveDirectory(connection, bindPassword))
  for (const dn of valueOf(await directory.readAll()).missingContainers) {
    valueOf(await directory.createContainer(dn))
  }
  const relative = directory.layout.containers.groups.slice(0, -server.domainDn.length - 1)
  await server.tool(['group', 'add', 'wlan', `--groupou=${relative}`])
  const asked = {
    url,
    caCertificate,
    identity: bindDn,
    password: bindPassword,
    baseDn,
    kind: 'active-directory'
  } as const
  asShipped = await startFreeRadius({ directory: asked, decides: 'pap', group: null })
  byBind = await startFreeRadius({ directory: asked, decides: 'bind', group: null })
  byBindAndGroup = await startFreeRadius({ directory: asked, decides: 'bind', group: 'wlan' })
}, 300_000)
afterAll(async () => {
  for (const one of [asShipped, byBind, byBindAndGroup]) await one.stop()
  await directory.close()
  await server.stop()
})

describe('a real FreeRADIUS on Samba AD', { timeout: 180_000 }, () => {
  it('P9: keeps a suspended person out by the bind, and one taken out of the group by the group', async () => {
    const made = await directory.createAccount(
      draftOf('s.sperre', { groups: ['wlan'], mustChangePassword: false }),
      own
    )
    const account = valueOf(made).id
    const { job, clock } = await startJobOn(directory)
    clock.time = new Date()
    const { handlers } = job
    valueOf(await handlers['settings.write']({ ...defaultSettings, modules: { wlan: 'wlan' } }))
    const answers = async () => [await byBind.ask('s.sperre', own), await byBindAndGroup.ask('s.sperre', own)]
    expect(await answers()).toEqual(['accepted', 'accepted'])
    valueOf(await handlers['accounts.suspend']({ account, until: '2099-01-01', reason: 'Verstoß' }))
    expect(await server.smbSignIn('s.sperre', own)).toBe('disabled')
    expect(await answers()).toEqual(['rejected', 'rejected'])
    clock.time = new Date('2099-01-01T00:00:01')
    expect(valueOf(await job.liftDue())).toMatchObject({ run: { steps: 1, done: 1, failed: 0 } })
    expect(await answers()).toEqual(['accepted', 'accepted'])

    valueOf(await handlers['accounts.setGroups']({ account, groups: [], reason: 'ohne WLAN' }))
    expect(await answers()).toEqual(['accepted', 'rejected'])
  })

  it('P9: the self-test sees that the directory decides, and that shipped PAP can compare nothing there', async () => {
    for (const one of [byBind, byBindAndGroup]) {
      const tested = valueOf(await selfTestOf(directory, one))
      expect(tested).toMatchObject({ asks: 'directory', groups: ['wlan'] })
      expect(codesOf(tested)).toEqual([])
    }
    // Active Directory gives no password away.
    const shipped = valueOf(await selfTestOf(directory, asShipped))
    expect(codesOf(shipped)).toEqual(['radiusRefusesProbe'])
  })
})
