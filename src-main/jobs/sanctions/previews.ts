import type { OperationOutput } from '../../contract/operations'
import { fail, succeed, type Result } from '../../contract/result'
import type { CasePreview, Measure } from '../../contract/sanctions'
import type { Actor } from '../../core/people/actor'
import { hashPlan } from '../../core/plan'
import type { Decisions } from './decisions'
import { checkMeasures, newestPlanning } from './measures'
import { releaseEffects, releasePlan } from './release'
import { goneFor } from './presentGroups'
import { effectsOf, touchesOf } from './sanctionPlan'

/** What would happen, before anyone signs. Changes nothing. */
export class Previews {
  constructor(
    private readonly decisions: Decisions,
    private readonly now: () => Date
  ) {}

  async ofAccount(
    account: string,
    measures: readonly Measure[]
  ): Promise<Result<OperationOutput<'sanctions.previewNew'>>> {
    const seen = await this.decisions.lookAt(account)
    if (!seen.ok) return seen
    const checked = checkMeasures(measures, seen.value.snapshot, this.now())
    if (!checked.ok) return checked
    const basis = { snapshot: seen.value.snapshot, measures, proposal: 1, planning: newestPlanning }
    const { groups } = seen.value
    return succeed({
      effects: effectsOf(measures, basis, (measure) => goneFor(measure, basis, groups)),
      groupsSeen: true
    })
  }

  /**
   * On the account as it was at the proposal, so that the directory need not be there. Where it is, it says which groups
   * are gone.
   */
  async ofCase(actor: Actor, id: string, measures: readonly Measure[]): Promise<Result<CasePreview>> {
    const found = this.decisions.find(actor, id)
    if (!found.ok) return found
    const proposed = await this.decisions.proposed(found.value)
    if (!proposed.ok) return proposed
    const checked = checkMeasures(measures, proposed.value.snapshot, this.now())
    if (!checked.ok) return checked
    const plan = this.decisions.planFor(proposed.value, found.value, measures)
    const groups = await this.decisions.groups()
    return succeed({
      plan: hashPlan(plan),
      effects: effectsOf(measures, proposed.value, (measure) =>
        groups === null ? [] : goneFor(measure, proposed.value, groups)
      ),
      touches: touchesOf(plan, groups),
      groupsSeen: groups !== null,
      expires: await this.decisions.expiry()
    })
  }

  async ofLift(actor: Actor, id: string): Promise<Result<CasePreview>> {
    const found = this.decisions.find(actor, id)
    if (!found.ok) return found
    if (found.value.state !== 'inForce') return fail('sanctions.notPossibleNow')
    const release = await this.decisions.release(found.value)
    if (!release.ok) return release
    const plan = releasePlan(release.value)
    const groups = await this.decisions.groups()
    return succeed({
      plan: hashPlan(plan),
      effects: releaseEffects(release.value, groups),
      touches: touchesOf(plan, groups),
      groupsSeen: groups !== null,
      expires: await this.decisions.expiry()
    })
  }
}
