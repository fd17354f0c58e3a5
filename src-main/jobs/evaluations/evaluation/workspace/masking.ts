import { isIP } from 'node:net'
import { domainToUnicode } from 'node:url'
import type { MaskedText } from '../../../../contract/evaluations'
import type { NameFinder } from './names'
import { addressKey, deviceKey, personKey, type Pseudonyms } from './pseudonyms'
import { visible } from './unseen'

/** Longer texts are shown up to here: no address or subject of everyday life is. */
const longestText = 2_000

/** What may be a mail address, a MAC address, an IPv4 or an IPv6 address. */
const candidates =
  /[^\s@<>"'(),;:/?&=#[\]]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]|(?<![0-9a-f])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-f])|(?<![0-9a-f])(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}(?![0-9a-f])|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d])|[0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*/giu
/** What each of them has, so that most texts are gone through once. */
const mayHoldOne = /@|\d\.\d|:.*:|[0-9a-f]{2}-[0-9a-f]{2}-|[0-9a-f]\.[0-9a-f]{4}\./i
const macForm = /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/i

/**
 * Puts pseudonyms in the place of every name and address of a text. The text is first made readable (`%C3%BC` is `ü`), since a
 * name that is written in another way is still a name; signs that cannot be seen stand as their codes.
 */
export class Masking {
  constructor(
    private readonly pseudonyms: Pseudonyms,
    private readonly names: NameFinder,
    /** Keys of the persons whom events name. */
    private readonly persons: ReadonlySet<string>
  ) {}

  mask(original: string): MaskedText {
    const text = readable(original.slice(0, longestText * 2)).slice(0, longestText)
    const parts: MaskedText = []
    let place = 0
    if (!mayHoldOne.test(text)) {
      this.addNames(text, parts)
      return parts
    }
    for (const { 0: found, index } of text.matchAll(candidates)) {
      const pseudonym = this.ofCandidate(found)
      if (pseudonym === null) continue
      this.addNames(text.slice(place, index), parts)
      parts.push(pseudonym)
      place = index + found.length
    }
    this.addNames(text.slice(place), parts)
    return parts
  }

  private ofCandidate(found: string): MaskedText[number] | null {
    const { pseudonyms, persons } = this
    if (found.includes('@')) {
      const key = personKey(found)
      if (persons.has(key)) return pseudonyms.of('person', key, found)
      return pseudonyms.of('mail', key, found)
    }
    if (macForm.test(found)) return pseudonyms.of('device', deviceKey(found), found)
    return isIP(found) === 0 ? null : pseudonyms.of('address', addressKey(found), found)
  }

  private addNames(text: string, parts: MaskedText): void {
    let place = 0
    for (const { from, until, target } of this.names.find(text)) {
      if (from > place) parts.push(text.slice(place, from))
      parts.push(this.pseudonyms.of(target.kind, target.key, text.slice(from, until)))
      place = until
    }
    if (place < text.length) parts.push(text.slice(place))
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A text without escapes of addresses, in composed letters and without signs that cannot be seen. */
export function readable(original: string): string {
  let text = original
  // What is escaped twice hides a name just as well.
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/i.test(text); round++) {
    text = text.replaceAll(/(?:%[0-9a-f]{2})+/gi, decoded)
  }
  if (/xn--/i.test(text)) {
    text = text.replaceAll(/(?:[\w-]+\.)*xn--[\w-]+(?:\.[\w-]+)*/gi, (host) => domainToUnicode(host) || host)
  }
  return visible(text.normalize('NFC'))
}

function decoded(escapes: string): string {
  const bytes = Buffer.from(escapes.replaceAll('%', ''), 'hex')
  try {
    return utf8.decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
