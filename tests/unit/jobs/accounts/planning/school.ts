import { foldForOpenLdap } from '../../../../../src-main/world/directory/ldap/folding'
import type { Account, AccountImage } from '../../../../../src-main/contract/accounts'
import type { DirectoryLayout } from '../../../../../src-main/contract/directory'
import type { Plan, Step } from '../../../../../src-main/contract/plan'
import type { RosterEntry, RosterTrace } from '../../../../../src-main/contract/roster'
import { defaultSettings } from '../../../../../src-main/contract/settings'
import {
  computePlan,
  type Planning,
  type PlanningInput
} from '../../../../../src-main/jobs/accounts/planning'
import type { DirectorySnapshot } from '../../../../../src-main/world/directory/port'

export const today = '2026-08-20'

export const layout: DirectoryLayout = {
  containers: {
    pupil: 'ou=schueler,dc=schule,dc=test',
    teacher: 'ou=lehrkraefte,dc=schule,dc=test',
    staff: 'ou=personal,dc=schule,dc=test',
    classes: 'ou=klassen,ou=gruppen,dc=schule,dc=test',
    groups: 'ou=gruppen,dc=schule,dc=test'
  },
  classGroupPrefix: 'klasse-',
  homeDirectory: '/home/{login}',
  mailAddress: '{login}@schule.test'
}

export function entry(fields: Partial<RosterEntry> = {}): RosterEntry {
  return {
    line: 2,
    schoolId: '1001',
    familyName: 'Mustermann',
    givenName: 'Max',
    birthDate: null,
    classes: ['7b'],
    kind: 'pupil',
    mail: null,
    leavesOn: null,
    ...fields
  }
}

/** What is left of a row that was not taken over. */
export function trace(text: string, fields: Partial<RosterTrace> = {}): RosterTrace {
  return { file: 'liste.csv', line: 9, code: 'birthDateInvalid', texts: [text], schoolId: null, ...fields }
}

export function account(fields: Partial<Account> = {}): Account {
  const givenName = fields.givenName ?? 'Max'
  const familyName = fields.familyName ?? 'Mustermann'
  const login = fields.login ?? 'm.mustermann'
  return {
    id: `id-${login}`,
    dn: `uid=${login},${layout.containers.pupil}`,
    login,
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    schoolId: '1001',
    kind: 'pupil',
    classes: ['7b'],
    groups: [],
    suspension: { kind: 'none' },
    leaverSince: null,
    mustChangePassword: false,
    mail: null,
    state: 'active',
    lastSignIn: null,
    createdAt: null,
    ...fields
  }
}

export function snapshotOf(
  accounts: readonly Account[],
  more: Partial<DirectorySnapshot> = {}
): DirectorySnapshot {
  const names = [...new Set(['7b', ...accounts.flatMap((one) => one.classes)])].sort()
  const groups = names.map((name) => ({
    id: `group-${name}`,
    dn: `cn=klasse-${name},${layout.containers.classes}`,
    name,
    isClass: true,
    members: accounts.filter((one) => one.classes.includes(name)).length
  }))
  return { accounts, groups, reservedNames: [], missingContainers: [], ...more }
}

export interface Given extends Partial<Omit<PlanningInput, 'roster'>> {
  readonly entries: readonly RosterEntry[]
  readonly accounts?: readonly Account[]
  readonly kind?: PlanningInput['roster']['kind']
}

export function inputOf({ entries, accounts = [], kind = 'pupil', ...more }: Given): PlanningInput {
  return {
    roster: { entries, digest: 'd1', kind, rows: entries.length, rejected: 0 },
    snapshot: snapshotOf(accounts),
    foldName: foldForOpenLdap,
    layout,
    settings: defaultSettings,
    usedLogins: [],
    birthDates: new Map(),
    decisions: {},
    today,
    ...more
  }
}

/** Computes a plan that is expected to succeed. */
export async function planning(given: Given): Promise<Planning> {
  const result = await computePlan(inputOf(given))
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

/** The code of the expected failure. */
export async function refusal(given: Given): Promise<string> {
  const result = await computePlan(inputOf(given))
  return result.ok ? 'none' : result.failure.code
}

export function steps(planned: Planning, kind?: string): Step[] {
  const all = planned.plan?.steps ?? []
  return kind === undefined ? all : all.filter((step) => step.kind === kind)
}

/** Whole school beside the persons that a test is about, so that no guard speaks. */
export function unchangedPupils(count: number): { entries: RosterEntry[]; accounts: Account[] } {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const word = (number: number): string =>
    Array.from(String(number))
      .map((digit) => 'abcdefghij'.charAt(Number(digit)))
      .join('')
  return {
    entries: numbers.map((number) =>
      entry({
        line: 1000 + number,
        schoolId: `9${String(number).padStart(5, '0')}`,
        givenName: 'Unverändert',
        familyName: `Pupil${word(number)}xyz`,
        classes: ['5a']
      })
    ),
    accounts: numbers.map((number) =>
      account({
        login: `u.pupil${word(number)}xyz`,
        schoolId: `9${String(number).padStart(5, '0')}`,
        givenName: 'Unverändert',
        familyName: `Pupil${word(number)}xyz`,
        classes: ['5a']
      })
    )
  }
}

/** What a directory would look like after the plan: the smallest model that undo and planning again need. */
export function applied(plan: Plan | null, snapshot: DirectorySnapshot): DirectorySnapshot {
  const accounts = new Map(snapshot.accounts.map((one) => [one.id, one]))
  const groups = [...snapshot.groups]
  let missingContainers = [...snapshot.missingContainers]
  for (const step of plan?.steps ?? []) {
    if (step.kind === 'createContainer') {
      missingContainers = missingContainers.filter((dn) => dn !== step.target.name)
    } else if (step.kind === 'createClass') {
      groups.push({
        id: `group-${step.target.name}`,
        dn: `cn=klasse-${step.target.name},${layout.containers.classes}`,
        name: step.target.name,
        isClass: true,
        members: 0
      })
    } else if (step.kind === 'create') {
      const image = step.after as unknown as AccountImage
      const created = account({ ...image, id: `id-${image.login}` })
      if (accounts.has(created.id)) throw new Error(`Login used twice: ${image.login}`)
      accounts.set(created.id, created)
    } else {
      const before = accounts.get(step.target.id ?? '')
      if (before === undefined) throw new Error(`No such account: ${step.target.name}`)
      for (const [field, value] of Object.entries(step.before ?? {})) {
        if (JSON.stringify(before[field as keyof Account]) !== JSON.stringify(value))
          throw new Error(`The before-image does not hold: ${step.kind} ${field}`)
      }
      accounts.set(before.id, { ...before, ...(step.after as unknown as Partial<AccountImage>) })
    }
  }
  const known = new Set(groups.filter((group) => group.isClass).map((group) => group.name))
  for (const one of accounts.values()) {
    for (const name of one.classes) if (!known.has(name)) throw new Error(`Class ${name} was never made`)
  }
  return { ...snapshot, accounts: [...accounts.values()], groups, missingContainers }
}
