import type { LedgerProblemCode, Statement, StatementBody } from '../../contract/ledger'
import { approvalDays, caseEvents, type CaseEvent, type CaseState } from '../../contract/sanctions'
import { bodyOf, type LedgerRule, type SignedBy, type SoundItem } from '../../core/ledger'
import { nextState, type CaseMove } from './transitions'

const prefix = 'case.'

export function subjectOf(id: string): string {
  return `case:${id}`
}

/** What a statement says about a case; null: it is about none. */
export function eventOf({ kind }: Statement): CaseEvent | null {
  return kind.startsWith(prefix)
    ? (caseEvents.find((event) => event === kind.slice(prefix.length)) ?? null)
    : null
}

function caseOf({ body }: Statement): string {
  const { case: id } = body
  return typeof id === 'string' ? id : ''
}

/** What a statement does to its case; null: it is about none. */
export function moveOf(statement: Statement): CaseMove | null {
  const event = eventOf(statement)
  if (event !== 'decided') return event
  return bodyOf(statement, 'case.decided').outcome === 'refused' ? 'refused' : 'approved'
}

/** An approval signed by a PC whose clock goes ahead of the store's may name a day more. */
const longestApproval = (approvalDays + 1) * 86_400_000

/** A plan that was signed, and until when it may be carried out (ISO, UTC). */
interface SignedPlan {
  readonly plan: string
  readonly expires: string
}

/** What the rule remembers of a case: only what bodies and signers say. */
interface KnownCase {
  readonly state: CaseState
  /** Persons who opened or proposed: they never decide on it (P21). */
  readonly authors: readonly string[]
  readonly proposal: { readonly sequence: number; readonly plan: string } | null
  readonly approval: SignedPlan | null
  readonly lift: SignedPlan | null
}

/**
 * Judges the order of the statements about cases and who may not sign after whom (P21, P26). It rests on what is signed
 * alone, so that anyone who reads the ledger comes to the same verdict.
 */
export class CaseRule implements LedgerRule {
  private readonly cases = new Map<string, KnownCase>()

  judge(statement: Statement, signedBy: SignedBy): LedgerProblemCode | null {
    const move = moveOf(statement)
    if (move === null) return null
    const id = caseOf(statement)
    const known = this.cases.get(id)
    const isPossible = nextState(known?.state ?? 'none', move) !== null
    if (!isPossible || statement.subject !== subjectOf(id)) return 'wrongTransition'
    return known === undefined ? null : judgeContent(statement, signedBy, known)
  }

  take({ statement, signedBy }: SoundItem): void {
    const move = moveOf(statement)
    if (move === null) return
    const id = caseOf(statement)
    const known = this.cases.get(id)
    const state = nextState(known?.state ?? 'none', move)
    if (state === null) return
    this.cases.set(id, taken(statement, signedBy, state, known ?? unknownCase))
  }
}

const unknownCase: Omit<KnownCase, 'state'> = { authors: [], proposal: null, approval: null, lift: null }

function taken(
  statement: Statement,
  { person }: SignedBy,
  state: CaseState,
  known: Omit<KnownCase, 'state'>
): KnownCase {
  const authors = person === null ? known.authors : [...known.authors, person]
  switch (eventOf(statement)) {
    case 'opened':
      return { ...known, state, authors }
    case 'proposed': {
      const { plan } = bodyOf(statement, 'case.proposed')
      return { ...known, state, authors, proposal: { sequence: statement.sequence, plan } }
    }
    case 'decided': {
      const { plan, expires } = bodyOf(statement, 'case.decided')
      return { ...known, state, approval: plan === null || expires === null ? null : { plan, expires } }
    }
    case 'liftDecided': {
      const { plan, expires } = bodyOf(statement, 'case.liftDecided')
      return { ...known, state, lift: { plan, expires } }
    }
    case 'hearing':
    case 'withdrawn':
    case 'enforced':
    case 'enforcementFailed':
    case 'expired':
    case 'lifted':
    case 'ended':
    case null:
      return { ...known, state }
  }
}

function judgeContent(
  statement: Statement,
  { person }: SignedBy,
  known: KnownCase
): LedgerProblemCode | null {
  const isAuthor = person !== null && known.authors.includes(person)
  const { state, approval, lift } = known
  switch (eventOf(statement)) {
    case 'decided':
      if (isAuthor) return 'fourEyesBroken'
      return isFittingDecision(bodyOf(statement, 'case.decided'), known, statement.time)
        ? null
        : 'wrongTransition'
    case 'liftDecided': {
      if (isAuthor) return 'fourEyesBroken'
      return isShortEnough(bodyOf(statement, 'case.liftDecided').expires, statement.time)
        ? null
        : 'wrongTransition'
    }
    case 'enforced': {
      const { plan } = bodyOf(statement, 'case.enforced')
      // In force, the approval is used and cannot expire any more.
      const counts = state === 'inForce' || isInTime(approval, statement.time)
      if (plan !== approval?.plan) return 'planChanged'
      return counts ? null : 'wrongTransition'
    }
    case 'enforcementFailed': {
      const { plan } = bodyOf(statement, 'case.enforcementFailed')
      return plan === (state === 'lifting' ? lift : approval)?.plan ? null : 'planChanged'
    }
    case 'lifted': {
      const { plan } = bodyOf(statement, 'case.lifted')
      if (plan !== lift?.plan) return 'planChanged'
      return isInTime(lift, statement.time) ? null : 'wrongTransition'
    }
    case 'expired':
      return isInTime(state === 'lifting' ? lift : approval, statement.time) ? 'wrongTransition' : null
    case 'opened':
    case 'proposed':
    case 'hearing':
    case 'withdrawn':
    case 'ended':
    case null:
      return null
  }
}

function isFittingDecision(
  { proposal, outcome, plan, expires }: StatementBody<'case.decided'>,
  known: KnownCase,
  time: string
): boolean {
  if (proposal !== known.proposal?.sequence) return false
  if (outcome === 'refused') return plan === null && expires === null
  if (plan === null || expires === null || !isShortEnough(expires, time)) return false
  return (outcome === 'approved') === (plan === known.proposal.plan)
}

function isShortEnough(expires: string, time: string): boolean {
  return Date.parse(expires) - Date.parse(time) <= longestApproval
}

function isInTime(signed: SignedPlan | null, time: string): boolean {
  return signed !== null && Date.parse(time) <= Date.parse(signed.expires)
}
