import { randomBytes } from 'node:crypto'
import type { Capabilities, DirectoryLayout, Problem, SelfTest } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import { visibleText } from '../ldap/failures'
import { any, equals, present } from '../ldap/filters'
import { foldForOpenLdap } from '../ldap/folding'
import { missingContainers } from '../ldap/layout'
import { childName, isBelow } from '../ldap/names'
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
import { isNetworkFailure, Probe, type ProbeFindings } from './probe'
import type { PasswordPolicy } from './policy'

/** Shared names that the report spells out. */
const listedNames = 10

/** What this server can do for Netzwart and what is missing, found by trying. Leaves nothing behind. */
export async function runSelfTest(
  session: LdapSession,
  baseDn: string,
  layout: DirectoryLayout,
  policy: PasswordPolicy,
  believed: Capabilities
): Promise<Result<SelfTest>> {
  const [missing, counted, version] = await Promise.all([
    missingContainers(session, layout),
    countAccounts(session, baseDn),
    readVersion(session)
  ])
  if (!missing.ok) return missing
  if (!counted.ok) return counted
  const report = new Report(believed)
  const tried = await runTrials(
    [
      probeTrial(new Probe(session, layout, policy, baseDn, missing.value), policy),
      pagingTrial(session),
      namesTrial(counted.value),
      plainTextTrial(session, childName('cn', `netzwart-probe-${randomBytes(6).toString('hex')}`, baseDn)),
      rootTrial(session),
      containersTrial(missing.value),
      certificateTrial(session)
    ],
    report
  )
  if (!tried.ok) return tried
  return succeed(
    selfTestOf(session, report, {
      profile: 'openldap',
      server: {
        vendor: session.root.first('vendorname') ?? vendorOf(session),
        version: session.root.first('vendorversion') ?? version,
        namingContexts: session.root.all('namingcontexts')
      },
      layout,
      accounts: counted.value.accounts
    })
  )
}

/** The life of an account, on an entry of its own. */
function probeTrial(probe: Probe, policy: PasswordPolicy): Trial {
  return async (report) => {
    const probed = await probe.run()
    if (!probed.ok) return probed
    const findings = probed.value
    report.problems.push(...policyProblems(policy, findings), ...findings.problems)
    if (findings.uniqueNames === false) report.note('namesNotUnique', 'note')
    report.allow({
      selfEndingSuspension: findings.selfEndingSuspension === true,
      mustChange: findings.mustChange === true,
      suspension: findings.suspension === true,
      passwordPolicy: policy.loaded,
      passwordOnCreate: findings.passwordOnCreate === true,
      createAccounts: findings.create && findings.setPassword !== false,
      manageGroups: findings.manageGroups,
      deleteAccounts: findings.delete === true,
      uniqueNames: findings.uniqueNames === true
    })
    return succeed()
  }
}

function namesTrial({ accounts, limited, shared }: Counted): Trial {
  return async (report) => {
    if (limited) report.note('sizeLimited', 'blocks', { count: accounts })
    if (shared.length > 0) {
      const names = shared.slice(0, listedNames).join(', ')
      report.note('namesShared', 'weakens', { count: shared.length, names })
    }
    return succeed()
  }
}

function rootTrial(session: LdapSession): Trial {
  return async (report) => {
    if (await isRoot(session)) report.note('bindAccountIsRoot', 'weakens')
    return succeed()
  }
}

/** A policy that cannot be seen but works as the sign-ins have shown is no problem. */
function policyProblems(policy: PasswordPolicy, findings: ProbeFindings): Problem[] {
  const works = findings.mustChange === true && findings.suspension === true
  if (
    !policy.loaded ||
    (policy.entry === null && findings.mustChange === false && findings.suspension === false)
  ) {
    return [{ code: 'passwordPolicyMissing', severity: 'weakens', parameters: {} }]
  }
  if (policy.entry === null && !works) {
    return [
      {
        code: 'notChecked',
        severity: 'note',
        parameters: { what: 'pwdPolicy', reason: 'insufficientAccessRights' }
      }
    ]
  }
  return []
}

interface Counted {
  readonly accounts: number
  /** The server has not shown them all. */
  readonly limited: boolean
  /** Logins and numbers that several entries have. */
  readonly shared: readonly string[]
}

/** Counts accounts, and finds logins and numbers that several entries have. */
async function countAccounts(session: LdapSession, baseDn: string): Promise<Result<Counted>> {
  let accounts = 0
  const seen = new Map<string, number>()
  const see = (key: string): void => void seen.set(key, (seen.get(key) ?? 0) + 1)
  const read = await session.searchEach(
    {
      base: baseDn,
      scope: 'sub',
      filter: any(present('uid'), present('uidNumber')),
      attributes: ['uid', 'uidNumber']
    },
    (entry) => {
      const logins = entry.all('uid')
      if (logins.length > 0) accounts++
      for (const login of new Set(logins.map(foldForOpenLdap))) see(`uid ${visibleText(login, 60)}`)
      for (const number of entry.all('uidnumber')) see(`uidNumber ${visibleText(number, 60)}`)
    }
  )
  const shared = [...seen].flatMap(([name, times]) => (times > 1 ? [name] : [])).sort()
  if (read.ok) return succeed({ accounts, limited: false, shared })
  return isNetworkFailure(read.failure)
    ? read
    : succeed({ accounts, limited: read.failure.code === 'directory.sizeLimit', shared })
}

function vendorOf(session: LdapSession): string {
  return session.root.all('objectclass').includes('OpenLDAProotDSE') ? 'OpenLDAP' : 'LDAP'
}

/** slapd tells its version only in cn=Monitor, where that is configured and may be read. */
async function readVersion(session: LdapSession): Promise<string> {
  const entry = await session.read('cn=Monitor', ['monitoredInfo'])
  const text = entry.ok ? entry.value?.first('monitoredinfo') : undefined
  return /slapd (\S+)/.exec(text ?? '')?.[1] ?? ''
}

/**
 * The rootdn mostly has no entry: an account that can sign in, belongs to this server's data and cannot see
 * itself is it. Where cn=config may be read, it says so.
 */
async function isRoot(session: LdapSession): Promise<boolean> {
  const configured = await session.search({
    base: 'cn=config',
    scope: 'sub',
    filter: equals('olcRootDN', session.bindDn),
    attributes: ['1.1']
  })
  if (configured.ok && configured.value.length > 0) return true
  const local = session.root.all('namingcontexts').some((context) => isBelow(session.bindDn, context))
  if (!local) return false
  const own = await session.read(session.bindDn, ['1.1'])
  return own.ok && own.value === null
}
