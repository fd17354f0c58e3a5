import { describe, expect, it } from 'vitest'
import { foldForOpenLdap, foldForSamba, type FoldName } from '../../../src-main/world/directory/ldap/folding'
import { escapeNameValue } from '../../../src-main/world/directory/ldap/names'
import { LdapSession } from '../../../src-main/world/directory/ldap/session'
import { startSamba } from '../servers/samba'
import { domain } from '../servers/sambaDomain'
import { startSlapd } from '../servers/slapd'
import { valueOf } from './directorySuite'

/** Spellings that look alike or that one rule or another takes for one. */
const spellings = [
  ...[
    '2a',
    '2A',
    '²a',
    '２ａ',
    '2ａ',
    '②a',
    '5 a',
    '5  a',
    '5\u00a0a',
    '5\u3000a',
    'x\u00ada',
    'xa',
    'x\u200ba'
  ],
  ...['straße', 'strasse', 'STRASSE', 'straẞe', 'müller', 'mu\u0308ller', 'MÜLLER', 'muller', 'mueller'],
  ...[
    'ﬁ',
    'fi',
    'ĳ',
    'ij',
    'ǆ',
    'ǅ',
    'Ǆ',
    'dž',
    'İx',
    'ix',
    'Ix',
    'ıx',
    'ſx',
    'sx',
    'Kx',
    'Kx',
    'kx',
    'Åx',
    'Åx',
    'åx'
  ],
  ...[
    'σ',
    'ς',
    'Σ',
    'µ',
    'μ',
    'Μ',
    'Ω',
    'Ω',
    'ω',
    'ÿ',
    'Ÿ',
    'ŉ',
    'ⅷ',
    'Ⅷ',
    'viii',
    'ｶ',
    'カ',
    'か',
    'ガ',
    'カ゛',
    '½',
    '1⁄2',
    '™',
    'tm'
  ]
]

/**
 * Letters of which slapd's older tables know no other case; the plan does, which makes it only more careful. How many of
 * them occur here depends on the age of Node's tables.
 */
const withoutCaseInSlapd = ['straẞe', 'Ⅷ', 'Ƀ', 'Ƚ', 'Ƛ', 'Ɂ']

interface Differences {
  /** Names that the server takes for one and the plan would not: a class would be made or emptied wrongly. */
  readonly finer: string[]
  /** Names that the server tells apart and the plan does not. */
  readonly coarser: string[]
}

/** Makes an entry of each name, in order, and compares which the server took for one that was there already. */
async function compareWithServer(
  fold: FoldName,
  names: readonly string[],
  add: (name: string, place: number) => Promise<boolean>
): Promise<Differences> {
  const seen = new Set<string>()
  const differences: Differences = { finer: [], coarser: [] }
  for (const [place, name] of names.entries()) {
    const isNew = await add(name, place)
    if (!isNew && !seen.has(fold(name))) differences.finer.push(name)
    if (isNew && seen.has(fold(name))) differences.coarser.push(name)
    seen.add(fold(name))
  }
  return differences
}

describe('what a server takes for one name', () => {
  it('slapd: class names and logins, as the plan sees them', { timeout: 120_000 }, async () => {
    const server = await startSlapd()
    const { url, caCertificate, rootDn, rootPassword } = server
    const session = valueOf(
      await LdapSession.open({ url, caCertificate, bindDn: rootDn, password: rootPassword })
    )
    // Each letter of the scripts that German schools meet in names, in all the forms that Unicode has of it.
    const letters = Array.from({ length: 0x220 - 0xa0 }, (_, index) => String.fromCodePoint(0xa0 + index))
    const forms = letters.flatMap((letter) => [letter, letter.toUpperCase(), letter.normalize('NFKD')])
    const names = [...new Set([...spellings, ...forms])].map((text) => `w${text}w`)
    const differences = await compareWithServer(foldForOpenLdap, names, async (name) => {
      const dn = `cn=${escapeNameValue(name)},ou=groups,${server.baseDn}`
      const added = await session.add(dn, { objectClass: 'device', cn: name })
      if (!added.ok && added.failure.code !== 'directory.alreadyExists')
        throw new Error(JSON.stringify(added))
      return added.ok
    })
    expect(differences.finer).toEqual([])
    const coarser = differences.coarser.map((name) => name.slice(1, -1))
    expect(coarser.filter((name) => !withoutCaseInSlapd.includes(name))).toEqual([])
    await session.close()
    await server.stop()
  })

  it('Samba: names of groups and logins, as the plan sees them', { timeout: 180_000 }, async () => {
    const server = await startSamba()
    const { url, caCertificate } = server
    const bindDn = `${domain.administrator.login}@${domain.realm.toLowerCase()}`
    const password = domain.administrator.password
    const session = valueOf(await LdapSession.open({ url, caCertificate, bindDn, password }))
    const group = { objectClass: ['top', 'group'] }
    const differencesOf = (commonName: (name: string, place: number) => string): Promise<Differences> =>
      compareWithServer(
        foldForSamba,
        spellings.map((text) => `w${text}w`),
        async (name, place) => {
          const cn = commonName(name, place)
          const dn = `CN=${escapeNameValue(cn)},CN=Users,${domain.dn}`
          const login = cn === name ? `gruppe${place}` : name
          return (await session.add(dn, { ...group, sAMAccountName: login })).ok
        }
      )
    expect(await differencesOf((name) => name)).toEqual({ finer: [], coarser: [] })
    expect(await differencesOf((_, place) => `anmeldename${place}`)).toEqual({ finer: [], coarser: [] })
    await session.close()
    await server.stop()
  })
})
