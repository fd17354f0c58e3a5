import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { RosterEncoding } from '../../../contract/roster'
import type { Breath } from '../../../core/cooperation'
import { belongTogether } from './alphabets'

/** How a file is encoded, by what its letters would be. */
export interface FoundEncoding {
  readonly encoding: RosterEncoding
  /** False: another reading makes names, too, and a person has to choose. */
  readonly isCertain: boolean
  /** A word that shows how it was read; empty: there is none beyond ASCII, or its encoding is an everyday one. */
  readonly example: string
}

/**
 * Encodings of one byte for a letter that German schools have files in. The first wins where two fit alike. Some differ from
 * a usual one in a few letters alone: they are looked at where so many of these stand in names that the usual one does not
 * make. One and the same letter here and there is rather one that was lost on the way.
 * Windows-1254 reads ISO-8859-9, too.
 */
const candidates = [
  'windows-1252',
  'cp850',
  'macintosh',
  'cp852',
  'windows-1254',
  'windows-1250',
  'iso-8859-2'
] as const
const relatives: Readonly<
  Partial<Record<Candidate, { readonly usual: Candidate; readonly letters: number }>>
> = {
  cp852: { usual: 'cp850', letters: 1 },
  'windows-1250': { usual: 'windows-1252', letters: 2 },
  'iso-8859-2': { usual: 'windows-1252', letters: 2 },
  // A single Þór is Icelandic, not Turkish.
  'windows-1254': { usual: 'windows-1252', letters: 2 }
}
type Candidate = (typeof candidates)[number]

/** What the bytes from 128 on are. */
const upperHalves = Object.fromEntries(
  candidates.map((name) => [
    name,
    iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, place) => place + 128)), name)
  ])
) as Readonly<Record<Candidate, string>>

const germanLetters = new Set('äöüßÄÖÜ')
/** Stand between two words; an apostrophe, before a capital as in `O’Connor`. */
const joints = new Set('–\u00A0')
const apostrophes = new Set('’‘´')

const letter = /\p{L}/u
/** Quotes, dashes and the signs of remarks and measures. */
const besideWords = /[\p{P}\u00A0°´€†²³½]/u
const small = /\p{Ll}/u
const capital = /\p{Lu}/u

/** Distinct words that are looked at: enough to be sure, few enough for a moment. */
const enoughWords = 5_000
/** Of the words beyond ASCII, so many must make sense in a reading that is certain. */
const shareOfRight = 0.9
/** So many times as likely as any other reading must it be. */
const timesAsLikely = 5
/** What a word counts that nobody is called. */
const wrongWord = -4

/**
 * How much a word looks like one of a name or a header; null: nobody is called so, as with a capital behind a small letter
 * (`MŸller`), a sign between letters (`J„ger`) or letters that no language has together (`Dvoøák`).
 */
function likelihoodOf(word: string): number | null {
  let likelihood = 0
  const letters: string[] = []
  for (let place = 0; place < word.length; place += 1) {
    const character = word[place] ?? ''
    if (character < '\u0080') continue
    const before = word[place - 1] ?? ''
    const after = word[place + 1] ?? ''
    if (joints.has(character) || apostrophes.has(character)) {
      if (joints.has(character) || capital.test(after)) likelihood += 1
      continue
    }
    if (!letter.test(character)) {
      if (besideWords.test(character) && (!letter.test(before) || !letter.test(after))) continue
      return null
    }
    const isGerman = germanLetters.has(character)
    letters.push(character)
    if (capital.test(character) && (small.test(before) || (letter.test(before) && small.test(after))))
      return null
    if (small.test(character) && capital.test(after)) return null
    if (small.test(character) && before === '') {
      // Nothing that a name would begin with.
      if (!isGerman || character === 'ß') return null
      continue
    }
    likelihood += isGerman ? 4 : 1
  }
  return belongTogether(letters) ? likelihood : null
}

const wordsBeyondAscii = /[A-Za-z\u0080-\u00FF]*[\u0080-\u00FF][A-Za-z\u0080-\u00FF]*/gu
const lineFeed = 0x0a

/** Decides between the encodings of one byte for a letter; lines that are UTF-8 do not count. */
export async function encodingByLetters(bytes: Uint8Array, breath: Breath): Promise<FoundEncoding> {
  const words = new Set<string>()
  for (const line of linesOf(bytes)) {
    await breath()
    if (isUtf8(line)) continue
    for (const word of Buffer.from(line).toString('latin1').match(wordsBeyondAscii) ?? []) words.add(word)
    if (words.size >= enoughWords) break
  }
  const all = candidates.map((encoding) => judge(encoding, words))
  const readings = all.filter((reading) => isWorthALook(reading, all))
  const [usual] = readings
  const best = readings.reduce((found, reading) => (reading.likelihood > found.likelihood ? reading : found))
  if (best === usual || usual === undefined) return { encoding: 'windows-1252', isCertain: true, example: '' }
  const isCertain =
    best.share >= shareOfRight && readings.every((reading) => reading === best || isUnlikely(reading, best))
  return { encoding: best.encoding, isCertain, example: best.example }
}

