import type { DirectoryProfile } from './contract/directory'
import { fail } from './contract/result'
import { openActiveDirectory } from './world/directory/active-directory/open'
import { isLoopback, parseAddress } from './world/directory/ldap/address'
import { openOpenLdapDirectory } from './world/directory/openldap/open'
import type { OpenDirectory } from './world/directory/port'

/** Each kind of directory by its adapter; a kind without one does not compile. */
const adapters: Readonly<Record<DirectoryProfile, OpenDirectory>> = {
  openldap: openOpenLdapDirectory,
  'active-directory': openActiveDirectory,
  demo: openDemoSchool
}

/**
 * Opens a directory by the kind that its connection names. A kind that has no adapter is refused, never taken for a similar
 * one: what it would be told might mean something else to it.
 */
export const openDirectory: OpenDirectory = async (connection, password, options) => {
  const { profile } = connection
  if (!Object.hasOwn(adapters, profile)) return fail('directory.unknownProfile', { profile })
  return adapters[profile](connection, password, options)
}

/** The demo school speaks OpenLDAP's language, so its adapter is tried out with it. */
async function openDemoSchool(...[connection, password, options]: Parameters<OpenDirectory>) {
  // Where it is called the demo school, nothing warns any more: so it must be one, on this PC.
  const address = parseAddress(connection.url)
  if (!address.ok || !isLoopback(address.value.host)) return fail('directory.demoElsewhere')
  return openOpenLdapDirectory(connection, password, options)
}
