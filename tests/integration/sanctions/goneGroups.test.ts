import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measure, SanctionCase } from '../../../src-main/contract/sanctions'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { codeOf, moduleGroups, valueOf } from '../../unit/support/sanctionsSchool'
import { connectionTo } from '../directory/openldapServer'
import { draftOf, own } from '../directory/suiteTools'
import {
  containersWithGroups,
  ldapCompareAsRoot,
  ldapModifyAsRoot,
  ldapWhoAmI,
  startSlapd,
  type SlapdServer
} from '../servers/slapd'
import { openRealSchool, type RealSchool } from './realSchool'

type Mapped = keyof typeof moduleGroups
const forGood: Measure = { kind: 'suspension', until: null }
const refusing = (module: Mapped): Measure => ({ kind: 'moduleRefusal', module, until: null })
const gone = (module: Mapped) => ({ module, group: moduleGroups[module] })

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

async function decide({ school }: RealSchool, proposed: SanctionCase, shown: readonly Mapped[]) {
  const { id, version, measures, proposal } = proposed
  const { leadership } = school.people
  return school.as(leadership, 'sanctions.decide', {
    ...{ case: id, version, outcome: 'approved', measures, plan: proposal?.plan ?? null },
    ...{ gone: [...shown], reasons: 'Nach Anhörung.', passphrase: leadership.passphrase }
  })
}

describe('a group that somebody deletes or renames between proposal and decision', () => {
  it('P9 P10 P26: is shown before it is signed, never claimed, and refused once it has its name back', async () => {
    const real = await openRealSchool(() => openOpenLdapDirectory(connectionTo(server), server.bindPassword))
    const { school } = real
    const groups = [moduleGroups.wlan, moduleGroups.mail, moduleGroups.forum]
    const made = await directory.createAccount(
      draftOf('g.gruppe', { groups, mustChangePassword: false }),
      own
    )
    const account = valueOf(made).id
    const dn = valueOf(await directory.readAccount(account))?.dn ?? ''
    const refusal = await school.propose(account, refusing('mail'), refusing('wlan'))
    const suspension = await school.propose(account, forGood)
    await ldapModifyAsRoot(
      server,
      [
        `dn: ${groupDn(moduleGroups.mail)}\nchangetype: delete\n`,
        `dn: ${groupDn(moduleGroups.wlan)}\nchangetype: modrdn\nnewrdn: cn=wlan-neu\ndeleteoldrdn: 1\n`
      ].join('\n')
    )

    const { leadership } = school.people
    const preview = async ({ id, measures }: SanctionCase) =>
      valueOf(await school.as(leadership, 'sanctions.preview', { case: id, measures }))
    expect((await preview(refusal)).effects).toMatchObject([
      { measure: refusing('mail'), gone: [gone('mail')] },
      { measure: refusing('wlan'), gone: [gone('wlan')] }
    ])
    expect(codeOf(await decide(real, refusal, ['mail', 'wlan']))).toBe('sanctions.moduleGroupGone')

    expect((await preview(suspension)).effects).toMatchObject([{ gone: [gone('mail'), gone('wlan')] }])
    expect(codeOf(await decide(real, suspension, ['mail']))).toBe('sanctions.planDiffers')
    const inForce = valueOf(await decide(real, suspension, ['mail', 'wlan']))
    expect(inForce).toMatchObject({
      state: 'inForce',
      differences: [gone('mail'), gone('wlan')].map((one) => ({
        ...{ measure: forGood, kind: 'groupGone' },
        ...one
      }))
    })
    expect(await ldapWhoAmI(server, 'g.gruppe', own)).toBe('refused')
    expect(await ldapCompareAsRoot(server, groupDn(moduleGroups.forum), 'member', dn)).toBe(false)
    // What the page has said is true: the group lets the person in under its new name.
    expect(await ldapCompareAsRoot(server, groupDn('wlan-neu'), 'member', dn)).toBe(true)

    await ldapModifyAsRoot(
      server,
      `dn: ${groupDn('wlan-neu')}\nchangetype: modrdn\nnewrdn: cn=${moduleGroups.wlan}\ndeleteoldrdn: 1\n`
    )
    valueOf(await school.ask('sanctions.compare', undefined))
    expect((await school.look(inForce.id)).differences).toEqual([
      { measure: forGood, kind: 'missing' },
      { measure: forGood, kind: 'groupGone', ...gone('mail') }
    ])
    expect(valueOf(await school.ask('sanctions.enforce', { case: inForce.id })).differences).toEqual([
      { measure: forGood, kind: 'groupGone', ...gone('mail') }
    ])
    expect(await ldapCompareAsRoot(server, groupDn(moduleGroups.wlan), 'member', dn)).toBe(false)

    // The lifting gives back what is there, and does not wait for what is gone.
    expect(valueOf(await school.lift(await school.look(inForce.id))).state).toBe('lifted')
    expect(await ldapWhoAmI(server, 'g.gruppe', own)).toBe('accepted')
    expect(await ldapCompareAsRoot(server, groupDn(moduleGroups.wlan), 'member', dn)).toBe(true)
    expect((await school.ledger.verify()).problems).toEqual([])
  })
})
