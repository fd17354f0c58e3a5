import type { Result } from '../../../src-main/contract/result'
import type { DirectoryLayout } from '../../../src-main/contract/directory'
import type { AccountDraft, Directory } from '../../../src-main/world/directory/port'

/** What a person sees who signs in. */
export type SignIn = 'accepted' | 'mustChange' | 'refused'

/** A started server with an empty school, and how a real client signs in to it. */
export interface SuiteServer {
  /** Opens a session as the delegated bind account, with a container for guardians. Called once. */
  open(): Promise<Directory>
  signIn(login: string, password: string): Promise<SignIn>
  /** As the person; false: the server refused. */
  changeOwnPassword(login: string, old: string, wanted: string): Promise<boolean>
  /** Moves an entry into another container, as another tool would. */
  move(dn: string, container: string): Promise<void>
  stop(): Promise<void>
}

export interface SuiteOptions {
  /** The server itself ends a suspension; else the suspension is only kept and shown. */
  readonly selfEndingSuspension: boolean
}

/** The layout with a container for guardians, which is never found by looking. */
export function withGuardians(layout: DirectoryLayout, baseDn: string): DirectoryLayout {
  return { ...layout, containers: { ...layout.containers, guardian: `ou=guardians,${baseDn}` } }
}

export const provisional = 'Vorlaeufig-4711'
export const own = 'Ganz-Eigenes-0815'

/** A new account of a made-up pupil; all fields may be set. */
export function draftOf(login: string, fields: Partial<AccountDraft> = {}): AccountDraft {
  return {
    login,
    givenName: 'Änne',
    familyName: 'Groß-Øre',
    displayName: 'Änne Groß-Øre',
    schoolId: `S-${login}`,
    kind: 'pupil',
    classes: [],
    groups: [],
    suspension: { kind: 'none' },
    leaverSince: null,
    mustChangePassword: true,
    mail: null,
    ...fields
  }
}

/** The value of a result that must be one. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`)
  return result.value
}

/** The code of a result that must be a failure. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'succeeded' : result.failure.code
}

/** Waits until something holds; tests never sleep for a fixed time. */
export async function until(holds: () => Promise<boolean>, milliseconds = 15_000): Promise<void> {
  const end = Date.now() + milliseconds
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('the condition did not come true')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
