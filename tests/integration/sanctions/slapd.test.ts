import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Measure } from '../../../src-main/contract/sanctions'
import type * as Calendar from '../../../src-main/core/calendar'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { codeOf, moduleGroups, valueOf } from '../../unit/support/sanctionsSchool'
import { connectionTo } from '../directory/openldapServer'
import { draftOf, own, until } from '../directory/suiteTools'
import {
  containersWithGroups,
  ldapCompareAsRoot,
  ldapModifyAsRoot,
  ldapWhoAmI,
  startSlapd,
  type SlapdServer
} from '../servers/slapd'
import { openRealSchool } from './realSchool'

/** Days that begin at another instant than on the calendar: no test can wait for midnight. */
const beginnings = vi.hoisted(() => new Map<string, string>())
vi.mock('../../../src-main/core/calendar', async (original) => {
  const calendar = await original<typeof Calendar>()
  return { ...calendar, startOf: (day: string) => beginnings.get(day) ?? calendar.startOf(day) }
})

const forGood: Measure = { kind: 'suspension', until: null }
const noWlan: Measure = { kind: 'moduleRefusal', module: 'wlan', until: null }

/** A day far ahead that begins in so many seconds. */
function dayIn(seconds: number): string {
  const day = `2099-01-${String(beginnings.size + 1).padStart(2, '0')}`
  beginnings.set(day, new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000).toISOString())
  return day
}

const allSteps = { text: '', kind: null, schoolClass: null, outcome: null, offset: 0, limit: 10 }

let server: SlapdServer
let directory: Directory

const groupDn = (name: string): string => `cn=${name},ou=groups,${server.baseDn}`

beforeAll(async () => {
  server = await startSlapd({ entries: containersWithGroups(Object.values(moduleGroups)) })
  directory = valueOf(await openOpenLdapDirectory(connectionTo(server), server.bindPassword))
})
afterAll(async () => {
  await directory.close()
  await server.stop()
})

/** A pupil with a password of their own who may use the WLAN and e-mail. */
async function pupil(login: string): Promise<{ account: string; dn: string }> {
  const groups = [moduleGroups.wlan, moduleGroups.mail]
  const made = await directory.createAccount(draftOf(login, { groups, mustChangePassword: false }), own)
  const account = valueOf(made).id
  return { account, dn: valueOf(await directory.readAccount(account))?.dn ?? '' }
}

const openSchool = () =>
  openRealSchool(() => openOpenLdapDirectory(connectionTo(server), server.bindPassword))

const hasWlan = (dn: string): Promise<boolean> =>
  ldapCompareAsRoot(server, groupDn(moduleGroups.wlan), 'member', dn)

