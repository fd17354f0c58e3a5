import { createHash } from 'node:crypto'
import sodium, { type StateAddress } from 'libsodium-wrappers-sumo'
import { z } from 'zod'
import { fail, succeed, type Result } from '../../contract/result'
import { StoreFailure } from '../../world/store/port'
import { canonicalJson } from '../canonicalJson'
import { fromBase64, toBase64 } from '../people/keys'
import { deriveKey, type PassphraseCost } from '../people/passphrase'
import { ByteReader } from './byteReader'

await sodium.ready

/**
 * [Note: netzwart-backup-1]
 *
 * A line in the clear, then the sealed content:
 *
 *     netzwart-backup-1 HEADER DIGEST\n
 *     chunk chunk chunk …
 *
 * HEADER is canonical JSON (RFC 8785): `derivation` (Argon2id: `operations`, `memory` in bytes, `salt`), `stream` (the
 * header of a libsodium secretstream, XChaCha20-Poly1305) and `proof`, all bytes as base64url. DIGEST is the SHA-256 of
 * everything before the space in front of it, so that a damaged header is told from a wrong passphrase.
 *
 * The key comes from the passphrase. `proof` is the stream's first message: empty, with the header without the proof as
 * additional data. Whether it opens says whether the passphrase is right. Each chunk is the next message: 65,536 bytes
 * of content (the last one 0 to 65,536) and 17 more, with DIGEST as additional data, so that no chunk fits behind
 * another header. The stream's counter refuses a chunk in another place, and only the last chunk carries the final tag:
 * what was cut off is missed.
 *
 * The content is gzip, and in it lines of JSON: `{"meta":…}`, one `{"row":…}` for each row of the store, `{"end":…}`
 * with their numbers and the head of the ledger.
 */
export const knownFormat = 1
const prefix = /^netzwart-backup-([1-9]\d{0,3}) /
const line = /^(.*) ([0-9a-f]{64})$/
/** A header of today has about 300 bytes. */
const longestHeader = 4096
const chunkBytes = 65_536
const {
  crypto_secretstream_xchacha20poly1305_ABYTES: sealBytes,
  crypto_secretstream_xchacha20poly1305_HEADERBYTES: streamBytes,
  crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: messageTag,
  crypto_secretstream_xchacha20poly1305_TAG_FINAL: finalTag,
  crypto_pwhash_SALTBYTES: saltBytes
} = sodium

function bytesSchema(length: number): z.ZodType<string> {
  return z
    .string()
    .max(100)
    .refine((text) => fromBase64(text)?.length === length)
}

const headerSchema = z.strictObject({
  derivation: z.strictObject({
    name: z.literal('argon2id13'),
    // The bounds keep a forged file from eating the memory.
    operations: z.number().int().min(1).max(20),
    memory: z.number().int().min(8192).max(1_073_741_824),
    salt: bytesSchema(saltBytes)
  }),
  stream: bytesSchema(streamBytes),
  proof: bytesSchema(sealBytes)
})
type Header = z.infer<typeof headerSchema>

/** What is wrong with a file that is being read, also halfway: nothing that came before counts. */
export function damaged(): StoreFailure {
  return new StoreFailure({ code: 'backup.damaged', parameters: {} })
}

/** Seals content under a passphrase (`[Note: netzwart-backup-1]`). */
export async function* sealed(
  content: AsyncIterable<Uint8Array>,
  passphrase: string,
  cost: PassphraseCost
): AsyncGenerator<Uint8Array> {
  const salt = sodium.randombytes_buf(saltBytes)
  const key = await deriveKey(passphrase, salt, cost)
  const { state, header: stream } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key)
  sodium.memzero(key)
  const { operations, memory } = cost
  const unproved = {
    derivation: { name: 'argon2id13', operations, memory, salt: toBase64(salt) },
    stream: toBase64(stream)
  } as const
  const proof = push(state, new Uint8Array(), canonicalJson(unproved), messageTag)
  const { text, digest } = headerLine({ ...unproved, proof: toBase64(proof) })
  yield Buffer.from(text, 'utf8')

  const reader = new ByteReader(content)
  try {
    let isLast = false
    while (!isLast) {
      const piece = await reader.take(chunkBytes)
      isLast = !(await reader.hasMore())
      yield push(state, piece, digest, isLast ? finalTag : messageTag)
    }
  } finally {
    await reader.close()
  }
}

/** The content of a file: `backup.notABackup`, `backup.newer`, `backup.wrongPassphrase`, `backup.damaged`. */
export async function opened(
  reader: ByteReader,
  passphrase: string
): Promise<Result<AsyncGenerator<Uint8Array>>> {
  const read = await readHeader(reader)
  if (!read.ok) return read
  const { header, digest } = read.value
  const { derivation, stream, proof } = header
  const { operations, memory, salt } = derivation
  const key = await deriveKey(passphrase, bytesOf(salt), { operations, memory })
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(bytesOf(stream), key)
  sodium.memzero(key)
  const unproved = canonicalJson({ derivation, stream })
  if (pull(state, bytesOf(proof), unproved) === null) return fail('backup.wrongPassphrase')
  return succeed(contentOf(reader, state, digest))
}

async function* contentOf(
  reader: ByteReader,
  state: StateAddress,
  digest: string
): AsyncGenerator<Uint8Array> {
  let isFinal = false
  while (!isFinal) {
    const piece = pull(state, await reader.take(chunkBytes + sealBytes), digest)
    if (piece === null) throw damaged()
    isFinal = piece.tag === finalTag
    // Before the last piece is handed on: what stands behind it belongs to no backup of ours.
    if (isFinal === (await reader.hasMore())) throw damaged()
    yield piece.message
  }
}

function headerLine(header: Header): { readonly text: string; readonly digest: string } {
  const text = `netzwart-backup-${knownFormat} ${canonicalJson(header)}`
  const digest = digestOf(text)
  return { text: `${text} ${digest}\n`, digest }
}

async function readHeader(
  reader: ByteReader
): Promise<Result<{ readonly header: Header; readonly digest: string }>> {
  const { bytes, complete } = await reader.line(longestHeader)
  const text = Buffer.from(bytes).toString('latin1')
  const found = Number(prefix.exec(text)?.[1] ?? 0)
  if (found === 0) return fail('backup.notABackup')
  if (found > knownFormat) return fail('backup.newer', { found, known: knownFormat })
  const parts = line.exec(text)
  const said = parts?.[1] ?? ''
  const digest = parts?.[2] ?? ''
  if (!complete || digestOf(said) !== digest) return fail('backup.damaged')
  const header = headerSchema.safeParse(readJson(said.slice(said.indexOf(' '))))
  return header.success ? succeed({ header: header.data, digest }) : fail('backup.damaged')
}

/** undefined: no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex')
}

/** Of text whose length the schema has checked. */
function bytesOf(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array()
}

function push(state: StateAddress, message: Uint8Array, bound: string, tag: number): Uint8Array {
  return sodium.crypto_secretstream_xchacha20poly1305_push(state, message, bound, tag)
}

/** null: not the next message of this stream under this key. */
function pull(
  state: StateAddress,
  bytes: Uint8Array,
  bound: string
): { readonly message: Uint8Array; readonly tag: number } | null {
  if (bytes.length < sealBytes) return null
  const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, bytes, bound)
  return pulled === false ? null : pulled
}
