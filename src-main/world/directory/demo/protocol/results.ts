/** Result codes of LDAP (RFC 4511, appendix A) that the demo directory answers with. */
export const resultCodes = {
  success: 0,
  operationsError: 1,
  protocolError: 2,
  sizeLimitExceeded: 4,
  compareFalse: 5,
  compareTrue: 6,
  authMethodNotSupported: 7,
  unavailableCriticalExtension: 12,
  noSuchAttribute: 16,
  inappropriateMatching: 18,
  constraintViolation: 19,
  attributeOrValueExists: 20,
  invalidAttributeSyntax: 21,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  inappropriateAuthentication: 48,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  unavailable: 52,
  unwillingToPerform: 53,
  namingViolation: 64,
  objectClassViolation: 65,
  notAllowedOnNonLeaf: 66,
  notAllowedOnRdn: 67,
  entryAlreadyExists: 68,
  other: 80,
  /** RFC 4528. */
  assertionFailed: 122
} as const

/** Errors of the password policy control (draft-behera-ldap-password-policy-10, section 6.2). */
export const policyErrors = {
  passwordExpired: 0,
  accountLocked: 1,
  changeAfterReset: 2,
  passwordModNotAllowed: 3,
  mustSupplyOldPassword: 4,
  insufficientPasswordQuality: 5,
  passwordTooShort: 6,
  passwordTooYoung: 7,
  passwordInHistory: 8
} as const
export type PolicyError = (typeof policyErrors)[keyof typeof policyErrors]

/**
 * How an operation ends without success. Thrown inside the server and caught at one place, where it becomes
 * the answer to the client; it never leaves this folder.
 */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly policyError: PolicyError | null = null
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

export function refuse(
  code: keyof typeof resultCodes,
  message: string,
  policyError: PolicyError | null = null
): never {
  throw new Refusal(resultCodes[code], message, policyError)
}
