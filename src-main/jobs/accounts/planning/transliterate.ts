import anyAscii from 'any-ascii'

/** German spelling first: the library would make `a` of `ä` and `o` of `ö`. */
const german: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss']
])

/**
 * Writes any text in the characters that a login may have (P3): `a-z`, `0-9`, dot, hyphen, underscore. German
 * letters by German custom (ä→ae, ö→oe, ü→ue, ß→ss, also as capitals and in decomposed form), everything else
 * by the AnyAscii tables (https://anyascii.com). What has no counterpart goes; the result may be empty.
 * Idempotent.
 */
export function transliterate(text: string): string {
  const composed = text.normalize('NFC').toLowerCase()
  if (plainLetters.test(composed)) return composed
  if (germanLetters.test(composed)) return spelledGerman(composed)
  // The library would write an emoji as English words.
  const letters = composed.replaceAll(/\p{S}/gu, '')
  return anyAscii(spelledGerman(letters))
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, '')
}

const plainLetters = /^[a-z0-9._-]*$/u
const germanLetters = /^[a-z0-9._äöüß-]*$/u

function spelledGerman(text: string): string {
  return text.replaceAll(/[äöüß]/g, (letter) => german.get(letter) ?? letter)
}

/**
 * The words of a name, each transliterated to letters and digits. Spaces and all kinds of hyphens part words;
 * apostrophes and dots do not (`O’Connor` is one word). Words without any counterpart are left out.
 */
export function transliteratedWords(name: string): readonly string[] {
  if (singleWord.test(name)) return [name.toLowerCase()]
  const known = wordsOf.get(name)
  if (known !== undefined) return known
  const words = transliteratedAnew(name)
  // Names repeat, whole schools do not: beyond this a new start costs less than the memory.
  if (wordsOf.size >= rememberedNames) wordsOf.clear()
  wordsOf.set(name, words)
  return words
}

const singleWord = /^[A-Za-z]+$/u
const rememberedNames = 20_000
const wordsOf = new Map<string, readonly string[]>()

function transliteratedAnew(name: string): string[] {
  return name
    .normalize('NFC')
    .split(/[\s\p{Pd}_/,;]+/u)
    .map((word) => transliterate(word).replaceAll(/[._-]/g, ''))
    .filter((word) => word !== '')
}
