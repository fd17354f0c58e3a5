/** One `attribute=value` of a relative distinguished name. */
export interface NamePart {
  readonly attribute: string
  readonly value: string
}

/** A relative distinguished name; more than one part only in multi-valued ones (`cn=a+sn=b`). */
export type RelativeName = readonly NamePart[]

/** A distinguished name, from the entry up to the root (RFC 4514). */
export type DistinguishedName = readonly RelativeName[]

const attributePattern = /^([A-Za-z][A-Za-z0-9-]*|\d+(\.\d+)+)$/
const specials = new Set(['"', '+', ',', ';', '<', '>', '\\', '='])

/** Escapes a value so that no character of it can end the value (RFC 4514 2.4). */
export function escapeNameValue(value: string): string {
  let escaped = ''
  const last = value.length - 1
  for (let index = 0; index <= last; index++) {
    const character = value.charAt(index)
    const code = value.charCodeAt(index)
    const atEdge =
      (index === 0 && (character === ' ' || character === '#')) || (index === last && character === ' ')
    if (code < 0x20 || code === 0x7f) escaped += `\\${code.toString(16).padStart(2, '0')}`
    else if (specials.has(character) || atEdge) escaped += `\\${character}`
    else escaped += character
  }
  return escaped
}

export function formatName(name: DistinguishedName): string {
  return name.map(formatRelativeName).join(',')
}

function formatRelativeName(relative: RelativeName): string {
  return relative.map((part) => `${part.attribute}=${escapeNameValue(part.value)}`).join('+')
}

/** One relative name, as rename requests want it. */
export function relativeName(attribute: string, value: string): string {
  return `${attribute}=${escapeNameValue(value)}`
}

/** The DN of an entry directly below `parent`. */
export function childName(attribute: string, value: string, parent: string): string {
  return parent === '' ? relativeName(attribute, value) : `${relativeName(attribute, value)},${parent}`
}

/** Reads a DN; null when it is none. The empty text is the root. */
export function parseName(text: string): DistinguishedName | null {
  if (text.trim() === '') return []
  const name: RelativeName[] = []
  for (const piece of splitUnescaped(text, ',', ';')) {
    const relative = parseRelativeName(piece)
    if (relative === null) return null
    name.push(relative)
  }
  return name
}

function parseRelativeName(text: string): RelativeName | null {
  const parts: NamePart[] = []
  for (const piece of splitUnescaped(text, '+')) {
    const equals = piece.indexOf('=')
    if (equals < 0) return null
    const attribute = piece.slice(0, equals).trim()
    const value = unescapeValue(piece.slice(equals + 1))
    if (!attributePattern.test(attribute) || value === null) return null
    parts.push({ attribute, value })
  }
  return parts
}

/** Splits at separators that are neither escaped nor inside quotes (RFC 2253 allowed those). */
function splitUnescaped(text: string, ...separators: readonly string[]): string[] {
  const pieces: string[] = []
  let start = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') index++
    else if (character === '"') quoted = !quoted
    else if (!quoted && separators.includes(character)) {
      pieces.push(text.slice(start, index))
      start = index + 1
    }
  }
  pieces.push(text.slice(start))
  return pieces
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}

/** Trims blanks that are not part of the value: a trailing blank after a backslash is. */
function trimValue(text: string): string {
  const start = text.trimStart()
  const end = start.trimEnd()
  const cut = start.slice(end.length)
  const backslashes = /\\*$/.exec(end)?.[0].length ?? 0
  return cut !== '' && backslashes % 2 === 1 ? `${end}${cut.charAt(0)}` : end
}

function unescapeValue(text: string): string | null {
  let value = trimValue(text)
  if (value.startsWith('#')) return decodeHexValue(value.slice(1))
  if (value.length >= 2 && value.startsWith('"')) {
    if (!value.endsWith('"')) return null
    value = value.slice(1, -1)
  }
  const pieces: string[] = []
  let bytes: number[] = []
  const flush = (): boolean => {
    if (bytes.length === 0) return true
    const decoded = decodeUtf8(Uint8Array.from(bytes))
    bytes = []
    if (decoded !== null) pieces.push(decoded)
    return decoded !== null
  }
  for (let index = 0; index < value.length; index++) {
    const character = value.charAt(index)
    if (character !== '\\') {
      if (!flush()) return null
      pieces.push(character)
      continue
    }
    const pair = value.slice(index + 1, index + 3)
    if (/^[0-9a-fA-F]{2}$/.test(pair)) {
      bytes.push(Number.parseInt(pair, 16))
      index += 2
      continue
    }
    if (!flush() || pair === '') return null
    pieces.push(pair.charAt(0))
    index++
  }
  return flush() ? pieces.join('') : null
}

/** `#` and the BER encoding in hex (RFC 4514 2.4): only short strings are understood. */
function decodeHexValue(hex: string): string | null {
  if (!/^([0-9a-fA-F]{2})+$/.test(hex)) return null
  const bytes = Buffer.from(hex, 'hex')
  const length = bytes.at(1)
  if (length === undefined || length > 127 || bytes.length !== length + 2) return null
  return decodeUtf8(bytes.subarray(2))
}

/**
 * A form in which two spellings of one DN are equal: attribute names and values in lower case, blanks
 * folded. Fits the attributes that name people, groups and containers, which all ignore case.
 */
export function nameKey(text: string): string {
  // Servers give names in one spelling; parsing is for what people and other tools wrote.
  if (!/[\\"#;]| {2}| ,|, | =|= /.test(text)) return text.toLowerCase()
  const name = parseName(text)
  if (name === null) return text.toLowerCase()
  return formatName(
    name.map((relative) =>
      relative
        .map((part) => ({
          attribute: part.attribute.toLowerCase(),
          value: part.value.trim().replaceAll(/ +/g, ' ').toLowerCase()
        }))
        .sort((a, b) => (a.attribute < b.attribute ? -1 : 1))
    )
  )
}

export function sameName(one: string, other: string): boolean {
  return one === other || nameKey(one) === nameKey(other)
}

/** The DN of the entry above; empty for the root and for what is no DN. */
export function parentName(text: string): string {
  return splitUnescaped(text, ',', ';').slice(1).join(',').trim()
}

/** Whether the entry lies below the base, at any depth. */
export function isBelow(text: string, base: string): boolean {
  const baseKey = nameKey(base)
  return baseKey === '' ? text !== '' : nameKey(text).endsWith(`,${baseKey}`)
}

/** The value of the first part of the entry's own relative name; null for what is no DN. */
export function firstNameValue(text: string): string | null {
  return parseName(text)?.[0]?.[0]?.value ?? null
}
