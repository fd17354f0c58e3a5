import type { JobServices } from '../commandWords'
import type { Announce, Handlers } from '../contract/handlers'
import type { Certificate } from '../contract/directory'
import type { Language } from '../contract/language'
import type { Result } from '../contract/result'
import type { DueReport } from '../contract/due'
import type { Role } from '../contract/people'
import type { FileAccess } from '../world/files/port'
import type { LogFiles } from '../world/logs/port'

/** What every word works with; the composition root builds it. */
export interface CommonServices {
  /** Asks for the roles of who has signed in, as the window's gateway does. */
  readonly handlers: Handlers
  /** Whether persons sign; before, this PC's key does. */
  readonly isFounded: () => boolean
  /** Of who has signed in; null: nobody. */
  readonly roles: () => readonly Role[] | null
  /** With login and passphrase; the key stays open until the end of the call. */
  signIn(login: string, passphrase: string): Promise<Result<undefined>>
  /** Does everything that has fallen due. */
  due(): Promise<DueReport>
  close(): Promise<void>
}

/** The same with what jobs bring for their own words. */
export type CommandLineServices<Own = JobServices> = CommonServices & Own

/** The embedded directory while it runs. */
export interface RunningDemo {
  readonly url: string
  readonly baseDn: string
  readonly bindDn: string
  readonly password: string
  /** Holds the password, readable only by this user. */
  readonly passwordFile: string
  close(): Promise<void>
}

/** Everything around a call of the command line, so that it runs in plain Node, in Electron and in a test alike. */
export interface Surroundings<Own = JobServices> {
  readonly version: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly files: FileAccess
  readonly logs: LogFiles
  isFolder(path: string): Promise<boolean>
  /** `demo`: the demo directory's own folder where none is named. */
  findDataFolder(asked: string | null, demo: boolean): string
  openServices(options: {
    readonly dataFolder: string
    readonly language: Language
    readonly bindPassword: string | null
    readonly announce: Announce
  }): Promise<Result<CommandLineServices<Own>>>
  /** `directory.certificateUnreadable`. */
  readCertificate(bytes: Uint8Array): Result<Certificate>
  /** What every demo directory is called. */
  readonly demoNames: { readonly baseDn: string; readonly bindDn: string }
  startDemo(options: {
    readonly dataFolder: string
    readonly port: number
    readonly password: string | null
  }): Promise<Result<RunningDemo>>
  demoRoster(): Uint8Array
  /** Where the rules about logs lie that come with Netzwart. */
  readonly rulesFolder: string
  /** Writes a bug into the error log of the data folder and answers its number. */
  noteBug(dataFolder: string, error: unknown): string
  /** Calls the listener at each SIGINT or SIGTERM instead of ending the process; the answer ends that. */
  onInterrupt(listener: () => void): () => void
  /** Calls the listener for a bug that nobody caught instead of ending the process with a stack. */
  onUncaught(listener: (error: unknown) => void): () => void
  /** Ends the process at once, after such a bug. */
  exit(code: number): void
}
