/** The operating system's keychain. Where it is only an obfuscation, `available` is false and nothing is kept. */
export interface Keychain {
  readonly available: boolean
  keep(name: string, secret: string): Promise<void>
  /** null: nothing kept under this name. */
  read(name: string): Promise<string | null>
  forget(name: string): Promise<void>
}
