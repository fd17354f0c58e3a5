import { succeed, type Result } from '../../contract/result'
import type { Signer } from '../people/keys'
import {
  hashOf,
  layOut,
  signedStatement,
  signedText,
  type Draft,
  type LaidOut,
  type Place,
  type WrittenStatement
} from './statement'

/**
 * Somebody who signs at another PC: sees each statement as it will stand, and answers the signature (base64url). `ledger.changedSince`: they
 * know of something newer, and it is to be laid out anew.
 */
export interface DistantSigner {
  readonly fingerprint: string
  signLaidOut(laid: LaidOut): Promise<Result<string>>
}

/** Something to be said, and who says it, here or at another PC. */
export interface JointEntry {
  readonly signer: Signer | DistantSigner
  readonly draft: Draft
}

/** Statements from a place on, each signed over the one before it. What a distant signer answers. */
export async function signTogether(
  entries: readonly JointEntry[],
  first: Place
): Promise<Result<readonly WrittenStatement[]>> {
  const written: WrittenStatement[] = []
  let place = first
  for (const { signer, draft } of entries) {
    const laid = layOut(draft, place, signer.fingerprint)
    const signature =
      'signLaidOut' in signer ? await signer.signLaidOut(laid) : succeed(signer.sign(signedText(laid.text)))
    if (!signature.ok) return signature
    const previous = hashOf(laid.text, signature.value)
    written.push(signedStatement(laid, signature.value))
    place = { ...place, sequence: place.sequence + 1, previous }
  }
  return succeed(written)
}
