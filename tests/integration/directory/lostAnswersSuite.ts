import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../../src-main/contract/accounts'
import type { Plan, Step } from '../../../src-main/contract/plan'
import { succeed } from '../../../src-main/contract/result'
import { PlanEngine } from '../../../src-main/core/plan'
import { AccountExecutor, secretContext } from '../../../src-main/jobs/accounts/execution'
import { provisionalPassword } from '../../../src-main/jobs/accounts/planning'
import { Gate } from '../../../src-main/world/directory/ldap/gate'
import type { Directory, DirectorySnapshot } from '../../../src-main/world/directory/port'
import type { SecretBox } from '../../../src-main/world/secrets/port'
import { MemoryJournal } from '../../unit/support/memoryJournal'
import { writes, type Fate, type LdapLine, type RequestName } from '../servers/ldapLine'
import { containerOf, scenes, type Scene } from './lostAnswersScenes'
import { codeOf, valueOf } from './suiteTools'

/** A server behind lines that can lose requests. */
export interface LineServer {
  /** A school for one round, with its classes 5a, 5b and 6a and its groups modul-wlan and ag-chor. */
  openSchool(name: string): Promise<LineSchool>
  /** Values in lists of members of the whole server that name nobody. */
  ghosts(): Promise<string[]>
  stop(): Promise<void>
}

export interface LineSchool {
  readonly line: LdapLine
  /** Opens a session over the line. */
  openOverLine(): Promise<Directory>
  /** A session past the line. */
  readonly directory: Directory
  /** What this session reads; rounds that ask at the same time may share one reading. */
  readAll(): Promise<DirectorySnapshot>
  /** Values in the school's lists of members that name nobody. */
  ghosts(): Promise<string[]>
  close(): Promise<void>
}

export interface MatrixOptions {
  /** Names of the scenes; absent: all. */
  readonly scenes?: readonly string[]
  /** Tests of one server alone, on such lines. */
  readonly further?: (server: () => LineServer) => void
}

/**
 * How a round goes wrong. The last two end with the process: nothing reaches the server any more, and the step is taken
 * up by a new session.
 */
const troubles = ['before', 'after', 'late', 'twice', 'killedBefore', 'killedAfter'] as const
type Trouble = (typeof troubles)[number]

const glassBox: SecretBox = {
  seal: (secret) => new TextEncoder().encode(secret),
  derive: () => new Uint8Array(32),
  open: (sealed) => new TextDecoder().decode(sealed)
}

/** For all rounds of one kind of step on a machine that has other work, milliseconds. */
const roundsTimeout = 300_000
/** A round mostly waits, for the server and for the pauses of the plan engine. */
const roundsAtOnce = 12

interface End {
  /** What somebody else sees afterwards; the round's login reads `LOGIN`. */
  readonly state: string
  readonly codes: readonly string[]
  readonly requests: readonly RequestName[]
}

/** Every request of every kind of step is lost in every way; going on with the plan must lead to one and the same end. */
export function lostAnswersSuite(
  name: string,
  start: () => Promise<LineServer>,
  { scenes: chosen = Object.keys(scenes), further }: MatrixOptions = {}
): void {
  describe(`${name}: requests and answers that are lost`, () => {
    const gate = new Gate(roundsAtOnce)
    let server: LineServer
    let rounds = 0

    beforeAll(async () => {
      server = await start()
    })

    afterAll(async () => {
      await server.stop()
    })

    const round = (scene: Scene, place: number, trouble: Trouble | null): Promise<End> =>
      gate.pass(async () => {
        rounds += 1
        const login = `u${String(rounds).padStart(4, '0')}`
        const school = await server.openSchool(login)
        try {
          return await play(school, login, scene, place, trouble)
        } finally {
          await school.close()
        }
      })

    it.each(chosen)(
      '%s',
      async (sceneName) => {
        const scene = scenes[sceneName]
        if (scene === undefined) throw new Error(`no such scene: ${sceneName}`)
        const undisturbed = await round(scene, 0, null)
        expect(undisturbed.codes).toEqual(['done'])
        const cases = undisturbed.requests.flatMap((request, index) => {
          // For the server it is all the same how a question is lost.
          const ways = writes.includes(request) ? troubles : (['before'] as const)
          return ways.map((trouble) => ({ request, place: index + 1, trouble }))
        })
        const wrong = await Promise.all(
          cases.map(async ({ request, place, trouble }) => {
            const end = await round(scene, place, trouble)
            if (end.state === undisturbed.state) return []
            return [`${request} ${place}, ${trouble}: ${end.codes.join(', ')}\n${end.state}`]
          })
        )
        expect(wrong.flat(), `expected:\n${undisturbed.state}`).toEqual([])
      },
      roundsTimeout
    )

    further?.(() => server)

    it('leave nobody behind in any group', async () => {
      expect(await server.ghosts()).toEqual([])
      expect(rounds).toBeGreaterThan(0)
    })
  })
}

/** Carries out the scene's step over the line; the request at `place` (from 1) gets into trouble. */
async function play(
  school: LineSchool,
  login: string,
  scene: Scene,
  place: number,
  trouble: Trouble | null
): Promise<End> {
  const { line, directory: past } = school
  const account = await scene.prepare(past, login)
  const journal = new MemoryJournal()
  const engine = new PlanEngine({
    journal,
    now: () => '2026-11-28T08:00:00.000Z',
    onProgress: () => undefined
  })
  const hash = await engine.add(planOf({ ...stepParts, ...scene.step(past, login, account) }), null)
  let directory = await school.openOverLine()
  const requests: RequestName[] = []
  const dies = trouble === 'killedBefore' || trouble === 'killedAfter'
  let isDead = false
  line.judge = (name) => {
    if (isDead) return 'before'
    requests.push(name)
    if (requests.length !== place || trouble === null) return 'pass'
    isDead = dies
    return fateOf(trouble)
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
    directory = await school.openOverLine()
  }
  const [secret] = journal.secrets.values()
  const password = secret === undefined ? null : glassBox.open(secret.sealed, secretContext(secret))
  const state = await stateOf(school, login, account, password)
  await directory.close()
  for (const one of [login, `${login}.neu`]) {
    const left = valueOf(await past.findAccount(one))
    if (left !== null) valueOf(await past.deleteAccount(left.id))
  }
  return { state, codes, requests }
}

function fateOf(trouble: Trouble): Fate {
  if (trouble === 'killedBefore') return 'before'
  return trouble === 'killedAfter' ? 'after' : trouble
}

const stepParts = { id: '1', reason: { code: 'test', parameters: {} }, needs: [] }

function planOf(step: Step): Plan {
  return { format: 1, job: 'accounts', day: '2026-11-28', basis: {}, undoes: null, steps: [step] }
}

/** Everything that a step may change, as somebody else sees it afterwards. */
async function stateOf(
  school: LineSchool,
  login: string,
  made: Account | null,
  password: string | null
): Promise<string> {
  const { directory } = school
  const snapshot = await school.readAll()
  const own = snapshot.accounts.filter(
    (account) => account.id === made?.id || account.login === login || account.login === `${login}.neu`
  )
  const things = [...snapshot.groups.map((group) => group.name), ...snapshot.missingContainers].filter(
    (name) => name.includes(login)
  )
  const container = containerOf(directory, login)
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
    `ghosts: ${(await school.ghosts()).join(' ')}`
  ]
  return lines.join('\n').replaceAll(login, 'LOGIN')
}
