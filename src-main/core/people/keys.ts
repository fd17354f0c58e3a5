import { createHash } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { z } from 'zod'
import { publicKeysSchema, type PublicKeys } from '../../contract/people'
import { fail, succeed, type Result } from '../../contract/result'
import type { SealedKeyRow } from '../../world/store/port'
import { canonicalJson } from '../canonicalJson'
import { deriveKey, usualCost, type PassphraseCost } from './passphrase'

await sodium.ready

/** Signs as one key. `wipe` overwrites the private part; afterwards `sign` throws. */
export interface Signer {
  readonly fingerprint: string
  /** The public Ed25519 key, base64url. */
  readonly publicKey: string
  /** Ed25519 over the UTF-8 bytes of the text, base64url without padding. */
  sign(text: string): string
  wipe(): void
}

/** All of a person's private keys, open: to sign, and to unseal what was sealed for them. `wipe` overwrites both. */
export interface PersonKeys extends Signer {
  readonly person: string
  /** What was sealed for the person's X25519 key (libsodium's sealed box); null: for another one, or damaged. */
  unseal(sealed: Uint8Array): Uint8Array | null
}

/** How a private key was sealed; kept as JSON beside it. Upper bounds keep a forged row from eating the memory. */
const descriptionSchema = z.object({
  format: z.literal(1),
  keys: publicKeysSchema,
  derivation: z.object({
    name: z.literal('argon2id13'),
    operations: z.number().int().min(1).max(20),
    memory: z.number().int().min(8192).max(1_073_741_824),
    salt: z.string()
  }),
  nonce: z.string()
})

const base64 = sodium.base64_variants.URLSAFE_NO_PADDING

export function toBase64(bytes: Uint8Array): string {
  return sodium.to_base64(bytes, base64)
}

/** null: no base64url. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return sodium.from_base64(text, base64)
  } catch {
    return null
  }
}

/** SHA-256 over the raw public keys, signing key first; a device has no sealing key. */
export function fingerprintOf(keys: { readonly sign: string; readonly seal?: string }): string {
  const hash = createHash('sha256').update(fromBase64(keys.sign) ?? new Uint8Array())
  if (keys.seal !== undefined) hash.update(fromBase64(keys.seal) ?? new Uint8Array())
  return hash.digest('hex')
}

/** Whether the signature is this key's over the text. Never throws. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = fromBase64(publicKey)
  const bytes = fromBase64(signature)
  if (key?.length !== sodium.crypto_sign_PUBLICKEYBYTES || bytes?.length !== sodium.crypto_sign_BYTES)
    return false
  // Of one signature there is one spelling; trailing bits that a decoder ignores would be a second one.
  if (toBase64(bytes) !== signature) return false
  return sodium.crypto_sign_verify_detached(bytes, sodium.from_string(text), key)
}

class SeedSigner implements Signer {
  readonly publicKey: string
  readonly fingerprint: string
  private privateKey: Uint8Array | null

  constructor(seed: Uint8Array, sealKey?: string) {
    const pair = sodium.crypto_sign_seed_keypair(seed)
    this.privateKey = pair.privateKey
    this.publicKey = toBase64(pair.publicKey)
    this.fingerprint = fingerprintOf(
      sealKey === undefined ? { sign: this.publicKey } : { sign: this.publicKey, seal: sealKey }
    )
  }

  sign(text: string): string {
    if (this.privateKey === null) throw new Error('The key has been wiped')
    return toBase64(sodium.crypto_sign_detached(sodium.from_string(text), this.privateKey))
  }

  wipe(): void {
    if (this.privateKey !== null) sodium.memzero(this.privateKey)
    this.privateKey = null
  }
}

class SeedKeys extends SeedSigner implements PersonKeys {
  private sealPrivate: Uint8Array | null

  constructor(
    readonly person: string,
    seed: Uint8Array,
    sealPrivate: Uint8Array,
    private readonly sealPublic: Uint8Array
  ) {
    super(seed, toBase64(sealPublic))
    this.sealPrivate = Uint8Array.from(sealPrivate)
  }

  unseal(sealed: Uint8Array): Uint8Array | null {
    if (this.sealPrivate === null) throw new Error('The key has been wiped')
    if (sealed.length < sodium.crypto_box_SEALBYTES) return null
    try {
      return sodium.crypto_box_seal_open(sealed, this.sealPublic, this.sealPrivate)
    } catch {
      return null
    }
  }

  override wipe(): void {
    super.wipe()
    if (this.sealPrivate !== null) sodium.memzero(this.sealPrivate)
    this.sealPrivate = null
  }
}

/** The key of this PC, from 32 secret bytes. */
export function deviceSigner(seed: Uint8Array): Signer {
  return new SeedSigner(seed)
}

