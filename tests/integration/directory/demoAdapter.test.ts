import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../../src-main/contract/result'
import { startDemoDirectory, type DemoDirectory } from '../../../src-main/world/directory/demo/demoDirectory'
import { demoModuleGroups } from '../../../src-main/world/directory/demo/seed/modules'
import { demoOfficials } from '../../../src-main/world/directory/demo/seed/officials'
import { demoPeople } from '../../../src-main/world/directory/demo/seed/people'
import { demoPassword } from '../../../src-main/world/directory/demo/seed/school'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import type { AccountDraft, Directory } from '../../../src-main/world/directory/port'

let folder: string
let demo: DemoDirectory
let directory: Directory

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.parameters)}`)
  return result.value
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-demo-adapter-'))
  demo = valueOf(await startDemoDirectory({ folder }))
  directory = valueOf(await openOpenLdapDirectory(demo.connection, demo.password))
})

afterAll(async () => {
  await directory.close()
  await demo.close()
  await rm(folder, { recursive: true, force: true })
})

function draft(number: number): AccountDraft {
  return {
    login: `n.neu${number}`,
    givenName: 'Nele',
    familyName: `Neu-${number}`,
    displayName: `Nele Neu-${number}`,
    schoolId: `S-7${number}`,
    kind: 'pupil',
    classes: ['5a'],
    groups: ['modul-wlan'],
    suspension: { kind: 'none' },
    leaverSince: null,
    mustChangePassword: true,
    mail: null
  }
}

describe('the OpenLDAP adapter on the demo directory', () => {
  it('finds everything that it can do, and nothing that blocks', async () => {
    const test = valueOf(await directory.test())
    expect(test.capabilities).toMatchObject({
      selfEndingSuspension: true,
      mustChange: true,
      suspension: true,
      passwordPolicy: true,
      paging: true,
      passwordOnCreate: true,
      createAccounts: true,
      manageGroups: true,
      deleteAccounts: true,
      uniqueNames: true
    })
    expect(test.problems.map(({ code }) => code)).not.toContain('namesNotUnique')
    expect(test.problems.filter((problem) => problem.severity === 'blocks')).toEqual([])
  })

  it('reads the school with its states', async () => {
    const { accounts, groups, missingContainers } = valueOf(await directory.readAll())
    const { pupils, formerPupils } = demoPeople()
    expect(missingContainers).toEqual([])
    expect(accounts.filter((account) => account.kind === 'pupil')).toHaveLength(
      pupils.length + formerPupils.length
    )
    expect(groups.filter((group) => group.isClass)).toHaveLength(27)
    const count = (state: string): number => accounts.filter((account) => account.state === state).length
    expect(count('suspended')).toBe(4)
    expect(count('suspendedUntil')).toBe(1)
    expect(count('lockedOut')).toBe(1)
    expect(count('leaver')).toBe(formerPupils.length)
    expect(accounts.some((account) => account.schoolId === null)).toBe(true)
  })

  it('P1: lets the officials sign in; the class of 7b’s teacher is in the account', async () => {
    const { leadership, deputy, administrator, evaluators, teacher, dpo } = demoOfficials()
    for (const { login } of [leadership, deputy, administrator, ...evaluators, teacher, dpo]) {
      const account = valueOf(await directory.signIn(login, demoPassword))
      expect(account).toMatchObject({ login, kind: login === dpo.login ? 'staff' : 'teacher' })
      expect(account.classes).toEqual(login === teacher.login ? ['7b'] : [])
      expect(account.groups).toContain(demoModuleGroups.applications)
    }
  })

  it('P8, P9: lets nobody sign in who is suspended, has left or has a provisional password', async () => {
    const { pupils, formerPupils } = demoPeople()
    const onePerStanding = new Map([...pupils, ...formerPupils].map((person) => [person.standing, person]))
    const codes: Record<string, string> = {}
    for (const [standing, { login }] of onePerStanding) {
      const entered = await directory.signIn(login, demoPassword)
      codes[standing] = entered.ok ? 'succeeded' : entered.failure.code
    }
    expect(codes).toEqual({
      usual: 'succeeded',
      neverSignedIn: 'directory.passwordMustChange',
      suspended: 'directory.signInRefused',
      suspendedUntil: 'directory.signInRefused',
      lockedOut: 'directory.signInRefused',
      left: 'directory.signInRefused'
    })
  })

  it('creates 200 accounts at once, changes and deletes them', async () => {
    const numbers = Array.from({ length: 200 }, (_, number) => number)
    const made = await Promise.all(
      numbers.map((number) => directory.createAccount(draft(number), 'Vorläufig-7+Wort'))
    )
    const ids = made.map((result) => valueOf(result).id)
    const first = ids[0]!
    expect(valueOf(await directory.readAccount(first))).toMatchObject({
      login: 'n.neu0',
      classes: ['5a'],
      groups: ['modul-wlan'],
      state: 'active',
      mustChangePassword: true
    })
    const until = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+Z/, '.000Z')
    valueOf(await directory.changeAccount(first, { suspension: { kind: 'until', until }, classes: ['6b'] }))
    expect(valueOf(await directory.readAccount(first))).toMatchObject({
      state: 'suspendedUntil',
      classes: ['6b']
    })
    valueOf(await directory.changeAccount(first, { suspension: { kind: 'none' }, login: 'n.neuer' }))
    expect(valueOf(await directory.findAccount('n.neuer'))).toMatchObject({ id: first, state: 'active' })
    for (const result of await Promise.all(ids.map((id) => directory.deleteAccount(id)))) valueOf(result)
    expect(valueOf(await directory.readAccount(first))).toBeNull()
  })
})
