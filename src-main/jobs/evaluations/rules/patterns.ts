/** A part of a Sigma string: text to be met as it is, any one character (`?`), any run of characters (`*`). */
export type PatternPart = string | typeof one | typeof many

export const one = Symbol('?')
export const many = Symbol('*')

/** A Sigma string read: neighbouring texts are one part, neighbouring `*` too. */
export type Pattern = readonly PatternPart[]

/**
 * Reads a Sigma string by the specification's rules of escaping: a backslash before `*`, `?` or another backslash makes it plain; any
 * other backslash is plain itself.
 */
export function readPattern(text: string): Pattern {
  const parts: PatternPart[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    const next = text.charAt(index + 1)
    if (character === '\\' && (next === '\\' || next === '*' || next === '?')) {
      parts.push(next)
      index++
    } else {
      parts.push(character === '*' ? many : character === '?' ? one : character)
    }
  }
  return joined(parts)
}

/** The same pattern with neighbouring texts and neighbouring `*` as one part each. */
export function joined(parts: Pattern): Pattern {
  const result: PatternPart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part === '' || (part === many && last === many)) continue
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part
    else result.push(part)
  }
  return result
}

/** The text of a pattern without wildcards; null: it has some. */
export function plainText(pattern: Pattern): string | null {
  if (pattern.length === 0) return ''
  const [only] = pattern
  return pattern.length === 1 && typeof only === 'string' ? only : null
}

/** Each text part changed. */
export function mapTexts(pattern: Pattern, change: (text: string) => string): Pattern {
  return joined(pattern.map((part) => (typeof part === 'string' ? change(part) : part)))
}

/**
 * A function that says whether a whole text meets the pattern. Between two `*` the first place that fits is the best one,
 * so nothing is ever tried twice: the work is at most text times pattern, whatever the text.
 */
export function patternTest(pattern: Pattern): (text: string) => boolean {
  const pieces: Pattern[] = [[]]
  for (const part of pattern) {
    if (part === many) pieces.push([])
    else pieces[pieces.length - 1] = [...(pieces.at(-1) ?? []), part]
  }
  const first = pieces[0] ?? []
  const last = pieces.at(-1) ?? []
  const middle = pieces.slice(1, -1)
  if (pieces.length === 1) return (text) => matchAt(first, text, 0) === text.length
  return (text) => {
    let from = matchAt(first, text, 0)
    if (from < 0) return false
    for (const piece of middle) {
      from = findPiece(piece, text, from)
      if (from < 0) return false
    }
    return endsWithPiece(last, text, from)
  }
}

/** Where a piece without `*` ends that begins at a place; -1: it does not fit there. */
function matchAt(piece: Pattern, text: string, at: number): number {
  let place = at
  for (const part of piece) {
    if (typeof part === 'string') {
      if (!text.startsWith(part, place)) return -1
      place += part.length
    } else {
      if (place >= text.length) return -1
      place += widthAt(text, place)
    }
  }
  return place
}

/** A character beyond the basic plane is two units. */
function widthAt(text: string, place: number): number {
  return (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1
}

function findPiece(piece: Pattern, text: string, from: number): number {
  const [head] = piece
  for (let place = from; place <= text.length; place++) {
    if (typeof head === 'string') {
      place = text.indexOf(head, place)
      if (place < 0) return -1
    }
    const end = matchAt(piece, text, place)
    if (end >= 0) return end
  }
  return -1
}

function endsWithPiece(piece: Pattern, text: string, from: number): boolean {
  if (piece.length === 0) return true
  let place = text.length
  for (const part of piece.toReversed()) {
    if (typeof part === 'string') place -= part.length
    else place -= place > 1 && widthAt(text, place - 2) === 2 ? 2 : 1
    if (place < from) return false
  }
  return matchAt(piece, text, place) === text.length
}
