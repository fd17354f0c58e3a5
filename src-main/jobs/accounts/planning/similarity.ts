/**
 * How many letters of two words may differ while they still look like two spellings of one name: none up to
 * three letters (Tim and Tom are two names), one at four, else two.
 */
export function spellingLimit(first: string, second: string): number {
  const length = Math.min(first.length, second.length)
  if (length <= 3) return 0
  return length === 4 ? 1 : 2
}

/**
 * Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace, swap neighbours) up to
 * `limit`; everything beyond answers `limit + 1`.
 */
export function distanceUpTo(first: string, second: string, limit: number): number {
  if (first === second) return 0
  if (Math.abs(first.length - second.length) > limit) return limit + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (let row = 1; row <= first.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= second.length; column += 1) {
      const same = first.charCodeAt(row - 1) === second.charCodeAt(column - 1)
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1)
      )
      if (
        row > 1 &&
        column > 1 &&
        first.charCodeAt(row - 1) === second.charCodeAt(column - 2) &&
        first.charCodeAt(row - 2) === second.charCodeAt(column - 1)
      )
        cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    beforePrevious = previous
    previous = current
  }
  return Math.min(previous[second.length] ?? 0, limit + 1)
}

/** Whether two transliterated words look like two spellings of one name. */
export function isSimilarWord(first: string, second: string): boolean {
  const limit = spellingLimit(first, second)
  return distanceUpTo(first, second, limit) <= limit
}

/** Longer words are compared by their beginning first; the true distance decides afterwards. */
const prefixLength = 12

/**
 * The word with up to as many letters left out as its spelling may differ in. Two words within that distance
 * share at least one of these, so an index over them finds all similar words without comparing all pairs
 * (symmetric deletion, Garbe 2012).
 */
export function deletionNeighbourhood(word: string): ReadonlySet<string> {
  const prefix = word.slice(0, prefixLength)
  const neighbours = new Set([prefix])
  let newest = [prefix]
  for (let round = spellingLimit(word, word); round > 0; round -= 1) {
    const shorter: string[] = []
    for (const text of newest) {
      for (let place = 0; place < text.length; place += 1) {
        const neighbour = text.slice(0, place) + text.slice(place + 1)
        if (neighbours.has(neighbour)) continue
        neighbours.add(neighbour)
        shorter.push(neighbour)
      }
    }
    newest = shorter
  }
  return neighbours
}
