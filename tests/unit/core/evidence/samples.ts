import { createHash } from 'node:crypto'
import {
  sealEvidence,
  type Pair,
  type Recipient,
  type SealedEvidence
} from '../../../../src-main/core/evidence'
import { makePersonKeys, openKeys, type PersonKeys } from '../../../../src-main/core/people/keys'

export const place = {
  order: '6b1f2b6e-7a3a-4a51-9d62-7a1a2f1f0a01',
  evidence: '0c8f0a55-30a2-4b86-8d1e-5f0f35c1a702'
}

/** Somebody with keys, open for the length of a test. */
export interface Holder {
  readonly recipient: Recipient
  readonly keys: PersonKeys
}

const cost = { operations: 1, memory: 8192 }

export async function holderOf(person: string): Promise<Holder> {
  const made = await makePersonKeys(person, 'drei gelbe Bagger am See', '2026-11-28T08:00:00.000Z', cost)
  made.signer.wipe()
  const opened = await openKeys(made.row, 'drei gelbe Bagger am See')
  if (!opened.ok) throw new Error(opened.failure.code)
  const { fingerprint } = opened.value
  return { recipient: { person, fingerprint, keys: made.keys }, keys: opened.value }
}

/** Content of a length that no compression shortens, the same in every run. */
export function contentOf(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, place) =>
    createHash('sha512').update(String(place)).digest()
  )
  return Buffer.concat(blocks).subarray(0, length)
}

export async function* asStream(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += 65_536) {
    yield await Promise.resolve(Uint8Array.from(content.subarray(start, start + 65_536)))
  }
}

export async function sealedSample(
  pairs: readonly Pair[],
  content: Uint8Array
): Promise<SealedEvidence & { readonly digest: string }> {
  const sealed = await sealEvidence(place, pairs, asStream(content))
  if (!sealed.ok) throw new Error(sealed.failure.code)
  return sealed.value
}
