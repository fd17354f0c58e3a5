import { listedKinds, type ListedKind, type PersonKind } from '../../../contract/accounts'
import type { RejectedRow } from '../../../contract/roster'
import type { Parameters } from '../../../contract/result'
import { rosterLimits } from './limits'
import { holdsLostLetter, isNobody, withoutRemarks } from './remarks'

export interface Rejection {
  readonly code: RejectedRow['code']
  readonly parameters: Parameters
}

/** A cell that was understood, or why its row cannot be taken. */
export type Read<Value> = { readonly value: Value } | { readonly rejection: Rejection }

export function read<Value>(value: Value): Read<Value> {
  return { value }
}

export function reject(code: Rejection['code'], parameters: Parameters = {}): { rejection: Rejection } {
  return { rejection: { code, parameters } }
}

const plainText = /^[A-Za-z0-9ÄÖÜäöüß.,'-]+(?: [A-Za-z0-9ÄÖÜäöüß.,'-]+)*$/u
const plainName = /^[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*$/u
const bareLetters = /[A-Za-zÄÖÜäöüß]/u
const unreadable = /[\uFFFD\p{Cs}]/u
// Marks without width that editors and web pages leave behind; they mean nothing in a name.
const weightless = /[\u00AD\u200B\u2060\uFEFF]/gu
// Controls and the marks that turn the reading direction: with them a name shows as another than it is.
const forbidden = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** Trimmed, composed (NFC), white space collapsed to one blank; null: nothing is left. */
function tidy(cell: string): string | null {
  if (cell === '') return null
  if (plainText.test(cell)) return cell
  const text = cell.replaceAll(weightless, '').replaceAll(/\s+/gu, ' ').trim().normalize('NFC')
  return text === '' ? null : text
}

export function holdsUnreadable(text: string): boolean {
  return unreadable.test(text)
}

function readText(
  cell: string,
  limit: number,
  codes: {
    readonly missing: Rejection['code']
    readonly tooLong: Rejection['code']
    readonly invalid: Rejection['code']
  }
): Read<string> {
  const text = tidy(cell)
  if (text === null) return reject(codes.missing)
  if (forbidden.test(text)) return reject(codes.invalid)
  if (text.length > limit) return reject(codes.tooLong, { length: text.length, limit })
  return read(text)
}

/**
 * A first or last name (P3): at most 100 characters, at least one letter, nothing invisible; titles and remarks are taken off
 * (`withoutRemarks`), and `N.N.` is nobody.
 */
export function readName(cell: string, missing: 'familyNameMissing' | 'givenNameMissing'): Read<string> {
  // What nearly every name is: nothing of the following concerns a single word of letters.
  if (plainName.test(cell) && cell !== 'NN' && cell.length <= rosterLimits.nameCharacters) return read(cell)
  const name = readText(cell, rosterLimits.nameCharacters, {
    missing,
    tooLong: 'nameTooLong',
    invalid: 'nameHasControlCharacters'
  })
  if ('rejection' in name) return name
  if (holdsLostLetter(name.value)) return reject('unreadableCharacters')
  if (isNobody(name.value)) return reject('noPerson', { text: name.value })
  const bare = withoutRemarks(name.value)
  if (bare !== name.value) return bare === '' ? reject(missing) : readName(bare, missing)
  if (bareLetters.test(name.value) || /\p{L}/u.test(name.value)) return name
  return reject('nameHasNoLetters')
}

/**
 * The school's id number; null: the cell is empty. Leading zeros count. What a spreadsheet or its user has put around a
 * number is taken off where nothing is lost: `="0101"`, `'0101`, `101.0`. Refused: blanks inside, more than 64
 * characters, numbers turned into `1,23E+08`, since digits are lost there, and what formulas leave (`#NV`).
 */
export function readSchoolId(cell: string): Read<string | null> {
  if (plainNumber.test(cell)) return read(cell)
  const text = tidy(cell)
  if (text === null) return read(null)
  const id = unwrapped(text)
  if (rounded.test(id) || formulaError.test(id)) return reject('idRewritten', { value: shortened(text) })
  if (forbidden.test(id) || id.includes(' ') || id.length > rosterLimits.idCharacters)
    return reject('idInvalid')
  return id === '' ? read(null) : read(id)
}

const plainNumber = /^\d{1,64}$/u
const rounded = /^\d+(?:[.,]\d+)?E\+?\d+$/iu
/** What German and English spreadsheets show instead of a value. */
const formulaError = /^#(?:NV|N\/A|WERT!|VALUE!|BEZUG!|REF!|NAME\?|DIV\/0!|ZAHL!|NUM!|NULL!|#+)$/iu

function unwrapped(id: string): string {
  const formula = /^="([^"]*)"$/u.exec(id)?.[1]
  if (formula !== undefined) return formula.trim()
  if (/^'[^']+$/u.test(id)) return id.slice(1).trim()
  return id.replace(/^(\d+)[.,]0+$/u, '$1')
}

