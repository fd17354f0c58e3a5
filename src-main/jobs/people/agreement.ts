import { agreementText } from '../../contract/agreement'
import { sha256 } from '../../core/ledger'

/** Digest of the agreement's German words: what the administrator signs (P25). */
export function agreementDigest(): string {
  return sha256(agreementText('de'))
}
