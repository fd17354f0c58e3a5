import { many, patternTest, type Pattern } from './patterns'

/** Says whether a text (as it is to be compared: folded or not) meets any of several patterns. */
export type TextTest = (text: string) => boolean

/** From so many texts on, one pass for all is faster than one search for each. */
const manyTexts = 6

/**
 * One test for all patterns of a value list, by what each asks for: equal texts by a set, beginnings and endings by a
 * tree of characters, parts in one pass over the text, everything else one by one.
 */
export function anyOf(patterns: readonly Pattern[]): TextTest {
  const equal = new Set<string>()
  const beginnings: string[] = []
  const endings: string[] = []
  const parts: string[] = []
  const tests: TextTest[] = []
  for (const pattern of patterns) {
    const [first, second, third] = pattern
    const count = pattern.length
    if (count === 0) equal.add('')
    else if (count === 1 && typeof first === 'string') equal.add(first)
    else if (count === 1 && first === many) return () => true
    else if (count === 2 && typeof first === 'string' && second === many) beginnings.push(first)
    else if (count === 2 && first === many && typeof second === 'string') endings.push(second)
    else if (count === 3 && first === many && typeof second === 'string' && third === many) parts.push(second)
    else tests.push(patternTest(pattern))
  }
  if (equal.size > 0) tests.unshift((text) => equal.has(text))
  if (beginnings.length > 0) tests.push(fromEnd(beginnings, false))
  if (endings.length > 0) tests.push(fromEnd(endings, true))
  if (parts.length > 0) tests.push(containsAny(parts))
  return either(tests)
}

function either(tests: readonly TextTest[]): TextTest {
  const [only] = tests
  if (tests.length === 1 && only !== undefined) return only
  return (text) => tests.some((test) => test(text))
}

/** Characters from one end of a text inwards, and where one of the texts is complete. */
interface Branch {
  readonly next: Map<number, Branch>
  isEnd: boolean
}

/** Whether a text begins or ends with any of several: one step for each character, up to the first that none of them has. */
function fromEnd(texts: readonly string[], isBackwards: boolean): TextTest {
  const trunk: Branch = { next: new Map(), isEnd: false }
  const codeAt = (text: string, index: number): number =>
    text.charCodeAt(isBackwards ? text.length - 1 - index : index)
  for (const text of texts) {
    let branch = trunk
    for (let index = 0; index < text.length; index++) {
      const code = codeAt(text, index)
      const next = branch.next.get(code) ?? { next: new Map<number, Branch>(), isEnd: false }
      branch.next.set(code, next)
      branch = next
    }
    branch.isEnd = true
  }
  return (text) => {
    let branch: Branch | undefined = trunk
    for (let index = 0; index < text.length; index++) {
      branch = branch.next.get(codeAt(text, index))
      if (branch === undefined) return false
      if (branch.isEnd) return true
    }
    return false
  }
}

/** Cells of the automaton's table, four bytes each; no list that a person writes comes near it. */
const mostCells = 16_000_000

/** Whether any of several texts occurs in another one. */
export function containsAny(texts: readonly string[]): TextTest {
  const cells = texts.reduce((sum, { length }) => sum + length, 1) * (new Set(texts.join('')).size + 1)
  const isWorthIt = texts.length >= manyTexts && cells <= mostCells
  return isWorthIt ? new TextFinder(texts).test : (text) => texts.some((part) => text.includes(part))
}

/**
 * Aho and Corasick's automaton: finds any of its texts in one pass, one step for each character, however many they are.
 */
class TextFinder {
  /** The columns of the table: characters that occur in the texts, from 1; 0: any other. */
  private readonly columns = new Map<string, number>()
  private readonly asciiColumns = new Uint16Array(128)
  private readonly width: number
  /** The next state by state and column. */
  private readonly steps: Int32Array
  private readonly isEnd: Uint8Array

  constructor(texts: readonly string[]) {
    for (const character of texts.join('')) this.addColumns(character)
    this.width = this.columns.size + 1
    const most = texts.reduce((sum, { length }) => sum + length, 1)
    this.steps = new Int32Array(most * this.width)
    this.isEnd = new Uint8Array(most)
    this.link(this.grow(texts))
  }

  readonly test: TextTest = (text) => {
    const { steps, isEnd, asciiColumns, columns, width } = this
    let state = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      const column = (code < 128 ? asciiColumns[code] : columns.get(text.charAt(index))) ?? 0
      state = steps[state * width + column] ?? 0
      if (isEnd[state] === 1) return true
    }
    return false
  }

  /** By units, as a text is walked through; a character may have two. */
  private addColumns(character: string): void {
    for (let index = 0; index < character.length; index++) {
      const unit = character.charAt(index)
      if (this.columns.has(unit)) continue
      const column = this.columns.size + 1
      this.columns.set(unit, column)
      if (unit < '\x80') this.asciiColumns[unit.charCodeAt(0)] = column
    }
  }

  /** The tree of all texts; answers how many states it has. */
  private grow(texts: readonly string[]): number {
    let states = 1
    for (const text of texts) {
      let state = 0
      for (let index = 0; index < text.length; index++) {
        const step = state * this.width + (this.columns.get(text.charAt(index)) ?? 0)
        if (this.steps[step] === 0) this.steps[step] = states++
        state = this.steps[step] ?? 0
      }
      this.isEnd[state] = 1
    }
    return states
  }

  /** Steps that leave the tree go on with the longest end of what was read that some text begins with. */
  private link(states: number): void {
    const { steps, isEnd, width } = this
    const fallbacks = new Int32Array(states)
    const waiting: number[] = []
    for (let column = 1; column < width; column++) {
      const next = steps[column] ?? 0
      if (next !== 0) waiting.push(next)
    }
    // What is added while the loop runs is walked through, too: level by level.
    for (const state of waiting) {
      const fallback = fallbacks[state] ?? 0
      if (isEnd[fallback] === 1) isEnd[state] = 1
      for (let column = 1; column < width; column++) {
        const step = state * width + column
        const next = steps[step] ?? 0
        const instead = steps[fallback * width + column] ?? 0
        if (next === 0) steps[step] = instead
        else {
          fallbacks[next] = instead
          waiting.push(next)
        }
      }
    }
  }
}