/** What is written where there is no class. */
const noClass = /^(?:k\. ?A\.?|keine|ohne|n\/a|-+|–|\?|#NV|#N\/A)$/iu
/** `5.1.` and `1E2` as a spreadsheet writes them: the class is not in them any more. */
const spoiltClass =
  /^(?:\d{1,2}\. ?(?:Jan|Feb|Mrz|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}*\.?|\d+(?:[.,]\d+)?E\+?\d+|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})$/iu

/** A class as the school writes it; null: the text is empty or is no class. */
export function readSchoolClass(cell: string): Read<string | null> {
  const name = tidy(cell)
  if (name === null || noClass.test(name) || spoiltClass.test(name)) return read(null)
  if (forbidden.test(name) || name.length > rosterLimits.classCharacters) return reject('classInvalid')
  return read(name)
}

/** Short enough for any limit. */
const plainClass = /^\d{1,4}[A-Za-z]{1,2}$/u
const classBorder = /[,;|\n]/u
const likeClass = /\d|^\p{L}{1,4}$/u
const bareYear = /^0*([1-9]|1[0-3])$/u
/** Letters of upper years (Einführungs-, Qualifikations-, Kursphase), which are classes by themselves. */
const upperYears = /^[EQK]$/u

/**
 * The classes of one cell, sorted. Several stand between commas, semicolons, bars or lines, where each part looks like a
 * class; else the whole cell is one.
 *
 * @param year from a column of its own, which a letter that stands alone belongs to: `10` and `b` are 10b
 */
export function readSchoolClasses(cell: string, year: string): Read<string[]> {
  if (plainClass.test(cell)) return read([cell])
  if (spoiltClass.test(cell.trim())) return read([])
  const parts = cell
    .split(classBorder)
    .flatMap((part) => tidy(part) ?? [])
    .filter((part) => !noClass.test(part))
  const names = new Set<string>()
  for (const part of parts.every((one) => likeClass.test(one)) ? parts : [cell]) {
    const name = readSchoolClass(part)
    if ('rejection' in name) return name
    if (name.value !== null) names.add(withYear(name.value, year))
  }
  return read([...names].sort())
}

function withYear(name: string, year: string): string {
  const number = bareYear.exec(year.trim())?.[1]
  if (number === undefined || !/^\p{L}$/u.test(name)) return name
  return Number(number) >= 10 && upperYears.test(name) ? name : `${number}${name}`
}

/** A wished login as it stands there; whether it can be had is known when the directory is. undefined: none. */
export function readWishedLogin(cell: string): string | undefined {
  const login = tidy(cell)
  return login === null ? undefined : login.slice(0, rosterLimits.nameCharacters)
}

const childBorder = /[,;|\s]+/u

/** Ids of a guardian's children in one cell, sorted; what can be no id is left out. */
export function readChildren(cell: string): string[] {
  const ids = cell.split(childBorder).flatMap((part) => {
    const id = readSchoolId(part)
    return 'value' in id && id.value !== null ? [id.value] : []
  })
  return [...new Set(ids)].sort()
}

const groupBorder = /[,;|\n]/u

/** Groups and courses of one cell, separated by commas, semicolons, bars or lines. Which there are the directory knows. */
export function readGroups(cell: string): string[] {
  if (cell === '') return []
  const names = cell.split(groupBorder).flatMap((part) => {
    const name = tidy(part)
    return name === null || forbidden.test(name) ? [] : [name.slice(0, rosterLimits.nameCharacters)]
  })
  return [...new Set(names)].sort()
}

const mailAddress = /^[^\s@<>(),;:"[\]\\]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,}$/u

/** An e-mail address; anything else reads as none, since it is an extra that no account depends on. */
export function readMail(cell: string): string | null {
  const mail = tidy(cell)
  return mail !== null && mailAddress.test(mail) ? mail : null
}

/**
 * A day in one of the notations that school software writes: `DD.MM.YYYY` and `D.M.YYYY`, `YYYY-MM-DD`,
 * `YYYYMMDD`, each also with a time behind it, and `D.M.YY`. A year of two digits is the latest such year that
 * is not after `today`'s. `DD/MM/YYYY` is refused: nobody can tell it from the American order.
 *
 * @returns `YYYY-MM-DD` of a day that the calendar has; null: the cell is empty; undefined: no such day.
 */
export function readDay(cell: string, today: string): string | null | undefined {
  const text = cell.trim()
  if (text === '') return null
  const parts = dayParts(text, today)
  if (parts === null) return undefined
  const [year, month, day] = parts
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?)?`
const germanDay = new RegExp(String.raw`^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})${time}$`, 'u')
const isoDay = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${time}$`, 'u')
const bareDay = /^(\d{4})(\d{2})(\d{2})$/u

