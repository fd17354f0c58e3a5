import type { CaseBeginning } from '../../../contract/sanctions'
import { fail, succeed, type Result } from '../../../contract/result'
import { germanDateOf } from '../../../core/documents/words'
import { germanDayOf } from '../../../core/calendar'
import { bodyOf, draft, type Ledger } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import type { CaseOrigin, OriginWord } from '../../../desks/job'
import { evidenceOf } from '../evidence/records'
import { subjectOf } from '../orders/course'
import { readOrder, versionOf, wordsOf, type OrderRecord } from '../orders/records'
import { maySee } from '../orders/views'
import { mayPropose } from './conclusion'
import { payloadOf, readEvaluation, type EvaluationRecord, type JointItem } from './records'

/** As many characters as the facts of a case take. */
const longestFacts = 10_000

export interface ProposalOptions {
  readonly ledger: Ledger
  /** Id of the account that has a login since then (milliseconds) or longer; null: nobody's, or nobody knows. */
  readonly accountNamed: (login: string, since: number) => Promise<Result<string | null>>
}

interface Concluded {
  readonly order: OrderRecord
  readonly evaluation: EvaluationRecord
  readonly closed: JointItem
}

/** A case that begins from a violation which was concluded: its evaluators propose, the leadership decides (P21, P26). */
export class EvaluationOrigin implements CaseOrigin {
  constructor(private readonly options: ProposalOptions) {}

  async beginning(id: string, asker: Actor): Promise<Result<CaseBeginning>> {
    const found = await this.proposable(id, asker)
    if (!found.ok) return found
    const { order, evaluation, closed } = found.value
    const { ledger } = this.options
    const words = wordsOf(ledger, order)
    const concluded = payloadOf(ledger, closed.item, 'evaluation.closed')
    const recorded =
      evaluation.recorded === null ? null : payloadOf(ledger, evaluation.recorded.item, 'evaluation.recorded')
    const day = closed.item.statement.time
    const first = recorded?.noted[0]?.at
    const happened = first === undefined ? (words?.scope.from ?? day) : new Date(first).toISOString()
    return succeed({
      account: await this.account(found.value),
      rule: words?.rule ?? null,
      happenedOn: germanDayOf(happened),
      facts: [concluded?.summary ?? '', concluded?.findings ?? '']
        .filter((text) => text !== '')
        .join('\n\n')
        .slice(0, longestFacts),
      // By reference: what is sealed stays sealed, and its digest says which it was.
      reference: [
        `Protokoll der Auswertung ${order.number} vom ${germanDateOf(day)}`,
        ...this.digests(found.value).map((digest) => `Beweismittel SHA-256 ${digest}`)
      ].join(', ')
    })
  }

  async whenOpened(
    id: string,
    { case: opened, asker }: { readonly case: string; readonly asker: Actor }
  ): Promise<Result<OriginWord>> {
    const found = await this.proposable(id, asker)
    if (!found.ok) return found
    const { ledger } = this.options
    return succeed({
      draft: draft('order.pursued', subjectOf(id), { order: id, case: opened }, null),
      seen: { subject: subjectOf(id), version: versionOf(ledger, found.value.order) }
    })
  }

  /** `evaluations.notFound`, `evaluations.nothingToPropose`. */
  private async proposable(id: string, asker: Actor): Promise<Result<Concluded>> {
    const { ledger } = this.options
    await ledger.refresh()
    const order = readOrder(ledger, id)
    if (order === null || !maySee({ ledger, asker }, order)) return fail('evaluations.notFound')
    const evaluation = readEvaluation(ledger, id)
    const { closed } = evaluation
    return closed === null || !mayPropose(asker, order, closed)
      ? fail('evaluations.nothingToPropose')
      : succeed({ order, evaluation, closed })
  }

  /** The digest of what the two have concluded on. */
  private digests({ order, evaluation }: Concluded): readonly string[] {
    const last = evaluation.opened.at(-1)
    if (last === undefined) return []
    const { evidence } = bodyOf(last.item.statement, 'evaluation.opened')
    return evidenceOf(this.options.ledger, order.id)
      .filter(({ id }) => id === evidence)
      .map(({ sealed }) => bodyOf(sealed.statement, 'evidence.sealed').digest)
  }

  /**
   * Whom it is about, where that is one person: the only one whom both have revealed, by exactly this login, which they have had
   * since before the window; where nobody was revealed, the only one whom the order names. Else null: whoever proposes chooses.
   */
  private async account({ order, evaluation }: Concluded): Promise<string | null> {
    const { ledger, accountNamed } = this.options
    const persons = evaluation.revealed.filter(({ item }) =>
      bodyOf(item.statement, 'evaluation.revealed').pseudonym.startsWith('person:')
    )
    const scope = wordsOf(ledger, order)?.scope
    if (evaluation.revealed.length === 0) {
      const concerned = scope?.concerned ?? []
      return concerned.length === 1 ? (concerned[0]?.person ?? null) : null
    }
    const logins = new Set(
      persons.flatMap(({ item }) => payloadOf(ledger, item, 'evaluation.revealed')?.identity ?? [])
    )
    const [login] = logins
    if (login === undefined || logins.size > 1 || scope === undefined) return null
    // Where the directory does not answer, the form opens without a person.
    const account = await accountNamed(login, Date.parse(scope.from))
    return account.ok ? account.value : null
  }
}
