import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import { ldapModifyAsRoot, ldapPasswd, ldapWhoAmI, startSlapd } from '../servers/slapd'
import { directorySuite, valueOf } from './directorySuite'
import { connectionTo } from './openldapServer'

directorySuite(
  'slapd',
  async () => {
    const server = await startSlapd()
    return {
      open: async () => valueOf(await openOpenLdapDirectory(connectionTo(server), server.bindPassword)),
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
