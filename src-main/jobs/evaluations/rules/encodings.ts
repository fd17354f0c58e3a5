import { joined, type Pattern, type PatternPart } from './patterns'

/** How an encoding changes the text before (`bytes`) or writes down the bytes (`texts`: all spellings it may have). */
interface Encoder {
  readonly bytes?: (text: string) => Uint8Array
  readonly texts?: (bytes: Uint8Array) => readonly string[]
}

const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le')

export type Encoding = 'wide' | 'utf16le' | 'utf16be' | 'utf16' | 'base64' | 'base64offset'

export const encodings: Readonly<Record<Encoding, Encoder>> = {
  wide: { bytes: wide },
  utf16le: { bytes: wide },
  utf16be: { bytes: (text) => Buffer.from(text, 'utf16le').swap16() },
  utf16: { bytes: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), wide(text)]) },
  base64: { texts: (bytes) => [Buffer.from(bytes).toString('base64')] },
  base64offset: { texts: base64Offsets }
}

/**
 * What of the bytes can be seen in Base64 wherever they stand in a longer text: it depends on how many bytes of a group of three
 * stand before. Digits that a neighbour has a part in are left out.
 */
function base64Offsets(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor(((before + bytes.length) * 8) / 6)
    return encoded.slice(first, last)
  })
}

const dashes = ['-', '/', '–', '—', '―']
/** A dash that begins a word, as in ` -enc` or ` /enc`; not that of `at-home` or of a path. */
const flag = /\B[-/–—―]\b/gu

/** The pattern with each dash of a command's flags in all spellings that Windows takes, up to just over `most` variants. */
export function windashVariants(pattern: Pattern, most: number): readonly Pattern[] {
  let variants: readonly (readonly PatternPart[])[] = [[]]
  for (const part of pattern) {
    const spellings: readonly PatternPart[] = typeof part === 'string' ? spellingsOf(part, most) : [part]
    if (variants.length * spellings.length > most) return Array<Pattern>(most + 1).fill([])
    variants = variants.flatMap((variant) =>
      spellings.map((spelling): readonly PatternPart[] => [...variant, spelling])
    )
  }
  return variants.map(joined)
}

function spellingsOf(text: string, most: number): readonly string[] {
  let spellings: readonly string[] = ['']
  let from = 0
  for (const { index } of text.matchAll(flag)) {
    if (spellings.length * dashes.length > most) return Array<string>(most + 1).fill('')
    const between = text.slice(from, index)
    spellings = spellings.flatMap((sofar) => dashes.map((dash) => sofar + between + dash))
    from = index + 1
  }
  return spellings.map((sofar) => sofar + text.slice(from))
}
