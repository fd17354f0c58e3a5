import { describe, expect, it } from 'vitest'
import type { Connection, DirectoryProfile } from '../../src-main/contract/directory'
import { openDirectory } from '../../src-main/directories'

const connection: Connection = {
  profile: 'openldap',
  // Nobody answers on port 1.
  url: 'ldap://127.0.0.1:1',
  bindDn: 'cn=a,dc=b',
  baseDn: 'dc=b',
  caCertificate: null,
  layout: null
}

async function codeFor(fields: Partial<Connection>): Promise<string> {
  const opened = await openDirectory({ ...connection, ...fields }, 'Geheim-4711')
  return opened.ok ? 'opened' : opened.failure.code
}

describe('kinds of directories', () => {
  it.each(['openldap', 'active-directory', 'demo'] as const)('%s has an adapter', async (profile) => {
    expect(await codeFor({ profile })).toBe('directory.unreachable')
  })

  it.each(['eDirectory', 'toString', ''])('%j is refused, not taken for another one', async (profile) => {
    // As a newer version may have kept it.
    expect(await codeFor({ profile: profile as DirectoryProfile })).toBe('directory.unknownProfile')
  })

  it('the demo school is on this PC only', async () => {
    expect(await codeFor({ profile: 'demo', url: 'ldaps://ldap.schule.example' })).toBe(
      'directory.demoElsewhere'
    )
  })
})
