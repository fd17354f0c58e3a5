import { Malformed, tags, type BerCursor } from './ber'

/** A search filter (RFC 4511, section 4.5.1) as data. */
export type Filter =
  | { kind: 'and' | 'or'; parts: readonly Filter[] }
  | { kind: 'not'; part: Filter }
  | { kind: 'equal' | 'greaterOrEqual' | 'lessOrEqual'; attribute: string; value: string }
  | { kind: 'present'; attribute: string }
  | {
      kind: 'substrings'
      attribute: string
      initial: string | null
      any: readonly string[]
      final: string | null
    }
  | { kind: 'undefined' }

/** Deeper filters are no search of a person; they are an attempt to exhaust the stack. */
const maximumDepth = 64

function readParts(cursor: BerCursor, tag: number, depth: number): Filter[] {
  const list = cursor.constructed(tag)
  const parts: Filter[] = []
  while (!list.atEnd) parts.push(readFilter(list, depth + 1))
  return parts
}

function readSubstrings(cursor: BerCursor): Filter {
  const body = cursor.constructed(0xa4)
  const attribute = body.text()
  const pieces = body.constructed(tags.sequence)
  let initial: string | null = null
  let final: string | null = null
  const any: string[] = []
  while (!pieces.atEnd) {
    switch (pieces.nextTag) {
      case 0x80:
        initial = pieces.text(0x80)
        break
      case 0x81:
        any.push(pieces.text(0x81))
        break
      case null:
      default:
        final = pieces.text(0x82)
    }
  }
  return { kind: 'substrings', attribute, initial, any, final }
}

/** Reads the next element as a filter. Extensible matches are read and never match. */
export function readFilter(cursor: BerCursor, depth = 0): Filter {
  if (depth > maximumDepth) throw new Malformed('a filter that is nested too deeply')
  const comparison = (tag: number, kind: 'equal' | 'greaterOrEqual' | 'lessOrEqual'): Filter => {
    const body = cursor.constructed(tag)
    return { kind, attribute: body.text(), value: body.text() }
  }
  switch (cursor.nextTag) {
    case 0xa0:
      return { kind: 'and', parts: readParts(cursor, 0xa0, depth) }
    case 0xa1:
      return { kind: 'or', parts: readParts(cursor, 0xa1, depth) }
    case 0xa2: {
      const body = cursor.constructed(0xa2)
      return { kind: 'not', part: readFilter(body, depth + 1) }
    }
    case 0xa3:
      return comparison(0xa3, 'equal')
    case 0xa4:
      return readSubstrings(cursor)
    case 0xa5:
      return comparison(0xa5, 'greaterOrEqual')
    case 0xa6:
      return comparison(0xa6, 'lessOrEqual')
    case 0x87:
      return { kind: 'present', attribute: cursor.text(0x87) }
    case 0xa8:
      return comparison(0xa8, 'equal')
    case 0xa9:
      cursor.constructed(0xa9)
      return { kind: 'undefined' }
    case null:
    default:
      throw new Malformed('a filter of an unknown kind')
  }
}
