import type { Step } from '../../contract/plan'
import type { Failure } from '../../contract/result'
import { isUncertain, type PreparedStep, type StepResult } from '../../core/plan'
import type { Carrying } from '../../desks/plans'
import type { Directory } from '../../world/directory/port'
import { isTakingAway, openChange, type Demanded } from './steps'

export interface SanctionExecutorOptions {
  readonly directory: Directory
  readonly now: () => Date
  /** What other cases in force ask of the account. */
  readonly demanded: Demanded
}

/**
 * Carries out the steps of sanctions. Each looks at the account first and changes only what it is about, so a step
 * whose outcome was lost is simply taken again.
 */
export class SanctionExecutor implements Carrying {
  constructor(private readonly options: SanctionExecutorOptions) {}

  prepare(step: Step): PreparedStep {
    return { secret: null, carryOut: () => this.carryOut(step) }
  }

  private async carryOut(step: Step): Promise<StepResult> {
    const { directory, now, demanded } = this.options
    const { id, name } = step.target
    if (id === null) throw new TypeError(`Step ${step.id} has no account`)
    const account = await directory.readAccount(id)
    if (!account.ok) return refused(account.failure)
    if (account.value === null) {
      // From who is gone nothing can be taken away, and nothing is left to be given back.
      return isTakingAway(step)
        ? refused({ code: 'sanctions.accountGone', parameters: { login: name } })
        : { kind: 'done', targetId: id }
    }
    const open = openChange(step, account.value, demanded, now())
    if (open.kind === 'nothing') return { kind: 'done', targetId: id }
    if (open.kind === 'changedSince') {
      return refused({ code: 'directory.changedSince', parameters: { field: open.field } })
    }
    const changed = await directory.changeAccount(id, open.change, { seen: account.value })
    return changed.ok ? { kind: 'done', targetId: id } : refused(changed.failure)
  }
}

function refused(failure: Failure): StepResult {
  return { kind: isUncertain(failure) ? 'unknown' : 'failed', failure }
}
