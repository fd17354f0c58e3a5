import { fold } from '../../../../contract/search'

/**
 * A text as names are looked for in it: letters and digits alone, folded, so that `Mia.Muster`, `mia_muster` and `MIA MUSTER`
 * are the same. Each of its characters knows where it stands in the text.
 */
export interface Skeleton {
  readonly text: string
  /** Place in the original of each character, and where that one ends. */
  readonly from: ArrayLike<number>
  readonly until: ArrayLike<number>
  /** Whether a word begins at a place; the end is one, too. */
  startsWord(place: number): boolean
}

const isLetter = /\p{L}/u
const isDigit = /\p{N}/u
const isUpper = /\p{Lu}/u

/** 0: neither. */
function sortOf(character: string): 0 | 1 | 2 {
  const code = character.charCodeAt(0)
  if (code < 128) {
    if (code >= 48 && code <= 57) return 2
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 1 : 0
  }
  if (isLetter.test(character)) return 1
  return isDigit.test(character) ? 2 : 0
}

/** Of each ASCII code: 0 no letter or digit, 1 small letter, 2 capital, 3 digit. */
const sorts = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 48 && code <= 57) return 3
  if (code >= 97 && code <= 122) return 1
  return code >= 65 && code <= 90 ? 2 : 0
})

export function skeletonOf(original: string): Skeleton {
  return /[^\0-\x7f]/.test(original) ? anySkeleton(original) : plainSkeleton(original)
}

/** The same for what nearly all lines of a log are. */
function plainSkeleton(original: string): Skeleton {
  const { length } = original
  const from = new Uint32Array(length)
  const until = new Uint32Array(length)
  const starts = new Uint8Array(length)
  const kept = Buffer.allocUnsafe(length)
  let count = 0
  let before = 0
  for (let place = 0; place < length; place++) {
    const code = original.charCodeAt(place)
    const sort = sorts[code] ?? 0
    if (sort !== 0) {
      // A word begins after anything else, where digits begin or end, and at a capital behind a small letter.
      const isNew = before === 0 || (sort === 3) !== (before === 3) || (sort === 2 && before === 1)
      starts[count] = isNew ? 1 : 0
      from[count] = place
      until[count] = place + 1
      kept[count++] = sort === 2 ? code + 32 : code
    }
    before = sort
  }
  const text = kept.toString('latin1', 0, count)
  return { text, from, until, startsWord: (at) => at >= count || starts[at] === 1 }
}

function anySkeleton(original: string): Skeleton {
  const from: number[] = []
  const until: number[] = []
  const starts: boolean[] = []
  let text = ''
  let before: 0 | 1 | 2 = 0
  let wasUpper = true
  let place = 0
  for (const character of original) {
    const end = place + character.length
    const sort = sortOf(character)
    if (sort !== 0) {
      const folded = character < '\x80' ? character.toLowerCase() : lettersOf(fold(character))
      const upper = character < '\x80' ? character < 'a' && sort === 1 : isUpper.test(character)
      for (let index = 0; index < folded.length; index++) {
        starts.push(index === 0 && (sort !== before || (upper && !wasUpper)))
        from.push(place)
        until.push(end)
      }
      text += folded
      wasUpper = upper
    }
    // An accent that stands by itself belongs to the letter before it.
    if (sort !== 0 || !/\p{M}/u.test(character)) before = sort
    else if (until.length > 0) until[until.length - 1] = end
    place = end
  }
  return { text, from, until, startsWord: (at) => at >= text.length || starts[at] === true }
}

function lettersOf(folded: string): string {
  return folded.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const spelledOut: Readonly<Record<string, string>> = { ae: 'a', oe: 'o', ue: 'u' }
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe' }

/** A name in each way of writing it: `muller` and `mueller`, whichever of them stands there. */
export function skeletonsOfName(name: string): readonly string[] {
  const plain = skeletonOf(name).text
  const written = name.toLowerCase().normalize('NFC')
  const spelled = skeletonOf(written.replaceAll(/[äöüø]/g, (letter) => umlauts[letter] ?? letter)).text
  const bare = plain.replaceAll(/ae|oe|ue/g, (pair) => spelledOut[pair] ?? pair)
  return [...new Set([plain, spelled, bare])].filter((one) => one !== '')
}
