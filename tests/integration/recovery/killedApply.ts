import { once } from 'node:events'
import { statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'ldapts'
import { SeededRandom } from '../../../src-main/core/seededRandom'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { ldapSearchAsRoot, ldapWhoAmI, startSlapd, type SlapdServer } from '../servers/slapd'
import {
  CommandLine,
  readSlips,
  type PlanDocument,
  type RunDocument,
  type SlipRow
} from '../support/commandLine'
import { pupils, rosterOf, type Pupil } from '../support/roster'

export interface KilledApplyOptions {
  /** How often the command line is killed while it applies. */
  readonly kills: number
  /** Accounts of each plan. */
  readonly accounts: number
  /** Chooses the moments. */
  readonly seed: number
}

/** What was found after everything had been resumed to its end. All but the first five should be nothing. */
export interface KilledApplyReport {
  readonly seed: number
  readonly kills: number
  /** Kills that left a plan begun and not ended; the others came before its first step or after its last. */
  readonly midway: number
  readonly plans: number
  readonly accounts: number
  /** Steps without their effect: pupils without an account, or not in their class. */
  readonly lost: readonly string[]
  /** Effects there are too many of: a second account, a second class, a second slip. */
  readonly doubled: readonly string[]
  /** Accounts whose slip is missing or does not let in. */
  readonly unusable: readonly string[]
  /** Steps that the journal does not call done, and passwords that wait although their slip is written. */
  readonly unsettled: number
  /** Passwords of slips that lie in the data folder in clear. */
  readonly passwordsLeft: number
}

/**
 * Applies plans with the built command line on a real slapd and kills it with SIGKILL at random moments: before it
 * has read anything, between intent and step, between step and outcome, while it writes the slips. Each time the
 * same command is called again. A plan ends sooner or later; then the next one begins, until it was killed as often
 * as asked.
 */
export async function applyBetweenKills(options: KilledApplyOptions): Promise<KilledApplyReport> {
  const server = await startSlapd()
  const cli = await CommandLine.create(server.bindPassword)
  try {
    await cli.ask([
      ...['setup', 'connect', '--profile', 'openldap', '--url', server.url, '--ca', server.caFile],
      ...['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
    ])
    return await applyAndCheck(server, cli, options)
  } finally {
    await server.stop()
    await cli.remove()
  }
}

async function applyAndCheck(
  server: SlapdServer,
  cli: CommandLine,
  { kills, accounts, seed }: KilledApplyOptions
): Promise<KilledApplyReport> {
  const random = new SeededRandom(seed)
  const slips = cli.file('slips.csv')
  // The first plan runs undisturbed: how long a call takes before its first step, and how long all steps take.
  let school: readonly Pupil[] = pupils(accounts)
  const first = await planFor(cli, school)
  const apply = (): Promise<number> => timed(() => cli.ask(['accounts', 'apply', first, '--slips', slips]))
  const full = await apply()
  const idle = await apply()
  const working = Math.max(full - idle, 100)

  let killed = 0
  let midway = 0
  let plans = 1
  let unsettled = 0
  while (killed < kills) {
    school = pupils(school.length + accounts)
    plans += 1
    const plan = await planFor(cli, school)
    for (let ended = false; !ended;) {
      const begin = Date.now()
      const child = cli.start(['accounts', 'apply', plan, '--slips', slips])
      child.stdout?.resume()
      child.stderr?.resume()
      const gone = once(child, 'exit')
      if (killed < kills) {
        const leaving = new AbortController()
        void gone.then(() => {
          leaving.abort()
        })
        // Mostly while steps are under way, so that one plan is killed many times; now and then around the first
        // intents, or anywhere at all.
        const way = random.next()
        const begun =
          way < 0.65 ? join(server.folder, 'data', 'data.mdb') : join(cli.data, 'netzwart.sqlite-wal')
        const anywhere = way > 0.85
        if (!anywhere) await written(begun, begin, leaving.signal)
        const moment = anywhere ? full * random.next() * 1.2 : working * random.next() * 0.25
        await delay(moment, undefined, { signal: leaving.signal }).catch(() => undefined)
        if (child.exitCode === null && child.kill('SIGKILL')) killed += 1
      }
      await gone
      if (child.exitCode === null && (await isMidway(cli, plan))) midway += 1
      ended = child.exitCode !== null
    }
    const settled = await cli.ask<RunDocument>(['accounts', 'apply', plan, '--slips', slips])
    unsettled += settled.remaining + settled.failed.length + (settled.slips?.pending ?? 0)
  }
  const slipRows = await readSlips(slips)
  const kept = await cli.everythingKept()
  return {
    seed,
    kills: killed,
    midway,
    plans,
    accounts: school.length,
    ...(await compare(server, school, slipRows)),
    unsettled,
    passwordsLeft: slipRows.filter(({ password }) => kept.includes(password)).length
  }
}

/** Resolves when somebody writes the file for the first time after the moment, or the process has ended. */
async function written(file: string, since: number, ended: AbortSignal): Promise<void> {
  while (!ended.aborted && (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) <= since) await delay(1)
}

/** By the journal that the killed process left behind. */
async function isMidway(cli: CommandLine, plan: string): Promise<boolean> {
  const opened = await openSqliteStore(cli.data)
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const store = opened.value
  try {
    const steps = (await store.findPlan(plan))?.plan.steps.length ?? 0
    const outcomes = [...(await store.readSteps(plan)).values()].map(({ outcome }) => outcome)
    const begun = outcomes.some((outcome) => outcome === 'started' || outcome === 'done')
    return begun && outcomes.filter((outcome) => outcome === 'done').length < steps
  } finally {
    await store.close()
  }
}

async function planFor(cli: CommandLine, school: readonly Pupil[]): Promise<string> {
  await writeFile(cli.file('roster.csv'), rosterOf(school))
  const planned = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', cli.file('roster.csv')])
  if (planned.plan === null || planned.counts.leave > 0) throw new Error(JSON.stringify(planned.counts))
  return planned.plan
}

/** The roster against what other clients see of the directory, and the slips against real sign-ins. */
async function compare(
  server: SlapdServer,
  school: readonly Pupil[],
  slips: readonly SlipRow[]
): Promise<Pick<KilledApplyReport, 'lost' | 'doubled' | 'unusable'>> {
  const lost: string[] = []
  const doubled: string[] = []
  const unusable: string[] = []
  const accounts = group(
    entriesOf(await ldapSearchAsRoot(server, '(employeeNumber=*)', 'uid', 'employeeNumber')),
    (entry) => valueOf(entry, 'employeeNumber')
  )
  const classes = new Map<string, string[]>()
  for (const entry of entriesOf(
    await ldapSearchAsRoot(server, '(objectClass=groupOfNames)', 'cn', 'member')
  )) {
    for (const member of valuesOf(entry, 'member')) {
      classes.set(member, [...(classes.get(member) ?? []), valueOf(entry, 'cn')])
    }
  }
  const slipsByLogin = group(slips, ({ login }) => login)
  for (const pupil of school) {
    const [account, ...others] = accounts.get(pupil.id) ?? []
    if (account === undefined) {
      lost.push(`${pupil.id}: no account`)
      continue
    }
    if (others.length > 0) doubled.push(`${pupil.id}: ${String(others.length + 1)} accounts`)
    const login = valueOf(account, 'uid')
    const found = classes.get(valueOf(account, 'dn')) ?? []
    if (!found.includes(pupil.schoolClass)) lost.push(`${login}: not in ${pupil.schoolClass}`)
    if (found.length > 1) doubled.push(`${login}: in ${found.join(', ')}`)
    const own = slipsByLogin.get(login) ?? []
    if (own.length === 0) unusable.push(`${login}: no slip`)
    if (own.length > 1) doubled.push(`${login}: ${String(own.length)} slips`)
  }
  if (slips.length > school.length) doubled.push(`${String(slips.length)} slips`)
  unusable.push(...(await refused(server, slips)))
  return { lost, doubled, unusable }
}

/** Signs in with every slip: most over one client of our own, some with OpenLDAP's. */
async function refused(server: SlapdServer, slips: readonly SlipRow[]): Promise<string[]> {
  const refused: string[] = []
  for (const { login, password } of slips.filter((_, index) => index % 50 === 0)) {
    if ((await ldapWhoAmI(server, login, password)) !== 'mustChange') refused.push(`${login}: ldapwhoami`)
  }
  const dns = new Map(
    entriesOf(await ldapSearchAsRoot(server, '(uid=*)', 'uid')).map((entry) => [
      valueOf(entry, 'uid'),
      valueOf(entry, 'dn')
    ])
  )
  const client = new Client({ url: server.url, timeout: 10_000, tlsOptions: { ca: [server.caCertificate] } })
  try {
    for (const { login, password } of slips) {
      await client.bind(dns.get(login) ?? '', password).catch(() => refused.push(`${login}: bind`))
    }
  } finally {
    await client.unbind()
  }
  return refused
}

type Entry = ReadonlyMap<string, readonly string[]>

function entriesOf(ldif: string): Entry[] {
  return ldif
    .split('\n\n')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const values = new Map<string, string[]>()
      for (const line of text.trim().split('\n')) {
        const [, name = '', encoded, value = ''] = /^([^:]+):(:?) ?(.*)$/.exec(line) ?? []
        const decoded = encoded === ':' ? Buffer.from(value, 'base64').toString() : value
        values.set(name, [...(values.get(name) ?? []), decoded])
      }
      return values
    })
}

function valuesOf(entry: Entry, name: string): readonly string[] {
  return entry.get(name) ?? []
}

function valueOf(entry: Entry, name: string): string {
  return valuesOf(entry, name)[0] ?? ''
}

function group<Value>(values: readonly Value[], key: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}

/** Milliseconds that the work takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}
