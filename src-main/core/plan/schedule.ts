import type { Step } from '../../contract/plan'

/** A step whose turn has come. `blockedBy`: a need that did not succeed; then the step is not carried out. */
export interface Turn {
  readonly step: Step
  readonly blockedBy: Step | null
}

interface Waiting {
  readonly step: Step
  /** Steps that must be settled before this one. */
  open: number
  blockedBy: Step | null
}

function targetKey(step: Step): string {
  return `${step.target.type} ${step.target.id ?? step.target.name}`
}

/**
 * Whose turn it is: the needs of a step come first, and steps on one target follow each other in the plan's
 * order. Everything else may run side by side.
 */
export class Schedule {
  private readonly waiting = new Map<string, Waiting>()
  private readonly followers = new Map<string, { id: string; needs: boolean }[]>()
  private ready: Turn[] = []
  private taken = 0

  /** `todo` in the plan's order; `succeeded`: ids of steps that an earlier run has done. */
  constructor(todo: readonly Step[], succeeded: ReadonlySet<string>) {
    const known = new Set(todo.map((step) => step.id))
    const lastOfTarget = new Map<string, string>()
    for (const step of todo) {
      const before = new Map<string, boolean>()
      const previous = lastOfTarget.get(targetKey(step))
      if (previous !== undefined) before.set(previous, false)
      lastOfTarget.set(targetKey(step), step.id)
      for (const need of step.needs) {
        if (succeeded.has(need)) continue
        if (!known.has(need))
          throw new Error(`Step ${step.id} needs step ${need}, which the plan does not have`)
        before.set(need, true)
      }
      for (const [id, needs] of before) {
        const followers = this.followers.get(id)
        if (followers === undefined) this.followers.set(id, [{ id: step.id, needs }])
        else followers.push({ id: step.id, needs })
      }
      this.waiting.set(step.id, { step, open: before.size, blockedBy: null })
      if (before.size === 0) this.ready.push({ step, blockedBy: null })
    }
  }

  /** Steps that are not settled yet. */
  get unsettled(): number {
    return this.waiting.size
  }

  get hasReady(): boolean {
    return this.taken < this.ready.length
  }

  /** Takes the next step whose turn has come. */
  take(): Turn | undefined {
    const turn = this.ready[this.taken]
    if (turn === undefined) return undefined
    this.taken += 1
    if (this.taken === this.ready.length) {
      this.ready = []
      this.taken = 0
    }
    return turn
  }

  settle(step: Step, succeeded: boolean): void {
    this.waiting.delete(step.id)
    for (const follower of this.followers.get(step.id) ?? []) {
      const waiting = this.waiting.get(follower.id)
      if (waiting === undefined) continue
      waiting.open -= 1
      if (follower.needs && !succeeded) waiting.blockedBy ??= step
      if (waiting.open === 0) this.ready.push({ step: waiting.step, blockedBy: waiting.blockedBy })
    }
  }
}
