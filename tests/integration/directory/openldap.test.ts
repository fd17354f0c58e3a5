import { ldapModifyAsRoot, ldapPasswd, ldapWhoAmI, startSlapd } from '../servers/slapd'
import { directorySuite } from './directorySuite'
import { openOn } from './openldapServer'
import { withGuardians } from './suiteTools'

directorySuite(
  'slapd',
  async () => {
    const server = await startSlapd()
    return {
      open: async () => {
        const found = await openOn(server)
        await found.close()
        return openOn(server, { layout: withGuardians(found.layout, server.baseDn) })
      },
      signIn: (login, password) => ldapWhoAmI(server, login, password),
      changeOwnPassword: (login, old, wanted) => ldapPasswd(server, login, old, wanted),
      move: (dn, container) =>
        ldapModifyAsRoot(
          server,
          `dn: ${dn}\nchangetype: modrdn\nnewrdn: ${dn.slice(0, dn.indexOf(','))}\ndeleteoldrdn: 0\nnewsuperior: ${container}\n`
        ),
      stop: () => server.stop()
    }
  },
  { selfEndingSuspension: true }
)
