import { describe, expect, it } from 'vitest'
import type { Problem, SelfTest } from '../../../src-main/contract/directory'
import type { Directory } from '../../../src-main/world/directory/port'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import { tryPlainText } from '../../../src-main/world/directory/ldap/plainText'
import { ldapSearchAsRoot, startSlapd, type SlapdOptions, type SlapdServer } from '../servers/slapd'
import { codeOf, draftOf, provisional, valueOf } from './directorySuite'
import { connectionTo, openOn } from './openldapServer'

/** Starts a server, runs the self-test on it, and makes sure that nothing of the probe is left where it may go. */
async function test(
  options: SlapdOptions,
  look: (found: { tested: SelfTest; directory: Directory; server: SlapdServer }) => Promise<void> | void,
  fields: (server: SlapdServer) => Parameters<typeof openOn>[1] = () => ({})
): Promise<void> {
  const server = await startSlapd(options)
  try {
    const directory = await openOn(server, fields(server))
    await look({ tested: valueOf(await directory.test()), directory, server })
    await directory.close()
    if (options.rights === 'noDelete') return
    expect(
      await ldapSearchAsRoot(server, '(|(uid=netzwart-probe*)(cn=netzwart-probe*)(ou=netzwart-probe*))')
    ).toBe('')
  } finally {
    await server.stop()
  }
}

function nobodyOf({ baseDn }: SlapdServer): string {
  return `cn=niemand,${baseDn}`
}

function codes({ problems }: SelfTest): Problem['code'][] {
  return problems.map(({ code }) => code)
}

