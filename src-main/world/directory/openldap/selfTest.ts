import type { Capabilities, DirectoryLayout, Problem, SelfTest } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import { isLoopback } from '../ldap/address'
import { visibleText } from '../ldap/failures'
import { any, equals, present } from '../ldap/filters'
import { foldForOpenLdap } from '../ldap/folding'
import { isBelow } from '../ldap/names'
import { Oid, type LdapSession } from '../ldap/session'
import { missingContainers } from './layout'
import { isNetworkFailure, Probe, type ProbeFindings } from './probe'
import { acceptsPlainText } from './plainText'
import type { PasswordPolicy } from './policy'

const ldapPort = 389
/** Shared names that the report spells out. */
const listedNames = 10
const soon = 30 * 86_400_000

/** What this server can do for Netzwart and what is missing, found by trying. Leaves nothing behind. */
export async function runSelfTest(
  session: LdapSession,
  baseDn: string,
  layout: DirectoryLayout,
  policy: PasswordPolicy
): Promise<Result<SelfTest>> {
  const [missing, counted, version, root, plainText, expiry] = await Promise.all([
    missingContainers(session, layout),
    countAccounts(session, baseDn),
    readVersion(session),
    isRoot(session),
    findPlainText(session, baseDn),
    certificateEnd(session)
  ])
  if (!missing.ok) return missing
  if (!counted.ok) return counted
  const probed = await new Probe(session, layout, policy, baseDn, missing.value).run()
  if (!probed.ok) return probed
  const findings = probed.value
  const paging = session.supports(Oid.pagedResults)
  const problems: Problem[] = [
    ...policyProblems(policy, findings),
    ...findings.problems,
    ...when(!paging, { code: 'pagingMissing', severity: 'weakens', parameters: {} }),
    ...when(counted.value.limited, {
      code: 'sizeLimited',
      severity: 'blocks',
      parameters: { count: counted.value.accounts }
    }),
    ...when(findings.uniqueNames === false, { code: 'namesNotUnique', severity: 'note', parameters: {} }),
    ...when(counted.value.shared.length > 0, {
      code: 'namesShared',
      severity: 'weakens',
      parameters: {
        count: counted.value.shared.length,
        names: counted.value.shared.slice(0, listedNames).join(', ')
      }
    }),
    ...when(plainText, { code: 'plainTextAccepted', severity: 'weakens', parameters: {} }),
    ...when(root, { code: 'bindAccountIsRoot', severity: 'weakens', parameters: {} }),
    ...missing.value.map((container): Problem => ({
      code: 'containerMissing',
      severity: 'note',
      parameters: { container }
    })),
    ...when(expiry !== null && expiry.getTime() - Date.now() < soon, {
      code: 'certificateExpiresSoon',
      severity: 'weakens',
      parameters: { day: expiry?.toISOString().slice(0, 10) ?? '' }
    })
  ]
  return succeed({
    profile: 'openldap',
    server: {
      vendor: session.root.first('vendorname') ?? vendorOf(session),
      version: session.root.first('vendorversion') ?? version,
      namingContexts: session.root.all('namingcontexts')
    },
    encrypted: session.address.encrypted,
    layout,
    accounts: counted.value.accounts,
    capabilities: capabilitiesFrom(findings, policy, paging, !plainText),
    problems
  })
}

function when(condition: boolean, problem: Problem): Problem[] {
  return condition ? [problem] : []
}

function capabilitiesFrom(
  findings: ProbeFindings,
  policy: PasswordPolicy,
  paging: boolean,
  plainTextRefused: boolean
): Capabilities {
  return {
    selfEndingSuspension: findings.selfEndingSuspension === true,
    mustChange: findings.mustChange === true,
    suspension: findings.suspension === true,
    passwordPolicy: policy.loaded,
    paging,
    passwordOnCreate: findings.passwordOnCreate === true,
    plainTextRefused,
    createAccounts: findings.create && findings.setPassword !== false,
    manageGroups: findings.manageGroups,
    deleteAccounts: findings.delete === true,
    uniqueNames: findings.uniqueNames === true
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

/** Counts accounts, and finds logins and numbers that several entries have. */
async function countAccounts(
  session: LdapSession,
  baseDn: string
): Promise<Result<{ accounts: number; limited: boolean; shared: readonly string[] }>> {
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

async function findPlainText(session: LdapSession, baseDn: string): Promise<boolean> {
  const { host, port, encrypted } = session.address
  if (!encrypted) return acceptsPlainText(host, port, baseDn)
  return (await acceptsPlainText(host, ldapPort, baseDn)) && !(isLoopback(host) && port !== 636)
}

async function certificateEnd(session: LdapSession): Promise<Date | null> {
  const connection = await session.connection()
  const certificate = connection.ok ? connection.value.peerCertificate : null
  return certificate === null ? null : new Date(certificate.valid_to)
}
