import type { Holding } from '../../contract/disclosures'
import { statementKinds, type StatementKindName } from '../../contract/ledger'
import type { Ledger } from '../../core/ledger'
import { data } from '../../desks/holdings'

/** What the person has signed, or had this PC say, by kind and how often: the acts of an office, whose contents are about others. */
export function ownActs(ledger: Pick<Ledger, 'items'>, person: string): readonly Holding[] {
  const counts = new Map<StatementKindName, number>()
  for (const { statement, signedBy } of ledger.items) {
    if (statement === null) continue
    if (signedBy?.person !== person && statement.body['by'] !== person) continue
    counts.set(statement.kind, (counts.get(statement.kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => ({
    id: `acts:${kind}`,
    area: 'statement',
    at: null,
    title: statementKinds[kind].name,
    facts: [...data({ de: 'Anzahl', en: 'How often' }, String(count))],
    underWay: false
  }))
}
