import { isIP } from 'node:net'

const hexPairs = /^[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}$/
const hexQuads = /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/

/**
 * An address in the one spelling in which an order names it: IPv4 with dots, IPv6 in small letters, a device's (MAC, IEEE 802)
 * as `a4:5e:60:12:34:56`, also where it was written with hyphens or dots. null: it is none.
 */
export function addressOf(written: string): string | null {
  const text = written.trim().toLowerCase()
  if (hexPairs.test(text)) return text.replaceAll('-', ':')
  if (hexQuads.test(text)) return (text.replaceAll('.', '').match(/../g) ?? []).join(':')
  return isIP(text) === 0 ? null : text
}
