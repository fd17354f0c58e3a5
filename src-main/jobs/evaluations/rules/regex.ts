import { RE2JS, RE2JSException } from 're2js'
import { fold, isAscii } from './folding'

/** A regular expression of a rule, with the letters of its sub-modifiers. */
export interface RegexSource {
  readonly pattern: string
  readonly insensitive: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
}

/** Why RE2 cannot do it, in its own words; null: it can. */
export function regexRefusal(source: RegexSource): string | null {
  try {
    compile(source)
    return null
  } catch (error) {
    if (error instanceof RE2JSException) return error.message
    throw error
  }
}

/**
 * Searches a text. RE2 takes a time in proportion to the text, but far longer than a plain search, so a text that every match
 * must contain is looked for first.
 *
 * @returns a function of a text and its folded form (`fold`)
 */
export function regexTest(source: RegexSource): (text: string, folded: string) => boolean {
  const regex = compile(source)
  const needed = neededText(source.pattern)
  if (needed === null) return (text) => regex.test(text)
  // Beyond ASCII folding may compose characters that the expression asks for one by one.
  return (text, folded) => (!isAscii(text) || folded.includes(needed)) && regex.test(text)
}

function compile({ pattern, insensitive, multiline, dotAll }: RegexSource): RE2JS {
  const flags =
    (insensitive ? RE2JS.CASE_INSENSITIVE : 0) |
    (multiline ? RE2JS.MULTILINE : 0) |
    (dotAll ? RE2JS.DOTALL : 0)
  return RE2JS.compile(pattern, flags)
}

/** Shorter ones occur everywhere. */
const shortestNeeded = 3

/**
 * The longest text, folded, that stands in every match; null: none is certain. Only what is plain outside brackets counts; an
 * alternative at that level, or spelling that is not understood here, and nothing is certain.
 */
export function neededText(pattern: string): string | null {
  const runs: string[] = ['']
  const endRun = (): void => void runs.push('')
  const add = (character: string): void => void runs.push((runs.pop() ?? '') + character)
  /** The character before may be absent, or stands there more than once. */
  const loosenLast = (): void => {
    const run = runs.pop() ?? ''
    runs.push(run.slice(0, -1), '')
  }
  let depth = 0
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index)
    if (character === '\\') {
      index++
      const escaped = pattern.charAt(index)
      // A letter or digit is a class, a place, or the beginning of a longer spelling.
      if (/[QEpPx0-9]/.test(escaped)) return null
      if (depth === 0 && /[^A-Za-z0-9]/.test(escaped)) add(escaped)
      else endRun()
    } else if (character === '[') {
      const end = endOfClass(pattern, index)
      if (end === null) return null
      index = end
      endRun()
    } else if (character === '(') {
      if (pattern.charAt(index + 1) === '?' && !pattern.startsWith('(?:', index)) return null
      depth++
      endRun()
    } else if (character === ')') {
      depth--
      endRun()
    } else if (depth > 0) continue
    else if (character === '|') return null
    else if (character === '*' || character === '?' || character === '{') {
      loosenLast()
      if (character === '{') index = Math.max(index, pattern.indexOf('}', index))
    } else if (character === '+' || character === '.' || character === '^' || character === '$') endRun()
    else add(character)
  }
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '')
  return longest.length >= shortestNeeded && isAscii(longest) ? fold(longest) : null
}

/** The bracket that ends a class; null: not understood. */
function endOfClass(pattern: string, start: number): number | null {
  let index = start + 1
  if (pattern.charAt(index) === '^') index++
  if (pattern.charAt(index) === ']') index++
  for (; index < pattern.length; index++) {
    const character = pattern.charAt(index)
    if (character === '[') return null
    if (character === '\\') index++
    else if (character === ']') return index
  }
  return null
}
