import type { Capabilities, DirectoryLayout } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import type { OpenDirectory } from '../port'
import { all, equals, not } from '../ldap/filters'
import type { LdapEntry } from '../ldap/entry'
import { suggestContainers } from '../ldap/layout'
import { firstNameValue } from '../ldap/names'
import { LdapSession, Oid } from '../ldap/session'
import { explainBind } from './diagnostics'
import { ActiveDirectory } from './directory'
import { readDomain, type Domain } from './domain'
import { isGroup } from './groups'
import { findPrefix, unitHabits } from './layout'

/**
 * Opens a session with Samba AD or Microsoft Active Directory. The bind name may be a DN, a user principal name
 * (`name@school.test`) or `DOMAIN\name`. An empty base means the whole domain.
 */
export const openActiveDirectory: OpenDirectory = async (connection, password, { signal } = {}) => {
  const opened = await LdapSession.open({
    url: connection.url,
    caCertificate: connection.caCertificate,
    bindDn: connection.bindDn,
    password,
    ...(signal === undefined ? {} : { signal })
  })
  if (!opened.ok) return { ok: false, failure: explainBind(opened.failure) }
  const session = opened.value
  const directory = await describe(session, connection)
  if (!directory.ok) await session.close()
  return directory
}

async function describe(
  session: LdapSession,
  given: Parameters<OpenDirectory>[0]
): Promise<Result<ActiveDirectory>> {
  const domain = await readDomain(session)
  if (!domain.ok) return domain
  const connection = { ...given, baseDn: given.baseDn.trim() === '' ? domain.value.dn : given.baseDn }
  const base = await session.read(connection.baseDn, ['allowedChildClassesEffective'])
  if (!base.ok) return base
  if (base.value === null) return fail('directory.baseNotFound', { baseDn: connection.baseDn })
  const layout =
    connection.layout === null ? await discover(session, connection.baseDn) : succeed(connection.layout)
  if (!layout.ok) return layout
  const capabilities = await capabilitiesOf(session, domain.value, layout.value, base.value)
  if (!capabilities.ok) return capabilities
  return succeed(
    new ActiveDirectory({
      session,
      connection,
      domain: domain.value,
      layout: layout.value,
      capabilities: capabilities.value
    })
  )
}

/** Units of the server's own, such as "Domain Controllers", are nobody's classes. */
const isUnit = all(equals('objectClass', 'organizationalUnit'), not(equals('isCriticalSystemObject', 'TRUE')))

/** Looks at the names of the organisational units and of the groups among the classes. */
async function discover(session: LdapSession, baseDn: string): Promise<Result<DirectoryLayout>> {
  const units: string[] = []
  const foundUnits = await session.searchEach(
    { base: baseDn, scope: 'sub', filter: isUnit, attributes: ['1.1'] },
    (entry) => {
      units.push(entry.dn)
    }
  )
  if (!foundUnits.ok) return foundUnits
  const containers = suggestContainers(units, baseDn, unitHabits)
  const classGroups: string[] = []
  const foundGroups = await session.searchEach(
    { base: containers.classes, scope: 'sub', filter: isGroup, attributes: ['1.1'] },
    ({ dn }) => {
      classGroups.push(firstNameValue(dn) ?? '')
    }
  )
  if (!foundGroups.ok && foundGroups.failure.code !== 'directory.notFound') return foundGroups
  return succeed({
    containers,
    classGroupPrefix: findPrefix(classGroups),
    homeDirectory: '',
    mailAddress: ''
  })
}

/**
 * What the server says before anything is tried: `allowedChildClassesEffective` lists what the bind account may
 * create in a container ([MS-ADTS] 3.1.1.4.5.21). Where the container is missing, the base answers for it. The
 * self-test tries it in earnest.
 */
async function capabilitiesOf(
  session: LdapSession,
  domain: Domain,
  layout: DirectoryLayout,
  base: LdapEntry
): Promise<Result<Capabilities>> {
  const allowed = async (container: string, objectClass: string): Promise<Result<boolean>> => {
    const entry = await session.read(container, ['allowedChildClassesEffective'])
    if (!entry.ok) return entry
    const classes = (entry.value ?? base).all('allowedchildclasseseffective')
    return succeed(classes.some((name) => name.toLowerCase() === objectClass))
  }
  const accounts = await allowed(layout.containers.pupil, 'user')
  if (!accounts.ok) return accounts
  const groups = await allowed(layout.containers.classes, 'group')
  if (!groups.ok) return groups
  return succeed({
    selfEndingSuspension: false,
    mustChange: true,
    suspension: true,
    passwordPolicy: domain.minimumPasswordLength > 0,
    paging: session.supports(Oid.pagedResults),
    passwordOnCreate: session.address.encrypted,
    // Nobody knows before the self-test has tried.
    plainTextRefused: false,
    createAccounts: accounts.value,
    manageGroups: groups.value,
    deleteAccounts: accounts.value,
    // Logins and principal names; of numbers and addresses it makes none.
    uniqueNames: true
  })
}
