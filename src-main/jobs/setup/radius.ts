import { randomBytes, randomInt } from 'node:crypto'
import type { Problem, RadiusTest } from '../../contract/directory'
import type { Handlers } from '../../contract/handlers'
import { holdsGroup } from '../../contract/modules'
import { fail, succeed, type Result } from '../../contract/result'
import type { Settings } from '../../contract/settings'
import { isUncertain } from '../../core/plan'
import { documentDigest } from '../../desks/settings'
import type {
  AccountChange,
  AccountDraft,
  Directory,
  DirectoryAccess,
  DirectorySnapshot
} from '../../world/directory/port'
import type { AskRadius, RadiusAnswer, RadiusServer } from '../../world/radius/port'
import type { Keychain } from '../../world/secrets/port'

export interface RadiusOptions {
  readonly directory: DirectoryAccess
  readonly keychain: Keychain
  readonly askRadius: AskRadius
  readonly settings: () => Promise<Result<Settings>>
}

type RadiusHandlers = Handlers<'setup.radiusState' | 'setup.checkRadius'>

const secretName = 'radius-secret'

type Named = Settings['radius']

/** How the probe account is called; five digits follow. Active Directory takes twenty characters. */
const probePrefix = 'netzwart-probe-'
const probePerson = {
  givenName: 'Netzwart',
  familyName: 'Probe',
  displayName: 'Netzwart Probe',
  schoolId: null,
  kind: 'pupil'
} as const
/** A probe of another PC may be under way; one that is older was left behind. Milliseconds. */
const longestTest = 3_600_000

/** The self-test of a RADIUS server that the settings name. */
export function radiusHandlers(options: RadiusOptions): RadiusHandlers {
  const { directory, keychain, askRadius, settings } = options

  const keptSecret = async (server: Named): Promise<string | null> =>
    keychain.available ? keychain.read(secretName, placeOf(server)) : null

  const keep = async (server: Named, secret: string, wanted: boolean): Promise<void> => {
    if (!keychain.available) return
    if (wanted) await keychain.keep(secretName, secret, placeOf(server))
    else await keychain.forget(secretName)
  }

  return {
    async 'setup.radiusState'() {
      const read = await settings()
      if (!read.ok) return read
      const { radius } = read.value
      return succeed({ secretKept: radius.host !== '' && (await keptSecret(radius)) !== null })
    },

    async 'setup.checkRadius'({ secret: entered, keepSecret }) {
      const read = await settings()
      if (!read.ok) return read
      const { radius, modules } = read.value
      if (radius.host === '') return fail('radius.notNamed')
      const secret = entered ?? (await keptSecret(radius))
      if (secret === null) return fail('radius.secretMissing', { host: radius.host })
      const opened = await directory.open()
      if (!opened.ok) return opened
      const tested = await tryRadius(opened.value, { ...radius, secret }, modules, askRadius)
      // Only one that the server answers to is worth keeping.
      if (tested.ok && entered !== null) await keep(radius, entered, keepSecret)
      return tested
    }
  }
}

/** Settings that name another server, whoever wrote them, never get the secret: [Note: a secret knows its place]. */
function placeOf({ host, port }: Named): string {
  return documentDigest({ host, port })
}

/**
 * Goes through a suspension with a probe account of its own and asks the RADIUS server each time: whether a service lets a
 * suspended person in is seen, not read from its configuration. The account is removed again, also after a failure.
 */