function dayParts(text: string, today: string): [number, number, number] | null {
  const german = germanDay.exec(text)
  if (german !== null) {
    const [, day = '', month = '', year = ''] = german
    return [year.length === 2 ? fullYear(Number(year), today) : Number(year), Number(month), Number(day)]
  }
  const other = isoDay.exec(text) ?? bareDay.exec(text)
  if (other === null) return null
  const [, year, month, day] = other
  return [Number(year), Number(month), Number(day)]
}

function fullYear(twoDigits: number, today: string): number {
  const thisYear = Number(today.slice(0, 4))
  const inThisCentury = thisYear - (thisYear % 100) + twoDigits
  return inThisCentury > thisYear ? inThisCentury - 100 : inThisCentury
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return leap ? 29 : 28
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

/** A birth date between 1900 and today; null: the cell is empty. */
export function readBirthDate(cell: string, today: string): Read<string | null> {
  const day = readDay(cell, today)
  if (day === undefined || (day !== null && (day < '1900-01-01' || day > today)))
    return reject('birthDateInvalid', { value: shortened(cell) })
  return read(day)
}

/** The day on which a person leaves or has left; null: the cell is empty. */
export function readLeavingDay(cell: string, today: string): Read<string | null> {
  const day = readDay(cell, today)
  if (day === undefined || (day !== null && (day < '1900-01-01' || day > '2199-12-31')))
    return reject('leavingDateInvalid', { value: shortened(cell) })
  return read(day)
}

export function shortened(cell: string): string {
  return cell.trim().slice(0, 40)
}

const kindWords: Readonly<Record<ListedKind, readonly string[]>> = {
  pupil: [
    'schueler',
    'schuelerin',
    'schuelerinnen',
    'lernender',
    'lernende',
    'sus',
    's',
    'pupil',
    'student',
    'students'
  ],
  teacher: [
    'lehrer',
    'lehrerin',
    'lehrkraft',
    'lehrkraefte',
    'lehrperson',
    'kollegium',
    'l',
    'teacher',
    'teachers'
  ],
  staff: [
    'personal',
    'mitarbeiter',
    'mitarbeiterin',
    'mitarbeitende',
    'verwaltung',
    'sekretariat',
    'schulverwaltung',
    'hausmeister',
    'staff',
    'employee'
  ],
  guardian: [
    'erziehungsberechtigte',
    'erziehungsberechtigter',
    'sorgeberechtigte',
    'sorgeberechtigter',
    'eltern',
    'elternteil',
    'mutter',
    'vater',
    'guardian',
    'guardians',
    'parent',
    'parents'
  ]
}
const kindByWord = new Map<string, PersonKind>()
for (const kind of listedKinds) for (const word of kindWords[kind]) kindByWord.set(word, kind)

/**
 * What kind of person the cell names, in German or English; `fallback` where the cell is empty.
 *
 * @param guardians they get accounts; else they are no kind that is known
 */
export function readKind(cell: string, fallback: PersonKind, guardians: boolean): Read<PersonKind> {
  const word = cell === '' ? '' : foldWord(cell)
  if (word === '') return read(fallback)
  const kind = kindByWord.get(word)
  if (kind === undefined || (kind === 'guardian' && !guardians))
    return reject('kindUnknown', { value: shortened(cell) })
  return read(kind)
}

/**
 * What a status says: `current` belongs to the school now; `gone` has left it; `waiting` is not there (yet), or
 * the word is not known.
 */
export type StatusVerdict = 'current' | 'gone' | 'waiting'

const currentWords = new Set([
  '',
  'aktiv',
  'active',
  'current',
  'enrolled',
  'beurlaubt',
  'extern',
  'ja',
  'anwesend',
  'gastschueler'
])
const goneWords = new Set([
  'abgang',
  'abgaenger',
  'abgegangen',
  'abgemeldet',
  'abschluss',
  'absolvent',
  'ausgeschieden',
  'ausgetreten',
  'ehemalig',
  'ehemalige',
  'ehemaliger',
  'entlassen',
  'inaktiv',
  'inactive',
  'left',
  'leaver',
  'tobedeleted'
])

/** A status in words. */
export function judgeStatusWord(cell: string): StatusVerdict {
  if (cell === '') return 'current'
  const word = foldWord(cell)
  if (currentWords.has(word)) return 'current'
  return goneWords.has(word) ? 'gone' : 'waiting'
}

const noWords = new Set(['', '0', 'nein', 'n', 'no', 'false', 'falsch', 'f'])

/** Whether a cell of a column such as `Gelöscht?` says yes; only a plain no says no. */
export function readsAsYes(cell: string): boolean {
  return !noWords.has(foldWord(cell))
}

/** Lower case, umlauts written out, letters and digits only: how words and column names are compared. */
export function foldWord(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]/gu, '')
}
