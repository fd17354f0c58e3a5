import { randomInt } from 'node:crypto'
import { transliterate } from './transliterate'

/** No `l`, and no `y`-like vowels: each letter is read as what it is. All have capitals that do so, too. */
const consonants = 'bcdfghjkmnpqrstvwxyz'
/** Never as capitals: `I` and `O` look like `l` and `0`. */
const vowels = 'aeiou'
/** Without `0` and `1`. */
const digits = '23456789'
/** Without quotes, backslash, dot and comma, which get lost on paper and in scripts. */
const specials = '!?+-*#%=&$/@'

const symbols = 3
const syllable = 3

/** How many places hold consonants and vowels: syllables consonant-vowel-consonant, the last one may be cut. */
function letterPlaces(length: number): { consonants: number; vowels: number } {
  const letters = length - symbols
  const full = Math.floor(letters / syllable)
  const rest = letters % syllable
  return { consonants: full * 2 + (rest > 0 ? 1 : 0), vowels: full + (rest > 1 ? 1 : 0) }
}

/**
 * Bits of entropy of `provisionalPassword` for a length. Independent choices: 20 consonants in two cases, 5
 * vowels, two of 8 digits, one of 12 special characters, its place among three; less the passwords without
 * any capital, which are drawn again. Length 10: 42.4 bits, 12: 50.0, 16: 68.4, 20: 83.6.
 */
export function entropyBits(length: number): number {
  const places = letterPlaces(length)
  return (
    places.consonants * Math.log2(consonants.length) +
    Math.log2(2 ** places.consonants - 1) +
    places.vowels * Math.log2(vowels.length) +
    2 * Math.log2(digits.length) +
    Math.log2(specials.length) +
    Math.log2(symbols)
  )
}

/** The parts of names that a password must not hold: as Active Directory splits them, three letters and more. */
function forbiddenParts(names: readonly string[]): string[] {
  const parts = new Set<string>()
  for (const name of names) {
    for (const part of [name, ...name.split(/[\s,.\-_#]+/)]) {
      parts.add(part.toLowerCase())
      parts.add(transliterate(part))
    }
  }
  return [...parts].filter((part) => part.length >= 3)
}

/**
 * Whether a password meets P4: at least eight characters, upper and lower case, a digit, a special character,
 * nothing of the person's login or names. Active Directory's complexity rule (three of five categories, no part
 * of the name with three letters or more) is thereby met, too.
 */
export function meetsRule(password: string, avoid: readonly string[] = []): boolean {
  const lower = password.toLowerCase()
  return (
    Array.from(password).length >= 8 &&
    /\p{Lu}/u.test(password) &&
    /\p{Ll}/u.test(password) &&
    /\p{Nd}/u.test(password) &&
    /[^\p{L}\p{N}\s]/u.test(password) &&
    !forbiddenParts(avoid).some((part) => lower.includes(part))
  )
}

/**
 * A provisional password that can be read from a slip and typed (P3, P4), for example `Kab7tuN-wed4`:
 * syllables, and after the first, the second and the last one a digit or special character. Every choice comes
 * from `node:crypto` (`randomInt` is unbiased); see `entropyBits` for the strength, 50.0 bits at the default
 * length 12.
 *
 * `length` is in characters, 10 to 20. `avoid` holds login and names, none of whose parts occur in it.
 * `random` answers a whole number from 0 to below its argument; another one than the default is for tests.
 */
export function provisionalPassword(
  length: number,
  avoid: readonly string[] = [],
  random: (exclusiveMaximum: number) => number = randomInt
): string {
  if (!Number.isInteger(length) || length < 10 || length > 20)
    throw new RangeError('A provisional password has 10 to 20 characters.')
  // Drawing the whole password again keeps all permitted ones equally likely.
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const password = draw(length, random)
    if (meetsRule(password, avoid)) return password
  }
  throw new Error('No permitted password in 1000 draws: the random source does not vary.')
}

function draw(length: number, random: (exclusiveMaximum: number) => number): string {
  const pick = (characters: string): string => characters.charAt(random(characters.length))
  const letters = Array.from({ length: length - symbols }, (_, place) => {
    if (place % syllable === 1) return pick(vowels)
    const consonant = pick(consonants)
    return random(2) === 0 ? consonant : consonant.toUpperCase()
  }).join('')
  const place = random(symbols)
  const marks = Array.from({ length: symbols }, (_, index) => pick(index === place ? specials : digits))
  return (
    letters.slice(0, syllable) +
    (marks[0] ?? '') +
    letters.slice(syllable, 2 * syllable) +
    (marks[1] ?? '') +
    letters.slice(2 * syllable) +
    (marks[2] ?? '')
  )
}
