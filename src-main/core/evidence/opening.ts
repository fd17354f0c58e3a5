import sodium from 'libsodium-wrappers-sumo'
import { fail, succeed, type Result } from '../../contract/result'
import { createBreath } from '../cooperation'
import { fromBase64, type PersonKeys } from '../people/keys'
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

/**
 * The content, opened by two persons together. Whether their keys still speak for them, and whether the order still stands, the
 * ledger says; the caller asks it first. `evidence.samePerson`; `evidence.notForThese`: it was not sealed for these two;
 * `evidence.newer`; `evidence.damaged`: it is not, byte for byte, what the ledger says was sealed.
 */
export async function openEvidence(
  expected: ExpectedEvidence,
  sealed: SealedEvidence,
  one: PersonKeys,
  other: PersonKeys
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
  one: PersonKeys,
  other: PersonKeys
): Result<Uint8Array> {
  const [first, second] = one.fingerprint < other.fingerprint ? [one, other] : [other, one]
  const found = recipients.find(({ pair }) => pair[0] === first.fingerprint && pair[1] === second.fingerprint)
  if (found === undefined) return fail('evidence.notForThese')
  const left = openHalf(found.halves[0], bindingOfHalf(place, found.pair, 0), first)
  const right = openHalf(found.halves[1], bindingOfHalf(place, found.pair, 1), second)
  const key = left === null || right === null ? null : combine(left, right)
  for (const half of [left, right]) if (half !== null) sodium.memzero(half)
  return key === null ? fail('evidence.damaged') : succeed(key)
}

/** null: it was made for something else, or is damaged. */
function openHalf(sealed: string, binding: Uint8Array, keys: PersonKeys): Uint8Array | null {
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
