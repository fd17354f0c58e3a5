import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import { ldapPasswd, ldapWhoAmI, startSlapd } from '../servers/slapd'
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
      stop: () => server.stop()
    }
  },
  { selfEndingSuspension: true }
)
