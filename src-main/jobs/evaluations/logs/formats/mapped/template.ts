/** What can stand at a place of a line. */
export interface Shape {
  /** Where it ends that begins there, whatever follows; -1: it does not begin there. Absent: any run of characters that may stand in it. */
  readonly end?: (bytes: string, from: number) => number
  /** Characters that do not stand in such a run. */
  readonly excludes: string
  /** A character behind a backslash stands for itself, also an excluded one. */
  readonly escapes?: true
  readonly mayBeEmpty?: true
}

export type Part =
  | { readonly literal: string }
  /** `name` null: nobody asks for it. */
  | { readonly name: string | null; readonly shape: Shape }

/**
 * Where each part of a template begins in a line, and where the last one ends; -1: it can be read in more than one way, so that
 * nobody knows.
 */
export type Bounds = readonly number[]

/**
 * A line of fixed words and places between them, some of which hold what a user has typed. All ways in which a line can be read are looked
 * at together, in time in proportion to its length: a place counts where every way gives it the same borders.
 */
export class Template {
  constructor(readonly parts: readonly Part[]) {}

  /** null: the line is none of these. */
  match(bytes: string): Bounds | null {
    const bounds: number[] = []
    let at = 0
    for (const [index, part] of this.parts.entries()) {
      bounds.push(at)
      const end = 'literal' in part ? literalEnd(bytes, part.literal, at) : this.onlyEnd(bytes, index, at)
      if (end === undefined) return this.matchRest(bytes, index, bounds)
      if (end < 0) return null
      at = end
    }
    bounds.push(at)
    return at === bytes.length ? bounds : null
  }

  /** The one place where a field can end; undefined: there may be several. */
  private onlyEnd(bytes: string, index: number, at: number): number | undefined {
    const part = this.parts[index]
    if (part === undefined || 'literal' in part) return -1
    const { shape } = part
    if (shape.end !== undefined) return shape.end(bytes, at)
    const next = this.parts[index + 1]
    if (next !== undefined && !('literal' in next && shape.excludes.includes(next.literal.charAt(0))))
      return undefined
    let end = at
    let isEscaped = false
    while (end < bytes.length && (isEscaped || !shape.excludes.includes(bytes.charAt(end)))) {
      isEscaped = !isEscaped && shape.escapes === true && bytes.charCodeAt(end) === backslash
      end++
    }
    return (end > at || shape.mayBeEmpty === true) && !isEscaped ? end : -1
  }

  /** From the part on behind which it is not clear any more. */
  private matchRest(bytes: string, first: number, known: readonly number[]): Bounds | null {
    const start = known.at(-1) ?? 0
    const rest = new Rest(bytes, start)
    const parts = this.parts.slice(first)
    const reached: Uint8Array[] = [rest.places(0)]
    for (const part of parts) reached.push(rest.forward(part, reached.at(-1) ?? rest.places()))
    let ending = rest.places(bytes.length - start)
    const bounds: number[] = [only(reached.at(-1), ending, start)]
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index]
      if (part === undefined) continue
      ending = rest.backward(part, ending)
      bounds.push(only(reached[index], ending, start))
    }
    bounds.reverse()
    return bounds.includes(none) ? null : [...known.slice(0, -1), ...bounds]
  }
}

const backslash = 92
const none = -2

/** The one place that both have; -1: several, -2: none. */
function only(one: Uint8Array | undefined, other: Uint8Array, start: number): number {
  let found = none
  for (let place = 0; place < other.length; place++) {
    if (other[place] !== 1 || one?.[place] !== 1) continue
    if (found !== none) return -1
    found = start + place
  }
  return found
}

function literalEnd(bytes: string, literal: string, at: number): number {
  return bytes.startsWith(literal, at) ? at + literal.length : -1
}

/** Sets of places in what is left of a line: 1 where a place is in it. */
class Rest {
  private readonly size: number
  private readonly escaped: Uint8Array

  constructor(
    private readonly bytes: string,
    private readonly start: number
  ) {
    this.size = bytes.length - start + 1
    this.escaped = this.places()
    for (let place = 1; place < this.size; place++) {
      const before = bytes.charCodeAt(start + place - 1)
      if (before === backslash && this.escaped[place - 1] === 0) this.escaped[place] = 1
    }
  }

  places(one = -1): Uint8Array {
    const places = new Uint8Array(this.size)
    if (one >= 0) places[one] = 1
    return places
  }

  /** Where a part can end that begins at one of these places. */
  forward(part: Part, from: Uint8Array): Uint8Array {
    const to = this.places()
    const fixed = fixedEnd(part)
    if (fixed !== null || 'literal' in part) {
      for (let place = from.indexOf(1); place >= 0; place = from.indexOf(1, place + 1)) {
        const end = fixed?.(this.bytes, this.start + place) ?? -1
        if (end >= 0) to[end - this.start] = 1
      }
      return to
    }
    const { shape } = part
    let isInside = false
    for (let place = 0; place < this.size; place++) {
      if (isInside && this.canEnd(place, shape)) to[place] = 1
      if (from[place] === 1) {
        isInside = true
        if (shape.mayBeEmpty === true) to[place] = 1
      }
      isInside &&= this.mayStand(place, shape)
    }
    return to
  }

  /** Where a part can begin that ends at one of these places. */
  backward(part: Part, to: Uint8Array): Uint8Array {
    const from = this.places()
    const fixed = fixedEnd(part)
    if (fixed !== null || 'literal' in part) {
      for (let place = 0; place < this.size; place++) {
        const end = fixed?.(this.bytes, this.start + place) ?? -1
        if (end >= 0 && to[end - this.start] === 1) from[place] = 1
      }
      return from
    }
    const { shape } = part
    let isInside = false
    for (let place = this.size - 1; place >= 0; place--) {
      const ends = to[place + 1] === 1 && this.canEnd(place + 1, shape)
      isInside = place < this.size - 1 && (isInside || ends) && this.mayStand(place, shape)
      if (isInside || (shape.mayBeEmpty === true && to[place] === 1)) from[place] = 1
    }
    return from
  }

  private mayStand(place: number, { excludes, escapes }: Shape): boolean {
    return (
      (escapes === true && this.escaped[place] === 1) ||
      !excludes.includes(this.bytes.charAt(this.start + place))
    )
  }

  /** No value ends behind a backslash that escapes what follows. */
  private canEnd(place: number, { escapes }: Shape): boolean {
    return escapes !== true || this.escaped[place] === 0
  }
}

function fixedEnd(part: Part): ((bytes: string, at: number) => number) | null {
  if ('literal' in part) return (bytes, at) => literalEnd(bytes, part.literal, at)
  return part.shape.end ?? null
}

/** The end of what a sticky expression finds at a place. Expressions are bounded, so that the work on a line is. */
export function sticky(form: RegExp): (bytes: string, from: number) => number {
  return (bytes, from) => {
    form.lastIndex = from
    return form.test(bytes) ? form.lastIndex : -1
  }
}

/** The same with words in the form in which lines come: strings of bytes. */
export function withBytes(parts: readonly Part[]): readonly Part[] {
  return parts.map((part) =>
    'literal' in part ? { literal: Buffer.from(part.literal, 'utf8').toString('latin1') } : part
  )
}
