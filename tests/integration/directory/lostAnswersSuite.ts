import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account, AccountImage } from '../../../src-main/contract/accounts'
import type { Plan, Step } from '../../../src-main/contract/plan'
import { succeed } from '../../../src-main/contract/result'
import { PlanEngine } from '../../../src-main/core/plan'
import { AccountExecutor, secretContext } from '../../../src-main/jobs/accounts/execution'
import { provisionalPassword } from '../../../src-main/jobs/accounts/planning'
import type { AccountDraft, Directory } from '../../../src-main/world/directory/port'
import type { SecretBox } from '../../../src-main/world/secrets/port'
import { MemoryJournal } from '../../unit/support/memoryJournal'
import { writes, type Fate, type LdapLine, type RequestName } from '../servers/ldapLine'
import { codeOf, draftOf, provisional, valueOf } from './suiteTools'

/** A server behind a line that can lose requests. */
export interface LineServer {
  readonly line: LdapLine
  /** Opens a session over the line. */
  openOverLine(): Promise<Directory>
  /** A session of its own, past the line. */
  readonly directory: Directory
  /** Values in lists of members that name nobody. */
  ghosts(): Promise<string[]>
  stop(): Promise<void>
}

/**
 * How a round goes wrong. The last two end with the process: nothing reaches the server any more, and the step is taken
 * up by a new session.
 */
const troubles = ['before', 'after', 'late', 'twice', 'killedBefore', 'killedAfter'] as const
type Trouble = (typeof troubles)[number]

interface Scene {
  /** What is there before; null: nothing. */
  readonly prepare: (login: string) => Promise<Account | null>
  readonly step: (
    account: Account | null,
    login: string
  ) => Pick<Step, 'kind' | 'target' | 'before' | 'after'>
}

export interface MatrixOptions {
  readonly troubles?: readonly Trouble[]
  /** Names of the scenes; absent: all. */
  readonly scenes?: readonly string[]
  /** Tests of one server alone, on the same line. */
  readonly further?: (server: () => LineServer) => void
}

const glassBox: SecretBox = {
  seal: (secret) => new TextEncoder().encode(secret),
  derive: () => new Uint8Array(32),
  open: (sealed) => new TextDecoder().decode(sealed)
}

/** For all rounds of one kind of step on a machine that has other work, milliseconds. */
const roundsTimeout = 300_000

