import { describe, expect, it } from 'vitest'
import { ldapSearchAsRoot, startSlapd, type SlapdOptions } from '../servers/slapd'
import { openOn } from './openldapServer'
import { draftOf, provisional, valueOf } from './suiteTools'

/** Where a server writes memberships at both ends: names in the group, groups at the person. */
describe.each<NonNullable<SlapdOptions['memberOf']>>(['alone', 'refint'])(
  'slapd with the overlay memberof (%s)',
  (memberOf) => {
    it('P12: groups and persons agree after a new login, a new kind, another class and a deletion', async () => {
      const server = await startSlapd({ memberOf })
      try {
        const directory = await openOn(server)
        for (const name of ['7b', '8b']) valueOf(await directory.createClass(name))
        const create = async (login: string): Promise<string> =>
          valueOf(await directory.createAccount(draftOf(login, { classes: ['7b'] }), provisional)).id
        const both = async (): Promise<{ members: string[]; groups: string[] }> => {
          const members = await ldapSearchAsRoot(server, '(objectClass=groupOfNames)', 'member')
          const groups = await ldapSearchAsRoot(server, '(uid=*)', 'memberOf')
          return {
            members: pairsOf(members, 'member'),
            groups: pairsOf(groups, 'memberOf').map(turned).toSorted()
          }
        }
        const [one, other] = [await create('v.vorher'), await create('b.bleibt')]
        const changes = [
          { login: 'n.nachher' },
          { kind: 'teacher' as const },
          { classes: ['8b'] },
          { login: 'w.wieder', classes: ['7b', '8b'] }
        ]
        for (const change of changes) {
          valueOf(await directory.changeAccount(one, change))
          const { members, groups } = await both()
          expect({ change, members }).toEqual({ change, members: groups })
          const account = valueOf(await directory.readAccount(one))
          expect(members.filter((pair) => pair.endsWith(` ${account?.dn}`))).toHaveLength(
            account?.classes.length ?? -1
          )
        }
        valueOf(await directory.deleteAccount(one))
        const { members, groups } = await both()
        expect(members).toEqual(groups)
        expect(members.join('\n')).not.toContain('w.wieder')
        expect(valueOf(await directory.readAccount(other))?.classes).toEqual(['7b'])
        await directory.close()
      } finally {
        await server.stop()
      }
    })
  }
)

/** `DN value` for each value that names an entry of the school; groups keep a placeholder where nobody is in them. */
function pairsOf(ldif: string, attribute: string): string[] {
  const pairs: string[] = []
  let dn = ''
  for (const line of ldif.split('\n')) {
    if (line.startsWith('dn: ')) dn = line.slice(4)
    const value = line.startsWith(`${attribute}: `) ? line.slice(attribute.length + 2) : ''
    if (value.startsWith('uid=') || value.startsWith('cn=')) pairs.push(`${dn} ${value}`)
  }
  return pairs.filter((pair) => pair.includes('uid=')).toSorted()
}

function turned(pair: string): string {
  const [dn = '', value = ''] = pair.split(' ')
  return `${value} ${dn}`
}
