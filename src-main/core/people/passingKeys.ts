import sodium from 'libsodium-wrappers-sumo'
import { fromBase64, toBase64 } from './keys'

await sodium.ready

/** A pair of X25519 keys that exists in the memory of this process alone, for what is sealed for it within minutes. */
export interface PassingKeys {
  /** base64url. */
  readonly publicKey: string
  /** null: sealed for another key, or no sealed box. */
  unseal(sealed: string): Uint8Array | null
  /** Overwrites the private key; nothing opens afterwards. */
  wipe(): void
}

export function makePassingKeys(): PassingKeys {
  const pair = sodium.crypto_box_keypair()
  let isWiped = false
  return {
    publicKey: toBase64(pair.publicKey),
    unseal(text) {
      const sealed = fromBase64(text)
      if (isWiped || sealed === null || sealed.length < sodium.crypto_box_SEALBYTES) return null
      try {
        return sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey)
      } catch {
        return null
      }
    },
    wipe() {
      sodium.memzero(pair.privateKey)
      isWiped = true
    }
  }
}

/** A sealed box (base64url) that the key's holder alone opens; null: it is no key that anything can be sealed for. */
export function sealFor(publicKey: string, bytes: Uint8Array): string | null {
  const key = fromBase64(publicKey)
  if (key?.length !== sodium.crypto_box_PUBLICKEYBYTES) return null
  try {
    return toBase64(sodium.crypto_box_seal(bytes, key))
  } catch {
    // A point of small order, with which everybody would share the secret.
    return null
  }
}
