import type { LoginSettings } from '../../../contract/settings'
import { systemNames } from './reservedNames'
import { transliterate, transliteratedWords } from './transliterate'

/** Whom a login is made for. */
export interface LoginOwner {
  readonly givenName: string
  readonly familyName: string
  /** Makes a login where the name has no letter at all. */
  readonly schoolId: string
}

/** sAMAccountName of users: at most 20 characters (Microsoft, "SAM-Account-Name attribute"). */
const longestLogin = 20

/**
 * Words that belong to a name without being its core, as they stand in German, Dutch, Romance, Arabic and
 * Scandinavian family names. A word counts as a particle only when another word follows it: the family name
 * `Van` keeps its only word.
 */
const particles: ReadonlySet<string> = new Set([
  ...['von', 'vom', 'und', 'zu', 'zum', 'zur', 'der', 'die', 'den', 'dem', 'des', 'auf', 'aus', 'an', 'am'],
  ...['van', 'ter', 'ten', 'te', 't', 'tho', 'op', 'in', 'het', 'af', 'av'],
  ...['de', 'del', 'della', 'delle', 'dello', 'di', 'da', 'do', 'dos', 'das', 'du', 'd', 'e', 'y'],
  ...['la', 'le', 'les', 'las', 'lo', 'los'],
  ...['el', 'al', 'ad', 'as', 'ash', 'ibn', 'bin', 'bint', 'ben', 'abu']
])

/** Why a wished login cannot be had: the code of the notice that says so. */
export type RefusedLogin = 'loginTaken' | 'loginInvalid'

interface Parts {
  readonly initial: string
  readonly given: string
  readonly family: string
}

/**
 * What fills the placeholders. The stated rule: of several first names the first counts; of a double name all
 * parts or the first, by `doubleNames`; particles before a part are joined to it or dropped, by `particles`.
 * Of a person with one name only, it stands for the last name, too.
 */
function partsOf(owner: LoginOwner, settings: LoginSettings): Parts {
  const [callName = ''] = owner.givenName.trim().split(/\s+/)
  const givenWords = transliteratedWords(callName)
  const given = settings.doubleNames === 'first' ? (givenWords[0] ?? '') : givenWords.join('')
  const words = transliteratedWords(owner.familyName)
  const kept: string[] = []
  for (const [index, word] of words.entries()) {
    const isParticle = particles.has(word) && index < words.length - 1
    if (isParticle && settings.particles === 'drop') continue
    kept.push(word)
    if (!isParticle && settings.doubleNames === 'first') break
  }
  const family = kept.join('')
  if (family !== '') return { initial: given.slice(0, 1), given, family }
  if (given !== '') return { initial: given.slice(0, 1), given, family: given }
  return { initial: '', given: '', family: nameless(owner) }
}

/** The login's core of a person whose name leaves no letter; `konto` is German for account. */
function nameless(owner: LoginOwner): string {
  return `konto${transliterate(owner.schoolId).replaceAll(/[._-]/g, '')}`
}

/** Begins with a letter, ends with a letter or digit, has no two separators in a row. */
function tidy(text: string): string {
  if (tidyLogin.test(text)) return text
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, '')
    .replaceAll(/([._-])[._-]+/g, '$1')
    .replace(/^[^a-z]+/, '')
    .replace(/[._-]+$/, '')
}

const tidyLogin = /^[a-z]+[a-z0-9]*(?:[._-][a-z0-9]+)*$/

function render(pattern: string, parts: Parts, limit: number): string {
  let family = parts.family.slice(0, limit)
  let given = parts.given.slice(0, limit)
  for (;;) {
    // None of the values holds a brace, so that they can be put in one after the other.
    const text = tidy(
      pattern.replaceAll('{g}', parts.initial).replaceAll('{given}', given).replaceAll('{family}', family)
    )
    if (text.length <= limit) return text
    if (family.length > 1) family = family.slice(0, -1)
    else if (given.length > 1) given = given.slice(0, -1)
    else return tidy(text.slice(0, limit))
  }
}

/**
 * Whether a pattern makes logins: at least `{family}` or `{given}`, no other placeholder than these and `{g}`,
 * no other characters than a login may have.
 */
