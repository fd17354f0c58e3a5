import type { Account, AccountImage, Membership } from '../../../src-main/contract/accounts'
import type { Step } from '../../../src-main/contract/plan'
import type { AccountDraft, Directory } from '../../../src-main/world/directory/port'
import { draftOf, provisional, valueOf } from './suiteTools'

/** One kind of step on things of one login. */
export interface Scene {
  /** Makes what is there before; null: no account. */
  prepare(directory: Directory, login: string): Promise<Account | null>
  step(
    directory: Directory,
    login: string,
    account: Account | null
  ): Pick<Step, 'kind' | 'target' | 'before' | 'after'>
}

const forever = { suspension: { kind: 'forever' } } as const
const until = { suspension: { kind: 'until', until: '2030-01-01T00:00:00.000Z' } } as const
const free = { suspension: { kind: 'none' } } as const
const left = { ...forever, leaverSince: '2026-07-31', classes: [] }
const mustChange = { mustChangePassword: true }

/** Every kind of step that the executor of account plans can carry out. */
export const scenes: Readonly<Record<string, Scene>> = {
  create: {
    prepare: async () => null,
    step: (_directory, login) => ({
      kind: 'create',
      target: target(login, null),
      before: null,
      after: { ...draft(login) }
    })
  },
  rename: {
    prepare: make,
    step: (_directory, login, account) => ({
      kind: 'rename',
      target: target(login, account),
      before: { login, familyName: 'Groß-Øre' },
      after: { login: `${login}.neu`, familyName: 'Neu' }
    })
  },
  'change of the kind': changing('rename', { kind: 'pupil' }, { kind: 'staff' }),
  'change of the class': changing('changeClass', { classes: ['5a'] }, { classes: ['5b', '6a'] }),
  'change of groups': changing('changeGroups', { groups: ['modul-wlan'] }, { groups: ['ag-chor'] }),
  'suspension for good (P9)': changing('suspend', free, forever),
  'suspension until a day (P9)': changing('suspend', free, until),
  'suspension that takes a module (P9, P10)': changing(
    'suspend',
    { ...free, memberships: [{ group: 'modul-wlan', member: true }] },
    { ...forever, memberships: [{ group: 'modul-wlan', member: false }] }
  ),
  'lifting (P9)': changing('liftSuspension', forever, free, forever),
  'lifting that gives a module back (P9, P10)': changing(
    'liftSuspension',
    { ...until, memberships: [{ group: 'modul-wlan', member: false }] },
    { ...free, memberships: [{ group: 'modul-wlan', member: true }] },
    { ...until, groups: [] }
  ),
  'new password (P5)': changing('resetPassword', mustChange, mustChange),
  'new password of somebody suspended (P9)': changing('resetPassword', mustChange, mustChange, forever),
  'leaving (P8)': changing('leave', { ...free, leaverSince: null, classes: ['5a'] }, left),
  'coming back': changing('reactivate', left, { ...free, leaverSince: null, classes: ['5b'] }, left),
  deletion: {
    prepare: make,
    step: (_directory, login, account) => ({
      kind: 'undo',
      target: target(login, account),
      before: { login, classes: ['5a'], groups: ['modul-wlan'] },
      after: null
    })
  },
  'new class': thing('createClass', 'group', 'made'),
  'class that goes': thing('undo', 'group', 'removed'),
  'new container': thing('createContainer', 'container', 'made'),
  'container that goes': thing('undo', 'container', 'removed')
}

/** The container of the scenes about containers. */
export function containerOf(directory: Directory, login: string): string {
  return `OU=${login},${directory.layout.containers.pupil}`
}

function draft(login: string, given: Partial<AccountDraft> = {}): AccountDraft {
  return draftOf(login, { classes: ['5a'], groups: ['modul-wlan'], ...given })
}

async function make(
  directory: Directory,
  login: string,
  given: Partial<AccountDraft> = {}
): Promise<Account> {
  const { id } = valueOf(await directory.createAccount(draft(login, given), provisional))
  const account = valueOf(await directory.readAccount(id))
  if (account === null) throw new Error('no such account')
  return account
}

function target(login: string, account: Account | null): Step['target'] {
  return { type: 'account', id: account?.id ?? null, name: login, label: 'Änne Groß-Øre', schoolClass: '5a' }
}

type Fields = Partial<AccountImage> & { memberships?: Membership[] }

function changing(kind: string, before: Fields, after: Fields, given: Partial<AccountDraft> = {}): Scene {
  return {
    prepare: (directory, login) => make(directory, login, given),
    step: (_directory, login, account) => ({
      kind,
      target: target(login, account),
      before: { ...before },
      after: { ...after }
    })
  }
}

/** A class or a container that is made or goes. */
function thing(kind: string, type: 'group' | 'container', what: 'made' | 'removed'): Scene {
  const nameOf = (directory: Directory, login: string): string =>
    type === 'group' ? `9${login}` : containerOf(directory, login)
  return {
    prepare: async (directory, login) => {
      if (what === 'made') return null
      const name = nameOf(directory, login)
      valueOf(await (type === 'group' ? directory.createClass(name) : directory.createContainer(name)))
      return null
    },
    step: (directory, login) => {
      const name = nameOf(directory, login)
      return {
        kind,
        target: { type, id: null, name, label: '', schoolClass: '' },
        before: what === 'made' ? null : { name },
        after: what === 'made' ? { name } : null
      }
    }
  }
}
