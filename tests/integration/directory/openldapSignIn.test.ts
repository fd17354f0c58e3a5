import { describe, expect, it } from 'vitest'
import type { Directory } from '../../../src-main/world/directory/port'
import {
  ldapModifyAsRoot,
  ldapPasswd,
  ldapWhoAmI,
  startSlapd,
  type SlapdOptions,
  type SlapdServer
} from '../servers/slapd'
import { codeOf, draftOf, own, provisional, until, valueOf } from './suiteTools'
import { openOn } from './openldapServer'

/** A server with these options for one test. */
async function withServer(
  options: SlapdOptions,
  work: (directory: Directory, server: SlapdServer) => Promise<void>
): Promise<void> {
  const server = await startSlapd(options)
  const directory = await openOn(server)
  try {
    await work(directory, server)
  } finally {
    await directory.close()
    await server.stop()
  }
}

const enters = async (directory: Directory, login: string): Promise<string> =>
  valueOf(await directory.createAccount(draftOf(login, { mustChangePassword: false }), provisional)).id

describe('slapd: a person signs in where the policy is another', () => {
  it('P9: a suspension for good holds although the policy does not enforce it', () =>
    withServer({ policy: { pwdLockout: 'FALSE' } }, async (directory, server) => {
      const id = await enters(directory, 'o.lockout')
      // Set while the policy still enforced it.
      const { dn } = valueOf(await directory.readAccount(id)) ?? { dn: '' }
      const change =
        'changetype: modify\nreplace: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z\n'
      await ldapModifyAsRoot(server, `dn: ${dn}\n${change}`)
      expect(await ldapWhoAmI(server, 'o.lockout', provisional)).toBe('accepted')
      expect(codeOf(await directory.signIn('o.lockout', provisional))).toBe('directory.signInRefused')
    }))

  it('P4: a provisional password is not enough although the policy demands no change', () =>
    withServer({ policy: { pwdMustChange: 'FALSE' } }, async (directory, server) => {
      valueOf(await directory.createAccount(draftOf('o.wechsel'), provisional))
      expect(await ldapWhoAmI(server, 'o.wechsel', provisional)).toBe('accepted')
      expect(codeOf(await directory.signIn('o.wechsel', provisional))).toBe('directory.passwordMustChange')
      expect(await ldapPasswd(server, 'o.wechsel', provisional, own)).toBe(true)
      expect(codeOf(await directory.signIn('o.wechsel', own))).toBe('succeeded')
    }))

  it('P4: an expired password has to be changed, also while the server lets in by grace', async () => {
    for (const pwdGraceAuthNLimit of ['0', '3']) {
      await withServer({ policy: { pwdMaxAge: '2', pwdGraceAuthNLimit } }, async (directory) => {
        await enters(directory, 'a.alt')
        await until(
          async () => codeOf(await directory.signIn('a.alt', provisional)) === 'directory.passwordMustChange'
        )
        expect(codeOf(await directory.signIn('a.alt', 'Falsch-geraten-1'))).toBe('directory.signInRefused')
      })
    }
  })

  it('P1: signs in without any password policy', () =>
    withServer({ passwordPolicy: false }, async (directory) => {
      await enters(directory, 'o.regel')
      expect(codeOf(await directory.signIn('o.regel', provisional))).toBe('succeeded')
      expect(codeOf(await directory.signIn('o.regel', ''))).toBe('directory.signInRefused')
    }))

  it('says that the server is gone, and signs in again when it is back', () =>
    withServer({ durable: true }, async (directory, server) => {
      await enters(directory, 'w.weg')
      await server.kill()
      await until(
        async () => codeOf(await directory.signIn('w.weg', provisional)) === 'directory.unreachable'
      )
      await server.restart()
      expect(codeOf(await directory.signIn('w.weg', provisional))).toBe('succeeded')
    }))
})
