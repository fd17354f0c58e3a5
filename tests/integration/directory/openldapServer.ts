import type { Connection } from '../../../src-main/contract/directory'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import type { Directory } from '../../../src-main/world/directory/port'
import type { SlapdServer } from '../servers/slapd'
import { valueOf } from './directorySuite'

/** The connection that a person would enter for this server. */
export function connectionTo(server: SlapdServer, fields: Partial<Connection> = {}): Connection {
  return {
    profile: 'openldap',
    url: server.url,
    bindDn: server.bindDn,
    baseDn: server.baseDn,
    caCertificate: server.caCertificate,
    layout: null,
    ...fields
  }
}

export async function openOn(server: SlapdServer, fields: Partial<Connection> = {}): Promise<Directory> {
  return valueOf(await openOpenLdapDirectory(connectionTo(server, fields), server.bindPassword))
}