interface Judgement {
  readonly encoding: Candidate
  readonly likelihood: number
  readonly share: number
  readonly example: string
  /** Each word as it reads, and how likely it is; null: nobody is called so. */
  readonly words: readonly { readonly read: string; readonly likelihood: number | null }[]
}

/** Whether letters that only this encoding has make names, where it is one that is seldom met. */
function isWorthALook({ encoding, words }: Judgement, all: readonly Judgement[]): boolean {
  const relative = relatives[encoding]
  if (relative === undefined) return true
  const usual = all.find((other) => other.encoding === relative.usual)
  const own = new Set<string>()
  for (const [place, { read, likelihood }] of words.entries()) {
    const usually = usual?.words[place]
    if (likelihood === null || usually?.likelihood !== null) continue
    // Each byte is one character, in either reading.
    for (let at = 0; at < read.length; at += 1) if (read[at] !== usually.read[at]) own.add(read.charAt(at))
  }
  return own.size >= relative.letters
}

/** Whether the words that are not the same in both readings speak for the better one, or there are none. */
function isUnlikely(other: Judgement, best: Judgement): boolean {
  let ofOther = 0
  let ofBest = 0
  let isSame = true
  for (const [place, word] of best.words.entries()) {
    const otherwise = other.words[place]
    if (otherwise === undefined || otherwise.read === word.read) continue
    isSame = false
    ofBest += word.likelihood ?? wrongWord
    ofOther += otherwise.likelihood ?? wrongWord
  }
  return isSame || (ofOther < ofBest && ofOther * timesAsLikely <= ofBest)
}

function judge(encoding: Candidate, words: ReadonlySet<string>): Judgement {
  const upper = upperHalves[encoding]
  let likelihood = 0
  let right = 0
  let example = ''
  let most = 0
  const judged: { read: string; likelihood: number | null }[] = []
  for (const word of words) {
    const read = word.replaceAll(/[\u0080-\u00FF]/gu, (byte) => upper[byte.charCodeAt(0) - 128] ?? '')
    const found = likelihoodOf(read)
    judged.push({ read, likelihood: found })
    likelihood += found ?? wrongWord
    if (found === null) continue
    right += 1
    if (found <= most) continue
    most = found
    example = read
  }
  return { encoding, likelihood, share: words.size === 0 ? 0 : right / words.size, example, words: judged }
}

/** As it would be if it were UTF-8 that was taken for Windows-1252 (`MÃ¼ller`); null: it is not. */
export function decodedOnceMore(text: string): string | null {
  if (!/[Â-ô][^\0-\x7f]/u.test(text)) return null
  const bytes = bytesOfWindows1252(text)
  return isUtf8(bytes) ? bytes.toString('utf8') : null
}

/** What Windows-1252 does not have stays UTF-8. */
export function bytesOfWindows1252(text: string): Buffer {
  const parts: Buffer[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    // Programs that know no Windows-1252 leave its upper controls as they are.
    if (code < 0x100) parts.push(Buffer.of(code))
    else {
      const byte = iconv.encode(character, 'windows-1252')
      parts.push(byte.length === 1 && byte[0] === 0x3f ? Buffer.from(character, 'utf8') : byte)
    }
  }
  return Buffer.concat(parts)
}

/** A single row may have been pasted in; from two on it is the file. */
const fewestDoubled = 2

/** Whether valid UTF-8 was encoded twice, by what most of its lines beyond ASCII are; null: it was not. */
export async function encodedTwice(bytes: Uint8Array, breath: Breath): Promise<FoundEncoding | null> {
  let doubled = 0
  let plain = 0
  let example = ''
  for (const line of linesOf(bytes)) {
    await breath()
    if (isAscii(line) || !isUtf8(line)) continue
    const text = Buffer.from(line).toString('utf8')
    const decoded = decodedOnceMore(text.replace(/^\uFEFF/u, ''))
    if (decoded === null) plain += /[^\p{ASCII}\uFEFF]/u.test(text) ? 1 : 0
    else {
      doubled += 1
      if (example === '') example = /\p{L}*[^\p{ASCII}]\p{L}*/u.exec(decoded)?.[0] ?? ''
    }
    if (doubled + plain >= enoughWords) break
  }
  if (doubled < fewestDoubled || doubled <= plain) return null
  return { encoding: 'utf-8-doubled', isCertain: plain === 0, example }
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0
  while (start < bytes.length) {
    const feed = bytes.indexOf(lineFeed, start)
    const end = feed === -1 ? bytes.length : feed
    yield bytes.subarray(start, end)
    start = end + 1
  }
}