/** Every request of every kind of step is lost in every way; going on with the plan must lead to one and the same end. */
export function lostAnswersSuite(
  name: string,
  start: () => Promise<LineServer>,
  { troubles: chosen = troubles, scenes: chosenScenes, further }: MatrixOptions = {}
): void {
  describe(`${name}: requests and answers that are lost`, () => {
    let server: LineServer
    let rounds = 0

    beforeAll(async () => {
      server = await start()
    })

    afterAll(async () => {
      await server.directory.close()
      await server.stop()
    })

    const make = async (login: string, fields: Partial<AccountDraft> = {}): Promise<Account> => {
      const draft = draftOf(login, { classes: ['5a'], groups: ['modul-wlan'], ...fields })
      const { id } = valueOf(await server.directory.createAccount(draft, provisional))
      return read(id)
    }

    const read = async (id: string): Promise<Account> => {
      const account = valueOf(await server.directory.readAccount(id))
      if (account === null) throw new Error('no such account')
      return account
    }

    const scenes = scenesOf(make, () => server.directory)
    const wanted = Object.entries(scenes).filter(([scene]) => chosenScenes?.includes(scene) ?? true)
    it.each(wanted)(
      '%s',
      async (sceneName, scene) => {
        const undisturbed = await round(scene, () => 'pass')
        expect(undisturbed.codes).toEqual(['done'])
        const wrong: string[] = []
        for (const [index, request] of undisturbed.requests.entries()) {
          // For the server it is all the same how a question is lost.
          for (const trouble of writes.includes(request) ? chosen : (['before'] as const)) {
            const place = index + 1
            const end = await round(
              scene,
              (nth) => (nth === place ? fateOf(trouble) : 'pass'),
              trouble === 'killedBefore' || trouble === 'killedAfter'
            )
            if (end.state === undisturbed.state) continue
            wrong.push(`${sceneName}, ${request} ${place}, ${trouble}: ${end.codes.join(', ')}\n${end.state}`)
          }
        }
        expect(wrong, `expected:\n${undisturbed.state}`).toEqual([])
      },
      roundsTimeout
    )

    further?.(() => server)

    it('leave nobody behind in any group', async () => {
      expect(await server.ghosts()).toEqual([])
      expect(rounds).toBeGreaterThan(0)
    })

    const round = async (
      scene: Scene,
      judge: (nth: number) => Fate,
      dies = false
    ): Promise<{ state: string; codes: string[]; requests: RequestName[] }> => {
      rounds += 1
      const login = `u${rounds}`
      const { line } = server
      const account = await scene.prepare(login)
      const journal = new MemoryJournal()
      const engine = new PlanEngine({
        journal,
        now: () => '2026-11-28T08:00:00.000Z',
        onProgress: () => undefined
      })
      const hash = await engine.add(planOf({ ...stepParts, ...scene.step(account, login) }), null)
      let directory = await server.openOverLine()
      const requests: RequestName[] = []
      let isDead = false
      line.judge = (name) => {
        if (isDead) return 'before'
        requests.push(name)
        const fate = judge(requests.length)
        if (dies && fate !== 'pass') isDead = true
        return fate
      }
      const codes: string[] = []
      // As a person would: going on until it is done or refused three times.
      while (codes.length < 4 && codes.at(-1) !== 'done') {
        const executor = new AccountExecutor({
          directory,
          secretBox: glassBox,
          guard: async () => succeed(),
          suspensionAfterReset: async (_account, _reset, found) => found,
          generatePassword: (avoid) => provisionalPassword(12, avoid)
        })
        const progress = valueOf(await engine.apply(hash, executor))
        const [record] = (await journal.readSteps(hash)).values()
        codes.push(progress.stoppedBy?.code ?? record?.failure?.code ?? record?.outcome ?? 'nothing')
        line.judge = () => 'pass'
        if (!dies || codes.length > 1) continue
        await directory.close()
        directory = await server.openOverLine()
      }
      const [secret] = journal.secrets.values()
      const password = secret === undefined ? null : glassBox.open(secret.sealed, secretContext(secret))
      const state = await stateOf(server, login, account, password)
      await directory.close()
      for (const one of [login, `${login}.neu`]) {
        const left = valueOf(await server.directory.findAccount(one))
        if (left !== null) valueOf(await server.directory.deleteAccount(left.id))
      }
      return { state, codes, requests }
    }
  })
}

function fateOf(trouble: Trouble): Fate {
  if (trouble === 'killedBefore') return 'before'
  return trouble === 'killedAfter' ? 'after' : trouble
}

const stepParts = { id: '1', reason: { code: 'test', parameters: {} }, needs: [] }

function planOf(step: Step): Plan {
  return { format: 1, job: 'accounts', day: '2026-11-28', basis: {}, undoes: null, steps: [step] }
}

/** Everything that a step may change, as somebody else sees it afterwards; the round's login reads `LOGIN`. */
async function stateOf(
  server: LineServer,
  login: string,
  made: Account | null,
  password: string | null
): Promise<string> {
  const { directory } = server
  const snapshot = valueOf(await directory.readAll())
  const own = snapshot.accounts.filter(
    (account) => account.id === made?.id || account.login === login || account.login === `${login}.neu`
  )
  const things = [...snapshot.groups.map(({ name }) => name), ...snapshot.missingContainers].filter((name) =>
    name.includes(login)
  )
  const container = `OU=${login},${directory.layout.containers.pupil}`
  const isContainer = codeOf(await directory.deleteContainer(container)) === 'succeeded'
  const entered =
    password === null ? 'no slip' : codeOf(await directory.signIn(own[0]?.login ?? login, password))
  const lines = [
    ...own.map(({ id, dn, ...state }) => {
      // When the account was made and used last is another instant in every round.
      const rest = { ...state, lastSignIn: null, createdAt: null }
      return `${made === null || id === made.id ? 'same' : 'other'} ${dn} ${JSON.stringify(rest)}`
    }),
    `things: ${things.join(' ')} ${String(isContainer)}`,
    `sign-in with the slip: ${entered}`,
    `ghosts: ${(await server.ghosts()).join(' ')}`
  ]
  return lines.join('\n').replaceAll(new RegExp(`${login}(?!\\d)`, 'g'), 'LOGIN')
}

