import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785): equal values give equal text, whatever the order of their properties. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return text
}

/** An order of names that no object can have: those that look like places of a list always come first, by their number. */
class ImpossibleOrder extends Error {}

const likePlace = /^\d+$/u

/**
 * A value whose objects name their properties in canonical order, so that they are written as they are: the value itself
 * where that is so already, which costs a look at the names and nothing else. Throws `ImpossibleOrder`.
 */
function inCanonicalOrder(value: unknown): unknown {
  // What JSON does not have is for the library to judge.
  if (typeof value === 'number' && !Number.isFinite(value)) return canonicalJson(value)
  if (typeof value !== 'object' || value === null) return value
  if ('toJSON' in value) return JSON.parse(canonicalJson(value))
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return items.every((item) => typeof item === 'string') ? items : items.map(inCanonicalOrder)
  }
  const names = Object.keys(value)
  let isOrdered = true
  let ordered: unknown = value
  for (let place = 0; place < names.length; place += 1) {
    const name = names[place] ?? ''
    const part: unknown = value[name as keyof typeof value]
    if (place > 0 && (names[place - 1] ?? '') > name) isOrdered = false
    if (typeof part === 'string' || part === null) continue
    const inOrder = inCanonicalOrder(part)
    if (inOrder === part) continue
    if (ordered === value) ordered = { ...value }
    Object.defineProperty(ordered, name, { value: inOrder })
  }
  return isOrdered ? ordered : sorted(ordered as object, names)
}

function sorted(value: object, names: readonly string[]): object {
  if (names.some((name) => likePlace.test(name))) throw new ImpossibleOrder()
  return Object.fromEntries(names.toSorted().map((name) => [name, value[name as keyof typeof value]]))
}

/** What `canonicalJson` gives, sooner: objects in canonical order are written at once, and the others are put in it. */
function writeCanonical(value: unknown): string {
  try {
    return JSON.stringify(inCanonicalOrder(value))
  } catch (error) {
    if (error instanceof ImpossibleOrder) return canonicalJson(value)
    throw error
  }
}

/** Pieces are joined to about this many characters: each costs a call, the whole of a large plan costs its memory. */
const pieceLength = 16_384

/**
 * Canonical JSON of an object in pieces, for values whose text is large: the items of its lists one after the other,
 * without ever holding the whole. Together they are what `canonicalJson` gives.
 *
 * @param written is told the text of each item of a list
 */
export function* canonicalPieces(value: object, written?: (item: string) => void): Generator<string> {
  let piece = '{'
  let comma = ''
  for (const key of Object.keys(value).sort()) {
    const part: unknown = value[key as keyof typeof value]
    if (part === undefined) continue
    piece += `${comma}${canonicalJson(key)}:`
    comma = ','
    if (!Array.isArray(part)) {
      piece += canonicalJson(part)
      continue
    }
    piece += '['
    for (const [place, item] of part.entries()) {
      const text = writeCanonical(item ?? null)
      written?.(text)
      piece += place === 0 ? text : `,${text}`
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
    piece += ']'
  }
  yield `${piece}}`
}
