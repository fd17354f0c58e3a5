import { randomBytes, randomInt } from 'node:crypto'
import type { Capabilities, Problem, SelfTest } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import type { AccountDraft, Directory } from '../port'
import { childName } from '../ldap/names'
import type { LdapSession } from '../ldap/session'
import { controlOf, isAccount, isSystemObject } from './account'
import { hasFlag } from './accountControl'
import { signInRefusal, type SignInRefusal } from './diagnostics'
import type { Domain } from './domain'
import { refusesPlainText } from './plainText'

/** Days before the end of the server's certificate at which it is time to renew it. */
const renewalDays = 30
const millisecondsPerDay = 86_400_000

type Container = 'pupil' | 'teacher' | 'staff'

/** What the trials work with. */
export interface Trial {
  readonly session: LdapSession
  /** The same directory with everything in one container. */
  inside(container: string): Directory
}

/** Collects what the trials find. */
interface Findings {
  readonly problems: Problem[]
  capabilities: Capabilities
}

/**
 * Tries in earnest what Netzwart needs: a probe account is made, signs in, is suspended, joins a probe class and
 * goes again; whatever fails is a problem with a remedy. Nothing of the probe stays, unless the bind account may
 * not delete it; then the problem names it.
 */
export async function runSelfTest(
  directory: Directory,
  trial: Trial,
  domain: Domain
): Promise<Result<SelfTest>> {
  const { session } = trial
  const findings: Findings = { problems: [], capabilities: { ...directory.capabilities } }
  const snapshot = await directory.readAll()
  if (!snapshot.ok) return snapshot
  const missing = new Set(snapshot.value.missingContainers)
  for (const container of missing) note(findings, 'containerMissing', 'note', { container })

  await tryContainers(directory, trial, missing, findings)
  const neverExpiring = await countNeverExpiring(session, directory.connection.baseDn)
  if (!neverExpiring.ok) return neverExpiring
  if (neverExpiring.value > 0) note(findings, 'doesNotExpireIgnored', 'note', { count: neverExpiring.value })
  await tryPlainText(session, findings)
  await checkCertificate(session, findings)
  note(findings, 'selfEndingSuspensionMissing', 'note', {})
  if (!findings.capabilities.paging) note(findings, 'pagingMissing', 'weakens', {})

  const { root } = session
  return succeed({
    profile: directory.connection.profile,
    server: {
      vendor: root.first('vendorname') ?? 'Microsoft Active Directory',
      version: root.first('vendorversion') ?? functionalLevel(root.first('domaincontrollerfunctionality')),
      namingContexts: root.all('namingcontexts').length > 0 ? root.all('namingcontexts') : [domain.dn]
    },
    encrypted: session.address.encrypted,
    layout: directory.layout,
    accounts: snapshot.value.accounts.length,
    capabilities: findings.capabilities,
    problems: findings.problems
  })
}

function note(
  { problems }: Findings,
  code: Problem['code'],
  severity: Problem['severity'],
  parameters: Problem['parameters']
): void {
  problems.push({ code, severity, parameters })
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
  trial: Trial,
  missing: ReadonlySet<string>,
  findings: Findings
): Promise<void> {
  const { containers } = directory.layout
  const names: readonly Container[] = ['pupil', 'teacher', 'staff']
  const existing = names.filter((name) => !missing.has(containers[name]))
  const distinct = existing.filter(
    (name, place) => existing.findIndex((other) => containers[other] === containers[name]) === place
  )
  allow(findings, { createAccounts: true, deleteAccounts: true })
  if (missing.size > 0) await tryNewContainer(directory, trial, distinct.length === 0, findings)
  for (const [place, kind] of distinct.entries()) {
    await tryAccount(directory, trial, { ...probeDraft(), kind }, place === 0, findings)
  }
}

/** Makes a container as the first plan would, tries everything inside where nothing else exists yet, removes it. */
async function tryNewContainer(
  directory: Directory,
  trial: Trial,
  thorough: boolean,
  findings: Findings
): Promise<void> {
  const { baseDn } = directory.connection
  const dn = childName('OU', probeName(), baseDn)
  const made = await directory.createContainer(dn)
  if (!made.ok) {
    allow(findings, { createAccounts: false })
    note(findings, 'noRightToCreate', 'blocks', { container: baseDn })
    return
  }
  if (thorough) await tryAccount(trial.inside(dn), trial, probeDraft(), true, findings)
  const removed = await directory.deleteContainer(dn)
  if (!removed.ok) note(findings, 'noRightToDelete', 'weakens', { container: baseDn, entry: dn })
}

