import type { StatementBody } from '../../contract/ledger'
import type { Plan, PlanProgress } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import { bodyOf, draft, type Draft, type Ledger } from '../../core/ledger'
import type { FindActor } from '../../core/people/actor'
import type { Signing } from '../../core/people/signing'

/** Who answers for a run. */
export type RunFor =
  /** Whoever sits there. */
  | { readonly kind: 'actor'; readonly passphrase: string | null }
  /** The app itself, for what has fallen due. */
  | { readonly kind: 'due' }
  /**
   * The app itself, for what it owes until it is done: tried again and again, told once when it begins and once when all of
   * it is done. `words`: whom it is about and why.
   */
  | { readonly kind: 'owed'; readonly words: RunWords }
  /** A decision that the ledger holds; the job's own statements say what became of it. */
  | { readonly kind: 'decision' }

export interface RunWords {
  readonly subject: string
  readonly reason: string
}

/** Writes into the ledger that a plan was begun, by whom, and how it ended. */
export interface RunWitness {
  /**
   * Before the outside world is touched. In a founded case file a plan of several steps is signed by the person
   * (`people.passphraseNeeded`, `people.wrongPassphrase`); single actions and what falls due by this PC's key.
   */
  begun(run: WitnessedRun, runFor: ToldRun): Promise<Result<undefined>>
  /** `hash`: the plan that was told as begun; an undo is carried out as a plan of its own. */
  ended(hash: string, progress: PlanProgress): Promise<Result<undefined>>
  /**
   * Whether the ledger says that this plan was begun, or that it was decided. Of a case file that is not
   * founded nothing is asked.
   */
  vouchesFor(hash: string): boolean
  /** The same about taking it back. */
  vouchesForUndo(hash: string): boolean
  /** When runs of a plan were begun, or it was decided, and ended, as the ledger says (ISO, UTC), oldest first. */
  runs(
    hash: string,
    plan: Pick<Plan, 'undoes'>
  ): { readonly begun: readonly string[]; readonly ended: readonly string[] }
  /** What was told last of a plan; null: nothing. */
  last(hash: string): 'begun' | 'ended' | null
}

export type ToldRun = Exclude<RunFor, { readonly kind: 'decision' }>

export interface WitnessedRun {
  readonly hash: string
  readonly plan: Plan
  /** What the plan did is taken back. */
  readonly undoes: boolean
}

export interface LedgerWitnessOptions {
  readonly ledger: Ledger
  readonly signing: Signing
  readonly actor: FindActor
  /** When the ledger says that some job has decided this plan (ISO, UTC); null: none has. */
  readonly decidedAt: (hash: string) => string | null
}

/** The witness that the app runs with. */
export function ledgerWitness({ ledger, signing, actor, decidedAt }: LedgerWitnessOptions): RunWitness {
  const record = async (said: Draft): Promise<Result<undefined>> => {
    const recorded = await ledger.record(said)
    return recorded.ok ? succeed() : recorded
  }
  return {
    async begun(run, runFor) {
      const { plan } = run
      if (runFor.kind === 'owed') return record(begunDraft(run, null, runFor.words))
      if (runFor.kind === 'due') return record(begunDraft(run, null))
      const who = actor()
      if (who === null) return fail('people.notSignedIn')
      const said = begunDraft(run, who.person)
      if (who.person === null || plan.steps.length <= 1) return record(said)
      if (runFor.passphrase === null && signing.needsPassphrase) return fail('people.passphraseNeeded')
      return signing.sign(who, runFor.passphrase ?? '', async (signer) => {
        const signed = await ledger.append([{ signer, draft: said }])
        return signed.ok ? succeed() : signed
      })
    },
    vouchesFor: (hash) =>
      !ledger.isFounded || beginnings(ledger, hash).length > 0 || decidedAt(hash) !== null,
    vouchesForUndo: (hash) =>
      !ledger.isFounded || beginnings(ledger, hash).some(({ undoes }) => undoes === hash),
    ended: (hash, { state, done, failed, remaining }) =>
      record(draft('plan.ended', `plan:${hash}`, { plan: hash, state, done, failed, remaining }, null)),
    runs(hash, { undoes }) {
      // An undo is told of the plan that it takes back.
      const statements = [hash, ...(undoes === null ? [] : [undoes])].flatMap((one) =>
        ledger.about(`plan:${one}`).map(({ statement }) => statement)
      )
      const timesOf = (kind: 'plan.begun' | 'plan.ended'): string[] =>
        statements
          .filter((one) => one.kind === kind && (kind === 'plan.ended' || one.body['undoes'] === undoes))
          .map(({ time }) => time)
      const decided = decidedAt(hash)
      return {
        begun: [...timesOf('plan.begun'), ...(decided === null ? [] : [decided])].toSorted(),
        ended: timesOf('plan.ended').toSorted()
      }
    },
    last(hash) {
      const kind = ledger.about(`plan:${hash}`).at(-1)?.statement.kind
      if (kind === 'plan.begun') return 'begun'
      return kind === 'plan.ended' ? 'ended' : null
    }
  }
}

function beginnings(ledger: Ledger, hash: string): StatementBody<'plan.begun'>[] {
  return ledger
    .about(`plan:${hash}`)
    .flatMap(({ statement }) => (statement.kind === 'plan.begun' ? [bodyOf(statement, 'plan.begun')] : []))
}

function begunDraft({ hash, plan, undoes }: WitnessedRun, by: string | null, words = wordsOf(plan)): Draft {
  const kinds: Record<string, number> = {}
  for (const { kind } of plan.steps) kinds[kind] = (kinds[kind] ?? 0) + 1
  return draft(
    'plan.begun',
    `plan:${hash}`,
    { plan: hash, job: plan.job, steps: plan.steps.length, kinds, undoes: undoes ? hash : plan.undoes, by },
    { subject: words.subject, reason: words.reason }
  )
}

/** Whom a plan of one step is about, and what was stated for it. */
function wordsOf({ steps }: Plan): RunWords {
  const [only] = steps.length === 1 ? steps : []
  const reason = only?.reason.parameters['text']
  return { subject: only?.target.label ?? '', reason: reason === undefined ? '' : String(reason) }
}
