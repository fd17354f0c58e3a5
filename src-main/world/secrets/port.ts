import type { Result } from '../../contract/result'

/**
 * The operating system's keychain. Where it is only an obfuscation, `available` is false and nothing is kept.
 *
 * [Note: a secret knows its place] Each secret is kept together with the digest of the place that it was entered for, and
 * is given out for that place only: whoever can change where a server is said to be does not get it sent there.
 */
export interface Keychain {
  readonly available: boolean
  /** `place`: digest of everything that decides where the secret goes. */
  keep(name: string, secret: string, place: string): Promise<void>
  /** null: nothing kept under this name, or for another place. */
  read(name: string, place: string): Promise<string | null>
  forget(name: string): Promise<void>
}

/**
 * Seals small secrets for this PC. `context` names what the secret belongs to (plan, step, login): a sealed
 * secret opens only under the context that it was sealed for.
 */
export interface SecretBox {
  seal(secret: string, context: readonly string[]): Uint8Array
  /** null: sealed on another PC, for another context, or damaged. */
  open(sealed: Uint8Array, context: readonly string[]): string | null
  /** 32 secret bytes of this PC for one purpose, always the same (HKDF-SHA-256, RFC 5869). */
  derive(purpose: string): Uint8Array
}

/**
 * Opens the box of a data folder; its key is made at the first use. `wasUsed` is asked where the key file is shorter than
 * a key: whether anything was ever sealed or signed with it. If not, it is the rest of a first start that had no space,
 * and is made anew; else, and where nobody can say, `store.keyUnusable`.
 */
export type OpenSecretBox = (folder: string, wasUsed?: () => Promise<boolean>) => Promise<Result<SecretBox>>
