import sodium from 'libsodium-wrappers-sumo'
import { fail, succeed, type Result } from '../../contract/result'
import { ByteReader } from '../backup/byteReader'
import { canonicalJson } from '../canonicalJson'
import { createBreath } from '../cooperation'
import { toBase64 } from '../people/keys'
import { sealFor } from '../people/passingKeys'
import {
  bindingOfHalf,
  bindingOfParts,
  combine,
  EvidenceDigest,
  keyBytes,
  knownFormat,
  partBytes,
  type EvidencePlace,
  type Head,
  type SealedEvidence,
  type SealedPair
} from './format'
import type { Pair } from './pairs'

await sodium.ready

const {
  crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: messageTag,
  crypto_secretstream_xchacha20poly1305_TAG_FINAL: finalTag
} = sodium

/** A part takes a few milliseconds; nothing else waits longer than for two of them. */
const longestStretch = 10

/**
 * Seals content so that two persons of one pair open it together and nobody alone (`[Note: netzwart-evidence-1]`). The content
 * is the caller's to wipe. `evidence.noPair`: there are no two; `evidence.keyUnusable`: nothing can be sealed for a key.
 *
 * @returns what is kept, and its digest for the ledger
 */
export async function sealEvidence(
  place: EvidencePlace,
  pairs: readonly Pair[],
  content: AsyncIterable<Uint8Array>
): Promise<Result<SealedEvidence & { readonly digest: string }>> {
  if (pairs.length === 0) return fail('evidence.noPair')
  const key = sodium.crypto_secretstream_xchacha20poly1305_keygen()
  const recipients: SealedPair[] = []
  try {
    for (const pair of pairs) {
      const sealed = sealHalves(place, pair, key)
      if (sealed === null) return fail('evidence.keyUnusable')
      recipients.push(sealed)
    }
    return succeed({ recipients, ...(await sealContent(place, key, content)) })
  } finally {
    sodium.memzero(key)
  }
}

async function sealContent(
  { order, evidence }: EvidencePlace,
  key: Uint8Array,
  content: AsyncIterable<Uint8Array>
): Promise<Pick<SealedEvidence, 'head' | 'parts'> & { readonly digest: string }> {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key)
  const head = canonicalJson({
    format: knownFormat,
    order,
    evidence,
    stream: toBase64(header)
  } satisfies Head)
  const bindingOf = bindingOfParts(head)
  const digest = new EvidenceDigest(head)
  const breath = createBreath(longestStretch)
  const reader = new ByteReader(content)
  const parts: Uint8Array[] = []
  try {
    let isLast = false
    while (!isLast) {
      const piece = await reader.take(partBytes)
      isLast = !(await reader.hasMore())
      const tag = isLast ? finalTag : messageTag
      const part = sodium.crypto_secretstream_xchacha20poly1305_push(
        state,
        piece,
        bindingOf(parts.length),
        tag
      )
      sodium.memzero(piece)
      digest.add(part)
      parts.push(part)
      await breath()
    }
  } finally {
    await reader.close()
  }
  return { head, parts, digest: digest.hex() }
}

/** null: one of the keys is none that anything can be sealed for. */
function sealHalves(place: EvidencePlace, persons: Pair, key: Uint8Array): SealedPair | null {
  const pair: SealedPair['pair'] = [persons[0].fingerprint, persons[1].fingerprint]
  const pad = sodium.randombytes_buf(keyBytes)
  const rest = combine(key, pad)
  try {
    const halves = [pad, rest].map((half, index) =>
      sealHalf(half, bindingOfHalf(place, pair, index), persons[index === 0 ? 0 : 1].keys.seal)
    )
    const [first, second] = halves
    return typeof first !== 'string' || typeof second !== 'string' ? null : { pair, halves: [first, second] }
  } finally {
    sodium.memzero(pad)
    sodium.memzero(rest)
  }
}

function sealHalf(half: Uint8Array, binding: Uint8Array, sealKey: string): string | null {
  const plain = new Uint8Array([...half, ...binding])
  try {
    return sealFor(sealKey, plain)
  } finally {
    sodium.memzero(plain)
  }
}
