import { refuse } from '../protocol/results'

export interface NamePart {
  readonly attribute: string
  readonly value: string
}

/** One level of a name; more than one part only in multi-valued RDNs. */
export type RelativeName = readonly NamePart[]

/** A parsed distinguished name (RFC 4514). */
export interface Name {
  readonly levels: readonly RelativeName[]
  /** As it is shown. */
  readonly text: string
  /** Equal for names that mean the same entry: case, spaces and order of parts do not matter. */
  readonly key: string
  /** Key of the parent; empty for a name of one level. */
  readonly parentKey: string
}

/** Case, runs of spaces and Unicode composition do not matter when texts are compared (RFC 4518). */
export function foldText(value: string): string {
  return value.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
}

export function escapeNameValue(value: string): string {
  return value
    .replaceAll(/[\\",+;<>]/g, String.raw`\$&`)
    .replaceAll('\0', String.raw`\00`)
    .replace(/^[ #]/, String.raw`\$&`)
    .replace(/ $/, String.raw`\ `)
}

function relativeText(level: RelativeName): string {
  return level.map((part) => `${part.attribute}=${escapeNameValue(part.value)}`).join('+')
}

function relativeKey(level: RelativeName): string {
  return level
    .map((part) => `${part.attribute.toLowerCase()}=${escapeNameValue(foldText(part.value))}`)
    .sort()
    .join('+')
}

export function makeName(levels: readonly RelativeName[]): Name {
  const keys = levels.map(relativeKey)
  return {
    levels,
    text: levels.map(relativeText).join(','),
    key: keys.join(','),
    parentKey: keys.slice(1).join(',')
  }
}

const attributePattern = / *([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+) *= */y

function invalid(text: string): never {
  return refuse('invalidDnSyntax', `invalid DN: ${text.slice(0, 200)}`)
}

/** Reads a value up to the next bare separator; escapes are UTF-8 bytes or single characters. */
function readValue(text: string, start: number): { value: string; end: number } {
  const bytes: number[] = []
  let keep = 0
  let index = start
  while (index < text.length) {
    const character = text.charAt(index)
    if (character === ',' || character === '+' || character === ';') break
    if (character === '"' || character === '<' || character === '>') invalid(text)
    if (character === '\\') {
      const hex = /^[0-9a-fA-F]{2}/.exec(text.slice(index + 1, index + 3))
      if (hex) {
        bytes.push(Number.parseInt(hex[0], 16))
        index += 3
      } else if (/[\\",+;<>= #]/.test(text.charAt(index + 1))) {
        bytes.push(text.charCodeAt(index + 1))
        index += 2
      } else {
        invalid(text)
      }
      keep = bytes.length
      continue
    }
    const whole = String.fromCodePoint(text.codePointAt(index) ?? 0)
    bytes.push(...Buffer.from(whole))
    index += whole.length
    if (whole !== ' ') keep = bytes.length
  }
  return { value: Buffer.from(bytes.slice(0, keep)).toString('utf8'), end: index }
}

/** @throws Refusal invalidDnSyntax */
export function parseName(text: string): Name {
  const levels: NamePart[][] = []
  let parts: NamePart[] = []
  let index = 0
  if (text.trim() === '') return makeName([])
  for (;;) {
    attributePattern.lastIndex = index
    const match = attributePattern.exec(text)
    if (match?.[1] === undefined) return invalid(text)
    const { value, end } = readValue(text, attributePattern.lastIndex)
    if (value === '') invalid(text)
    parts.push({ attribute: match[1], value })
    const separator = text.charAt(end)
    if (separator !== '+') {
      levels.push(parts)
      parts = []
    }
    if (separator === '') return makeName(levels)
    index = end + 1
  }
}

/** Names come by the thousand, mostly the same ones again (members of groups). */
const keyCache = new Map<string, string>()
const keyCacheLimit = 100_000

/** The key of a name; a text that is no name is its own key. */
export function nameKey(text: string): string {
  const known = keyCache.get(text)
  if (known !== undefined) return known
  let key: string
  try {
    key = parseName(text).key
  } catch {
    key = foldText(text)
  }
  if (keyCache.size >= keyCacheLimit) keyCache.clear()
  keyCache.set(text, key)
  return key
}

/** Whether the name is the base or below it. */
export function isWithin(key: string, baseKey: string): boolean {
  return baseKey === '' || key === baseKey || key.endsWith(`,${baseKey}`)
}
