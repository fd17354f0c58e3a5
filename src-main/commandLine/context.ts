import { relative, resolve } from 'node:path'
import type { z } from 'zod'
import type { ConnectionChange } from '../contract/directory'
import type { PlanProgress } from '../contract/plan'
import { sentence } from '../contract/sentences'
import { fill, type Language, type Text } from '../contract/language'
import { fail, succeed, type Failure, type Parameters, type Result } from '../contract/result'
import type { Output } from './output'
import { promptForPassword, readPasswordFromStdin } from './password'
import type { CommandLineServices, CommonServices, Surroundings } from './surroundings'
import { texts } from './texts'

/** What a command answers. */
export interface Answer {
  /** The one JSON document of `--json`. */
  readonly document: unknown
  /** The same for a person; empty: nothing. */
  readonly text: string
  /** Done as asked. Where not, a message has said what is missing; exit 1. */
  readonly complete: boolean
}

/** What stands in front of and behind every command. */
export interface GlobalOptions {
  readonly data: string | null
  readonly json: boolean
  readonly passwordFromStdin: boolean
}

/** Larger than any map of columns or list of decisions. */
const maximumDocumentBytes = 20_000_000

/**
 * One call of the command line: what it was asked, where it writes, what it has open. `Own`: the services that whoever works
 * here has brought.
 */
export class Context<Own = unknown> {
  private services: CommandLineServices<Own> | null = null
  private listener: ((progress: PlanProgress) => void) | null = null

  constructor(
    readonly surroundings: Surroundings<Own>,
    readonly options: GlobalOptions,
    readonly language: Language,
    readonly stdout: Output,
    readonly stderr: Output
  ) {}

  dataFolder(demo = false): string {
    return this.surroundings.findDataFolder(this.options.data, demo)
  }

  words(text: Text, parameters: Parameters = {}): string {
    return fill(text, this.language, parameters)
  }

  sentence(failure: Failure): string {
    return sentence(failure, this.language)
  }

  /** A message for the person; never part of the answer. */
  async say(text: Text, parameters: Parameters = {}): Promise<void> {
    await this.stderr.line(this.words(text, parameters))
  }

  /** Who is told how a running plan comes on. */
  listen(listener: (progress: PlanProgress) => void): void {
    this.listener = listener
  }

  /**
   * The services of the data folder, opened once. The bind password comes from the environment, from stdin where
   * that was asked for, or from a person at a terminal where it is needed; never from the arguments.
   */
  async open(): Promise<Result<CommandLineServices<Own>>> {
    const services = await this.openUnsigned()
    if (!services.ok || !services.value.isFounded()) return services
    const signedIn = await this.signIn(services.value)
    return signedIn.ok ? services : signedIn
  }

  /**
   * In a founded case file a person works and signs: `NETZWART_USER` with `NETZWART_PASSPHRASE`. Only who administers
   * does so without a window.
   */
  private async signIn(services: CommonServices): Promise<Result<undefined>> {
    if (services.roles() === null) {
      const { environment } = this.surroundings
      const login = environment['NETZWART_USER'] ?? ''
      const passphrase = environment['NETZWART_PASSPHRASE'] ?? ''
      if (login === '' || passphrase === '') return fail('commandLine.personNeeded')
      const signedIn = await services.signIn(login, passphrase)
      if (!signedIn.ok) return signedIn
    }
    return services.roles()?.includes('administrator') === true ? succeed() : fail('application.notAllowed')
  }

  /**
   * The same for what needs no person: what falls due, looking at the ledger.
   *
   * @param asksForPassword at a terminal, where the directory needs it
   */
  async openUnsigned(asksForPassword = true): Promise<Result<CommandLineServices<Own>>> {
    if (this.services !== null) return succeed(this.services)
    const given = await this.givenPassword()
    const opened = await this.surroundings.openServices({
      dataFolder: this.dataFolder(),
      language: this.language,
      bindPassword: given,
      announce: (name, payload) => {
        if (name === 'plan.progress') this.listener?.(payload as PlanProgress)
      }
    })
    if (!opened.ok) return opened
    this.services = opened.value
    if (!asksForPassword) return opened
    const state = await opened.value.handlers['application.state'](undefined)
    if (!state.ok) return state
    const { directory } = state.value
    if (directory?.state !== 'passwordNeeded') return opened
    // One that was given is not sent to a connection that nobody has confirmed at this PC.
    if (given !== null && directory.change === null) return opened
    if (this.hasTerminal && directory.change !== null) await this.sayChange(directory.change)
    const entered = await this.prompt(directory.bindDn)
    // Without a person the command fails with the sentence of whatever needs the directory.
    if (entered === null) return opened
    const signedIn = await opened.value.handlers['setup.enterPassword']({
      password: entered,
      keepPassword: false
    })
    return signedIn.ok ? opened : signedIn
  }

  /** The password for a new connection: `directory.passwordNeeded` where nobody gives one. */
  async bindPassword(bindDn: string): Promise<Result<string>> {
    const password = (await this.givenPassword()) ?? (await this.prompt(bindDn))
    return password === null ? fail('directory.passwordNeeded') : succeed(password)
  }

  /** The password that this call was given without asking; null: none. */
  async givenPassword(): Promise<string | null> {
    this.given ??= this.options.passwordFromStdin
      ? readPasswordFromStdin(this.surroundings.stdin)
      : Promise.resolve(this.environmentPassword)
    return this.given
  }
  private given: Promise<string | null> | null = null

  get environmentPassword(): string | null {
    const password = this.surroundings.environment['NETZWART_BIND_PASSWORD'] ?? ''
    return password === '' ? null : password
  }

  /** Reads a JSON document that an option names: `commandLine.fileUnreadable`. */
  async readDocument<Schema extends z.ZodType>(
    file: string,
    option: string,
    schema: Schema
  ): Promise<Result<z.output<Schema>>> {
    const bytes = await this.surroundings.files.read(resolve(file), maximumDocumentBytes)
    if (!bytes.ok) return bytes
    const parsed = schema.safeParse(parseJson(bytes.value))
    if (parsed.success) return succeed(parsed.data)
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    return fail('commandLine.fileUnreadable', { file, option, field: field === '' ? '-' : field })
  }

  /** A path as a person would write it here. */
  shown(path: string): string {
    const short = relative(process.cwd(), path)
    return short === '' || short.startsWith('..') ? path : short
  }

  async close(): Promise<void> {
    await this.services?.close()
    this.services = null
  }

  private get hasTerminal(): boolean {
    const { stdin, stderr } = this.surroundings
    return stdin.isTTY && stderr.isTTY
  }

  /** What a person has to compare before they enter the password. */
  private async sayChange({ fields }: ConnectionChange): Promise<void> {
    await this.say(texts.connectionChanged)
    for (const { name, before, after } of fields) {
      await this.say(before === '' ? texts.connectionField : texts.connectionFieldChanged, {
        name,
        before,
        after
      })
    }
  }

  private async prompt(bindDn: string): Promise<string | null> {
    const { stdin, stderr } = this.surroundings
    if (!this.hasTerminal) return null
    return promptForPassword(stdin, stderr, this.words(texts.passwordQuestion, { bindDn }))
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
