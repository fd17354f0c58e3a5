import type { NoticeRecipient } from '../../../../contract/notices'
import type { PersonNames } from '../../../../contract/people'
import { pseudonymOf } from '../../../../contract/evaluations'
import { bodyOf, type LedgerView } from '../../../../core/ledger'
import { payloadOf, readEvaluation } from '../../evaluation/records'
import { wordsOf, type OrderRecord } from '../records'

/** Somebody whom the order itself names. */
export interface NamedPerson {
  readonly recipient: NoticeRecipient
  readonly person: string
  readonly names: PersonNames
}

/** What the evaluators have found behind a pseudonym; whose account it is, the directory knows. */
export interface RevealedName {
  readonly recipient: NoticeRecipient
  /** A login or a mail address as the log has it. */
  readonly identity: string
  /** ISO, UTC. */
  readonly at: string
}

/** Who may have to be told, as far as the ledger says it. */
export interface Candidates {
  readonly named: readonly NamedPerson[]
  readonly revealed: readonly RevealedName[]
  /** Whom the order names was erased. */
  readonly erased: boolean
}

/** An address or a device is nobody, and a name in a text is one that somebody has written. */
const personal: readonly string[] = ['person', 'mail']

export function candidatesOf(ledger: LedgerView, record: OrderRecord): Candidates {
  const words = wordsOf(ledger, record)
  const given = record.given.statement.sequence
  return {
    named: (words?.scope.concerned ?? []).map(({ person, names }, place) => ({
      recipient: { named: given, place },
      ...{ person, names }
    })),
    revealed: readEvaluation(ledger, record.id).revealed.flatMap(({ item }) => {
      const { pseudonym } = bodyOf(item.statement, 'evaluation.revealed')
      const identity = payloadOf(ledger, item, 'evaluation.revealed')?.identity
      if (identity === undefined || !personal.includes(pseudonymOf(pseudonym).kind)) return []
      const { sequence, time } = item.statement
      return [{ recipient: { named: sequence, place: 0 }, identity, at: time }]
    }),
    erased: words === null && !ledger.isAwaiting
  }
}

/** The same for the same recipient of one order. */
export function keyOf({ named, place }: NoticeRecipient): string {
  return `${String(named)} ${String(place)}`
}