describe('slapd: self-test', () => {
  it('a well set up server has no problems but that it does not watch over names', () =>
    test({}, ({ tested }) => {
      expect(tested).toMatchObject({
        profile: 'openldap',
        encrypted: true,
        accounts: 0,
        server: { vendor: 'OpenLDAP', namingContexts: ['dc=schule,dc=example'] },
        capabilities: {
          selfEndingSuspension: true,
          mustChange: true,
          suspension: true,
          passwordPolicy: true,
          paging: true,
          passwordOnCreate: true,
          plainTextRefused: true,
          createAccounts: true,
          manageGroups: true,
          deleteAccounts: true,
          uniqueNames: false
        }
      })
      // Without the overlay `unique`, which is a recommendation; with it: sharedNames.test.ts.
      expect(tested.problems).toEqual([{ code: 'namesNotUnique', severity: 'note', parameters: {} }])
    }))

  it('P9: without a password policy, suspending fails instead of only looking done', () =>
    test({ passwordPolicy: false }, async ({ tested, directory }) => {
      expect(codes(tested)).toContain('passwordPolicyMissing')
      expect(tested.capabilities).toMatchObject({
        suspension: false,
        mustChange: false,
        passwordPolicy: false
      })
      const { id } = valueOf(await directory.createAccount(draftOf('o.ohne'), provisional))
      for (const suspension of [
        { kind: 'forever' },
        { kind: 'until', until: '2031-01-01T00:00:00.000Z' }
      ] as const) {
        expect(codeOf(await directory.changeAccount(id, { suspension }))).toBe('directory.notSupported')
      }
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' }, givenName: 'Trotzdem' }))
      valueOf(await directory.setPassword(id, 'Anderes-1234'))
    }))

  it('P9: a policy without lockout is found out by a sign-in', () =>
    test({ policy: { pwdLockout: 'FALSE' } }, async ({ tested, directory }) => {
      expect(tested.problems).toContainEqual({
        code: 'lockoutDisabled',
        severity: 'weakens',
        parameters: { policy: 'cn=default,ou=policies,dc=schule,dc=example' }
      })
      expect(tested.capabilities.suspension).toBe(false)
      const { id } = valueOf(await directory.createAccount(draftOf('o.lockout'), provisional))
      expect(codeOf(await directory.changeAccount(id, { suspension: { kind: 'forever' } }))).toBe(
        'directory.notSupported'
      )
    }))

  it('P5: a policy that demands no change is found out by a sign-in', () =>
    test({ policy: { pwdMustChange: 'FALSE', pwdMinLength: '16' } }, ({ tested, directory }) => {
      expect(directory.minimumPasswordLength).toBe(16)
      expect(codes(tested)).toContain('mustChangeDisabled')
      expect(tested.capabilities).toMatchObject({ mustChange: false, suspension: true })
    }))

  it('a server that keeps passwords readable gets them in a step of their own', () =>
    test({ hashCleartext: false }, async ({ tested, directory, server }) => {
      expect(codes(tested)).toContain('passwordStoredInPlainText')
      expect(tested.capabilities.passwordOnCreate).toBe(false)
      valueOf(await directory.createAccount(draftOf('k.klartext'), provisional))
      const ldif = await ldapSearchAsRoot(server, '(uid=k.klartext)', 'userPassword', 'pwdReset')
      const stored = /^userPassword:: (.*)$/m.exec(ldif)?.[1] ?? ''
      expect(Buffer.from(stored, 'base64').toString()).toMatch(/^\{SSHA\}/)
      expect(ldif).toContain('pwdReset: TRUE')
    }))

  it('a bind account that may only read', () =>
    test({ rights: 'read' }, async ({ tested, directory }) => {
      expect(codes(tested)).toEqual(expect.arrayContaining(['noRightToCreate', 'noRightToManageGroups']))
      expect(tested.capabilities).toMatchObject({ createAccounts: false, manageGroups: false })
      expect(codeOf(await directory.createAccount(draftOf('d.darf-nicht'), provisional))).toBe(
        'directory.noRights'
      )
    }))

  it('a bind account that may not set passwords', () =>
    test({ rights: 'noPassword' }, ({ tested }) => {
      expect(codes(tested)).toContain('noRightToSetPassword')
      expect(tested.capabilities.createAccounts).toBe(false)
    }))

  it('a bind account that may not delete is told which entry is left', () =>
    test({ rights: 'noDelete' }, async ({ tested, server }) => {
      const problem = tested.problems.find(({ code }) => code === 'noRightToDelete')
      expect(problem?.parameters['container']).toBe('ou=pupils,dc=schule,dc=example')
      const left = await ldapSearchAsRoot(server, '(uid=netzwart-probe*)', '1.1')
      expect(left).toContain(String(problem?.parameters['entry']))
    }))

  it('a bind account that may not change accounts', () =>
    test({ rights: 'noChange' }, ({ tested }) => {
      expect(codes(tested)).toContain('noRightToChange')
    }))

  it('a bind account that may not manage groups', () =>
    test({ rights: 'noGroups' }, ({ tested }) => {
      const problem = tested.problems.find(({ code }) => code === 'noRightToManageGroups')
      expect(problem?.parameters['container']).toBe('ou=classes,dc=schule,dc=example')
      expect(tested.capabilities).toMatchObject({ manageGroups: false, createAccounts: true })
    }))

  it('a size limit is found, and reading says so instead of giving half', () => {
    const entries = Array.from(
      { length: 60 },
      (_, index) => `dn: uid=v${index},dc=schule,dc=example\nobjectClass: account\nuid: v${index}\n`
    ).join('\n')
    return test({ sizeLimit: 40, entries }, async ({ tested, directory }) => {
      expect(codes(tested)).toContain('sizeLimited')
      expect(codeOf(await directory.readAll())).toBe('directory.sizeLimit')
    })
  })

  it('missing containers are named and can be made', () =>
    test(
      { entries: 'dn: ou=people,dc=schule,dc=example\nobjectClass: organizationalUnit\nou: people\n' },
      async ({ tested, directory }) => {
        expect(tested.problems.map(({ code, parameters }) => [code, parameters['container']])).toEqual([
          ['namesNotUnique', undefined],
          ['containerMissing', 'ou=classes,dc=schule,dc=example'],
          ['containerMissing', 'ou=groups,dc=schule,dc=example']
        ])
        for (const dn of valueOf(await directory.readAll()).missingContainers) {
          valueOf(await directory.createContainer(dn))
        }
        const { id } = valueOf(
          await directory.createAccount(draftOf('g.geteilt', { kind: 'teacher' }), provisional)
        )
        expect(valueOf(await directory.readAccount(id))?.kind).toBe('teacher')
        valueOf(await directory.changeAccount(id, { kind: 'pupil' }))
        expect(valueOf(await directory.readAccount(id))?.kind).toBe('pupil')
      }
    ))

  it('a server without any container is tested all the same', () =>
    test({ entries: '' }, ({ tested }) => {
      expect(new Set(codes(tested))).toEqual(new Set(['namesNotUnique', 'containerMissing']))
      expect(tested.capabilities).toMatchObject({
        createAccounts: true,
        manageGroups: true,
        deleteAccounts: true
      })
    }))

  it('the rootdn is recognised', async () => {
    const server = await startSlapd()
    const connection = connectionTo(server, { bindDn: server.rootDn })
    const directory = valueOf(await openOpenLdapDirectory(connection, server.rootPassword))
    expect(codes(valueOf(await directory.test()))).toContain('bindAccountIsRoot')
    await directory.close()
    await server.stop()
  })

  it('a certificate that ends soon is named with its day', () =>
    test({ certificateDays: 10 }, ({ tested }) => {
      const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
      expect(tested.problems).toEqual([
        { code: 'namesNotUnique', severity: 'note', parameters: {} },
        { code: 'certificateExpiresSoon', severity: 'weakens', parameters: { day } }
      ])
    }))

  it('plain text is noticed, and no secret is sent to find out', () =>
    test(
      { acceptPlainText: true },
      async ({ tested, server }) => {
        expect(codes(tested)).toContain('plainTextAccepted')
        expect(tested).toMatchObject({ encrypted: false, capabilities: { plainTextRefused: false } })
        expect(await tryPlainText('127.0.0.1', server.plainPort, nobodyOf(server))).toBe('accepted')
      },
      (server) => ({ url: server.plainUrl, caCertificate: null })
    ))

  it('refused plain text counts as refused', async () => {
    const server = await startSlapd()
    expect(await tryPlainText('127.0.0.1', server.plainPort, nobodyOf(server))).toBe('refused')
    await server.stop()
  })
})
