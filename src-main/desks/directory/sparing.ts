import { succeed, type Failure, type Result } from '../../contract/result'
import { isUncertain } from '../../core/plan'
import type { Directory } from '../../world/directory/port'
import type { DirectoryDesk } from './desk'

/** Failures beside a lost connection after which asking again at once is a waste of time. */
const awayCodes: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'directory.notConnected',
  'directory.passwordNeeded',
  'directory.wrongCredentials'
])

/** Asks a directory that is away once for each piece of work, and not once for each case. */
export class SparingDirectory implements DirectoryDesk {
  private away: Failure | null = null

  constructor(private readonly directory: DirectoryDesk) {}

  /** A new piece of work begins. */
  begin(): void {
    this.away = null
  }

  async open(): Promise<Result<Directory>> {
    return this.ask(async (directory) => succeed(directory))
  }

  async ask<Value>(question: (directory: Directory) => Promise<Result<Value>>): Promise<Result<Value>> {
    if (this.away !== null) return { ok: false, failure: this.away }
    const answer = await this.directory.ask(question)
    if (!answer.ok) this.spare(answer.failure)
    return answer
  }

  note(failure: Failure): void {
    this.directory.note(failure)
    this.spare(failure)
  }

  async changed(ids: readonly string[]): Promise<void> {
    if (this.away === null) await this.directory.changed(ids)
  }

  private spare(failure: Failure): void {
    if (isUncertain(failure) || awayCodes.has(failure.code)) this.away = failure
  }
}
