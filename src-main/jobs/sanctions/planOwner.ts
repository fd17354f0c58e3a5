import type { Step } from '../../contract/plan'
import { succeed, type Failure, type Result } from '../../contract/result'
import { checkDirectory, type SparingDirectory } from '../../desks/directory'
import type { Carrying, PlanOwner, RunToPrepare } from '../../desks/plans'
import type { Directory } from '../../world/directory/port'
import { stepKinds, targets } from './contract'
import { SanctionExecutor } from './executor'
import { jobName } from './measures'
import type { Demanded } from './steps'

/** Looks at the account before its plan is carried out; answers what stands against giving back. */
export type LookFirst = (directory: Directory) => Promise<Result<Demanded>>

/** Plans of cases, one account each. What became of them the case reads back and says itself. */
export class SanctionPlanOwner implements PlanOwner<LookFirst> {
  readonly job = jobName
  readonly targets = targets
  readonly kinds = stepKinds

  constructor(
    private readonly directory: SparingDirectory,
    private readonly now: () => Date
  ) {}

  /** Images of every version so far are read as they are (`steps.ts`). */
  read(step: Step): Step {
    return step
  }

  async prepare({ plan, context: lookFirst }: RunToPrepare<LookFirst>): Promise<Result<Carrying>> {
    return this.directory.ask(async (directory) => {
      const fits = checkDirectory(plan, directory)
      if (!fits.ok) return fits
      const demanded = await lookFirst(directory)
      if (!demanded.ok) return demanded
      return succeed(new SanctionExecutor({ directory, now: this.now, demanded: demanded.value }))
    })
  }

  stopped(failure: Failure): void {
    this.directory.note(failure)
  }

  async settled(): Promise<void> {
    return undefined
  }
}
