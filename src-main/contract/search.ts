/**
 * How every list and every field of the app finds words: without regard to case and accents, and in either German
 * spelling, so that `Müller`, `MUELLER` and `muller`, `Groß` and `gross`, `Şahin` and `sahin` find each other. What
 * somebody has typed may be any part of a word.
 */

/** Letters that Unicode takes for letters of their own; what has an accent it takes apart itself. */
export const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-'
}

/** As one writes who has no such key. */
export const spelledLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe' }

const plain = anyOf(plainLetters)
const spelled = anyOf(spelledLetters)
const ascii = /^[\0-\x7f]*$/

function anyOf(letters: Readonly<Record<string, string>>): RegExp {
  return new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
}

/** Lower case, without accents: `Müller` is `muller`. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (ascii.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(plain, (letter) => plainLetters[letter] ?? letter)
}

/** A text in each way of writing it, folded: `muller` and `mueller`; where there is only one, that. */
function spellings(text: string): readonly string[] {
  const folded = fold(text)
  const written = text.toLowerCase().normalize('NFC')
  const other = written.replaceAll(spelled, (letter) => spelledLetters[letter] ?? letter)
  return other === written ? [folded] : [folded, fold(other)]
}

/** What words are looked for in: all parts, in each way of writing them, with ends that no word crosses. */
export function searchKey(parts: readonly (string | number)[]): string {
  return spellings(parts.join('\n')).join('\n')
}

/** The words of a search, each in the ways of writing it. */
export function searchWords(text: string): readonly (readonly string[])[] {
  return [...new Set(text.split(/\s+/))]
    .map((word) => spellings(word).map((one) => one.trim()))
    .filter(([folded]) => folded !== undefined && folded !== '')
}

/** Whether every word occurs in a `searchKey`. Asked for each row of a list while somebody types. */
export function holdsWords(key: string, words: readonly (readonly string[])[]): boolean {
  for (const spellings of words) if (!holdsOne(key, spellings)) return false
  return true
}

function holdsOne(key: string, spellings: readonly string[]): boolean {
  for (const spelling of spellings) if (key.includes(spelling)) return true
  return false
}