async function tryAccount(
  directory: Directory,
  trial: Trial,
  probe: AccountDraft,
  thorough: boolean,
  findings: Findings
): Promise<void> {
  const container = directory.layout.containers[probe.kind === 'other' ? 'staff' : probe.kind]
  const password = probePassword()
  const created = await directory.createAccount(probe, password)
  if (!created.ok) {
    allow(findings, { createAccounts: false })
    const reason = created.failure.parameters['reason'] ?? created.failure.code
    if (created.failure.code === 'directory.noRights') {
      note(findings, 'noRightToCreate', 'blocks', { container })
    } else note(findings, 'notChecked', 'weakens', { what: container, reason })
    return
  }
  const { id } = created.value
  const dn = childName('CN', probe.login, container)
  if (thorough) {
    await trySignIns(directory, trial.session, { id, dn, container, password }, findings)
    await tryGroup(directory, id, findings)
  }
  const deleted = await directory.deleteAccount(id)
  if (deleted.ok) return
  allow(findings, { deleteAccounts: false })
  note(findings, 'noRightToDelete', 'weakens', { container, entry: dn })
}

function allow(findings: Findings, capabilities: Partial<Capabilities>): void {
  findings.capabilities = { ...findings.capabilities, ...capabilities }
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
  findings: Findings
): Promise<void> {
  const provisional = await signIn(session, dn, password)
  const mustChange = provisional === 'mustChange'
  if (!mustChange) {
    note(findings, 'notChecked', 'weakens', { what: 'pwdLastSet=0', reason: provisional })
  }
  const newPassword = probePassword()
  const set = await directory.setPassword(id, newPassword)
  if (!set.ok) note(findings, 'noRightToSetPassword', 'blocks', { container })

  const changed = await directory.changeAccount(id, { mustChangePassword: false, displayName: 'Netzwart' })
  if (!changed.ok) note(findings, 'noRightToChange', 'blocks', { container })
  const suspended = await directory.changeAccount(id, { suspension: { kind: 'forever' } })
  if (!suspended.ok && changed.ok) note(findings, 'noRightToChange', 'blocks', { container })
  const refused = await signIn(session, dn, set.ok ? newPassword : password)
  const suspension = suspended.ok && refused === 'disabled'
  if (suspended.ok && !suspension) {
    note(findings, 'notChecked', 'weakens', { what: 'userAccountControl', reason: refused })
  }
  allow(findings, { mustChange, suspension })
}

/** A probe class is made, gets its member and goes again. */
async function tryGroup(directory: Directory, member: string, findings: Findings): Promise<void> {
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
  allow(findings, { manageGroups: works })
  if (!works) note(findings, 'noRightToManageGroups', 'blocks', { container })
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

async function countNeverExpiring(session: LdapSession, base: string): Promise<Result<number>> {
  let count = 0
  const attributes = ['userAccountControl', 'isCriticalSystemObject']
  const read = await session.searchEach({ base, scope: 'sub', filter: isAccount, attributes }, (entry) => {
    const own = session.bindDn.toLowerCase() === entry.dn.toLowerCase()
    if (!own && !isSystemObject(entry) && hasFlag(controlOf(entry), 'passwordNeverExpires')) count += 1
  })
  return read.ok ? succeed(count) : read
}

async function tryPlainText(session: LdapSession, findings: Findings): Promise<void> {
  const refused = await refusesPlainText(session.address.host, probeName(), probePassword())
  allow(findings, { plainTextRefused: refused === true })
  if (refused === false) note(findings, 'plainTextAccepted', 'weakens', {})
  if (refused === null) note(findings, 'notChecked', 'note', { what: 'ldap://', reason: 'timeout' })
}

async function checkCertificate(session: LdapSession, findings: Findings): Promise<void> {
  const connection = await session.connection()
  const certificate = connection.ok ? connection.value.peerCertificate : null
  if (certificate === null) return
  const end = Date.parse(certificate.valid_to)
  if (end - Date.now() < renewalDays * millisecondsPerDay) {
    note(findings, 'certificateExpiresSoon', 'weakens', { day: new Date(end).toISOString().slice(0, 10) })
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
