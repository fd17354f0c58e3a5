const beyondAscii = /[\u0080-\u00ff]/

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Text of a string of bytes. Bytes that are no UTF-8 stand as `\xfc`: two different names never become one by a
 * replacement character.
 */
export function textOf(bytes: string): string {
  if (!beyondAscii.test(bytes)) return bytes
  try {
    return utf8.decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return bytes.replaceAll(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)
  }
}

/** The same text in memory of its own: a part of a line would keep the whole piece of the file alive. */
export function own(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

/** The whole number between two places; -1: no digits, or something else among them. */
export function numberIn(bytes: string, from: number, to: number): number {
  if (from >= to || to - from > 15) return -1
  let number = 0
  for (let place = from; place < to; place++) {
    const digit = bytes.charCodeAt(place) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** A value whose bytes may be written as `%c3`: the bytes themselves. */
export function percentDecoded(bytes: string): string {
  return bytes.includes('%')
    ? bytes.replaceAll(/%([0-9a-fA-F]{2})/g, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16))
      )
    : bytes
}

const namedEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** The inside of a quoted string: `\"`, `\\`, `\n`, and bytes as three octal digits. */
export function unquoted(bytes: string): string {
  return bytes.includes('\\')
    ? bytes.replaceAll(/\\([0-7]{3}|[^])/g, (_, escape: string) =>
        escape.length === 3
          ? String.fromCharCode(Number.parseInt(escape, 8) & 0xff)
          : (namedEscapes[escape] ?? escape)
      )
    : bytes
}

/** What a value must look like to be taken for an address. */
const addressForm = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(?:%[\w.-]+)?$/

/** Longer than any address with its zone; a longer text would take the form above too long. */
const longestAddress = 128

/** An IPv4 or IPv6 address as it is written, IPv4 inside IPv6 without its prefix; null: it is none. */
export function addressOf(text: string): string | null {
  if (text.length > longestAddress) return null
  const bare = text.startsWith('::ffff:') && text.includes('.') ? text.slice(7) : text
  return addressForm.test(bare) ? bare : null
}

/** A MAC address with colons in small letters; null: it is none. */
export function macOf(text: string): string | null {
  const digits = text.replaceAll(/[-:.]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : null
}
