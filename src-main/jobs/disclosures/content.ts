import type { Blackening, Holding, HoldingFact, SavedDisclosure } from '../../contract/disclosures'
import { fail, succeed, type Result } from '../../contract/result'

/** A stretch of a text as it is told; `black`: it was there and is not told. */
export type ToldPart = { readonly black: false; readonly text: string } | { readonly black: true }

/** A fact as it is told. */
export interface ToldFact {
  readonly label: HoldingFact['label']
  /** null: it is typed, and `parts` holds it. */
  readonly value: string | HoldingFact['label'] | null
  readonly parts: readonly ToldPart[]
}

/** A holding as it is told. */
export interface ToldHolding extends Omit<Holding, 'facts' | 'underWay'> {
  readonly facts: readonly ToldFact[]
}

/**
 * What is told of what is held: without what is left out, with black where somebody has blackened. `disclosures.choiceWrong`: something
 * chosen is not there.
 */
export function toldOf(
  holdings: readonly Holding[],
  { omitted, blackened }: Pick<SavedDisclosure, 'omitted' | 'blackened'>
): Result<readonly ToldHolding[]> {
  const byId = new Map(holdings.map((one) => [one.id, one]))
  if (omitted.some((id) => !byId.has(id))) return fail('disclosures.choiceWrong')
  const marks = new Map<string, Blackening[]>()
  for (const one of blackened) {
    const fact = byId.get(one.holding)?.facts[one.fact]
    const fits = fact?.kind === 'written' && one.from < one.to && one.to <= fact.value.length
    if (!fits) return fail('disclosures.choiceWrong')
    const key = keyOf(one.holding, one.fact)
    marks.set(key, [...(marks.get(key) ?? []), one])
  }
  const left = new Set(omitted)
  return succeed(
    holdings
      .filter(({ id }) => !left.has(id))
      .map(({ id, area, at, title, facts }) => ({
        ...{ id, area, at, title },
        facts: facts.map((fact, place): ToldFact =>
          fact.kind === 'written'
            ? {
                label: fact.label,
                value: null,
                parts: partsOf(fact.value, marks.get(keyOf(id, place)) ?? [])
              }
            : { label: fact.label, value: fact.value, parts: [] }
        )
      }))
  )
}

/** How many stretches are black in what is told; of what is left out nothing counts. */
export function blackCount(told: readonly ToldHolding[]): number {
  return told.flatMap(({ facts }) => facts.flatMap(({ parts }) => parts)).filter(({ black }) => black).length
}

function keyOf(holding: string, fact: number): string {
  return `${fact} ${holding}`
}

/** A text with stretches taken out; how long they were is not told. */
function partsOf(text: string, marks: readonly Blackening[]): readonly ToldPart[] {
  const parts: ToldPart[] = []
  let place = 0
  for (const { from, to } of marks.toSorted((left, right) => left.from - right.from)) {
    if (from > place) parts.push({ black: false, text: text.slice(place, from) })
    if (to > place && parts.at(-1)?.black !== true) parts.push({ black: true })
    place = Math.max(place, to)
  }
  if (place < text.length) parts.push({ black: false, text: text.slice(place) })
  return parts
}
