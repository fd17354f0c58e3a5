import { rosterLimits } from './limits'

// Everything that is not seen or that turns the reading direction: controls, format marks, lone surrogates.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/**
 * Makes text safe to show: NUL and the other C0 controls become their control pictures (U+2400 block), every
 * other invisible character becomes its code point, such as `⟨U+202E⟩`.
 */
function makeVisible(text: string): string {
  return text.replaceAll(invisible, (character) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (codePoint < 0x20) return String.fromCodePoint(0x2400 + codePoint)
    return `⟨U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** The beginning of a row as a person may see it, at most 120 characters. */
export function excerptOf(row: string): string {
  return cut(makeVisible(cut(row)))
}

function cut(text: string): string {
  if (text.length <= rosterLimits.excerptCharacters) return text
  const short = text.slice(0, rosterLimits.excerptCharacters - 1)
  const last = short.charCodeAt(short.length - 1)
  const splitsPair = last >= 0xd800 && last <= 0xdbff
  return `${splitsPair ? short.slice(0, -1) : short}…`
}