async function tryRadius(
  directory: Directory,
  server: RadiusServer,
  modules: Settings['modules'],
  askRadius: AskRadius
): Promise<Result<RadiusTest>> {
  const snapshot = await directory.readAll()
  if (!snapshot.ok) return snapshot
  const swept = await removeLeftProbes(directory, snapshot.value)
  if (!swept.ok) return swept
  const groups = existingGroups(snapshot.value, modules)
  const login = `${probePrefix}${randomInt(10_000, 100_000)}`
  // Every kind of character, so that no password rule refuses it.
  const password = `${randomBytes(12).toString('hex')}-Aa1`
  const draft: AccountDraft = {
    ...probePerson,
    login,
    classes: [],
    groups,
    suspension: { kind: 'none' },
    leaverSince: null,
    mustChangePassword: false,
    mail: null
  }
  const created = await directory.createAccount(draft, password)
  if (!created.ok) {
    if (isUncertain(created.failure)) await removeProbe(directory, login)
    return created
  }
  const { id } = created.value
  const ask = (): Promise<Result<RadiusAnswer>> => askRadius(server, login, password)
  const askAfter = async (change: AccountChange): Promise<Result<RadiusAnswer>> => {
    const changed = await directory.changeAccount(id, change)
    return changed.ok ? ask() : changed
  }
  let tested: Result<RadiusTest>
  try {
    tested = await observe(server, groups, ask, askAfter)
  } finally {
    const removed = await directory.deleteAccount(id)
    if (!removed.ok) tested = removed
  }
  return tested
}

async function observe(
  { host, port }: RadiusServer,
  groups: readonly string[],
  ask: () => Promise<Result<RadiusAnswer>>,
  askAfter: (change: AccountChange) => Promise<Result<RadiusAnswer>>
): Promise<Result<RadiusTest>> {
  const before = await ask()
  if (!before.ok) return before
  const answers = [before.value]
  // One answer that can be forged is enough: each of them decides what is found.
  const unsigned = (): Problem[] =>
    answers.every(({ authenticated }) => authenticated) ? [] : [note('radiusAnswersUnsigned', { host })]
  const found = (asks: RadiusTest['asks'], ...more: Problem[]): Result<RadiusTest> =>
    succeed({ host, port, asks, groups: [...groups], problems: [...more, ...unsigned()] })
  if (!before.value.accepted) return found('unknown', weakness('radiusRefusesProbe', { host }))
  const suspended = await askAfter({ suspension: { kind: 'forever' } })
  if (!suspended.ok) return suspended
  answers.push(suspended.value)
  if (!suspended.value.accepted) return found('directory')
  const names = groups.join(', ')
  if (groups.length > 0) {
    const outside = await askAfter({ groups: [] })
    if (!outside.ok) return outside
    answers.push(outside.value)
    if (!outside.value.accepted)
      return found('group', note('radiusAsksForGroupOnly', { host, groups: names }))
  }
  return found('nothing', { code: 'radiusIgnoresSuspensions', severity: 'blocks', parameters: { host } })
}

function note(code: Problem['code'], parameters: Problem['parameters']): Problem {
  return { code, severity: 'note', parameters }
}

function weakness(code: Problem['code'], parameters: Problem['parameters']): Problem {
  return { code, severity: 'weakens', parameters }
}

/** The answer to its making was lost: it may be there all the same. What stays now, the next test removes. */
async function removeProbe(directory: Directory, login: string): Promise<void> {
  const found = await directory.findAccount(login)
  if (found.ok && found.value !== null) await directory.deleteAccount(found.value.id)
}

/** Probes that a test has left behind which was cut off: they are in every module's group. */
async function removeLeftProbes(
  directory: Directory,
  { accounts }: DirectorySnapshot
): Promise<Result<undefined>> {
  const newest = Date.now() - longestTest
  for (const account of accounts) {
    const { login, givenName, familyName, schoolId, createdAt, id } = account
    const isProbe = login.startsWith(probePrefix) && /^\d{5}$/.test(login.slice(probePrefix.length))
    const isOurs = givenName === probePerson.givenName && familyName === probePerson.familyName
    if (!isProbe || !isOurs || schoolId !== null || createdAt === null) continue
    if (Date.parse(createdAt) > newest) continue
    const removed = await directory.deleteAccount(id)
    if (!removed.ok && removed.failure.code !== 'directory.notFound') return removed
  }
  return succeed()
}

/** Groups that modules are mapped to, as far as the directory has them. */
function existingGroups({ groups }: DirectorySnapshot, modules: Settings['modules']): string[] {
  const wanted = Object.values(modules)
  return groups
    .filter(({ name, isClass }) => !isClass && holdsGroup(wanted, name))
    .map(({ name }) => name)
    .toSorted()
}
