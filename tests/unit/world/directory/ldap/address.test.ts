import { describe, expect, it } from 'vitest'
import { isLoopback, parseAddress } from '../../../../../src-main/world/directory/ldap/address'

describe('addresses', () => {
  it.each([
    ['ldaps://dc1.schule.example', 'dc1.schule.example', 636],
    ['ldaps://dc1.schule.example:3269/', 'dc1.schule.example', 3269],
    [' ldaps://10.0.0.4 ', '10.0.0.4', 636],
    ['ldaps://[fe80::1]:637', 'fe80::1', 637],
    ['ldaps://müller', 'xn--mller-kva', 636]
  ])('reads %s', (text, host, port) => {
    expect(parseAddress(text)).toEqual({
      ok: true,
      value: {
        url: text.trim(),
        host,
        port,
        encrypted: true
      }
    })
  })

  it.each(['ldap://127.0.0.1:1389', 'ldap://localhost', 'ldap://[::1]'])('lets %s go unencrypted', (text) => {
    expect(parseAddress(text)).toMatchObject({ ok: true, value: { encrypted: false } })
  })

  it.each([
    'ldap://dc1.schule.example',
    'ldap://10.0.0.4',
    'ldap://127.0.0.1.evil.example',
    'ldap://localhost.evil'
  ])('refuses %s: passwords would travel in plain text', (text) => {
    expect(parseAddress(text)).toMatchObject({ ok: false, failure: { code: 'directory.plainTextRefused' } })
  })

  it.each([
    '',
    'dc1.schule.example',
    'https://dc1.schule.example',
    'ldaps://',
    'ldaps://user:secret@dc1',
    'ldaps://dc1/dc=schule',
    'ldaps://dc1?x',
    'ldaps://dc1:99999',
    'ldaps://dc1:0',
    'ldaps://dc 1',
    'ldaps://-dc1'
  ])('refuses %s as no address', (text) => {
    expect(parseAddress(text)).toMatchObject({ ok: false, failure: { code: 'directory.invalidAddress' } })
  })

  it('knows this machine', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', 'LocalHost'].every(isLoopback)).toBe(true)
    expect(['128.0.0.1', '::2', '127.evil.example', 'example'].some(isLoopback)).toBe(false)
  })
})
