import type { Plan, PlanProgress } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import { draft, type Draft, type Ledger } from '../../core/ledger'
import type { FindActor } from '../../core/people/actor'
import type { Signing } from '../../core/people/signing'

/** Who answers for a run: whoever sits there, or the app itself for what has fallen due. */
export type RunFor = { readonly kind: 'actor'; readonly passphrase: string | null } | { readonly kind: 'due' }

/** Writes into the ledger that a plan was begun, by whom, and how it ended. */
export interface RunWitness {
  /**
   * Before the outside world is touched. In a founded case file a plan of several steps is signed by the person
   * (`people.passphraseNeeded`, `people.wrongPassphrase`); single actions and what falls due by this PC's key.
   */
  begun(hash: string, plan: Plan, runFor: RunFor): Promise<Result<undefined>>
  ended(progress: PlanProgress): Promise<Result<undefined>>
}

export interface LedgerWitnessOptions {
  readonly ledger: Ledger
  readonly signing: Signing
  readonly actor: FindActor
}

/** The witness that the app runs with. */
export function ledgerWitness({ ledger, signing, actor }: LedgerWitnessOptions): RunWitness {
  const record = async (said: Draft): Promise<Result<undefined>> => {
    const recorded = await ledger.record(said)
    return recorded.ok ? succeed() : recorded
  }
  return {
    async begun(hash, plan, runFor) {
      const who = runFor.kind === 'due' ? null : actor()
      if (runFor.kind === 'actor' && who === null) return fail('people.notSignedIn')
      const said = begunDraft(hash, plan, who?.person ?? null)
      if (runFor.kind === 'due' || who?.person == null || plan.steps.length <= 1) return record(said)
      if (runFor.passphrase === null && signing.needsPassphrase) return fail('people.passphraseNeeded')
      return signing.sign(who, runFor.passphrase ?? '', async (signer) => {
        const signed = await ledger.append([{ signer, draft: said }])
        return signed.ok ? succeed() : signed
      })
    },
    ended: ({ plan, state, done, failed, remaining }) =>
      record(draft('plan.ended', `plan:${plan}`, { plan, state, done, failed, remaining }, null))
  }
}

function begunDraft(hash: string, plan: Plan, by: string | null): Draft {
  const kinds: Record<string, number> = {}
  for (const { kind } of plan.steps) kinds[kind] = (kinds[kind] ?? 0) + 1
  const [only] = plan.steps.length === 1 ? plan.steps : []
  const reason = only?.reason.parameters['text']
  return draft(
    'plan.begun',
    `plan:${hash}`,
    { plan: hash, job: plan.job, steps: plan.steps.length, kinds, undoes: plan.undoes, by },
    { subject: only?.target.label ?? '', reason: reason === undefined ? '' : String(reason) }
  )
}
