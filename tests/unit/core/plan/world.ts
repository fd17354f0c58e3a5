import type { Image, Plan, Step } from '../../../../src-main/contract/plan'
import type { Executor, StepResult } from '../../../../src-main/core/plan'

/** A world of named things in memory, with the troubles of a real one. */
export class ModelWorld {
  readonly things = new Map<string, Image>()
  /** Ids of the steps that really made, changed or removed something. */
  readonly touched: string[] = []
  /** Called at every look and every write; throws or answers a lost connection. */
  trouble: (when: 'before' | 'after', step: Step) => 'fine' | 'crash' | 'lost' = () => 'fine'

  executor(concurrency = 4): Executor {
    return {
      concurrency,
      undoable: () => true,
      prepare: (step, { uncertain }) => ({ secret: null, carryOut: () => this.carryOut(step, uncertain) })
    }
  }

  private async carryOut(step: Step, uncertain: boolean): Promise<StepResult> {
    await Promise.resolve()
    const name = step.target.name
    const before = this.meet('before', step)
    if (before !== null) return before
    const present = this.things.get(name) ?? null
    if (same(present, step.after) && (uncertain || step.before !== null))
      return { kind: 'done', targetId: name }
    if (!same(present, step.before)) {
      return { kind: 'failed', failure: { code: 'directory.changedSince', parameters: { field: name } } }
    }
    this.touched.push(step.id)
    if (step.after === null) this.things.delete(name)
    else this.things.set(name, step.after)
    return this.meet('after', step) ?? { kind: 'done', targetId: name }
  }

  private meet(when: 'before' | 'after', step: Step): StepResult | null {
    const trouble = this.trouble(when, step)
    if (trouble === 'crash') throw new Error('power cut')
    if (trouble === 'lost')
      return { kind: 'unknown', failure: { code: 'directory.connectionLost', parameters: {} } }
    return null
  }
}

function same(left: Image | null, right: Image | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

export function planOf(
  changes: readonly { name: string; before: number | null; after: number | null }[]
): Plan {
  const lastOf = new Map<string, string>()
  const steps = changes.map(({ name, before, after }, index): Step => {
    const id = String(index + 1)
    const previous = lastOf.get(name)
    lastOf.set(name, id)
    return {
      id,
      kind: before === null ? 'create' : after === null ? 'delete' : 'change',
      target: { type: 'account', id: null, name, label: name, schoolClass: '' },
      before: before === null ? null : { value: before },
      after: after === null ? null : { value: after },
      reason: { code: 'test', parameters: {} },
      needs: previous === undefined ? [] : [previous]
    }
  })
  return { format: 1, job: 'test', day: '2026-11-22', basis: {}, undoes: null, steps }
}
