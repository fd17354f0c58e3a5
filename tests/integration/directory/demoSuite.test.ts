import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'ldapts'
import { startDemoDirectory } from '../../../src-main/world/directory/demo/demoDirectory'
import { personDn } from '../../../src-main/world/directory/demo/seed/school'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import { runTool } from './demo/tools'
import { directorySuite, valueOf, type SignIn } from './directorySuite'

async function signIn(url: string, login: string, password: string): Promise<SignIn> {
  const dn = personDn(login, 'pupils')
  const { code, output } = await runTool(url, 'ldapwhoami', ['-D', dn, '-w', password, '-e', 'ppolicy'])
  if (output.includes('Password must be changed')) return 'mustChange'
  return code === 0 ? 'accepted' : 'refused'
}

directorySuite(
  'demo directory',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'netzwart-demo-suite-'))
    const demo = valueOf(await startDemoDirectory({ folder }))
    // The suite counts members: it wants a school without classes.
    const client = new Client({ url: demo.url })
    await client.bind(demo.bindDn, demo.password)
    const classes = await client.search(`ou=classes,${demo.baseDn}`, {
      filter: '(member=*)',
      attributes: ['1.1']
    })
    await Promise.all(classes.searchEntries.map((entry) => client.del(entry.dn)))
    await client.unbind()
    return {
      open: async () => valueOf(await openOpenLdapDirectory(demo.connection, demo.password)),
      signIn: (login, password) => signIn(demo.url, login, password),
      changeOwnPassword: async (login, old, wanted) => {
        const options = ['-D', personDn(login, 'pupils'), '-w', old, '-s', wanted]
        return (await runTool(demo.url, 'ldappasswd', options)).code === 0
      },
      move: async (dn, container) => {
        const mover = new Client({ url: demo.url })
        await mover.bind(demo.bindDn, demo.password)
        await mover.modifyDN(dn, `${dn.slice(0, dn.indexOf(','))},${container}`)
        await mover.unbind()
      },
      stop: async () => {
        await demo.close()
        await rm(folder, { recursive: true, force: true })
      }
    }
  },
  { selfEndingSuspension: true }
)
