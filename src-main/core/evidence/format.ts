import { createHash } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { z } from 'zod'
import { fingerprintSchema } from '../../contract/people'
import { canonicalJson } from '../canonicalJson'
import { fromBase64 } from '../people/keys'

await sodium.ready

/**
 * [Note: netzwart-evidence-1]
 *
 * Sealed evidence is a head, recipients and parts (docs/evidence.md has it in the words of an outsider).
 *
 * The head is canonical JSON (RFC 8785): `format` 1, `order`, `evidence` and `stream`, the header of a libsodium secretstream
 * (XChaCha20-Poly1305) as base64url. The parts are that stream's messages: 262,127 bytes of content (the last one 0 to
 * 262,127) and 17 more. The additional data of each is the SHA-256 of the head in hex, a space, and its place from 0, so
 * that no part fits behind another head or in another place; only the last one carries the final tag.
 *
 * The key of the stream exists nowhere but in halves. For each pair of persons a pad of 32 random bytes is made anew: one of
 * the two gets the pad, the other one the key XOR the pad. Were one pad used for all pairs, who is in two of them could hold
 * both halves alone. A half is followed by what it is bound to, the SHA-256 of canonical JSON of `evidence`, `order`, `pair`
 * (the two fingerprints in order) and `place` (0 or 1 in the pair), and both are sealed for that person's X25519 key.
 *
 * The digest is the SHA-256 of head, line feed and parts. Recipients stand outside it: other pairs can be added by those who
 * hold the key without a new digest, and who adds a pair without it adds one that opens nothing.
 */
export const knownFormat = 1

const {
  crypto_secretstream_xchacha20poly1305_ABYTES: tagBytes,
  crypto_secretstream_xchacha20poly1305_HEADERBYTES: streamBytes,
  crypto_secretstream_xchacha20poly1305_KEYBYTES: keyBytes
} = sodium

/** A part as it is kept: small enough that sealing one holds nothing up for more than a few milliseconds. */
export const sealedPartBytes = 262_144
export const partBytes = sealedPartBytes - tagBytes
export { keyBytes, tagBytes }

/** Which evidence, of which order. Both are ids (UUID). */
export interface EvidencePlace {
  readonly order: string
  readonly evidence: string
}

export const headSchema = z.strictObject({
  format: z.literal(knownFormat),
  order: z.uuid(),
  evidence: z.uuid(),
  stream: z.string().refine((text) => fromBase64(text)?.length === streamBytes)
})
export type Head = z.infer<typeof headSchema>

/** Two halves of a key, each sealed for one of two persons, who are named by the fingerprints of their keys, in order. */
export const sealedPairSchema = z.strictObject({
  pair: z.tuple([fingerprintSchema, fingerprintSchema]),
  /** base64url without padding. */
  halves: z.tuple([z.string().max(400), z.string().max(400)])
})
export type SealedPair = z.infer<typeof sealedPairSchema>

/** Sealed evidence as it is kept; no part of it says anything about a person. */
export interface SealedEvidence {
  readonly head: string
  readonly recipients: readonly SealedPair[]
  readonly parts: readonly Uint8Array[]
}

/** SHA-256 of head, line feed and parts, hex: what the ledger keeps of sealed evidence. */
export class EvidenceDigest {
  private readonly hash = createHash('sha256')

  constructor(head: string) {
    this.hash.update(`${head}\n`, 'utf8')
  }

  add(part: Uint8Array): void {
    this.hash.update(part)
  }

  hex(): string {
    return this.hash.digest('hex')
  }
}

/** What each part is bound to, by its place. */
export function bindingOfParts(head: string): (place: number) => string {
  const digest = createHash('sha256').update(head, 'utf8').digest('hex')
  return (place) => `${digest} ${place}`
}

/** What a half is bound to, 32 bytes. */
export function bindingOfHalf(
  { order, evidence }: EvidencePlace,
  pair: SealedPair['pair'],
  place: number
): Uint8Array {
  return createHash('sha256').update(canonicalJson({ evidence, order, pair, place }), 'utf8').digest()
}

/** One half from the key and the other half, or the key from both. */
export function combine(left: Uint8Array, right: Uint8Array): Uint8Array {
  return left.map((byte, index) => byte ^ (right[index] ?? 0))
}