function scenesOf(
  make: (login: string, fields?: Partial<AccountDraft>) => Promise<Account>,
  directory: () => Directory
): Readonly<Record<string, Scene>> {
  const target = (account: Account | null, login: string): Step['target'] => ({
    type: 'account',
    id: account?.id ?? null,
    name: login,
    label: 'Änne Groß-Øre',
    schoolClass: '5a'
  })
  const changing = (
    kind: string,
    before: Partial<AccountImage>,
    after: Partial<AccountImage>,
    given: Partial<AccountDraft> = {}
  ): Scene => ({
    prepare: (login) => make(login, given),
    step: (account, login) => ({ kind, target: target(account, login), before, after })
  })
  const thing = (
    kind: string,
    type: 'group' | 'container',
    nameOf: (login: string) => string,
    isMade: boolean
  ): Scene => ({
    prepare: async (login) => {
      if (isMade) return null
      const name = nameOf(login)
      valueOf(await (type === 'group' ? directory().createClass(name) : directory().createContainer(name)))
      return null
    },
    step: (_account, login) => ({
      kind,
      target: { type, id: null, name: nameOf(login), label: '', schoolClass: '' },
      before: isMade ? null : { name: nameOf(login) },
      after: isMade ? { name: nameOf(login) } : null
    })
  })
  const unit = (login: string): string => `OU=${login},${directory().layout.containers.pupil}`
  const forever = { suspension: { kind: 'forever' } } as const
  const free = { suspension: { kind: 'none' } } as const
  const left = { ...forever, leaverSince: '2026-07-31', classes: [] }
  const mustChange = { mustChangePassword: true }

  return {
    create: {
      prepare: async () => null,
      step: (_account, login) => ({
        kind: 'create',
        target: target(null, login),
        before: null,
        after: { ...draftOf(login, { classes: ['5a'], groups: ['modul-wlan'] }) }
      })
    },
    rename: {
      prepare: (login) => make(login),
      step: (account, login) => ({
        kind: 'rename',
        target: target(account, login),
        before: { login, familyName: 'Groß-Øre' },
        after: { login: `${login}.neu`, familyName: 'Neu' }
      })
    },
    'change of the kind': changing('rename', { kind: 'pupil' }, { kind: 'staff' }),
    'change of the class': changing('changeClass', { classes: ['5a'] }, { classes: ['5b', '6a'] }),
    'change of groups': changing('changeGroups', { groups: ['modul-wlan'] }, { groups: ['ag-chor'] }),
    'suspension for good (P9)': changing('suspend', free, forever),
    'suspension until a day (P9)': changing('suspend', free, {
      suspension: { kind: 'until', until: '2030-01-01T00:00:00.000Z' }
    }),
    'lifting (P9)': changing('liftSuspension', forever, free, forever),
    'new password (P5)': changing('resetPassword', mustChange, mustChange),
    'new password of somebody suspended (P9)': changing('resetPassword', mustChange, mustChange, forever),
    'leaving (P8)': changing('leave', { ...free, leaverSince: null, classes: ['5a'] }, left),
    'coming back': changing('reactivate', left, { ...free, leaverSince: null, classes: ['5b'] }, left),
    deletion: {
      prepare: (login) => make(login),
      step: (account, login) => ({
        kind: 'undo',
        target: target(account, login),
        before: { login, classes: ['5a'], groups: ['modul-wlan'] },
        after: null
      })
    },
    'new class': thing('createClass', 'group', (login) => `9${login}`, true),
    'class that goes': thing('undo', 'group', (login) => `9${login}`, false),
    'new container': thing('createContainer', 'container', unit, true),
    'container that goes': thing('undo', 'container', unit, false)
  }
}
