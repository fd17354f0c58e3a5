import { statementKindNames, type StatementKindName } from '../../../src-main/contract/ledger'
import { statementAreas, statementLook } from '../../shared/looks'

/** What the filter of kinds holds: a whole area by its name, or one kind. */
export type KindChoice = string

/** Kinds of entries that are about this, in the order of the filter. */
export function kindsIn(area: string): readonly StatementKindName[] {
  return statementKindNames
    .filter((kind) => statementLook(kind).area === area)
    .toSorted((left, right) => (statementLook(left).order ?? 0) - (statementLook(right).order ?? 0))
}

/** Reads a choice; null: it is none. */
export function kindChoiceOf(text: string | null): KindChoice | null {
  return (
    [...statementAreas().map(([area]) => area), ...statementKindNames].find((choice) => choice === text) ??
    null
  )
}

/** The kinds that a choice stands for; none: all. */
export function kindsOf(choice: KindChoice | null): readonly StatementKindName[] {
  const kind = statementKindNames.find((name) => name === choice)
  if (kind !== undefined) return [kind]
  return choice === null ? [] : kindsIn(choice)
}
