import type { KeptAccount, RosterTrace } from '../../../contract/roster'
import { readDay } from '../roster/fields'
import { lostLetter } from '../roster/remarks'
import type { Pace } from './pace'
import { addTo, type DirectoryPerson } from './persons'
import { transliteratedWords } from './transliterate'

/**
 * [Note: damaged rows] Whoever stands in the list, in whatever damaged form, is never a leaver. A row that was not
 * taken over is searched for everything that may name a person: its cells may have moved, its quotes may be lost, a
 * letter may be unreadable. So its words are taken wherever they stand. An account that one row may mean is kept; to
 * keep one too many costs a look at the list, to suspend one too many takes a pupil off the computer.
 */

/** The words of a row by which a person can be found. */
interface Clues {
  readonly trace: RosterTrace
  readonly ids: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  /** Words in which a letter cannot be read. */
  readonly patterns: readonly Pattern[]
  readonly days: ReadonlySet<string>
  /** Cells as they stand, lower case: a class may be one of them. */
  readonly cells: ReadonlySet<string>
  /** The row holds so little that a single name has to do. */
  readonly isPoor: boolean
}

/** What can be read of a word, in its order: `M`, `ller`. */
type Pattern = readonly string[]

const cellBorder = /[;\t|"\n]/u
const lost = '\uFFFD'
/** Rows like these lack a part of their name; where the class fits, the other part has to do. */
const maimed: ReadonlySet<RosterTrace['code']> = new Set<RosterTrace['code']>([
  'familyNameMissing',
  'givenNameMissing',
  'nameHasNoLetters',
  'nameHasControlCharacters',
  'nameTooLong',
  'tooFewColumns',
  'tooManyColumns',
  'lineTooLong',
  'unreadableQuotes',
  'unreadableCharacters'
])

/** An id number as spreadsheets leave it: without what they add, and without the zeros that they take away. */
export function bareId(id: string): string {
  const text = id.trim().toLowerCase()
  const scientific = /^(\d+)(?:[.,](\d+))?e\+?(\d{1,2})$/u.exec(text)
  if (scientific !== null) {
    const [, whole = '', fraction = '', exponent = ''] = scientific
    return `${whole}${fraction}`.padEnd(whole.length + Number(exponent), '0').replace(/^0+(?=.)/u, '')
  }
  return text
    .replace(/[.,]0+$/u, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/u, '')
}

function cluesOf(trace: RosterTrace, today: string): Clues {
  // A comma may part cells or be the one of `1,02E+02`.
  const cells = trace.texts
    .flatMap((text) => text.replaceAll(lostLetter, lost).split(cellBorder))
    .flatMap((cell) => (cell.includes(',') ? [cell, ...cell.split(',')] : [cell]))
    .map((cell) => cell.trim())
  const ids = new Set(trace.schoolId === null ? [] : [bareId(trace.schoolId)])
  const words = new Set<string>()
  const patterns: Pattern[] = []
  const days = new Set<string>()
  let names = 0
  for (const cell of cells) {
    if (cell === '') continue
    const day = readDay(cell, today)
    if (typeof day === 'string') days.add(day)
    else if (/\d/u.test(cell) && cell.length <= 64) ids.add(bareId(cell))
    for (const word of transliteratedWords(cell)) {
      if (!words.has(word) && /^\p{L}{2,}$/u.test(word)) names += 1
      words.add(word)
    }
    if (cell.includes(lost)) patterns.push(...patternsOf(cell))
  }
  return {
    trace,
    ids,
    words,
    patterns,
    days,
    cells: new Set(cells.map((cell) => cell.toLowerCase())),
    isPoor: names + patterns.length <= 1 && days.size === 0
  }
}

function patternsOf(cell: string): Pattern[] {
  return cell
    .toLowerCase()
    .split(/[\s\p{Pd}_/]+/u)
    .filter((word) => word.includes(lost) && word.replaceAll(lost, '').length >= 2)
    .map((word) => word.split(/\uFFFD+/u))
}

/** An unreadable byte stands for one letter, or for one half of it. */
function fits(pattern: Pattern, word: string): boolean {
  const [first = '', ...rest] = pattern
  const last = rest.at(-1) ?? ''
  const readable = pattern.reduce((length, part) => length + part.length, 0)
  if (word.length <= readable || word.length > readable + rest.length * 3) return false
  if (!word.startsWith(first) || !word.endsWith(last)) return false
  let place = first.length
  for (const part of rest.slice(0, -1)) {
    const found = word.indexOf(part, place)
    if (found === -1) return false
    place = found + part.length
  }
  return true
}

/** Rows that were not taken over, to be asked whom they may mean. */
export class TraceIndex {
  readonly #byClue = new Map<string, Clues[]>()
  readonly #unreadable: Clues[] = []

  static async build(traces: readonly RosterTrace[], today: string, pace: Pace): Promise<TraceIndex> {
    const index = new TraceIndex()
    for (const trace of traces) {
      if (pace.isDue()) await pace.rest()
      const clues = cluesOf(trace, today)
      for (const id of clues.ids) addTo(index.#byClue, `id ${id}`, clues)
      for (const word of clues.words) addTo(index.#byClue, `word ${word}`, clues)
      for (const day of clues.days) addTo(index.#byClue, `day ${day}`, clues)
      if (clues.patterns.length > 0) index.#unreadable.push(clues)
    }
    return index
  }

  /** The first row that may mean this person, and what it shares with them; null: none does. */
  find(person: DirectoryPerson): { trace: RosterTrace; why: KeptAccount['why'] } | null {
    const { account, birthDate } = person
    const schoolId = bareId(account.schoolId ?? '')
    if (schoolId !== '') {
      const [clues] = this.#byClue.get(`id ${schoolId}`) ?? []
      if (clues !== undefined) return { trace: clues.trace, why: 'id' }
    }
    const family = transliteratedWords(account.familyName)
    const given = transliteratedWords(account.givenName)
    const near = new Set([
      ...[...family, ...given].flatMap((word) => this.#byClue.get(`word ${word}`) ?? []),
      ...(birthDate === null ? [] : (this.#byClue.get(`day ${birthDate}`) ?? [])),
      ...this.#unreadable
    ])
    for (const clues of near) {
      const why = this.#shared(clues, person, family, given)
      if (why !== null) return { trace: clues.trace, why }
    }
    return null
  }

  #shared(
    clues: Clues,
    { account, birthDate }: DirectoryPerson,
    family: readonly string[],
    given: readonly string[]
  ): KeptAccount['why'] | null {
    const hasFamily = family.length > 0 && holdsName(clues, account.familyName, family)
    const hasGiven = holdsName(clues, account.givenName, given.slice(0, 1))
    if (hasFamily && hasGiven) return 'name'
    const hasDay = birthDate !== null && clues.days.has(birthDate)
    const hasClass = account.classes.some((name) => namesClass(clues, name))
    if (hasDay && (hasFamily || hasGiven || hasClass || clues.isPoor)) return 'birthDate'
    if ((hasFamily || hasGiven) && (clues.isPoor || (hasClass && maimed.has(clues.trace.code)))) return 'name'
    return null
  }
}

function holdsName(clues: Clues, name: string, words: readonly string[]): boolean {
  if (words.length > 0 && words.every((word) => clues.words.has(word))) return true
  if (clues.patterns.length === 0) return false
  const spelled = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s\p{Pd}_/]+/u)
  return spelled.some((word) => clues.patterns.some((pattern) => fits(pattern, word)))
}

/** The class itself, or the one that follows it in the next school year. */
function namesClass(clues: Clues, name: string): boolean {
  const folded = name.toLowerCase()
  const next = folded.replace(/\d+/u, (year) => String(Number(year) + 1))
  return clues.cells.has(folded) || clues.cells.has(next)
}

/**
 * Whether a file that holds a header and nobody may be the file of this person's class: its name says so, or the rest
 * of the roster does not know the class.
 */
export function silentFileOf(
  person: DirectoryPerson,
  silentFiles: readonly string[],
  listedClasses: ReadonlySet<string>
): string | null {
  const [first] = silentFiles
  if (first === undefined) return null
  const classes = person.account.classes.map((name) => name.trim().toLowerCase())
  const named = silentFiles.find((file) => {
    const words = file.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    return classes.some((name) => words.includes(name))
  })
  if (named !== undefined) return named
  return classes.some((name) => listedClasses.has(name)) ? null : first
}
