import { describe, expect, it } from 'vitest'
import type { Certificate } from '../../../../src-main/contract/directory'
import {
  addressProblem,
  certificateToPin,
  completeAddress,
  connectionOf,
  emptyDraft,
  isAccountComplete,
  isLoopback,
  isTrustSettled,
  isValidAt
} from '../../../../src-renderer/features/setup/draft'

function certificate(change: Partial<Certificate>): Certificate {
  return {
    subject: 'CN=test',
    issuer: 'CN=test',
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
    fingerprint: 'AA',
    isCertificateAuthority: false,
    pem: 'pem',
    ...change
  }
}

describe('address of the directory', () => {
  it('gets ldaps:// when only the name of the server was typed', () => {
    expect(completeAddress(' dc1.schule.example ')).toBe('ldaps://dc1.schule.example')
    expect(completeAddress('ldap://localhost')).toBe('ldap://localhost')
    expect(completeAddress('')).toBe('')
  })

  it.each([
    ['ldaps://dc1.schule.example', null],
    ['ldaps://dc1.schule.example:6360/', null],
    ['LDAPS://10.1.2.3', null],
    ['ldap://127.0.0.1:3890', null],
    ['ldap://[::1]:389', null],
    ['ldap://dc1.schule.example', 'plainText'],
    ['ldap://127.0.0.1.schule.example', 'plainText'],
    ['https://dc1.schule.example', 'invalid'],
    ['ldaps://', 'invalid'],
    ['ldaps://dc1.schule.example/dc=x', 'invalid'],
    ['', 'invalid']
  ])('%s: %s', (address, problem) => {
    expect(addressProblem(address)).toBe(problem)
  })

  it('takes no host for this PC that only looks like it', () => {
    expect(isLoopback('ldap://localhost')).toBe(true)
    expect(isLoopback('ldap://localhost.schule.example')).toBe(false)
  })
})

describe('trust in the server', () => {
  it('is settled only once the fingerprint was compared', () => {
    const draft = { ...emptyDraft(), url: 'ldaps://dc1.schule.example' }
    expect(isTrustSettled(draft)).toBe(false)
    expect(isTrustSettled({ ...draft, certificate: certificate({}) })).toBe(false)
    expect(isTrustSettled({ ...draft, certificate: certificate({}), confirmed: true })).toBe(true)
    expect(isTrustSettled({ ...draft, publicAuthority: true })).toBe(true)
  })

  it('pins the authority of a chain, else its last certificate', () => {
    const server = certificate({ fingerprint: 'AA' })
    const authority = certificate({ fingerprint: 'BB', isCertificateAuthority: true })
    expect(certificateToPin([server, authority])).toBe(authority)
    expect(certificateToPin([server])).toBe(server)
    expect(certificateToPin([])).toBeNull()
  })

  it('knows when a certificate is valid', () => {
    expect(isValidAt(certificate({}), new Date('2026-06-01'))).toBe(true)
    expect(isValidAt(certificate({}), new Date('2027-06-01'))).toBe(false)
  })

  it('sends no certificate where the person trusts a public authority', () => {
    const draft = { ...emptyDraft(), url: 'ldaps://dc1.schule.example', certificate: certificate({}) }
    expect(connectionOf(draft).caCertificate).toBe('pem')
    expect(connectionOf({ ...draft, publicAuthority: true }).caCertificate).toBeNull()
    expect(connectionOf({ ...draft, url: 'ldap://127.0.0.1' }).caCertificate).toBeNull()
  })

  it('wants account, base and password before it tries them', () => {
    const draft = { ...emptyDraft(), bindDn: 'cn=a', baseDn: 'dc=b', password: 'p' }
    expect(isAccountComplete(draft)).toBe(true)
    expect(isAccountComplete({ ...draft, baseDn: ' ' })).toBe(false)
    expect(isAccountComplete({ ...draft, password: '' })).toBe(false)
  })
})
