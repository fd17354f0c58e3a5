import type { Failure, Result } from '../../contract/result'
import { isUncertain } from '../../core/plan'
import type { Directory } from '../../world/directory/port'

/** The way to the directory that all jobs share. */
export interface DirectoryQuestions {
  /** Asks the directory; a lost connection is noted, so that the next question connects anew. */
  ask<Value>(question: (directory: Directory) => Promise<Result<Value>>): Promise<Result<Value>>
  /** Tells who keeps a list that these accounts were changed. */
  changed(ids: readonly string[]): Promise<void>
}

/** Failures beside a lost connection after which asking again at once is a waste of time. */
const awayCodes: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'directory.notConnected',
  'directory.passwordNeeded',
  'directory.wrongCredentials'
])

/** Asks a directory that is away once for each piece of work, and not once for each case. */
export class SparingDirectory implements DirectoryQuestions {
  private away: Failure | null = null

  constructor(private readonly directory: DirectoryQuestions) {}

  /** A new piece of work begins. */
  begin(): void {
    this.away = null
  }

  async ask<Value>(question: (directory: Directory) => Promise<Result<Value>>): Promise<Result<Value>> {
    if (this.away !== null) return { ok: false, failure: this.away }
    const answer = await this.directory.ask(question)
    if (!answer.ok && (isUncertain(answer.failure) || awayCodes.has(answer.failure.code))) {
      this.away = answer.failure
    }
    return answer
  }

  async changed(ids: readonly string[]): Promise<void> {
    if (this.away === null) await this.directory.changed(ids)
  }
}
