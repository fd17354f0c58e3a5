import {
  wordsIn,
  type Blackening,
  type DisclosureDraft,
  type Stretch
} from '../../../src-main/contract/disclosures'

/** A stretch of a text as it is shown; `word`: its place among the words, null: what stands between them. */
export interface ShownStretch {
  readonly text: string
  readonly word: number | null
  readonly black: boolean
}

/** Places of the words that stretches cover. */
export function coveredWords(text: string, stretches: readonly Stretch[]): ReadonlySet<number> {
  const covered = new Set<number>()
  for (const [place, word] of wordsIn(text).entries()) {
    if (stretches.some(({ from, to }) => from < word.to && word.from < to)) covered.add(place)
  }
  return covered
}

/** A text in words and what stands between them; between two black words it is black, too. */
export function shownStretches(text: string, black: ReadonlySet<number>): readonly ShownStretch[] {
  const shown: ShownStretch[] = []
  let end = 0
  for (const [place, { from, to }] of wordsIn(text).entries()) {
    const isBlack = black.has(place)
    if (from > end)
      shown.push({ text: text.slice(end, from), word: null, black: isBlack && black.has(place - 1) })
    shown.push({ text: text.slice(from, to), word: place, black: isBlack })
    end = to
  }
  if (end < text.length) shown.push({ text: text.slice(end), word: null, black: false })
  return shown
}

/** Stretches to be black: words one behind the other are one. */
export function blackStretches(text: string, black: ReadonlySet<number>): readonly Stretch[] {
  const stretches: { from: number; to: number }[] = []
  for (const [place, { from, to }] of wordsIn(text).entries()) {
    if (!black.has(place)) continue
    const last = stretches.at(-1)
    if (last !== undefined && black.has(place - 1)) last.to = to
    else stretches.push({ from, to })
  }
  return stretches
}

/** Written facts by holding and place, as one key. */
export function factKey(holding: string, fact: number): string {
  return `${String(fact)} ${holding}`
}

/** All that is to be black, of what is told. */
export function blackeningsOf(
  { holdings }: Pick<DisclosureDraft, 'holdings'>,
  omitted: ReadonlySet<string>,
  black: ReadonlyMap<string, ReadonlySet<number>>
): Blackening[] {
  return holdings
    .filter(({ id }) => !omitted.has(id))
    .flatMap(({ id, facts }) =>
      facts.flatMap((fact, place) =>
        fact.kind === 'written'
          ? blackStretches(fact.value, black.get(factKey(id, place)) ?? new Set()).map((stretch) => ({
              ...{ holding: id, fact: place },
              ...stretch
            }))
          : []
      )
    )
}
