import type { OperationOutput } from '../../contract/operations'
import { fail, succeed, type Result } from '../../contract/result'
import type { CasePreview, Measure } from '../../contract/sanctions'
import type { Actor } from '../../core/people/actor'
import { hashPlan } from '../../core/plan'
import type { Decisions } from './decisions'
import { checkMeasures, effectsOf } from './measures'
import { releaseEffects, releasePlan } from './release'

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
    return checked.ok ? succeed({ effects: effectsOf(measures, seen.value.snapshot) }) : checked
  }

  /** On the account as it was at the proposal, so that the directory need not be there. */
  async ofCase(actor: Actor, id: string, measures: readonly Measure[]): Promise<Result<CasePreview>> {
    const found = this.decisions.find(actor, id)
    if (!found.ok) return found
    const proposed = await this.decisions.proposed(found.value)
    if (!proposed.ok) return proposed
    const { snapshot } = proposed.value.basis
    const checked = checkMeasures(measures, snapshot, this.now())
    if (!checked.ok) return checked
    return succeed({
      plan: hashPlan(this.decisions.changedPlan(proposed.value, found.value, measures)),
      effects: effectsOf(measures, snapshot),
      expires: this.decisions.expiry()
    })
  }

  async ofLift(actor: Actor, id: string): Promise<Result<CasePreview>> {
    const found = this.decisions.find(actor, id)
    if (!found.ok) return found
    if (found.value.state !== 'inForce') return fail('sanctions.notPossibleNow')
    const release = await this.decisions.release(found.value)
    if (!release.ok) return release
    return succeed({
      plan: hashPlan(releasePlan(release.value)),
      effects: releaseEffects(release.value),
      expires: this.decisions.expiry()
    })
  }
}
