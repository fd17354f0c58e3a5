import type { Holding, HoldingFact } from '../../contract/disclosures'
import { statementKinds } from '../../contract/ledger'
import type { Text } from '../../contract/language'
import { moduleNames } from '../../contract/modules'
import type { CaseEvent, Measure } from '../../contract/sanctions'
import { dayBefore } from '../../core/documents/words'
import type { LedgerView } from '../../core/ledger'
import { data, day, dayText, rule, words, written } from '../../desks/holdings'
import { casesOf, type CaseRecord } from './cases'

const label = {
  case: { de: 'Fall', en: 'Case' },
  rule: { de: 'Regel', en: 'Rule' },
  happenedOn: { de: 'Geschehen am', en: 'Happened on' },
  facts: { de: 'Sachverhalt', en: 'Facts' },
  evidence: { de: 'Beleg', en: 'Evidence' },
  measure: { de: 'Maßnahme', en: 'Sanction' },
  words: { de: 'Begründung oder Notiz', en: 'Reasons or note' },
  outcome: { de: 'Entscheidung', en: 'Decision' },
  schoolClass: { de: 'Klasse', en: 'Class' }
} as const satisfies Record<string, Text>

const outcomes: Readonly<Record<NonNullable<CaseRecord['decision']>['outcome'], Text>> = {
  approved: { de: 'freigegeben', en: 'approved' },
  changed: { de: 'mit Änderung freigegeben', en: 'approved with a change' },
  refused: { de: 'abgelehnt', en: 'refused' }
}

/** Each statement about each case of the person (P26, P27). Who has signed it is no data of theirs and is left out. */
export function caseHoldings(ledger: LedgerView, person: string): readonly Holding[] {
  return casesOf(ledger, person).flatMap((record) =>
    record.course.map(({ sequence, at, event, words: said }): Holding => ({
      id: `statement:${sequence}`,
      area: 'case',
      at,
      title: statementKinds[`case.${event}`].name,
      facts: [
        ...data(label.case, record.number),
        ...factsOf(record, event, sequence),
        ...(event === 'opened' ? [] : written(label.words, said))
      ],
      underWay: false
    }))
  )
}

function factsOf(record: CaseRecord, event: CaseEvent, sequence: number): readonly HoldingFact[] {
  const { decision, proposal } = record
  if (event === 'opened')
    return [
      ...data(label.schoolClass, record.schoolClass),
      ...rule(label.rule, record.rule),
      ...day(label.happenedOn, record.happenedOn),
      ...written(label.facts, record.facts),
      ...record.evidence.flatMap(({ reference }) => written(label.evidence, reference))
    ]
  if (proposal?.sequence === sequence) return measured(proposal.measures)
  if (decision?.sequence !== sequence) return []
  return [...words(label.outcome, outcomes[decision.outcome]), ...measured(decision.measures)]
}

function measured(measures: readonly Measure[]): readonly HoldingFact[] {
  return measures.flatMap((measure) => words(label.measure, measureText(measure)))
}

function measureText(measure: Measure): Text {
  switch (measure.kind) {
    case 'warning':
      return { de: 'Verwarnung', en: 'Warning' }
    case 'suspension':
      return withEnd({ de: 'Sperre des Kontos', en: 'Suspension of the account' }, measure.until)
    case 'moduleRefusal': {
      const { de, en } = moduleNames[measure.module]
      return withEnd({ de: `Kein Zugang zu: ${de}`, en: `No access to: ${en}` }, measure.until)
    }
  }
}

function withEnd({ de, en }: Text, until: string | null): Text {
  if (until === null) return { de: `${de}, auf Dauer`, en: `${en}, for good` }
  const last = dayText(dayBefore(until))
  return { de: `${de}, bis einschließlich ${last.de}`, en: `${en}, up to and including ${last.en}` }
}
