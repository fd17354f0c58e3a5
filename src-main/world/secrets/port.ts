import type { Result } from '../../contract/result'

/** The operating system's keychain. Where it is only an obfuscation, `available` is false and nothing is kept. */
export interface Keychain {
  readonly available: boolean
  keep(name: string, secret: string): Promise<void>
  /** null: nothing kept under this name. */
  read(name: string): Promise<string | null>
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
