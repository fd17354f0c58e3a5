import type { Result } from '../../contract/result'

export interface RadiusServer {
  /** Name or address. */
  readonly host: string
  /** UDP port; 1812 by RFC 2865. */
  readonly port: number
  /** How we name ourselves (NAS-Identifier). */
  readonly nasIdentifier: string
  /** Shared with the server; it proves both sides to each other. */
  readonly secret: string
}

export interface RadiusAnswer {
  readonly accepted: boolean
  /** The answer carried a Message-Authenticator; without one it can be forged on the way (CVE-2024-3596). */
  readonly authenticated: boolean
}

/**
 * Asks a RADIUS server whether it lets somebody in with this password (PAP, RFC 2865). Fails with `radius.nameUnknown`,
 * `radius.noAnswer` (also for a wrong secret: a server does not answer whom it does not know), `radius.answerForged` where
 * an answer does not prove the secret, `radius.challenged` where it asks something back.
 */
export type AskRadius = (
  server: RadiusServer,
  login: string,
  password: string
) => Promise<Result<RadiusAnswer>>
