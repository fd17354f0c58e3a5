import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const scheme = '{SSHA512}'
const digestLength = 64

/** `{SSHA512}` as OpenLDAP's pw-sha2 writes it: base64 of SHA-512(password + salt), then the salt. */
export function hashPassword(password: string, salt: Buffer = randomBytes(16)): string {
  const digest = createHash('sha512').update(password, 'utf8').update(salt).digest()
  return scheme + Buffer.concat([digest, salt]).toString('base64')
}

export function verifyPassword(password: string, stored: string): boolean {
  if (!stored.startsWith(scheme)) return false
  const bytes = Buffer.from(stored.slice(scheme.length), 'base64')
  if (bytes.length <= digestLength) return false
  const digest = createHash('sha512').update(password, 'utf8').update(bytes.subarray(digestLength)).digest()
  return timingSafeEqual(digest, bytes.subarray(0, digestLength))
}

/** A value that is already hashed: nobody could check its quality. */
export function isHashed(value: string): boolean {
  return /^\{[A-Za-z0-9./-]+\}/.test(value)
}