export function isUsablePattern(pattern: string): boolean {
  const literals = pattern.replaceAll(/\{(?:g|given|family)\}/g, '')
  return /^[A-Za-z0-9._-]*$/.test(literals) && /\{(?:given|family)\}/.test(pattern)
}

/** The login before collisions are looked at; `number` is appended, and the name is cut to make room for it. */
function numbered(
  owner: LoginOwner,
  settings: LoginSettings,
  number: number,
  parts = partsOf(owner, settings)
): string {
  const suffix = number < 2 ? '' : String(number)
  const limit = Math.min(settings.maximumLength, longestLogin) - suffix.length
  const stem = render(settings.pattern, parts, limit)
  return (stem === '' ? nameless(owner).slice(0, limit) : stem) + suffix
}

/** Whether the login could have been made for this name: it needs no new one (`onRename: 'new'`). */
export function loginFitsName(login: string, owner: LoginOwner, settings: LoginSettings): boolean {
  const current = login.toLowerCase()
  if (numbered(owner, settings, 1) === current) return true
  // The name itself may end in digits, so every way of splitting counts.
  const [digits = ''] = /\d*$/.exec(current) ?? []
  for (let start = 0; start < digits.length; start += 1) {
    const number = digits.slice(start)
    if (!number.startsWith('0') && numbered(owner, settings, Number(number)) === current) return true
  }
  return false
}

/**
 * Hands out logins that nobody has (P3). Numbers tell collisions apart: `m.mustermann`, `m.mustermann2`, …
 * The order of the calls decides who gets which number, so the caller keeps to a stable order.
 */
export class LoginAllocator {
  readonly #settings: LoginSettings
  readonly #taken: Set<string>
  /** The next number to try by login without number; names are only ever added to `#taken`. */
  readonly #next = new Map<string, number>()

  readonly #fold: (name: string) => string

  /**
   * `taken`: names in use, blocked or reserved, in any case; the systems' own names are known. `fold`: what the directory
   * takes for one name.
   */
  constructor(settings: LoginSettings, taken: Iterable<string>, fold = (name: string) => name.toLowerCase()) {
    this.#settings = settings
    this.#fold = fold
    this.#taken = new Set()
    for (const name of systemNames) this.#taken.add(fold(name))
    for (const name of taken) this.#taken.add(fold(name))
  }

  /**
   * Takes a login that somebody wishes for a new account, if it is one and nobody has it.
   *
   * @returns the login in small letters, or why it cannot be had
   */
  take(wished: string): { readonly login: string } | { readonly refused: RefusedLogin } {
    const login = wished.toLowerCase()
    const limit = Math.min(this.#settings.maximumLength, longestLogin)
    if (login === '' || login.length > limit || tidy(login) !== login) return { refused: 'loginInvalid' }
    const folded = this.#fold(login)
    if (this.#taken.has(folded)) return { refused: 'loginTaken' }
    this.#taken.add(folded)
    return { login }
  }

  allocate(owner: LoginOwner): string {
    const parts = partsOf(owner, this.#settings)
    const first = numbered(owner, this.#settings, 1, parts)
    let number = this.#next.get(first) ?? 1
    for (;;) {
      const login = number === 1 ? first : numbered(owner, this.#settings, number, parts)
      const folded = this.#fold(login)
      number += 1
      if (this.#taken.has(folded)) continue
      this.#next.set(first, number)
      this.#taken.add(folded)
      return login
    }
  }
}

/** Logins of persons in a school without accounts, in the order given: what a setting would do. */
export function previewLogins(owners: readonly LoginOwner[], settings: LoginSettings): string[] {
  const allocator = new LoginAllocator(settings, [])
  return owners.map((owner) => allocator.allocate(owner))
}

/** Logins that are still blocked on this day; `lastSeen` is a day or an instant (ISO). */
export function blockedLogins(
  used: readonly { readonly login: string; readonly lastSeen: string }[],
  days: number,
  today: string
): string[] {
  const earliest = new Date(`${today}T00:00:00Z`)
  earliest.setUTCDate(earliest.getUTCDate() - days)
  const limit = earliest.toISOString().slice(0, 10)
  return used.filter((entry) => entry.lastSeen.slice(0, 10) > limit).map((entry) => entry.login.toLowerCase())
}
