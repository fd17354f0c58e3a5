import sodium from 'libsodium-wrappers-sumo'
import { fail, succeed, type Result } from '../../contract/result'
import { createBreath } from '../cooperation'
import { fromBase64, type PersonKeys } from '../people/keys'
import { sealFor } from '../people/passingKeys'
import {
  bindingOfHalf,
  bindingOfParts,
  combine,
  EvidenceDigest,
  headSchema,
  keyBytes,
  knownFormat,
  sealedPartBytes,
  tagBytes,
  type EvidencePlace,
  type Head,
  type SealedEvidence,
  type SealedPair
} from './format'

await sodium.ready

const {
  crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: messageTag,
  crypto_secretstream_xchacha20poly1305_TAG_FINAL: finalTag
} = sodium

const longestStretch = 10

/** What the ledger says of the evidence that is to be opened. */
export interface ExpectedEvidence extends EvidencePlace {
  readonly digest: string
}

/** Somebody for whom a half was sealed, and who opens it: by their own key, or it was released from another PC. */
export type HalfHolder = Pick<PersonKeys, 'person' | 'fingerprint' | 'unseal'>

/**
 * The half of one of two persons, sealed anew for the passing key of the other one's PC, together with what it is bound to: it
 * opens nothing but this evidence, with these two. `evidence.notForThese`; `evidence.damaged`; `evidence.keyUnusable`.
 *
 * @param other fingerprint of the other one's key
 * @returns a sealed box, base64url
 */
export function releaseHalf(
  place: EvidencePlace,
  recipients: readonly SealedPair[],
  own: HalfHolder,
  other: string,
  publicKey: string
): Result<string> {
  const found = pairOf(recipients, own.fingerprint, other)
  if (found === null) return fail('evidence.notForThese')
  const index = found.pair[0] === own.fingerprint ? 0 : 1
  const binding = bindingOfHalf(place, found.pair, index)
  const half = openHalf(found.halves[index], binding, own)
  if (half === null) return fail('evidence.damaged')
  const plain = new Uint8Array([...half, ...binding])
  const sealed = sealFor(publicKey, plain)
  for (const secret of [half, plain]) sodium.memzero(secret)
  return sealed === null ? fail('evidence.keyUnusable') : succeed(sealed)
}

/**
 * The content, opened by two persons together. Whether their keys still speak for them, and whether the order still stands, the
 * ledger says; the caller asks it first. `evidence.samePerson`; `evidence.notForThese`: it was not sealed for these two;
 * `evidence.newer`; `evidence.damaged`: it is not, byte for byte, what the ledger says was sealed.
 */
export async function openEvidence(
  expected: ExpectedEvidence,
  sealed: SealedEvidence,
  one: HalfHolder,
  other: HalfHolder
): Promise<Result<Uint8Array>> {
  if (one.person === other.person || one.fingerprint === other.fingerprint) return fail('evidence.samePerson')
  const head = readHead(sealed.head)
  if (!head.ok) return head
  const { order, evidence } = head.value
  if (order !== expected.order || evidence !== expected.evidence) return fail('evidence.damaged')
  const key = joinHalves(expected, sealed.recipients, one, other)
  if (!key.ok) return key
  try {
    return await openContent(expected, head.value, sealed, key.value)
  } finally {
    sodium.memzero(key.value)
  }
}

function readHead(text: string): Result<Head> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('evidence.damaged')
  }
  const found: unknown = typeof value === 'object' && value !== null && 'format' in value ? value.format : 0
  if (typeof found === 'number' && found > knownFormat) {
    return fail('evidence.newer', { found, known: knownFormat })
  }
  const head = headSchema.safeParse(value)
  return head.success ? succeed(head.data) : fail('evidence.damaged')
}

/** The caller wipes the key. */
function joinHalves(
  place: EvidencePlace,
  recipients: readonly SealedPair[],
  one: HalfHolder,
  other: HalfHolder
): Result<Uint8Array> {
  const [first, second] = one.fingerprint < other.fingerprint ? [one, other] : [other, one]
  const found = pairOf(recipients, first.fingerprint, second.fingerprint)
  if (found === null) return fail('evidence.notForThese')
  const left = openHalf(found.halves[0], bindingOfHalf(place, found.pair, 0), first)
  const right = openHalf(found.halves[1], bindingOfHalf(place, found.pair, 1), second)
  const key = left === null || right === null ? null : combine(left, right)
  for (const half of [left, right]) if (half !== null) sodium.memzero(half)
  return key === null ? fail('evidence.damaged') : succeed(key)
}

/** null: it was not sealed for these two. */
function pairOf(recipients: readonly SealedPair[], one: string, other: string): SealedPair | null {
  const [first, second] = one < other ? [one, other] : [other, one]
  return recipients.find(({ pair }) => pair[0] === first && pair[1] === second) ?? null
}

/** null: it was made for something else, or is damaged. */
function openHalf(sealed: string, binding: Uint8Array, keys: HalfHolder): Uint8Array | null {
  const bytes = fromBase64(sealed)
  const plain = bytes === null ? null : keys.unseal(bytes)
  if (plain === null) return null
  const isBound =
    plain.length === keyBytes + binding.length && sodium.memcmp(plain.subarray(keyBytes), binding)
  const half = plain.slice(0, keyBytes)
  sodium.memzero(plain)
  return isBound ? half : null
}

async function openContent(
  expected: ExpectedEvidence,
  { stream }: Head,
  { head, parts }: SealedEvidence,
  key: Uint8Array
): Promise<Result<Uint8Array>> {
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(
    fromBase64(stream) ?? new Uint8Array(),
    key
  )
  const bindingOf = bindingOfParts(head)
  const digest = new EvidenceDigest(head)
  const breath = createBreath(longestStretch)
  const pieces: Uint8Array[] = []
  const wipe = (): void => {
    for (const piece of pieces) sodium.memzero(piece)
  }
  for (const [place, part] of parts.entries()) {
    digest.add(part)
    const isLast = place === parts.length - 1
    const fits = part.length >= tagBytes && (isLast || part.length === sealedPartBytes)
    const pulled = fits && sodium.crypto_secretstream_xchacha20poly1305_pull(state, part, bindingOf(place))
    if (pulled === false || pulled.tag !== (isLast ? finalTag : messageTag)) {
      wipe()
      return fail('evidence.damaged')
    }
    pieces.push(pulled.message)
    await breath()
  }
  const isWhole = pieces.length > 0 && digest.hex() === expected.digest
  const content = isWhole ? new Uint8Array(Buffer.concat(pieces)) : null
  wipe()
  return content === null ? fail('evidence.damaged') : succeed(content)
}
