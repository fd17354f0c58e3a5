import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fail } from '../../../src-main/contract/result'
import { defaultSettings } from '../../../src-main/contract/settings'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { startJobOn } from '../../unit/support/accountsJob'
import { connectionTo } from '../directory/openldapServer'
import { draftOf, own, until, valueOf } from '../directory/suiteTools'
import {
  bindDecides,
  groupDecides,
  startFreeRadius,
  type FreeRadiusOptions,
  type FreeRadiusServer
} from '../servers/freeradius'
import { defaultContainers, ldapWhoAmI, startSlapd, type SlapdServer } from '../servers/slapd'
import { codesOf, selfTestOf } from './selfTest'

/** The ways in which a RADIUS server may ask, and whether a suspension then keeps somebody out. */
const configurations = {
  'PAP as shipped': { decides: 'pap', group: null, bites: false },
  'PAP as shipped and the group': { decides: 'pap', group: 'wlan', bites: true },
  'a bind': { decides: 'bind', group: null, bites: true },
  'a bind and the group': { decides: 'bind', group: 'wlan', bites: true }
} as const satisfies Record<string, Omit<FreeRadiusOptions, 'directory'> & { bites: boolean }>
type Configuration = keyof typeof configurations
const names = Object.keys(configurations) as Configuration[]

let server: SlapdServer
let directory: Directory
const servers = new Map<Configuration, FreeRadiusServer>()

beforeAll(async () => {
  const wlan =
    'dn: cn=wlan,ou=groups,dc=schule,dc=example\nobjectClass: groupOfNames\ncn: wlan\nmember: dc=schule,dc=example\n'
  server = await startSlapd({ entries: [defaultContainers, wlan].join('\n') })
  directory = valueOf(await openOpenLdapDirectory(connectionTo(server), server.bindPassword))
  const asked = {
    url: server.addressUrl,
    caCertificate: server.caCertificate,
    identity: server.rootDn,
    password: server.rootPassword,
    baseDn: server.baseDn,
    kind: 'openldap'
  } as const
  for (const name of names) {
    const { decides, group } = configurations[name]
    servers.set(name, await startFreeRadius({ directory: asked, decides, group }))
  }
}, 240_000)
afterAll(async () => {
  for (const one of servers.values()) await one.stop()
  await directory.close()
  await server.stop()
})

function serverOf(name: Configuration): FreeRadiusServer {
  const found = servers.get(name)
  if (found === undefined) throw new Error(`${name} was not started`)
  return found
}

/** A pupil with a password of their own who may use the WLAN, and the job that manages the school. */
async function pupil(login: string) {
  const made = await directory.createAccount(
    draftOf(login, { groups: ['wlan'], mustChangePassword: false }),
    own
  )
  const { job, clock } = await startJobOn(directory)
  clock.time = new Date()
  valueOf(await job.handlers['settings.write']({ ...defaultSettings, modules: { wlan: 'wlan' } }))
  const answers = async (): Promise<Record<string, string>> => {
    const found: Record<string, string> = {}
    for (const [name, one] of servers) found[name] = await one.ask(login, own)
    return found
  }
  return { account: valueOf(made).id, job, clock, handlers: job.handlers, answers }
}

const everybodyAccepts = Object.fromEntries(names.map((name) => [name, 'accepted']))
const onlyShippedAccepts = Object.fromEntries(
  names.map((name) => [name, configurations[name].bites ? 'rejected' : 'accepted'])
)
const reason = 'Verstoß'

describe('a real FreeRADIUS on slapd', { timeout: 180_000 }, () => {
  it('P9: keeps out who is suspended for good, by the group and by the bind; as shipped it does not', async () => {
    const { account, handlers, answers } = await pupil('anna')
    expect(await answers()).toEqual(everybodyAccepts)
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(await ldapWhoAmI(server, 'anna', own)).toBe('refused')
    expect(await answers()).toEqual(onlyShippedAccepts)
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    expect(await answers()).toEqual(everybodyAccepts)
  })

  it('P9: the same until a day; then the directory alone lets in at once, the group once the app gave it back', async () => {
    const { account, job, clock, handlers, answers } = await pupil('bert')
    valueOf(await handlers['accounts.suspend']({ account, until: '2099-01-01', reason }))
    expect(await answers()).toEqual(onlyShippedAccepts)
    // The day comes in the directory, as no test can wait for it.
    valueOf(await directory.changeAccount(account, { suspension: { kind: 'none' } }))
    await until(async () => (await ldapWhoAmI(server, 'bert', own)) === 'accepted')
    expect(await answers()).toEqual(
      Object.fromEntries(
        names.map((name) => [name, configurations[name].group === null ? 'accepted' : 'rejected'])
      )
    )
    clock.time = new Date('2099-01-01T00:00:01')
    expect(valueOf(await job.liftDue())).toMatchObject({ run: { done: 1, failed: 0 } })
    expect(await answers()).toEqual(everybodyAccepts)
  })

  it('P9: a suspension that no module is mapped for is asked for by the bind alone', async () => {
    const { account, handlers, answers } = await pupil('cem')
    valueOf(await handlers['settings.write']({ ...defaultSettings, modules: {} }))
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(await answers()).toEqual(
      Object.fromEntries(
        names.map((name) => [name, configurations[name].decides === 'bind' ? 'rejected' : 'accepted'])
      )
    )
  })
})

describe('the self-test of a real FreeRADIUS', () => {
  it.each([
    ['PAP as shipped', 'nothing', ['radiusIgnoresSuspensions']],
    ['PAP as shipped and the group', 'group', ['radiusAsksForGroupOnly']],
    ['a bind', 'directory', []],
    ['a bind and the group', 'directory', []]
  ] as const)('P9: sees what %s asks: %s', async (name, asks, codes) => {
    const tested = valueOf(await selfTestOf(directory, serverOf(name)))
    expect(tested).toMatchObject({ asks, groups: ['wlan'] })
    expect(codesOf(tested)).toEqual(codes)
    const left = valueOf(await directory.readAll()).accounts.filter(({ login }) => login.includes('probe'))
    expect(left).toEqual([])
  })

  it('gets no answer with a wrong secret', async () => {
    const { host, port } = serverOf('a bind')
    const asked = await selfTestOf(directory, { host, port, secret: 'falsch' }, [1_000, 1_000])
    expect(asked).toEqual(fail('radius.noAnswer', { host, port }))
  })
})

describe('docs/services.md', () => {
  it('names the very lines that these servers run with', async () => {
    const text = await readFile('docs/services.md', 'utf8')
    const written = text.replaceAll(/\s+/g, ' ')
    for (const lines of [bindDecides, groupDecides('wlan')]) {
      expect(written).toContain(lines.trim().replaceAll(/\s+/g, ' '))
    }
  })
})
