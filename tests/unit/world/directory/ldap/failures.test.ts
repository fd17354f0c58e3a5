import { describe, expect, it } from 'vitest'
import { sentence } from '../../../../../src-main/contract/sentences'
import {
  connectFailure,
  failureOf,
  hasResultCode,
  visibleText
} from '../../../../../src-main/world/directory/ldap/failures'

describe('failures', () => {
  it.each([
    [49, 'directory.wrongCredentials'],
    [50, 'directory.noRights'],
    [32, 'directory.notFound'],
    [68, 'directory.alreadyExists'],
    [4, 'directory.sizeLimit'],
    [11, 'directory.sizeLimit'],
    [3, 'directory.timeout'],
    [13, 'directory.encryptionRequired'],
    [34, 'directory.invalidName'],
    [51, 'directory.busy'],
    [53, 'directory.refused'],
    [12_345, 'directory.refused']
  ] as const)('result code %i is %s', (resultCode, code) => {
    const { failure } = failureOf({ resultCode, diagnostic: '' }, 'uid=x')
    expect(failure.code).toBe(code)
    expect(hasResultCode(failure, resultCode)).toBe(true)
    expect(sentence(failure, 'de')).not.toMatch(/\{\w+\}/)
    expect(sentence(failure, 'en')).not.toMatch(/\{\w+\}/)
  })

  it('P6: a password never appears, even if the server repeats it', () => {
    const { failure } = failureOf({ resultCode: 19, diagnostic: 'bad password Geheim-1!' }, 'x', [
      'Geheim-1!'
    ])
    expect(JSON.stringify(failure)).not.toContain('Geheim')
  })

  it('text from outside cannot hide or reverse anything', () => {
    expect(visibleText(' a\0b\u202Ec\nd\u200B ')).toBe('a\\u{0}b\\u{202e}c\\u{a}d\\u{200b}')
    expect(visibleText('x'.repeat(1000))).toHaveLength(301)
    expect(visibleText('Müller – „äöü“')).toBe('Müller – „äöü“')
  })

  it.each([
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'directory.certificateWrongHost'],
    ['CERT_HAS_EXPIRED', 'directory.certificateExpired'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'directory.certificateNotTrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'directory.certificateNotTrusted'],
    ['EPROTO', 'directory.encryptionFailed'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'directory.encryptionFailed'],
    ['ECONNREFUSED', 'directory.unreachable'],
    ['ENOTFOUND', 'directory.unreachable']
  ])('the error %s is %s', (code, expected) => {
    const { failure } = connectFailure(Object.assign(new Error('x'), { code }), 'dc1')
    expect(failure.code).toBe(expected)
    expect(failure.parameters['host']).toBe('dc1')
  })
})
