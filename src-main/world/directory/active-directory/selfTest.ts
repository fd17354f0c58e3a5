import { randomBytes, randomInt } from 'node:crypto'
import { listedKinds } from '../../../contract/accounts'
import type { SelfTest } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import type { AccountDraft, Directory } from '../port'
import { containerOf } from '../ldap/kinds'
import { childName } from '../ldap/names'
import type { LdapSession } from '../ldap/session'
import {
  certificateTrial,
  containersTrial,
  pagingTrial,
  plainTextTrial,
  Report,
  runTrials,
  selfTestOf,
  type Trial
} from '../ldap/trials'
import { controlOf, isAccount, isSystemObject } from './account'
import { hasFlag } from './accountControl'
import { signInRefusal, type SignInRefusal } from './diagnostics'
import type { Domain } from './domain'

/** What the probe works with. */
export interface Probing {
  readonly session: LdapSession
  /** The same directory with everything in one container. */
  inside(container: string): Directory
}

/**
 * Tries in earnest what Netzwart needs: a probe account is made, signs in, is suspended, joins a probe class and
 * goes again; whatever fails is a problem with a remedy. Nothing of the probe stays, unless the bind account may
 * not delete it; then the problem names it.
 */
export async function runSelfTest(
  directory: Directory,
  probing: Probing,
  domain: Domain
): Promise<Result<SelfTest>> {
  const { session } = probing
  const snapshot = await directory.readAll()
  if (!snapshot.ok) return snapshot
  const { missingContainers } = snapshot.value
  const report = new Report(directory.capabilities)
  const tried = await runTrials(
    [
      containersTrial(missingContainers),
      async (found) => {
        await tryContainers(directory, probing, new Set(missingContainers), found)
        return succeed()
      },
      neverExpiringTrial(session, directory.connection.baseDn),
      plainTextTrial(session, `CN=${probeName()}`),
      certificateTrial(session),
      async (found) => {
        found.note('selfEndingSuspensionMissing', 'note')
        return succeed()
      },
      pagingTrial(session)
    ],
    report
  )
  if (!tried.ok) return tried
  const { root } = session
  return succeed(
    selfTestOf(session, report, {
      profile: directory.connection.profile,
      server: {
        vendor: root.first('vendorname') ?? 'Microsoft Active Directory',
        version: root.first('vendorversion') ?? functionalLevel(root.first('domaincontrollerfunctionality')),
        namingContexts: root.all('namingcontexts').length > 0 ? root.all('namingcontexts') : [domain.dn]
      },
      layout: directory.layout,
      accounts: snapshot.value.accounts.length
    })
  )
}

/** Windows Server release by `domainControllerFunctionality` ([MS-ADTS] 3.1.1.3.2.25). */
const levels: Readonly<Record<string, string>> = {
  '4': '2008 R2',
  '5': '2012',
  '6': '2012 R2',
  '7': '2016',
  '10': '2025'
}

function functionalLevel(level: string | undefined): string {
  return level === undefined ? '' : (levels[level] ?? level)
}

/**
 * The whole trial in the first container that exists, creating and deleting alone in the others. Where containers
 * are still to be made, one is made for the trial and removed again.
 */
async function tryContainers(
  directory: Directory,
  probing: Probing,
  missing: ReadonlySet<string>,
  report: Report
): Promise<void> {
  const { containers } = directory.layout
  const existing = listedKinds.filter((name) => {
    const dn = containers[name]
    return dn !== undefined && !missing.has(dn)
  })
  const distinct = existing.filter(
    (name, place) => existing.findIndex((other) => containers[other] === containers[name]) === place
  )
  report.allow({ createAccounts: true, deleteAccounts: true })
  if (missing.size > 0) await tryNewContainer(directory, probing, distinct.length === 0, report)
  for (const [place, kind] of distinct.entries()) {
    await tryAccount(directory, probing, { ...probeDraft(), kind }, place === 0, report)
  }
}

/** Makes a container as the first plan would, tries everything inside where nothing else exists yet, removes it. */
async function tryNewContainer(
  directory: Directory,
  probing: Probing,
  thorough: boolean,
  report: Report
): Promise<void> {
  const { baseDn } = directory.connection
  const dn = childName('OU', probeName(), baseDn)
  const made = await directory.createContainer(dn)
  if (!made.ok) {
    report.allow({ createAccounts: false })
    report.note('noRightToCreate', 'blocks', { container: baseDn })
    return
  }
  if (thorough) await tryAccount(probing.inside(dn), probing, probeDraft(), true, report)
  const removed = await directory.deleteContainer(dn)
  if (!removed.ok) report.note('noRightToDelete', 'weakens', { container: baseDn, entry: dn })
}

