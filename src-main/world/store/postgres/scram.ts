import { createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

const iterations = 4096
const saltBytes = 16
const keyBytes = 32

/**
 * What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5802 and RFC 7677; the form of `pg_authid.rolpassword`).
 * Made here, so that the password itself stands in no statement and thus in no log of the server.
 */
export async function scramVerifier(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const salted = await promisify(pbkdf2)(prepared(password), salt, iterations, keyBytes, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest('base64')
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}

/** SASLprep (RFC 4013) as far as pg and the server go along with it: spaces, invisible characters, NFKC. */
function prepared(password: string): string {
  return password
    .replaceAll(/[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g, ' ')
    .replaceAll(/[\u00AD\u034F\u1806\u180B-\u180D\u200C\u200D\u2060\uFE00-\uFE0F\uFEFF]/g, '')
    .normalize('NFKC')
}
