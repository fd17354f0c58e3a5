import type { Account } from '../../contract/accounts'
import { statementKinds, type StatementKindName } from '../../contract/ledger'
import { permits, type OperationName } from '../../contract/operations'
import type { Role } from '../../contract/people'
import { fail, succeed, type Result } from '../../contract/result'
import type { Actor } from './actor'

/** What somebody wants to read. */
export type Reading =
  /** All accounts, as far as an operation is about them. */
  | { readonly of: 'accounts'; readonly by: OperationName }
  /** One account, as far as an operation is about it; null: nobody knows whose it is. */
  | {
      readonly of: 'account'
      readonly by: OperationName
      readonly account: Pick<Account, 'kind' | 'classes'> | null
    }
  /** The directory's own attributes of an account, for who puts its state right. */
  | { readonly of: 'rawState' }
  /** Facts, measures and names of a case; `authors`: who opened or proposed it, asked for only where it matters. */
  | { readonly of: 'case'; readonly authors: () => readonly string[] }
  /** Whom a plan is about, and why. */
  | { readonly of: 'plan' }
  /** What somebody has reported in confidence, or what is evaluated on order. */
  | { readonly of: 'confidence'; readonly confidence: Confidence }
  /**
   * What is personal about a statement; `authors`: of the case that it is about, null: it is about none. `confidence`: in which
   * it was reported, asked for only where it matters; absent: in none.
   */
  | {
      readonly of: 'statement'
      readonly kind: StatementKindName
      readonly authors: (() => readonly string[]) | null
      readonly confidence?: () => Confidence | null
    }

/** Who stands how to something that is kept in confidence. */
export interface Confidence {
  /** null: nobody has reported it. */
  readonly reporter: string | null
  /** Evaluators to whom an order has entrusted it; they read it as long as they are appointed. */
  readonly entrusted: readonly string[]
  /**
   * Whom it is about, asked for only where it matters; none: nobody knows. `unread`: it is not known just now, so that it is kept
   * from everybody who might be meant.
   */
  readonly concerned: () => { readonly persons: readonly string[] } | 'unread'
  /** The leadership has handed it to those who propose cases. */
  readonly handedOver: boolean
}

/**
 * The one question about who may read what: lists, searches, exports, documents and slips ask it. null: nobody is there.
 *
 * Roles add up by area. A role whose reach is limited (a teacher's to the pupils of their classes, an evaluator's to the
 * cases that they have opened or proposed) keeps its limit whatever else its bearer is: only a role that opens the very
 * same operation without a limit goes further.
 */
export function mayRead(asker: Actor | null, reading: Reading): boolean {
  if (asker === null) return false
  switch (reading.of) {
    case 'accounts':
      return opensWithout('teacher', asker, reading.by)
    case 'account':
      return opensWithout('teacher', asker, reading.by) || teaches(asker, reading)
    case 'rawState':
      return permits('accounts.unlock', asker.roles)
    case 'case':
      return opensWithout('evaluator', asker, 'sanctions.case') || isTheirs(asker, reading.authors)
    case 'plan':
      return permits('plans.steps', asker.roles)
    case 'confidence':
      return mayReadConfidence(asker, reading.confidence)
    case 'statement':
      switch (statementKinds[reading.kind].reading) {
        case 'procedure':
          return permits('ledger.entry', asker.roles)
        case 'content':
          return mayRead(
            asker,
            reading.authors === null ? { of: 'plan' } : { of: 'case', authors: reading.authors }
          )
        case 'confidential': {
          const confidence = reading.confidence?.() ?? null
          return confidence !== null && leadsIn(asker, confidence)
        }
      }
  }
}

/**
 * Who reported it reads it, and the leadership; once that has handed it over, also who proposes cases, and evaluators to whom it
 * is entrusted. Never whom it is about: what the leadership's own house is told about somebody of it is for the deputy.
 */
function mayReadConfidence(asker: Actor, confidence: Confidence): boolean {
  if (asker.person !== null && asker.person === confidence.reporter) return true
  if (leadsIn(asker, confidence)) return true
  if (mayBeMeant(asker, confidence)) return false
  return isEntrusted(asker, confidence) || (confidence.handedOver && permits('sanctions.open', asker.roles))
}

function isEntrusted({ person, roles }: Actor, { entrusted }: Confidence): boolean {
  return person !== null && roles.includes('evaluator') && entrusted.includes(person)
}

/** They are of the leadership, and it is not about them. */
function leadsIn(asker: Actor, confidence: Confidence): boolean {
  return permits('flags.answer', asker.roles) && !mayBeMeant(asker, confidence)
}

function mayBeMeant({ person }: Actor, confidence: Confidence): boolean {
  const concerned = confidence.concerned()
  return person === null || concerned === 'unread' || concerned.persons.includes(person)
}

/** The same, for what is refused with `application.notAllowed`. */
export function mustMayRead(asker: Actor | null, reading: Reading): Result<undefined> {
  return mayRead(asker, reading) ? succeed() : fail('application.notAllowed')
}

/** Some other role than this limited one opens the operation. */
function opensWithout(limited: Role, { roles }: Actor, operation: OperationName): boolean {
  return permits(
    operation,
    roles.filter((role) => role !== limited)
  )
}

/** P5: a teacher helps the pupils of their own classes, never a colleague. */
function teaches(
  { roles, classes }: Actor,
  { by, account }: Extract<Reading, { readonly of: 'account' }>
): boolean {
  if (account === null || !roles.includes('teacher') || !permits(by, ['teacher'])) return false
  return account.kind === 'pupil' && account.classes.some((name) => classes.includes(name))
}

function isTheirs({ person, roles }: Actor, authors: () => readonly string[]): boolean {
  return person !== null && roles.includes('evaluator') && authors().includes(person)
}
