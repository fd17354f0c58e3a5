/**
 * What a server takes for one name. Each function gives two names that the server cannot tell apart the same text, so
 * that a plan sees them as one, too. Tried on the real servers (`tests/integration/directory/folding.test.ts`), except
 * Windows, which is by its documentation.
 */
export type FoldName = (name: string) => string

/** `İ` is the only letter whose lower case in Unicode's simple mapping differs from JavaScript's full one. */
function lowered(text: string): string {
  return text.replaceAll('\u0130', 'i').toLowerCase()
}

function blanksFolded(text: string): string {
  return text.trim().replaceAll(/ +/g, ' ')
}

const onlyAscii = /^[\u0020-\u007e]*$/

/**
 * `caseIgnoreMatch` as slapd does it (RFC 4518, with the deviations of its `UTF8StringNormalize`): lower case first, then
 * compatibility forms (`²` is 2, `ﬁ` is fi, wide letters are narrow), blanks at the ends gone and inner ones one.
 */
export function foldForOpenLdap(name: string): string {
  if (onlyAscii.test(name)) return blanksFolded(name).toLowerCase()
  return blanksFolded(lowered(name).normalize('NFKC'))
}

/** Samba tells letters apart that are no pair of upper and lower case (`ß`, `ſ`, `µ`), and compatibility forms and accents. */
export function foldForSamba(name: string): string {
  if (onlyAscii.test(name)) return blanksFolded(name).toLowerCase()
  return blanksFolded(Array.from(name, lowerOfPair).join(''))
}

function lowerOfPair(letter: string): string {
  if (letter === 'ς') return 'σ'
  const lower = letter.toLowerCase()
  return lower.toUpperCase() === letter ? lower : letter
}

/**
 * Active Directory compares without case, accents, width and kind of kana (`LCMapString` with NORM_IGNORECASE,
 * NORM_IGNORENONSPACE, NORM_IGNOREWIDTH, NORM_IGNOREKANATYPE; [MS-ADTS] 3.1.1.2.2.4, [MS-UCODEREF] 3.1.5.2): `müller` is
 * `muller`, `ß` is `ss`.
 */
export function foldForWindows(name: string): string {
  if (onlyAscii.test(name)) return blanksFolded(name).toLowerCase()
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return blanksFolded(
    lowered(plain)
      .replaceAll('ß', 'ss')
      .replaceAll(/[\u30a1-\u30f6]/g, hiragana)
  )
}

/** Katakana and hiragana lie 0x60 apart. */
function hiragana(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - 0x60)
}
