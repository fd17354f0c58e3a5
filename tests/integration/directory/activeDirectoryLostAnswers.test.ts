import { openActiveDirectory } from '../../../src-main/world/directory/active-directory/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { startLdapLine } from '../servers/ldapLine'
import { startSamba } from '../servers/samba'
import { lostAnswersSuite, type LineServer } from './lostAnswersSuite'
import { valueOf } from './suiteTools'

/** Samba AD behind a line that ends TLS with the server's own certificate, so that it can tell the requests apart. */
async function start(): Promise<LineServer> {
  const server = await startSamba()
  const { address, identity, caCertificate } = server
  const line = await startLdapLine({
    server: { host: address, port: 636, ca: caCertificate },
    identity,
    host: address
  })
  const open = async (url: string): Promise<Directory> =>
    valueOf(
      await openActiveDirectory(
        {
          profile: 'active-directory',
          url,
          bindDn: server.bindDn,
          baseDn: server.baseDn,
          caCertificate,
          layout: null
        },
        server.bindPassword
      )
    )
  const directory = await open(server.url)
  for (const container of Object.values(directory.layout.containers)) {
    valueOf(await directory.createContainer(container))
  }
  for (const name of ['5a', '5b', '6a']) valueOf(await directory.createClass(name))
  for (const name of ['modul-wlan', 'ag-chor']) {
    await server.tool(['group', 'add', name, `--groupou=OU=Gruppen,OU=Gesamtschule`])
  }
  return {
    line,
    directory,
    openOverLine: () => open(`ldaps://${address}:${line.port}`),
    // Members are links to entries here, not names: none can be left over.
    ghosts: async () => [],
    stop: async () => {
      await line.close()
      await server.stop()
    }
  }
}

/** Samba answers slowly; what differs from OpenLDAP is how accounts are written, not classes and containers. */
lostAnswersSuite('Samba AD', start, {
  troubles: ['before', 'after', 'late'],
  scenes: [
    'create',
    'rename',
    'change of the class',
    'suspension for good (P9)',
    'new password of somebody suspended (P9)',
    'leaving (P8)',
    'deletion'
  ]
})
