import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../../scripts/setup/places.mjs'

/** Another built command line to be tested, the one inside a package for example. */
export const otherBuild = process.env['NETZWART_TESTED_CLI']
const program = otherBuild ?? join(root, 'out', 'main', 'cli.js')

/** What a call of the command line left behind. */
export interface Answer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CallOptions {
  readonly stdin?: string
  readonly environment?: NodeJS.ProcessEnv
  readonly json?: boolean
}

/** The built command line as a real process, with a data folder of its own. */
export class CommandLine {
  private constructor(
    readonly folder: string,
    /** The bind password, in the environment of each call. */
    readonly password: string | null
  ) {}

  static async create(password: string | null = null): Promise<CommandLine> {
    return new CommandLine(await mkdtemp(join(tmpdir(), 'netzwart-cli-')), password)
  }

  /** The same data folder, called by somebody who knows another password or none. */
  as(password: string | null): CommandLine {
    return new CommandLine(this.folder, password)
  }

  get data(): string {
    return join(this.folder, 'data')
  }

  file(name: string): string {
    return join(this.folder, name)
  }

  /** Writes a file beside the data folder and gives its path. */
  async write(name: string, content: string | Uint8Array): Promise<string> {
    await writeFile(this.file(name), content)
    return this.file(name)
  }

  start(words: readonly string[], { environment = {} }: CallOptions = {}): ChildProcess {
    return spawn(process.execPath, [program, ...words], {
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: this.folder,
      env: {
        PATH: process.env['PATH'],
        HOME: this.folder,
        TZ: process.env['TZ'],
        NETZWART_DATA: this.data,
        ...(this.password === null ? {} : { NETZWART_BIND_PASSWORD: this.password }),
        ...environment
      }
    })
  }

  async run(words: readonly string[], options: CallOptions = {}): Promise<Answer> {
    const child = this.start(words, options)
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(options.stdin ?? '')
    return answerOf(child)
  }

  /** Runs with `--json` and gives the document. `code`: the exit code that is expected. */
  async ask<Document>(words: readonly string[], code = 0, options: CallOptions = {}): Promise<Document> {
    const answer = await this.run([...words, '--json'], options)
    if (answer.code !== code) throw new Error(`${words.join(' ')}: ${String(answer.code)}\n${answer.stderr}`)
    return JSON.parse(answer.stdout) as Document
  }

  /** Everything that lies in the data folder, to be searched for what must not be there. */
  async everythingKept(): Promise<Buffer> {
    const names = await readdir(this.data, { recursive: true, withFileTypes: true })
    const files = names.filter((entry) => entry.isFile())
    return Buffer.concat(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name)))))
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}

export async function answerOf(child: ChildProcess): Promise<Answer> {
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout?.on('data', (data: Buffer) => stdout.push(data))
  child.stderr?.on('data', (data: Buffer) => stderr.push(data))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }
}

/** A slip as the file of `--slips` has it. */
export interface SlipRow {
  readonly name: string
  readonly schoolClass: string
  readonly login: string
  readonly password: string
}

export async function readSlips(file: string): Promise<SlipRow[]> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
  const [header, ...lines] = text.trimEnd().split('\r\n')
  if (header !== 'name;class;login;password') throw new Error(`Unexpected header: ${String(header)}`)
  return lines.map((line) => {
    const [name = '', schoolClass = '', login = '', password = ''] = line.split(';')
    return { name, schoolClass, login, password }
  })
}

/** `accounts plan --json` */
export interface PlanDocument {
  readonly plan: string | null
  readonly hash: string | null
  readonly counts: Record<'create' | 'rename' | 'changeClass' | 'reactivate' | 'leave' | 'unchanged', number>
  readonly doubtful: readonly { row: string; candidates: readonly { account: string }[] }[]
  readonly rejected: readonly { line: number; code: string; reason: string }[]
  readonly confirmation: { leavers: number; governed: number } | null
}

/** `accounts apply --json` and `accounts undo --json` */
export interface RunDocument {
  readonly plan: string
  readonly state: string
  readonly done: number
  readonly failed: readonly { step: string; reason: string }[]
  readonly remaining: number
  readonly slips?: { file: string | null; written: number; pending: number }
  readonly stoppedBy?: { code: string; message: string }
}

export interface ErrorDocument {
  readonly error: { code: string; message: string }
}

/** One of `accounts list --json` */
export interface AccountDocument {
  readonly id: string
  readonly dn: string
  readonly login: string
  readonly givenName: string
  readonly familyName: string
  readonly schoolId: string | null
  readonly classes: readonly string[]
  readonly state: string
  readonly mustChangePassword: boolean
  readonly suspendedUntil: string | null
}
