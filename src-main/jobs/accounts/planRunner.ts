import type { Plan, PlanProgress } from '../../contract/plan'
import { succeed, type Result } from '../../contract/result'
import type { DirectoryDesk } from '../../desks/directory'
import type { JobPlans } from '../../desks/plans'
import type { Directory } from '../../world/directory/port'
import type { PlanRecord } from '../../world/store/port'

/** Keeps account plans for the directory that is connected, and carries out those of everyday actions at once. */
export class PlanRunner {
  constructor(
    private readonly plans: JobPlans,
    private readonly directory: DirectoryDesk
  ) {}

  /** Keeps a plan that was computed for the directory that is connected. */
  async keep(
    plan: Plan,
    directory: Directory,
    confirmation: PlanRecord['confirmation']
  ): Promise<PlanRecord> {
    const basis = { ...plan.basis, directory: directory.connection.baseDn }
    return this.plans.keepAnew({ ...plan, basis }, confirmation)
  }

  /** Keeps and carries out the plan of one action. The failure of its step is the failure of the action. */
  async act(plan: Plan): Promise<Result<{ plan: string; progress: PlanProgress }>> {
    const directory = await this.directory.open()
    if (!directory.ok) return directory
    const { hash } = await this.keep(plan, directory.value, null)
    const progress = await this.plans.carryOut(hash, { kind: 'actor', passphrase: null }, undefined)
    return progress.ok ? succeed({ plan: hash, progress: progress.value }) : progress
  }

  /** Carries out what has fallen due. Single steps may have failed: the progress says so. */
  async due(plan: Plan, directory: Directory): Promise<Result<PlanProgress>> {
    return this.plans.apply((await this.keep(plan, directory, null)).hash, { kind: 'due' }, undefined)
  }
}