async function tryAccount(
  directory: Directory,
  probing: Probing,
  probe: AccountDraft,
  thorough: boolean,
  report: Report
): Promise<void> {
  const container = containerOf(directory.layout, probe.kind) ?? directory.connection.baseDn
  const password = probePassword()
  const created = await directory.createAccount(probe, password)
  if (!created.ok) {
    report.allow({ createAccounts: false })
    const reason = created.failure.parameters['reason'] ?? created.failure.code
    if (created.failure.code === 'directory.noRights') {
      report.note('noRightToCreate', 'blocks', { container })
    } else report.note('notChecked', 'weakens', { what: container, reason })
    return
  }
  const { id } = created.value
  const dn = childName('CN', probe.login, container)
  if (thorough) {
    await trySignIns(directory, probing.session, { id, dn, container, password }, report)
    await tryGroup(directory, id, report)
  }
  const deleted = await directory.deleteAccount(id)
  if (deleted.ok) return
  report.allow({ deleteAccounts: false })
  report.note('noRightToDelete', 'weakens', { container, entry: dn })
}

interface Probe {
  readonly id: string
  readonly dn: string
  readonly container: string
  readonly password: string
}

/** Real sign-ins show whether the server enforces what it was told. */
async function trySignIns(
  directory: Directory,
  session: LdapSession,
  { id, dn, container, password }: Probe,
  report: Report
): Promise<void> {
  const provisional = await signIn(session, dn, password)
  const mustChange = provisional === 'mustChange'
  if (!mustChange) {
    report.note('notChecked', 'weakens', { what: 'pwdLastSet=0', reason: provisional })
  }
  const newPassword = probePassword()
  const set = await directory.setPassword(id, newPassword)
  if (!set.ok) report.note('noRightToSetPassword', 'blocks', { container })

  const changed = await directory.changeAccount(id, { mustChangePassword: false, displayName: 'Netzwart' })
  if (!changed.ok) report.note('noRightToChange', 'blocks', { container })
  const suspended = await directory.changeAccount(id, { suspension: { kind: 'forever' } })
  if (!suspended.ok && changed.ok) report.note('noRightToChange', 'blocks', { container })
  const refused = await signIn(session, dn, set.ok ? newPassword : password)
  const suspension = suspended.ok && refused === 'disabled'
  if (suspended.ok && !suspension) {
    report.note('notChecked', 'weakens', { what: 'userAccountControl', reason: refused })
  }
  report.allow({ mustChange, suspension })
}

/** A probe class is made, gets its member and goes again. */
async function tryGroup(directory: Directory, member: string, report: Report): Promise<void> {
  const container = directory.layout.containers.classes
  const name = probeName()
  const made = await directory.createClass(name)
  // A container that is still to be made has been reported already.
  if (!made.ok && made.failure.code === 'directory.notFound') return
  let works = made.ok
  if (made.ok) {
    const joined = await directory.changeAccount(member, { classes: [name] })
    const left = await directory.changeAccount(member, { classes: [] })
    const deleted = await directory.deleteClass(name)
    works = joined.ok && left.ok && deleted.ok
  }
  report.allow({ manageGroups: works })
  if (!works) report.note('noRightToManageGroups', 'blocks', { container })
}

/** What the server answers to a sign-in (an LDAP bind on a connection of its own). */
async function signIn(
  session: LdapSession,
  dn: string,
  password: string
): Promise<SignInRefusal | 'signedIn' | 'unknown'> {
  const connection = await session.openAs(dn, password)
  if (!connection.ok) return signInRefusal(connection.failure) ?? 'unknown'
  connection.value.close()
  return 'signedIn'
}

function neverExpiringTrial(session: LdapSession, base: string): Trial {
  return async (report) => {
    let count = 0
    const attributes = ['userAccountControl', 'isCriticalSystemObject']
    const read = await session.searchEach({ base, scope: 'sub', filter: isAccount, attributes }, (entry) => {
      const own = session.bindDn.toLowerCase() === entry.dn.toLowerCase()
      if (!own && !isSystemObject(entry) && hasFlag(controlOf(entry), 'passwordNeverExpires')) count += 1
    })
    if (read.ok && count > 0) report.note('doesNotExpireIgnored', 'note', { count })
    return read
  }
}

function probeName(): string {
  return `netzwart-${randomBytes(4).toString('hex')}`
}

/** Meets every usual policy: 24 characters of four kinds, nothing of the name in it. */
function probePassword(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
  const letters = Array.from({ length: 20 }, () => alphabet.charAt(randomInt(alphabet.length)))
  return `${letters.join('')}Aa7!`
}

function probeDraft(): AccountDraft {
  return {
    login: probeName(),
    givenName: 'Netzwart',
    familyName: 'Selbsttest',
    displayName: 'Netzwart Selbsttest',
    schoolId: null,
    kind: 'pupil',
    classes: [],
    groups: [],
    suspension: { kind: 'none' },
    leaverSince: null,
    mustChangePassword: true,
    mail: null
  }
}
