/** Who speaks on a connection, and what the last sign-in said. */
export interface Session {
  /** null: nobody signed in; only the root entry can be read. */
  user: { readonly id: string; readonly key: string; readonly text: string } | null
  /** The password was reset: only a new one of their own may be set (pwdReset). */
  mustChangePassword: boolean
}

export function anonymousSession(): Session {
  return { user: null, mustChangePassword: false }
}
