import type { EvaluationFilter } from '../../../contract/evaluations'
import type { AskingLine } from './elsewhere/line'
import type { Workspace } from './workspace'

/** Ends by itself when nobody has asked anything for so long, milliseconds. */
export const longestIdle = 30 * 60_000
/** A filter counts as asked when it has stayed for so long, so that typing a word is one query and not twenty. */
export const settling = 1_500

/** Evidence that two have opened, for as long as they look at it. In memory only. */
export class Session {
  lastAsked: number
  private readonly searched = new Set<string>()
  private waiting: {
    readonly filter: EvaluationFilter
    readonly hits: number
    readonly timer: NodeJS.Timeout
  } | null = null

  constructor(
    readonly id: string,
    readonly order: string,
    readonly evidence: string,
    readonly persons: readonly [string, string],
    readonly openedAt: number,
    readonly workspace: Workspace,
    /** Writes down what was asked. */
    private readonly write: (filter: EvaluationFilter, hits: number) => void,
    /** To the PC at which the second one has released their half; null: both were here. */
    readonly line: AskingLine | null = null
  ) {
    this.lastAsked = openedAt
  }

  get endsAt(): number {
    return this.lastAsked + longestIdle
  }

  /** What was asked is written down once it has settled, each filter once. */
  asked(filter: EvaluationFilter, hits: number): void {
    if (isEmpty(filter)) {
      this.drop()
      return
    }
    const key = JSON.stringify(filter)
    if (this.waiting !== null && JSON.stringify(this.waiting.filter) === key) return
    this.drop()
    if (this.searched.has(key)) return
    const timer = setTimeout(() => this.settle(), settling)
    timer.unref()
    this.waiting = { filter, hits, timer }
  }

  /** Everything is forgotten; what was still to be written down is written. */
  end(): void {
    this.settle()
    this.workspace.close()
  }

  settle(): void {
    const { waiting } = this
    if (waiting === null) return
    this.drop()
    this.searched.add(JSON.stringify(waiting.filter))
    this.write(waiting.filter, waiting.hits)
  }

  private drop(): void {
    clearTimeout(this.waiting?.timer)
    this.waiting = null
  }
}

/** Looking at everything is what opening was for. */
function isEmpty(filter: EvaluationFilter): boolean {
  return Object.values(filter).every(
    (value) =>
      value === null || value === false || value === '' || (Array.isArray(value) && value.length === 0)
  )
}
