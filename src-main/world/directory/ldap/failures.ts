import { fail, type Failure } from '../../../contract/result'

/** Result codes of LDAP (RFC 4511 appendix A) that the adapters tell apart. */
export const ResultCode = {
  success: 0,
  timeLimitExceeded: 3,
  sizeLimitExceeded: 4,
  strongerAuthRequired: 8,
  referral: 10,
  adminLimitExceeded: 11,
  unavailableCriticalExtension: 12,
  confidentialityRequired: 13,
  noSuchAttribute: 16,
  undefinedAttributeType: 17,
  constraintViolation: 19,
  attributeOrValueExists: 20,
  invalidAttributeSyntax: 21,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  inappropriateAuthentication: 48,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  busy: 51,
  unavailable: 52,
  unwillingToPerform: 53,
  objectClassViolation: 65,
  notAllowedOnNonLeaf: 66,
  entryAlreadyExists: 68,
  /** RFC 4528. */
  assertionFailed: 122
} as const

/** Words for a result code where the server sends no diagnostic message of its own. */
const resultNames: ReadonlyMap<number, string> = new Map(
  Object.entries(ResultCode).map(([name, code]) => [code, name])
)

const longestReason = 300

/**
 * Text from outside, made safe to show: control and direction characters become `\u{...}`, blanks are
 * trimmed, the length is capped.
 */
export function visibleText(text: string, longest = longestReason): string {
  const visible = text
    .trim()
    .replaceAll(
      /[\p{Cc}\p{Cs}\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
    )
  return visible.length > longest ? `${visible.slice(0, longest)}…` : visible
}

/** How the server ended a request. */
export interface Outcome {
  readonly resultCode: number
  readonly diagnostic: string
}

/**
 * The failure for an outcome other than success. `name`: what the request was about, for the sentence.
 * `secrets`: never shown, even if a server were to repeat them in its message. The result code is always
 * among the parameters.
 */
export function failureOf(
  outcome: Outcome,
  name: string,
  secrets: readonly string[] = []
): { ok: false; failure: Failure } {
  const { resultCode } = outcome
  const reason = reasonOf(outcome, secrets)
  const parameters = { name: visibleText(name), reason, resultCode }
  switch (resultCode) {
    case ResultCode.invalidCredentials:
    case ResultCode.inappropriateAuthentication:
      return fail('directory.wrongCredentials', parameters)
    case ResultCode.insufficientAccessRights:
      return fail('directory.noRights', parameters)
    case ResultCode.strongerAuthRequired:
    case ResultCode.confidentialityRequired:
      return fail('directory.encryptionRequired', parameters)
    case ResultCode.noSuchObject:
      return fail('directory.notFound', parameters)
    case ResultCode.entryAlreadyExists:
      return fail('directory.alreadyExists', parameters)
    case ResultCode.sizeLimitExceeded:
    case ResultCode.adminLimitExceeded:
      return fail('directory.sizeLimit', parameters)
    case ResultCode.timeLimitExceeded:
      return fail('directory.timeout', parameters)
    case ResultCode.busy:
    case ResultCode.unavailable:
      return fail('directory.busy', parameters)
    case ResultCode.assertionFailed:
      return fail('directory.changedSince', { ...parameters, field: parameters.name })
    case ResultCode.invalidDnSyntax:
      return fail('directory.invalidName', { ...parameters, dn: parameters.name })
    default:
      return fail('directory.refused', parameters)
  }
}

/** The server's own words, or those of the standard where it sends none. */
export function reasonOf(outcome: Outcome, secrets: readonly string[] = []): string {
  let text = outcome.diagnostic
  for (const secret of secrets) if (secret !== '') text = text.replaceAll(secret, '***')
  const visible = visibleText(text)
  return visible === '' ? (resultNames.get(outcome.resultCode) ?? `${outcome.resultCode}`) : visible
}

/** Whether the failure came from the server with this result code. */
export function hasResultCode(failure: Failure, ...codes: readonly number[]): boolean {
  const { resultCode } = failure.parameters
  return typeof resultCode === 'number' && codes.includes(resultCode)
}

/** Verification errors of OpenSSL that mean: this chain does not end at the pinned CA. */
const untrusted = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED'
])

/** The failure for an error while connecting: name service, TCP, TLS. */
export function connectFailure(error: unknown, host: string): { ok: false; failure: Failure } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return fail('directory.certificateWrongHost', { host })
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return fail('directory.certificateExpired', { host })
  }
  if (untrusted.has(code)) return fail('directory.certificateNotTrusted', { host })
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return fail('directory.encryptionFailed', { host })
  }
  return fail('directory.unreachable', { host, reason: code })
}
