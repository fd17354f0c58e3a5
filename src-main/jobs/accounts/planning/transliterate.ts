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
  // The library would write an emoji as English words.
  const letters = composed.replaceAll(/\p{S}/gu, '')
  const spelled = letters.replaceAll(/[äöüß]/g, (letter) => german.get(letter) ?? letter)
  return anyAscii(spelled)
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, '')
}

/**
 * The words of a name, each transliterated to letters and digits. Spaces and all kinds of hyphens part words;
 * apostrophes and dots do not (`O’Connor` is one word). Words without any counterpart are left out.
 */
export function transliteratedWords(name: string): string[] {
  return name
    .normalize('NFC')
    .split(/[\s\p{Pd}_/,;]+/u)
    .map((word) => transliterate(word).replaceAll(/[._-]/g, ''))
    .filter((word) => word !== '')
}