describe('sanctions on a real slapd', () => {
  it('P9: a suspension lets nobody in from its enforcement to its day, and the server ends it', async () => {
    const { school } = await openSchool()
    const { account, dn } = await pupil('s.sperre')
    expect(await ldapWhoAmI(server, 's.sperre', own)).toBe('accepted')
    const proposed = await school.propose(account, { kind: 'suspension', until: dayIn(8) })
    expect(await ldapWhoAmI(server, 's.sperre', own)).toBe('accepted')
    expect(valueOf(await school.approve(proposed)).state).toBe('inForce')
    expect(await ldapWhoAmI(server, 's.sperre', own)).toBe('refused')
    // A service that reads the password itself asks for the group.
    expect(await hasWlan(dn)).toBe(false)
    // Nobody does anything now.
    await until(async () => (await ldapWhoAmI(server, 's.sperre', own)) === 'accepted', 20_000)
    expect(await hasWlan(dn)).toBe(false)
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [proposed.number] })
    expect(await hasWlan(dn)).toBe(true)
  })

  it('P10: who is refused the WLAN is out of its group, stays in all others, and gets it back on the day', async () => {
    const { school } = await openSchool()
    const { account, dn } = await pupil('w.wlan')
    expect(await hasWlan(dn)).toBe(true)
    const proposed = await school.propose(account, { ...noWlan, until: dayIn(6) })
    expect(valueOf(await school.approve(proposed)).state).toBe('inForce')
    expect(await hasWlan(dn)).toBe(false)
    expect(await ldapCompareAsRoot(server, groupDn(moduleGroups.mail), 'member', dn)).toBe(true)
    // P10: independent of the sign-in.
    expect(await ldapWhoAmI(server, 'w.wlan', own)).toBe('accepted')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [] })
    await until(async () => valueOf(await school.job.due()).ended.length > 0, 20_000)
    expect(await hasWlan(dn)).toBe(true)
    expect((await school.look(proposed.id)).state).toBe('ended')
  })

  it('P26: for good means until the leadership lifts it; no everyday action does', async () => {
    const { school, accounts } = await openSchool()
    const { account, dn } = await pupil('d.dauerhaft')
    const inForce = valueOf(await school.approve(await school.propose(account, forGood, noWlan)))
    expect(await ldapWhoAmI(server, 'd.dauerhaft', own)).toBe('refused')
    school.present = school.people.administrator
    const reason = 'Die Eltern haben angerufen.'
    const everyday = accounts().handlers
    expect(codeOf(await everyday['accounts.liftSuspension']({ account, reason }))).toBe(
      'sanctions.liftIsDecision'
    )
    const groups = [moduleGroups.mail, moduleGroups.wlan]
    expect(codeOf(await everyday['accounts.setGroups']({ account, groups, reason }))).toBe(
      'sanctions.liftIsDecision'
    )
    expect(await hasWlan(dn)).toBe(false)
    expect(valueOf(await school.lift(inForce)).state).toBe('lifted')
    expect(await ldapWhoAmI(server, 'd.dauerhaft', own)).toBe('accepted')
    expect(await hasWlan(dn)).toBe(true)
    expect((await school.ledger.verify()).problems).toEqual([])
  })

  it('P26: no plan of the account pages applies, undoes or discards what is the leadership’s', async () => {
    const { school, accounts } = await openSchool()
    const { account } = await pupil('p.plan')
    const everyday = accounts().handlers
    const reason = 'Vorläufig, bis zur Entscheidung.'
    school.present = school.people.administrator
    const before = valueOf(await everyday['accounts.suspend']({ account, until: null, reason }))
    const proposed = await school.propose(account, forGood, noWlan)
    const plan = proposed.proposal?.plan ?? ''
    const asked = { plan, passphrase: school.people.administrator.passphrase }
    const refused = async (): Promise<string[]> => [
      codeOf(await everyday['plans.apply']({ ...asked, leavers: null })),
      codeOf(await everyday['plans.discard']({ plan })),
      codeOf(await everyday['plans.undo'](asked)),
      codeOf(await everyday['plans.steps']({ ...asked, ...allSteps }))
    ]
    expect(await refused()).toEqual(Array.from({ length: 4 }, () => 'plan.notFound'))
    const inForce = valueOf(await school.approve(proposed))
    school.present = school.people.administrator
    expect(await refused()).toEqual(Array.from({ length: 4 }, () => 'plan.notFound'))
    const listed = valueOf(await everyday['plans.list'](undefined)).map(({ hash }) => hash)
    expect(listed).toEqual([before.plan])
    // The case asks for what was there already; taking the everyday action back would lift it.
    const undone = await everyday['plans.undo']({ ...asked, plan: before.plan })
    expect(undone).toMatchObject({ value: { failed: 1, done: 0 } })
    expect(await ldapWhoAmI(server, 'p.plan', own)).toBe('refused')
    expect(valueOf(await everyday['accounts.detail']({ account })).history).toMatchObject([
      { kind: 'refuseModule', reason: 'decidedMeasure', undoable: false },
      // The suspension takes the mail as well.
      { kind: 'refuseModule', reason: 'decidedMeasure', undoable: false },
      { kind: 'suspend', undoable: true }
    ])
    expect(inForce.state).toBe('inForce')
  })

  it('a server that is down delays the enforcement; the case completes when it is back', async () => {
    const { school } = await openSchool()
    const { account, dn } = await pupil('a.ausfall')
    const proposed = await school.propose(account, forGood, noWlan)
    await server.kill()
    const approved = valueOf(await school.approve(proposed))
    expect(approved).toMatchObject({ state: 'approved', decision: { outcome: 'approved' } })
    expect(['directory.connectionLost', 'directory.unreachable']).toContain(approved.obstacle?.code)
    await school.reopen()
    expect(valueOf(await school.job.due()).waiting).toHaveLength(1)
    await server.restart()
    directory = valueOf(await openOpenLdapDirectory(connectionTo(server), server.bindPassword))
    expect(await ldapWhoAmI(server, 'a.ausfall', own)).toBe('accepted')
    expect(valueOf(await school.ask('sanctions.enforce', { case: proposed.id })).state).toBe('inForce')
    expect(await ldapWhoAmI(server, 'a.ausfall', own)).toBe('refused')
    expect(await hasWlan(dn)).toBe(false)
  })

  it('what another tool gave back is shown as a difference, and put right', async () => {
    const { school } = await openSchool()
    const { account, dn } = await pupil('o.aussen')
    const inForce = valueOf(await school.approve(await school.propose(account, forGood, noWlan)))
    await ldapModifyAsRoot(
      server,
      [
        `dn: ${dn}\nchangetype: modify\ndelete: pwdAccountLockedTime\n-\ndelete: pwdStartTime\n`,
        `dn: ${groupDn(moduleGroups.wlan)}\nchangetype: modify\nadd: member\nmember: ${dn}\n`
      ].join('\n')
    )
    expect(await ldapWhoAmI(server, 'o.aussen', own)).toBe('accepted')
    expect(valueOf(await school.ask('sanctions.compare', undefined)).differing).toEqual([inForce.id])
    expect((await school.look(inForce.id)).differences).toEqual(
      [forGood, noWlan].map((measure) => ({ measure, kind: 'missing' }))
    )
    expect(valueOf(await school.ask('sanctions.enforce', { case: inForce.id })).differences).toEqual([])
    expect(await ldapWhoAmI(server, 'o.aussen', own)).toBe('refused')
    expect(await hasWlan(dn)).toBe(false)
  })
})
