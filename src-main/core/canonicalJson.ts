import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785): equal values give equal text, whatever the order of their properties. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return text
}

/** Property names in canonical order, each as it is written, and in the order in which an object has them. */
interface Shape {
  readonly names: readonly string[]
  readonly sorted: readonly { readonly name: string; readonly written: string }[]
}

/** The shapes met so far, by their first name. */
type Shapes = Map<string | undefined, Shape[]>

function shapeOf(names: readonly string[], shapes: Shapes): Shape {
  const [first] = names
  let alike = shapes.get(first)
  if (alike === undefined) shapes.set(first, (alike = []))
  const known = alike.find(
    (shape) =>
      shape.names.length === names.length && shape.names.every((name, place) => name === names[place])
  )
  if (known !== undefined) return known
  const sorted = names.toSorted().map((name) => ({ name, written: `${JSON.stringify(name)}:` }))
  const shape = { names, sorted }
  if (alike.length < rememberedShapes) alike.push(shape)
  return shape
}

/**
 * Canonical JSON as the library gives it, for many objects with the same few sets of names: these are sorted once. What the
 * library alone judges (numbers that JSON does not have, `toJSON`, what is no JSON value) is left to it.
 */
function writeCanonical(value: unknown, shapes: Shapes): string {
  if (typeof value === 'string' || value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value !== 'object' || 'toJSON' in value) return canonicalJson(value)
  if (Array.isArray(value)) return `[${value.map((item) => writeCanonical(item ?? null, shapes)).join(',')}]`
  let text = ''
  for (const { name, written } of shapeOf(Object.keys(value), shapes).sorted) {
    const part: unknown = value[name as keyof typeof value]
    if (part === undefined) continue
    text += `${text === '' ? '' : ','}${written}${writeCanonical(part, shapes)}`
  }
  return `{${text}}`
}

/** Plans have a dozen; beyond this an object is sorted like any other. */
const rememberedShapes = 50

/** Pieces are joined to about this many characters: each costs a call, the whole of a large plan costs its memory. */
const pieceLength = 16_384

/**
 * Canonical JSON of an object in pieces, for values whose text is large: the items of its lists one after the other,
 * without ever holding the whole. Together they are what `canonicalJson` gives.
 */
export function* canonicalPieces(value: object): Generator<string> {
  const shapes: Shapes = new Map()
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
      piece += `${place === 0 ? '' : ','}${writeCanonical(item ?? null, shapes)}`
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
    piece += ']'
  }
  yield `${piece}}`
}