/** A person's new keys: what is kept, sealed, and a signer that is open until it is wiped. */
export interface NewPersonKeys {
  readonly keys: PublicKeys
  readonly row: SealedKeyRow
  readonly signer: Signer
}

/** What the sealed key belongs to; it opens under nothing else. */
function associatedData(person: string, fingerprint: string): string {
  return canonicalJson({ person, fingerprint })
}

/** Makes a person's keys and seals them with a passphrase (Argon2id, XChaCha20-Poly1305). */
export async function makePersonKeys(
  person: string,
  passphrase: string,
  createdAt: string,
  cost: PassphraseCost = usualCost
): Promise<NewPersonKeys> {
  const seed = sodium.randombytes_buf(sodium.crypto_sign_SEEDBYTES)
  const seal = sodium.crypto_box_keypair()
  const signer = new SeedSigner(seed, toBase64(seal.publicKey))
  const keys: PublicKeys = { sign: signer.publicKey, seal: toBase64(seal.publicKey) }
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES)
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  const key = await deriveKey(passphrase, salt, cost)
  const plain = new Uint8Array([...seed, ...seal.privateKey])
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    plain,
    associatedData(person, signer.fingerprint),
    null,
    nonce,
    key
  )
  for (const secret of [seed, seal.privateKey, plain, key]) sodium.memzero(secret)
  const description: z.infer<typeof descriptionSchema> = {
    format: 1,
    keys,
    derivation: { name: 'argon2id13', ...cost, salt: toBase64(salt) },
    nonce: toBase64(nonce)
  }
  return {
    keys,
    signer,
    row: {
      fingerprint: signer.fingerprint,
      person,
      description: canonicalJson(description),
      sealed,
      createdAt
    }
  }
}

/** Opens a person's key to sign: `people.wrongPassphrase`, `people.keyDamaged`. The caller wipes the signer. */
export async function openSigner(row: SealedKeyRow, passphrase: string): Promise<Result<Signer>> {
  return openPrivate(row, passphrase, ({ seed, keys }) => new SeedSigner(seed, keys.seal))
}

/**
 * Opens all keys of a person, for what is sealed for two of them: `people.wrongPassphrase`, `people.keyDamaged`. The caller
 * wipes them.
 */
export async function openKeys(row: SealedKeyRow, passphrase: string): Promise<Result<PersonKeys>> {
  return openPrivate(
    row,
    passphrase,
    ({ seed, seal }) => new SeedKeys(row.person, seed, seal, sodium.crypto_scalarmult_base(seal))
  )
}

/** What a row holds, for the time of one call. */
interface PrivateParts {
  readonly seed: Uint8Array
  readonly seal: Uint8Array
  readonly keys: PublicKeys
}

/** A row whose fingerprint is not that of what lies in it is damaged. */
async function openPrivate<Opened extends Signer>(
  row: SealedKeyRow,
  passphrase: string,
  make: (parts: PrivateParts) => Opened
): Promise<Result<Opened>> {
  const description = readDescription(row)
  const salt = description === null ? null : fromBase64(description.derivation.salt)
  const nonce = description === null ? null : fromBase64(description.nonce)
  if (
    description === null ||
    salt?.length !== sodium.crypto_pwhash_SALTBYTES ||
    nonce?.length !== sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
  ) {
    return fail('people.keyDamaged')
  }
  const { operations, memory } = description.derivation
  const key = await deriveKey(passphrase, salt, { operations, memory })
  try {
    const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      row.sealed,
      associatedData(row.person, row.fingerprint),
      nonce,
      key
    )
    const seed = plain.subarray(0, sodium.crypto_sign_SEEDBYTES)
    const opened = make({ seed, seal: plain.subarray(seed.length), keys: description.keys })
    sodium.memzero(plain)
    if (opened.fingerprint === row.fingerprint) return succeed(opened)
    opened.wipe()
    return fail('people.keyDamaged')
  } catch {
    return fail('people.wrongPassphrase')
  } finally {
    sodium.memzero(key)
  }
}

function readDescription(row: SealedKeyRow): z.infer<typeof descriptionSchema> | null {
  try {
    const parsed = descriptionSchema.safeParse(JSON.parse(row.description))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
