import { randomBytes, randomInt } from 'node:crypto'
import type { Problem, RadiusTest } from '../../contract/directory'
import type { Handlers } from '../../contract/handlers'
import { fail, succeed, type Result } from '../../contract/result'
import type { Settings } from '../../contract/settings'
import { documentDigest } from '../../core/settings'
import type { AccountChange, Directory, DirectoryAccess } from '../../world/directory/port'
import type { AskRadius, RadiusAnswer, RadiusServer } from '../../world/radius/port'
import type { Keychain } from '../../world/secrets/port'

export interface RadiusOptions {
  readonly directory: DirectoryAccess
  readonly keychain: Keychain
  readonly askRadius: AskRadius
  readonly settings: () => Promise<Result<Settings>>
}

type RadiusHandlers = Pick<Handlers, 'setup.radiusState' | 'setup.checkRadius'>

const secretName = 'radius-secret'

type Named = Settings['radius']

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
  const groups = await existingGroups(directory, modules)
  if (!groups.ok) return groups
  // Active Directory takes twenty characters.
  const login = `netzwart-probe-${randomInt(10_000, 100_000)}`
  // Every kind of character, so that no password rule refuses it.
  const password = `${randomBytes(12).toString('hex')}-Aa1`
  const created = await directory.createAccount(
    {
      login,
      givenName: 'Netzwart',
      familyName: 'Probe',
      displayName: 'Netzwart Probe',
      schoolId: null,
      kind: 'pupil',
      classes: [],
      groups: groups.value,
      suspension: { kind: 'none' },
      leaverSince: null,
      mustChangePassword: false,
      mail: null
    },
    password
  )
  if (!created.ok) return created
  const { id } = created.value
  const ask = (): Promise<Result<RadiusAnswer>> => askRadius(server, login, password)
  const askAfter = async (change: AccountChange): Promise<Result<RadiusAnswer>> => {
    const changed = await directory.changeAccount(id, change)
    return changed.ok ? ask() : changed
  }
  let tested: Result<RadiusTest>
  try {
    tested = await observe(server, groups.value, ask, askAfter)
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
  const problems: Problem[] = before.value.authenticated ? [] : [note('radiusAnswersUnsigned', { host })]
  const found = (asks: RadiusTest['asks'], ...more: Problem[]): Result<RadiusTest> =>
    succeed({ host, port, asks, groups: [...groups], problems: [...more, ...problems] })
  if (!before.value.accepted) return found('unknown', weakness('radiusRefusesProbe', { host }))
  const suspended = await askAfter({ suspension: { kind: 'forever' } })
  if (!suspended.ok) return suspended
  if (!suspended.value.accepted) return found('directory')
  const names = groups.join(', ')
  if (groups.length > 0) {
    const outside = await askAfter({ groups: [] })
    if (!outside.ok) return outside
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

/** Groups that modules are mapped to, as far as the directory has them. */
async function existingGroups(directory: Directory, modules: Settings['modules']): Promise<Result<string[]>> {
  const wanted = new Set(Object.values(modules).flatMap((name) => (name === '' ? [] : [name.toLowerCase()])))
  if (wanted.size === 0) return succeed([])
  const snapshot = await directory.readAll()
  if (!snapshot.ok) return snapshot
  return succeed(
    snapshot.value.groups
      .filter(({ name, isClass }) => !isClass && wanted.has(name.toLowerCase()))
      .map(({ name }) => name)
      .toSorted()
  )
}
